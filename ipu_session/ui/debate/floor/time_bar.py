"""The bar under the clock: share of the time used, ignored by screen readers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

_HEIGHT_PX = 14
_STEPS = 1000


class TimeBar(QFrame):
    """Painted bar instead of a QProgressBar, which would report each step to screen readers, several times a second.

    `Announcer` announces the thresholds of the speaking time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = 0
        self.setFixedHeight(_HEIGHT_PX)

    @property
    def share(self) -> float:
        """Filled share, 0 to 1."""
        return self._steps / _STEPS

    def set_share(self, share: float) -> None:
        """Set the filled share, 0 to 1; repaint if it has changed by a thousandth."""
        steps = round(_STEPS * share)
        if steps != self._steps:
            self._steps = steps
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the filled part, from the right in right-to-left layouts."""
        super().paintEvent(event)
        inner_rect = self.rect().adjusted(2, 2, -2, -2)
        filled = inner_rect.adjusted(0, 0, round(inner_rect.width() * (self.share - 1)), 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            filled.moveRight(inner_rect.right())
        painter = QPainter(self)
        painter.fillRect(filled, self.palette().color(self.foregroundRole()))
        painter.end()
