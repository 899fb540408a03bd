"""A label that keeps its room: what stands below it does not move when its text comes, goes or is shorter."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel

from ipu_session.ui.widgets.factories import set_plain_format


class FixedHeightLabel(QLabel):
    """Has the height of so many lines from the beginning, and never less than it has had at this width."""

    def __init__(self, role: str, lines: int = 1, *, wrap: bool = False) -> None:
        super().__init__()
        self._min_lines = lines
        self._max_height = 0
        set_plain_format(self, role, wrap=wrap)

    def heightForWidth(self, width: int) -> int:
        """Return the height kept so far."""
        wanted = super().heightForWidth(width)
        return self._reserve_height(wanted) if wanted >= 0 and width == self.width() else wanted

    def sizeHint(self) -> QSize:
        """Return the room wanted, at least as high as it was."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._reserve_height(hint.height()) if not self.wordWrap() else hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room, which is not lower than that of its lines."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._min_lines * self.fontMetrics().lineSpacing() + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin anew with another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._max_height = 0

    def changeEvent(self, event: QEvent) -> None:
        """Begin anew with another size of the letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._max_height = 0

    def _reserve_height(self, wanted: int) -> int:
        # Empty, a label is a pixel lower than with a text.
        least = self._min_lines * self.fontMetrics().lineSpacing() + 1
        self._max_height = max(self._max_height, wanted, least)
        return self._max_height
