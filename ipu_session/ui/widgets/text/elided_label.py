"""A line of text that says by an ellipsis where there was no room for the rest."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from ipu_session.ui.strings.literal_text import set_literal_tooltip
from ipu_session.ui.widgets.factories import set_role


class ElidedLabel(QLabel):
    """Its text stays whole for who asks for it; only what is painted is shortened."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, role)

    def setText(self, text: str) -> None:
        """Show another text; the whole is in the tooltip."""
        super().setText(text)
        set_literal_tooltip(self, text)

    def sizeHint(self) -> QSize:
        """Return the room for the whole text, as high with a text as without."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._stable_height(hint))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: no width at all, and the height of the line."""
        return QSize(0, self._stable_height(super().minimumSizeHint()))

    def _stable_height(self, hint: QSize) -> int:
        # With letters of some sizes QLabel is a pixel lower while it is empty.
        return max(hint.height(), self.fontMetrics().lineSpacing() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        sides = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, room, int(sides), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()
