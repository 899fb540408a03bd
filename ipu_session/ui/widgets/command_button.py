"""A button for an act: it shows the key beside the name, and never takes the focus from whoever types."""

from math import ceil, floor

from PySide6.QtCore import QElapsedTimer, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy

from ipu_session.ui.keyboard.alternative_keys import key_of
from ipu_session.ui.strings.literal_text import name_of, set_tip, without_mnemonic

_PADDING = 22
_SMALLEST = 0.6
"""Letters of a button are never smaller, as a share of the usual size: at 200 % larger than at 100 %."""


REPEATED = frozenset({"more-time", "less-time"})
"""Acts that are clicked several times running."""


class _Clicks:
    """The act that was clicked last, on whichever button, and how long ago."""

    def __init__(self) -> None:
        self.name = ""
        self._ago = QElapsedTimer()

    def note(self, name: str) -> None:
        self.name = name
        self._ago.start()

    @property
    def recent(self) -> bool:
        """Whether a click now would be the second one of a double-click."""
        return self._ago.isValid() and self._ago.elapsed() < QApplication.doubleClickInterval()


_CLICKS = _Clicks()


class ActButton(QPushButton):
    """Mirrors an action; ``say`` gives it a shorter text for the moment."""

    def __init__(self, action: QAction, role: str = "") -> None:
        super().__init__()
        self._action = action
        self.setObjectName(action.objectName())
        self._said = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        # A button may be narrower than it wishes.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("role", role)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._mirror)
        self._mirror()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Act by the first click; one that follows at once is half of a double-click."""
        if self._is_second_click():
            event.accept()
            return
        _CLICKS.note(self.objectName())
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of two for another one only on a button of the kind that is clicked twice."""
        self.mousePressEvent(event)

    def _is_second_click(self) -> bool:
        again = _CLICKS.name == self.objectName() and _CLICKS.name in REPEATED
        return _CLICKS.recent and not again

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
        hint = super().sizeHint() + QSize(self._wanted - self._taken, 0)
        # As high as with letters of the usual size: what stands below must not move with the text.
        higher = QFontMetrics(self._usual_font).height() - self.fontMetrics().height()
        return hint + QSize(0, higher)

    def minimumSizeHint(self) -> QSize:
        """Return the room for key and text in the smallest letters."""
        return super().sizeHint() + QSize(ceil(self._wanted * _SMALLEST) - self._taken, 0)

    @property
    def _wanted(self) -> int:
        """The width of key and text in letters of the usual size, whatever the letters are now."""
        return QFontMetrics(self._usual_font).horizontalAdvance(self.text())

    @property
    def _usual_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(QApplication.font().pointSizeF())
        return font

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
