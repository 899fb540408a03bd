"""Single-line label that elides its text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from ipu_session.ui.strings.literal_text import set_literal_tooltip
from ipu_session.ui.widgets.factories import set_role


class ElidedLabel(QLabel):
    """QLabel that elides only while painting; `text()` and the tooltip hold the full text."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self, role)

    def setText(self, text: str) -> None:
        """Set the text and the tooltip."""
        super().setText(text)
        set_literal_tooltip(self, text)

    def sizeHint(self) -> QSize:
        """Return the size of the full text; an empty text has the same height as others."""
        hint = super().sizeHint()
        return QSize(hint.width(), self._stable_height(hint))

    def minimumSizeHint(self) -> QSize:
        """Return width 0 and the height of one line."""
        return QSize(0, self._stable_height(super().minimumSizeHint()))

    def _stable_height(self, hint: QSize) -> int:
        # At some font sizes an empty QLabel is one pixel lower.
        return max(hint.height(), self.fontMetrics().lineSpacing() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, elided to the width."""
        rect = self.contentsRect()
        elided = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter = QPainter(self)
        alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, rect, int(alignment), self.palette(), self.isEnabled(), elided, self.foregroundRole()
        )
        painter.end()
