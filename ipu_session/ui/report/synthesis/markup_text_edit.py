"""Text edit that highlights inline markup (bold, italic); Ctrl+B and Ctrl+I toggle it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ipu_session.domain.text.inline_markup import parse_spans
from ipu_session.ui.widgets.text.commit_on_blur_edit import CommitOnBlurTextEdit

_MARKUP_KEYS = {QKeySequence.StandardKey.Bold: "**", QKeySequence.StandardKey.Italic: "*"}


class _MarkupHighlighter(QSyntaxHighlighter):
    """Shows text between bold or italic marks as such; the marks stay visible."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Format the bold and italic spans of a line; Qt counts positions in UTF-16 code units."""
        for start, run in parse_spans(text):
            if run.bold or run.italic:
                text_format = QTextCharFormat()
                text_format.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
                text_format.setFontItalic(run.italic)
                self.setFormat(_utf16_length(text[:start]), _utf16_length(run.text), text_format)


class MarkupTextEdit(CommitOnBlurTextEdit):
    """Handles Ctrl+B and Ctrl+I itself while it has the focus, ahead of window shortcuts such as the blackout."""

    def __init__(self) -> None:
        super().__init__()
        self._highlighter = _MarkupHighlighter(self.document())

    def event(self, event: QEvent) -> bool:
        """Accept the ShortcutOverride of Ctrl+B and Ctrl+I, so that shortcuts of the window do not fire."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _markup_for(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Ctrl+B or Ctrl+I add or remove marks around the selection; without one, insert two and go between them."""
        if markup := _markup_for(event):
            self._toggle_markup(markup)
        else:
            super().keyPressEvent(event)

    def _toggle_markup(self, markup: str) -> None:
        cursor = self.textCursor()
        selected = cursor.selectedText()
        is_marked = selected.startswith(markup) and selected.endswith(markup) and len(selected) > 2 * len(markup)
        if is_marked:
            cursor.insertText(selected[len(markup) : -len(markup)])
            return
        cursor.insertText(f"{markup}{selected}{markup}")
        if not selected:
            cursor.movePosition(cursor.MoveOperation.Left, n=len(markup))
            self.setTextCursor(cursor)


def _markup_for(event: QKeyEvent) -> str:
    return next((markup for key, markup in _MARKUP_KEYS.items() if event.matches(key)), "")


def _utf16_length(text: str) -> int:
    return len(text) + sum(ord(character) > 0xFFFF for character in text)
