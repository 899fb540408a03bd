"""A text with the marks of simple formatting, shown as they will look; Ctrl+B and Ctrl+I set them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ipu_session.domain.text.inline_markup import parse_spans
from ipu_session.ui.widgets.text.commit_on_blur_edit import CommitOnBlurTextEdit

_MARKUP_KEYS = {QKeySequence.StandardKey.Bold: "**", QKeySequence.StandardKey.Italic: "*"}


class _MarkupHighlighter(QSyntaxHighlighter):
    """Shows what is marked as it will look in the report."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Give each marked stretch of a line its look; Qt counts UTF-16 units."""
        for start, run in parse_spans(text):
            if run.bold or run.italic:
                look = QTextCharFormat()
                look.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
                look.setFontItalic(run.italic)
                self.setFormat(_utf16_length(text[:start]), _utf16_length(run.text), look)


class MarkupTextEdit(CommitOnBlurTextEdit):
    """Ctrl+B and Ctrl+I belong to the text while it has the focus; nothing goes dark by them."""

    def __init__(self) -> None:
        super().__init__()
        self._highlighter = _MarkupHighlighter(self.document())

    def event(self, event: QEvent) -> bool:
        """Keep the two keys from the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _markup_for(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark the selection, or the place where something will be typed."""
        if mark := _markup_for(event):
            self._toggle_markup(mark)
        else:
            super().keyPressEvent(event)

    def _toggle_markup(self, mark: str) -> None:
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        marked = chosen.startswith(mark) and chosen.endswith(mark) and len(chosen) > 2 * len(mark)
        if marked:
            cursor.insertText(chosen[len(mark) : -len(mark)])
            return
        cursor.insertText(f"{mark}{chosen}{mark}")
        if not chosen:
            cursor.movePosition(cursor.MoveOperation.Left, n=len(mark))
            self.setTextCursor(cursor)


def _markup_for(event: QKeyEvent) -> str:
    return next((mark for key, mark in _MARKUP_KEYS.items() if event.matches(key)), "")


def _utf16_length(text: str) -> int:
    return len(text) + sum(ord(character) > 0xFFFF for character in text)
