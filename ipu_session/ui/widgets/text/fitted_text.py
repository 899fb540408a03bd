"""Painting of text with the largest font that fits a rectangle, for displays read from a distance."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

_MIN_PIXELS = 9
_UNBOUNDED_HEIGHT = 100_000


@dataclass(frozen=True, slots=True)
class TextPaintOptions:
    """Style of a painted text; ``max_pixels`` is the maximum font height in pixels."""

    max_pixels: int
    colour: str
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter
    is_bold: bool = False


def paint_fitted_text(painter: QPainter, place: QRect, text: str, ink: TextPaintOptions) -> None:
    """Paint ``text`` in ``place``, with word wrap and a font reduced until it fits (minimum 9 pixels)."""
    if not text or place.width() < 1:
        return
    flags = int(ink.align) | int(Qt.TextFlag.TextWordWrap)
    font = painter.font()
    font.setBold(ink.is_bold)
    size = max(_MIN_PIXELS, ink.max_pixels)
    while True:
        font.setPixelSize(size)
        needed = QFontMetrics(font).boundingRect(QRect(0, 0, place.width(), _UNBOUNDED_HEIGHT), flags, text)
        fits = needed.height() <= place.height() and needed.width() <= place.width()
        if fits or size <= _MIN_PIXELS:
            break
        size = max(_MIN_PIXELS, size * 9 // 10)
    painter.setFont(font)
    painter.setPen(QColor(ink.colour))
    painter.drawText(QRectF(place), flags, text)


def horizontal_band(place: QRect, top: float, height: float) -> QRect:
    """Return a horizontal band of ``place``; ``top`` and ``height`` are shares of its height."""
    return QRect(place.left(), place.top() + round(place.height() * top), place.width(), round(place.height() * height))
