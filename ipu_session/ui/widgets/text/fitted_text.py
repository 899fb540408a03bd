"""Text painted as large as its place allows, for screens that are read from afar."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

_SMALLEST = 9
_TALL = 100_000


@dataclass(frozen=True, slots=True)
class Ink:
    """How a text is painted: at most so many pixels high."""

    pixels: int
    colour: str
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter
    bold: bool = False


def paint_text(painter: QPainter, place: QRect, text: str, ink: Ink) -> None:
    """Paint ``text``, smaller and on several lines if that is what fits."""
    if not text or place.width() < 1:
        return
    flags = int(ink.align) | int(Qt.TextFlag.TextWordWrap)
    font = painter.font()
    font.setBold(ink.bold)
    size = max(_SMALLEST, ink.pixels)
    while True:
        font.setPixelSize(size)
        needed = QFontMetrics(font).boundingRect(QRect(0, 0, place.width(), _TALL), flags, text)
        fits = needed.height() <= place.height() and needed.width() <= place.width()
        if fits or size <= _SMALLEST:
            break
        size = max(_SMALLEST, size * 9 // 10)
    painter.setFont(font)
    painter.setPen(QColor(ink.colour))
    painter.drawText(QRectF(place), flags, text)


def row(place: QRect, top: float, height: float) -> QRect:
    """Return a stripe of ``place``; both are shares of its height."""
    return QRect(
        place.left(),
        place.top() + round(place.height() * top),
        place.width(),
        round(place.height() * height),
    )
