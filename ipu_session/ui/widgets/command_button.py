"""Button for an action: shows shortcut and name, and leaves the focus where it is."""

from math import ceil, floor

from PySide6.QtCore import QElapsedTimer, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy

from ipu_session.ui.keyboard.alternative_keys import first_key_text
from ipu_session.ui.strings.literal_text import action_label, escape_mnemonic, set_literal_tooltip

_PADDING = 22
_MIN_FONT_SHARE = 0.6
"""Smallest font size of a button, as a share of the application's font size."""


REPEATABLE_COMMANDS = frozenset({"more-time", "less-time"})
"""Names of actions whose button accepts the second click of a double-click as another click."""


class _ClickHistory:
    """The name of the action whose button was clicked last, and the time since."""

    def __init__(self) -> None:
        self.last_command = ""
        self._elapsed = QElapsedTimer()

    def record_click(self, name: str) -> None:
        self.last_command = name
        self._elapsed.start()

    @property
    def is_recent(self) -> bool:
        """Whether a click now would be the second click of a double-click."""
        return self._elapsed.isValid() and self._elapsed.elapsed() < QApplication.doubleClickInterval()


_CLICK_HISTORY = _ClickHistory()


class CommandButton(QPushButton):
    """Shows and triggers an action; `set_short_text()` can replace the action's text."""

    def __init__(self, action: QAction, role: str = "") -> None:
        super().__init__()
        self._action = action
        self.setObjectName(action.objectName())
        self._short_text = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        # Preferred: the button may be narrower than its size hint.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("role", role)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._sync_with_action)
        self._sync_with_action()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore a click within the double-click interval after a click on any `CommandButton`; accept others."""
        if self._is_second_click():
            event.accept()
            return
        _CLICK_HISTORY.record_click(self.objectName())
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Handle the second press of a double-click by the same rule (see ``REPEATABLE_COMMANDS``)."""
        self.mousePressEvent(event)

    def _is_second_click(self) -> bool:
        is_repeatable = (
            _CLICK_HISTORY.last_command == self.objectName() and _CLICK_HISTORY.last_command in REPEATABLE_COMMANDS
        )
        return _CLICK_HISTORY.is_recent and not is_repeatable

    def set_short_text(self, text: str) -> None:
        """Show ``text`` instead of the action's text; "" shows the action's text again."""
        if text != self._short_text:
            self._short_text = text
            self._sync_with_action()

    @Slot()
    def _sync_with_action(self) -> None:
        self._fit_font()
        self.setAccessibleName(self._short_text or action_label(self._action))
        tip = f"{action_label(self._action)} ({first_key_text(self._action)})"
        self.setEnabled(self._action.isEnabled())
        if self._action.statusTip() and not self._action.isEnabled():
            tip = f"{tip}\n{self._action.statusTip()}"
        set_literal_tooltip(self, tip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reduce the font if shortcut and text do not fit."""
        super().resizeEvent(event)
        self._fit_font()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the font to the width."""
        super().showEvent(event)
        self._fit_font()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the font again when the application's font has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationFontChange:
            self._fit_font()

    def sizeHint(self) -> QSize:
        """Return the size for shortcut and text in the application's font size."""
        hint = super().sizeHint() + QSize(self._full_size_width - self._current_width, 0)
        # Height as with the application's font size: widgets below must not move when the font is reduced.
        missing_height = QFontMetrics(self._usual_font).height() - self.fontMetrics().height()
        return hint + QSize(0, missing_height)

    def minimumSizeHint(self) -> QSize:
        """Return the size for shortcut and text in the smallest font size."""
        return super().sizeHint() + QSize(ceil(self._full_size_width * _MIN_FONT_SHARE) - self._current_width, 0)

    @property
    def _full_size_width(self) -> int:
        """Width in pixels of shortcut and text in the application's font size."""
        return QFontMetrics(self._usual_font).horizontalAdvance(self.text())

    @property
    def _usual_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(QApplication.font().pointSizeF())
        return font

    @property
    def _current_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())

    def _fit_font(self) -> None:
        text = f"{first_key_text(self._action)}  {escape_mnemonic(self._short_text or action_label(self._action))}"
        if self.text() != text:
            self.setText(text)
        share = (self.width() - _PADDING) / max(1, self._full_size_width) if self.isVisible() else 1
        points = QApplication.font().pointSizeF() * max(_MIN_FONT_SHARE, min(1, share))
        # Rounded down to a quarter point: rounded up, the last letter would be clipped.
        sheet = "" if share >= 1 else f"font-size: {floor(points * 4) / 4}pt;"
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
