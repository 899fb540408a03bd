"""The field of a note: it grows with its lines; Enter sends it, Shift+Enter begins a line."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent

from ipu_session.ui.widgets.text import TextEdit

_LINES_AT_MOST = 6
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NoteText(TextEdit):
    """Has the words of a line edit where it is used as one."""

    returnPressed = Signal()
    split_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.document().setDocumentMargin(3)
        self.setLineWrapMode(self.LineWrapMode.WidgetWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """Return what stands in the field, with its line breaks."""
        return self.plain

    def setText(self, text: str) -> None:
        """Put another text into the field; its history is forgotten, the cursor stands at its end."""
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def reset(self) -> None:
        """Empty the field and forget its history, so that the next Ctrl+Z is the session's."""
        self.setPlainText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the note by Enter; part it where the cursor stands by Ctrl+Enter."""
        if Qt.Key(event.key()) not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.split_asked.emit()
        elif not event.isAutoRepeat():
            self.returnPressed.emit()

    @Slot()
    def _fit(self) -> None:
        """Be as high as the text, within reason."""
        lines = max(1, min(_LINES_AT_MOST, int(self.document().size().height())))
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin())) + 2
        height = lines * self.fontMetrics().lineSpacing() + margins
        if self.height() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
