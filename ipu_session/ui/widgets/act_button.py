"""A button for an act: it shows the key beside the name, and never takes the focus from whoever types."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton


def keys_of(action: QAction) -> str:
    """Return the keys of an action as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in action.shortcuts())


class ActButton(QPushButton):
    """Mirrors an action; ``say`` gives it a shorter text for the moment."""

    def __init__(self, action: QAction, role: str = "") -> None:
        super().__init__()
        self._action = action
        self._said = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        self.setProperty("role", role)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._mirror)
        self._mirror()

    def say(self, text: str) -> None:
        """Show this text instead of the action's own."""
        if text != self._said:
            self._said = text
            self._mirror()

    @Slot()
    def _mirror(self) -> None:
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = self._said or self._action.text()
        self.setText(f"{key}  {text}")
        self.setAccessibleName(text)
        self.setToolTip(self._action.text())
        self.setEnabled(self._action.isEnabled())
