"""Message bar whose text and buttons stand side by side or, in a narrow window, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from ipu_session.ui.widgets.text.wrapped_label import WrappedLabel


class ResponsiveBar(QFrame):
    """Base of the message bars; it never makes the window wider or higher than the screen."""

    def __init__(self, role: str, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.message_label = WrappedLabel(role)
        self._button_row = QHBoxLayout()
        self._button_row.addStretch(1)
        for each in buttons:
            self._button_row.addWidget(each)
        self._bar_layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._bar_layout.setContentsMargins(10, 4, 10, 4)
        self._bar_layout.addWidget(self.message_label, 1)
        self._bar_layout.addLayout(self._button_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons below the text if they would take more than half of the width."""
        super().resizeEvent(event)
        is_narrow = 2 * self._button_row.sizeHint().width() > self.width()
        directions = QBoxLayout.Direction
        direction = directions.TopToBottom if is_narrow else directions.LeftToRight
        if self._bar_layout.direction() != direction:
            self._bar_layout.setDirection(direction)
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Announce the text; not for a spontaneous event (window restored from the task bar)."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self.message_label, self.message_label.announce_text)

    def hideEvent(self, event: QHideEvent) -> None:
        """Make the text be announced again when the bar is shown again; not for a spontaneous event."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.message_label.reset_announced()

    def minimumSizeHint(self) -> QSize:
        """Return width 0, and the minimum height."""
        return QSize(0, super().minimumSizeHint().height())
