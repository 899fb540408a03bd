"""Label that never shrinks, so that the widgets below it do not move when its text changes."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from ipu_session.ui.widgets.factories import set_plain_format


class FixedHeightLabel(QLabel):
    """QLabel at least ``min_lines`` lines high, and never lower than it has been at the present width."""

    def __init__(self, role: str, min_lines: int = 1, *, wrap: bool = False) -> None:
        super().__init__()
        self._min_lines = min_lines
        self._max_height = 0
        set_plain_format(self, role, wrap=wrap)

    def heightForWidth(self, width: int) -> int:
        """Return the greatest height so far, if ``width`` is the present width."""
        height = super().heightForWidth(width)
        return self._reserve_height(height) if height >= 0 and width == self.width() else height

    def sizeHint(self) -> QSize:
        """Return the size hint; without word wrap, its height is the greatest height so far."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._reserve_height(hint.height()) if not self.wordWrap() else hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the minimum size, at least ``min_lines`` lines high."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._min_lines * self.fontMetrics().lineSpacing() + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Forget the reserved height when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._max_height = 0

    def changeEvent(self, event: QEvent) -> None:
        """Forget the reserved height when the font or style changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._max_height = 0

    def _reserve_height(self, height: int) -> int:
        # An empty QLabel is one pixel lower than one with text.
        min_height = self._min_lines * self.fontMetrics().lineSpacing() + 1
        self._max_height = max(self._max_height, height, min_height)
        return self._max_height
