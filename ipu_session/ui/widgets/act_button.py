"""A button for an act: it shows the key beside the name, and never takes the focus from whoever types."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton

from ipu_session.ui.key_table import key_of
from ipu_session.ui.widgets.plain_text import name_of, set_tip, without_mnemonic

_PADDING = 22


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
        self._fit()
        self.setAccessibleName(self._said or name_of(self._action))
        tip = f"{name_of(self._action)} ({key_of(self._action)})"
        self.setEnabled(self._action.isEnabled())
        if self._action.statusTip() and not self._action.isEnabled():
            tip = f"{tip}\n{self._action.statusTip()}"
        set_tip(self, tip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the key to the tooltip where there is no room for it."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the text to the room there is."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        key = key_of(self._action)
        text = without_mnemonic(self._said or name_of(self._action))
        whole = f"{key}  {text}"
        room = self.width() - _PADDING
        fits = not self.isVisible() or self.fontMetrics().horizontalAdvance(whole) <= room
        shown = whole if fits else text
        if self.text() != shown:
            self.setText(shown)
