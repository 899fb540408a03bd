"""Lays the list of speakers out on A4: on a printer or in a PDF, in type that is read at arm's length."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextOption,
)

from ipu_session.domain.exchange.printable_list import ListPaper, PaperPart, PaperRow

_MARGIN_MM = 14.0
_ROW_MM = 15.0
_HEARD_MM = 5.4
_GAP_MM = 1.5
_BOX_MM, _NUMBER_MM, _TIME_MM, _USED_MM = 11.0, 15.0, 20.0, 34.0
_CLOCK = 9
"""A time of day is shorter than this; with the day beside it, longer."""
_DPI = 300
_MM = 25.4
_START = Qt.AlignmentFlag.AlignLeft
_END = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something that stands on one page as a whole."""

    height: float
    paint: Callable[[float], None]
    rows: bool = False
    """Whether the headings of the columns belong above it."""


def list_pdf(paper: ListPaper) -> bytes:
    """Return the list as a PDF; it needs fonts, but neither a screen nor a printer."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(f"{paper.heading} – {paper.title}")
    writer.setCreator("")
    writer.setResolution(_DPI)
    put_on(writer, paper)
    buffer.close()
    return bytes(data.data())


def put_on(device: QPagedPaintDevice, paper: ListPaper) -> int:
    """Paint the list on a printer or into a PDF; return how many pages it has."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter(device)
    try:
        return _Pages(device, painter, paper).paint()
    finally:
        painter.end()


class _Pages:
    """Puts the pieces on pages, then paints them, since each page says how many there are."""

    def __init__(self, device: QPagedPaintDevice, painter: QPainter, paper: ListPaper) -> None:
        self._device = device
        self._painter = painter
        self._paper = paper
        self._per_mm = painter.device().logicalDpiX() / _MM
        self._width = float(painter.viewport().width())
        self._height = float(painter.viewport().height())
        right = Qt.LayoutDirection.RightToLeft
        painter.setLayoutDirection(right if paper.right_to_left else Qt.LayoutDirection.LeftToRight)
        self._used_at = self._width - self._mm(_USED_MM)
        self._time_at = self._used_at - self._mm(_TIME_MM)
        self._who_at = self._mm(_BOX_MM + _NUMBER_MM)

    def paint(self) -> int:
        pages = self._pages()
        for number, page in enumerate(pages, start=1):
            if number > 1:
                self._device.newPage()
            at, headed = self._head(), False
            for piece in page:
                if piece.rows and not headed:
                    at, headed = self._columns(at), True
                piece.paint(at)
                at += piece.height
            self._foot(number, len(pages))
        return len(pages)

    def _pages(self) -> list[list[_Piece]]:
        room = self._height - self._head_height() - self._columns_height() - self._mm(8)
        pages: list[list[_Piece]] = [[]]
        left = room
        for piece in self._pieces():
            if piece.height > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(piece)
            left -= piece.height
        return pages

    def _pieces(self) -> Iterator[_Piece]:
        if self._paper.floor:
            yield self._sentence(self._paper.floor, 13)
        for part in self._paper.parts:
            yield self._sentence(part.heading, 13)
            yield from (self._row(row) for row in part.rows)
            yield from (self._row(row) for row in _blank(part))
        if self._paper.heard_rows:
            first, *others = (self._heard(*row) for row in self._paper.heard_rows)
            heading = self._sentence(self._paper.heard, 11)
            # The heading never stands alone at the foot of a page.
            yield _Piece(heading.height + first.height, _both(heading, first))
            yield from others

    def _head_height(self) -> float:
        return self._height_of(self._paper.title, 11, self._width) + self._mm(22)

    def _head(self) -> float:
        """Paint what stands at the head of every page; return where it ends."""
        title = self._height_of(self._paper.title, 11, self._width)
        self._text(QRectF(0, 0, self._width, title), self._paper.title, _font(11))
        at = title + self._mm(1)
        self._text(QRectF(0, at, self._width, self._mm(9)), self._paper.heading, _font(20, bold=True))
        at += self._mm(9)
        for line in self._paper.lines:
            self._text(QRectF(0, at, self._width, self._mm(5)), line, _font(10))
            at += self._mm(5)
        self._rule(at + self._mm(0.8), 0.5)
        return self._head_height()

    def _columns_height(self) -> float:
        return self._mm(6)

    def _columns(self, at: float) -> float:
        """Paint the headings of the columns; return where they end."""
        number, who, time, used = self._paper.columns
        height = self._columns_height()
        gap = self._mm(_GAP_MM)
        for left, width, text, side in (
            (self._mm(_BOX_MM), self._mm(_NUMBER_MM) - gap, number, _END),
            (self._who_at + gap, self._time_at - self._who_at, who, _START),
            (self._time_at, self._mm(_TIME_MM) - gap, time, _END),
            (self._used_at + gap, self._mm(_USED_MM) - gap, used, _START),
        ):
            self._text(QRectF(left, at, width, height), text, _font(9), side | _MIDDLE)
        return at + height

    def _foot(self, number: int, of: int) -> None:
        before, between = self._paper.page
        text = f"{before}{number}{between}{of}"
        height = self._mm(5)
        self._text(QRectF(0, self._height - height, self._width, height), text, _font(9), _END | _MIDDLE)

    def _sentence(self, text: str, points: float) -> _Piece:
        height = self._height_of(text, points, self._width, bold=True) + self._mm(4)

        def paint(at: float) -> None:
            place = QRectF(0, at, self._width, height)
            self._text(place, text, _font(points, bold=True), _START | _MIDDLE)

        return _Piece(height, paint)

    def _row(self, row: PaperRow) -> _Piece:
        """Return a row: a box to tick, who it is, the time allotted, room for the time used."""
        gap = self._mm(_GAP_MM)
        width = self._time_at - self._who_at - 2 * gap
        below = ", ".join(part for part in (row.name, row.remark) if part)
        origin = self._height_of(row.origin, 17, width, bold=True) if row.origin else 0.0
        name = self._height_of(below, 13, width) if below else 0.0
        height = max(self._mm(_ROW_MM), origin + name + 2 * gap)

        def paint(at: float) -> None:
            self._rule(at, 0.2)
            side = self._mm(6.5)
            self._frame(QRectF(self._mm(1), at + (height - side) / 2, side, side))
            middle = QRectF(self._mm(_BOX_MM), at, self._mm(_NUMBER_MM) - gap, height)
            self._text(middle, row.number, _font(20, bold=True), _END | _MIDDLE)
            top = at + (height - origin - name) / 2
            left = self._who_at + gap
            self._text(QRectF(left, top, width, origin), row.origin, _font(17, bold=True))
            self._text(QRectF(left, top + origin, width, name), below, _font(13))
            time = QRectF(self._time_at, at, self._mm(_TIME_MM) - gap, height)
            self._text(time, row.allotted, _font(16), _END | _MIDDLE)
            self._frame(QRectF(self._used_at + gap, at + gap, self._mm(_USED_MM) - gap, height - 2 * gap))

        return _Piece(height, paint, rows=True)

    def _heard(self, when: str, origin: str, name: str, used: str) -> _Piece:
        height = self._mm(_HEARD_MM)

        def paint(at: float) -> None:
            gap = self._mm(_GAP_MM)
            time = self._mm(14 if len(when) < _CLOCK else 44)
            half = self._width / 2 - self._mm(4)
            for left, width, text, side in (
                (0.0, time - gap, when, _START),
                (time, half - time - gap, origin, _START),
                (half, self._used_at - half, name, _START),
                (self._used_at, self._mm(_USED_MM), used, _END),
            ):
                metrics = QFontMetricsF(_font(10), self._painter.device())
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
                self._text(QRectF(left, at, width, height), shown, _font(10), side | _MIDDLE)

        return _Piece(height, paint)

    def _text(self, place: QRectF, text: str, font: QFont, side: Qt.AlignmentFlag = _START) -> None:
        if text:
            self._painter.setFont(font)
            self._painter.drawText(self._mirrored(place), text, self._wrapped(side))

    def _frame(self, place: QRectF) -> None:
        self._painter.setPen(QPen(Qt.GlobalColor.black, self._mm(0.3)))
        self._painter.drawRect(self._mirrored(place))

    def _rule(self, at: float, thick_mm: float) -> None:
        self._painter.setPen(QPen(Qt.GlobalColor.black, self._mm(thick_mm)))
        self._painter.drawLine(0, round(at), round(self._width), round(at))

    def _mirrored(self, place: QRectF) -> QRectF:
        """Return where a place is: from the right in a language that is written from there."""
        if not self._paper.right_to_left:
            return place
        return QRectF(self._width - place.right(), place.top(), place.width(), place.height())

    def _height_of(self, text: str, points: float, width: float, *, bold: bool = False) -> float:
        self._painter.setFont(_font(points, bold=bold))
        room = QRectF(0, 0, width, self._height)
        return self._painter.boundingRect(room, text, self._wrapped(_START)).height()

    def _wrapped(self, side: Qt.AlignmentFlag) -> QTextOption:
        """Return how text is laid: over several lines, a word is parted only where it must be."""
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self._painter.layoutDirection())
        return option

    def _mm(self, length: float) -> float:
        return length * self._per_mm


def _blank(part: PaperPart) -> Iterator[PaperRow]:
    for number in range(len(part.rows) + 1, len(part.rows) + 1 + part.blank):
        yield PaperRow(str(number), "", "", "")


def _both(one: _Piece, other: _Piece) -> Callable[[float], None]:
    def paint(at: float) -> None:
        one.paint(at)
        other.paint(at + one.height)

    return paint


def _font(points: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
