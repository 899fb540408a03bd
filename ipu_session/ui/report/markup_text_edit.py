"""A text with the marks of simple formatting, shown as they will look; Ctrl+B and Ctrl+I set them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ipu_session.domain.text.inline_markup import spans
from ipu_session.ui.widgets.text.commit_on_blur_edit import LeavingText

_MARKS = {QKeySequence.StandardKey.Bold: "**", QKeySequence.StandardKey.Italic: "*"}


class _Looks(QSyntaxHighlighter):
    """Shows what is marked as it will look in the report."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Give each marked stretch of a line its look; Qt counts UTF-16 units."""
        for start, run in spans(text):
            if run.bold or run.italic:
                look = QTextCharFormat()
                look.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
                look.setFontItalic(run.italic)
                self.setFormat(_units(text[:start]), _units(run.text), look)


class MarkedText(LeavingText):
    """Ctrl+B and Ctrl+I belong to the text while it has the focus; nothing goes dark by them."""

    def __init__(self) -> None:
        super().__init__()
        self._looks = _Looks(self.document())

    def event(self, event: QEvent) -> bool:
        """Keep the two keys from the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _mark(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark the selection, or the place where something will be typed."""
        if mark := _mark(event):
            self._toggle(mark)
        else:
            super().keyPressEvent(event)

    def _toggle(self, mark: str) -> None:
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


def _mark(event: QKeyEvent) -> str:
    return next((mark for key, mark in _MARKS.items() if event.matches(key)), "")


def _units(text: str) -> int:
    return len(text) + sum(ord(character) > 0xFFFF for character in text)
