"""Text fields that leave Ctrl+Z to the session while they have nothing of their own to undo."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def _is_history(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Whether a key asks for an undo or redo that the field itself cannot do."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    wants_undo = event.matches(QKeySequence.StandardKey.Undo)
    wants_redo = event.matches(QKeySequence.StandardKey.Redo)
    return (wants_undo and not undo) or (wants_redo and not redo)


class LineEdit(QLineEdit):
    """One line of text."""

    def event(self, event: QEvent) -> bool:
        """Let the session have Ctrl+Z when the line has nothing to undo."""
        if _is_history(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class TextEdit(QPlainTextEdit):
    """Several lines of plain text; Tab moves on, so that the keyboard is never caught."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """Let the session have Ctrl+Z when the text has nothing to undo."""
        history = self.document()
        if _is_history(event, undo=history.isUndoAvailable(), redo=history.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)
