"""A button for an act: it shows the key beside the name, and never takes the focus from whoever types."""

from math import ceil, floor

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy

from ipu_session.ui.key_table import key_of
from ipu_session.ui.widgets.plain_text import name_of, set_tip, without_mnemonic

_PADDING = 22
_SMALLEST = 0.6
"""Letters of a button are never smaller, as a share of the usual size: at 200 % larger than at 100 %."""


class ActButton(QPushButton):
    """Mirrors an action; ``say`` gives it a shorter text for the moment."""

    def __init__(self, action: QAction, role: str = "") -> None:
        super().__init__()
        self._action = action
        self._said = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        # A button may be narrower than it wishes.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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
        """Take smaller letters where there is no room for key and text."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the text to the room there is."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the text again when the size of all letters has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationFontChange:
            self._fit()

    def sizeHint(self) -> QSize:
        """Return the room for key and text in letters of the usual size."""
        return super().sizeHint() + QSize(self._wanted - self._taken, 0)

    def minimumSizeHint(self) -> QSize:
        """Return the room for key and text in the smallest letters."""
        return super().sizeHint() + QSize(ceil(self._wanted * _SMALLEST) - self._taken, 0)

    @property
    def _wanted(self) -> int:
        """The width of key and text in letters of the usual size, whatever the letters are now."""
        font = QFont(self.font())
        font.setPointSizeF(QApplication.font().pointSizeF())
        return QFontMetrics(font).horizontalAdvance(self.text())

    @property
    def _taken(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())

    def _fit(self) -> None:
        shown = f"{key_of(self._action)}  {without_mnemonic(self._said or name_of(self._action))}"
        if self.text() != shown:
            self.setText(shown)
        share = (self.width() - _PADDING) / max(1, self._wanted) if self.isVisible() else 1
        points = QApplication.font().pointSizeF() * max(_SMALLEST, min(1, share))
        # Rounded down: a letter more would be cut.
        sheet = "" if share >= 1 else f"font-size: {floor(points * 4) / 4}pt;"
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
