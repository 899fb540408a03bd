"""The bar under the clock: how much of the time is used, for the eye alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

_HEIGHT_PX = 14
_STEPS = 1000


class TimeBar(QFrame):
    """Painted, not a QProgressBar: that tells a screen reader of every step, several times a second.

    Who sees nothing is told of the thresholds by the `Announcer`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = 0
        self.setFixedHeight(_HEIGHT_PX)

    @property
    def share(self) -> float:
        """How much is filled, 0 to 1."""
        return self._steps / _STEPS

    def set_share(self, share: float) -> None:
        """Fill the bar by so much, 0 to 1."""
        steps = round(_STEPS * share)
        if steps != self._steps:
            self._steps = steps
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, and inside it what is filled, from where one begins to read."""
        super().paintEvent(event)
        room = self.rect().adjusted(2, 2, -2, -2)
        filled = room.adjusted(0, 0, round(room.width() * (self.share - 1)), 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            filled.moveRight(room.right())
        painter = QPainter(self)
        painter.fillRect(filled, self.palette().color(self.foregroundRole()))
        painter.end()
