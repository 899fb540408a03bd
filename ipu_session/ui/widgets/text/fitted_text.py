"""Painting of text with the largest font that fits a rectangle, for displays read from a distance."""

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

_MIN_PIXELS = 9
_UNBOUNDED_HEIGHT = 100_000


class TextPaintOptions(Struct, frozen=True):
    """Style of a painted text; ``max_pixels`` is the maximum font height in pixels."""

    max_pixels: int
    colour: str
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter
    is_bold: bool = False


def paint_fitted_text(painter: QPainter, rect: QRect, text: str, options: TextPaintOptions) -> None:
    """Paint ``text`` in ``rect``, with word wrap, in a font reduced until it fits (at least 9 pixels high)."""
    if not text or rect.width() < 1:
        return
    flags = int(options.align) | int(Qt.TextFlag.TextWordWrap)
    font = painter.font()
    font.setBold(options.is_bold)
    size = max(_MIN_PIXELS, options.max_pixels)
    while True:
        font.setPixelSize(size)
        needed = QFontMetrics(font).boundingRect(QRect(0, 0, rect.width(), _UNBOUNDED_HEIGHT), flags, text)
        fits = needed.height() <= rect.height() and needed.width() <= rect.width()
        if fits or size <= _MIN_PIXELS:
            break
        size = max(_MIN_PIXELS, size * 9 // 10)
    painter.setFont(font)
    painter.setPen(QColor(options.colour))
    painter.drawText(QRectF(rect), flags, text)


def horizontal_band(rect: QRect, top: float, height: float) -> QRect:
    """Return a horizontal band of ``rect``; ``top`` and ``height`` are shares of its height."""
    return QRect(rect.left(), rect.top() + round(rect.height() * top), rect.width(), round(rect.height() * height))
