"""A bar above the work: a sentence and buttons, side by side, or one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from ipu_session.ui.widgets.text.wrapped_label import Wrapped


class Bar(QFrame):
    """It never makes the window wider or higher than the screen."""

    def __init__(self, role: str, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.said = Wrapped(role)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for each in buttons:
            self._buttons.addWidget(each)
        self._column = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._column.setContentsMargins(10, 4, 10, 4)
        self._column.addWidget(self.said, 1)
        self._column.addLayout(self._buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where they would take half of the width."""
        super().resizeEvent(event)
        narrow = 2 * self._buttons.sizeHint().width() > self.width()
        directions = QBoxLayout.Direction
        wanted = directions.TopToBottom if narrow else directions.LeftToRight
        if self._column.direction() != wanted:
            self._column.setDirection(wanted)
            self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        """Announce what the bar says; not when the window only comes back from the task bar."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self.said, self.said.announce_text)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the same bar be announced when it comes again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.said.forget_announced()

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(0, super().minimumSizeHint().height())
