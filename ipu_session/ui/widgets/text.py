"""Text fields that leave the window its keys: Ctrl+Z while they have nothing to undo, and our chords.

On X11 a field of Qt takes Ctrl+E and Ctrl+K for itself, after an older editor's custom.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_OWN = frozenset({Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X})
"""Letters that belong to the field while Ctrl is down."""

_ANY_LENGTH = 2**30

_HISTORY = frozenset({Qt.Key.Key_Z, Qt.Key.Key_Y})


def _is_ours(event: QEvent, *, undo: bool, redo: bool) -> bool:
    """Whether a key is the window's: a chord with a letter that is not for editing the text."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    key = Qt.Key(event.key())
    if key in _HISTORY:
        again = key is Qt.Key.Key_Y or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return not (redo if again else undo)
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z and key not in _OWN


class LineEdit(QLineEdit):
    """One line of text."""

    def __init__(self) -> None:
        super().__init__()
        # Qt's own limit cuts a long paste off at 32,767 letters without a word.
        self.setMaxLength(_ANY_LENGTH)

    def reset(self) -> None:
        """Empty the line and forget its history, so that the next Ctrl+Z is the session's."""
        # clear() would be a step that the line itself could undo; setText() is not (Qt 6).
        self.setText("")

    def event(self, event: QEvent) -> bool:
        """Let the window have its keys."""
        if _is_ours(event, undo=self.isUndoAvailable(), redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)


class TextEdit(QPlainTextEdit):
    """Several lines of plain text; Tab moves on, so that the keyboard is never caught."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    @property
    def plain(self) -> str:
        """The text as it is; Qt's own toPlainText() makes ordinary spaces of those that must not break."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def event(self, event: QEvent) -> bool:
        """Let the window have its keys."""
        history = self.document()
        if _is_ours(event, undo=history.isUndoAvailable(), redo=history.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)
