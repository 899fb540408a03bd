"""Layout of the speakers list on A4 pages, for a printer or a PDF, in type readable at arm's length."""

from collections.abc import Callable, Iterator

from msgspec import Struct
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

from ipu_session.domain.exchange.printable_list import PrintableList, PrintableRow, PrintableSection

_MARGIN_MM = 14.0
_ROW_MM = 15.0
_HEARD_ROW_MM = 5.4
_GAP_MM = 1.5
_BOX_MM, _NUMBER_MM, _TIME_MM, _USED_MM = 11.0, 15.0, 20.0, 34.0
_TIME_OF_DAY_LENGTH = 9
"""A text with fewer characters is a time of day alone; a longer text has a date too."""
_DPI = 300
_MM_PER_INCH = 25.4
_START = Qt.AlignmentFlag.AlignLeft
_END = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _LayoutBlock(Struct, frozen=True):
    """Part of a page that is never split; ``height`` in device pixels, ``paint`` paints it from a y coordinate down."""

    height: float
    paint: Callable[[float], None]
    needs_headings: bool = False
    """Whether the page needs the column headings above this block."""


def render_list_pdf(printable_list: PrintableList) -> bytes:
    """Return the list as a PDF; needs a QGuiApplication (fonts), but neither a screen nor a printer."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(f"{printable_list.heading} – {printable_list.title}")
    writer.setCreator("")
    writer.setResolution(_DPI)
    paint_list(writer, printable_list)
    buffer.close()
    return bytes(data.data())


def paint_list(device: QPagedPaintDevice, printable_list: PrintableList) -> int:
    """Paint the list on a printer or PDF writer; return the number of pages."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter(device)
    try:
        return _ListPaginator(device, painter, printable_list).paint_pages()
    finally:
        painter.end()


class _ListPaginator:
    """Distributes the blocks over pages, then paints the pages: each shows how many pages there are."""

    def __init__(self, device: QPagedPaintDevice, painter: QPainter, printable_list: PrintableList) -> None:
        self._device = device
        self._painter = painter
        self._printable_list = printable_list
        self._px_per_mm = painter.device().logicalDpiX() / _MM_PER_INCH
        self._width = float(painter.viewport().width())
        self._height = float(painter.viewport().height())
        right = Qt.LayoutDirection.RightToLeft
        painter.setLayoutDirection(right if printable_list.is_right_to_left else Qt.LayoutDirection.LeftToRight)
        self._used_x = self._width - self._px_from_mm(_USED_MM)
        self._time_x = self._used_x - self._px_from_mm(_TIME_MM)
        self._speaker_x = self._px_from_mm(_BOX_MM + _NUMBER_MM)

    def paint_pages(self) -> int:
        pages = self._paginate()
        for number, page in enumerate(pages, start=1):
            if number > 1:
                self._device.newPage()
            y, has_headings = self._paint_header(), False
            for block in page:
                if block.needs_headings and not has_headings:
                    y, has_headings = self._paint_headings(y), True
                block.paint(y)
                y += block.height
            self._paint_footer(number, len(pages))
        return len(pages)

    def _paginate(self) -> list[list[_LayoutBlock]]:
        page_height = self._height - self._header_height() - self._headings_height() - self._px_from_mm(8)
        pages: list[list[_LayoutBlock]] = [[]]
        free_height = page_height
        for block in self._layout_blocks():
            if block.height > free_height and pages[-1]:
                pages.append([])
                free_height = page_height
            pages[-1].append(block)
            free_height -= block.height
        return pages

    def _layout_blocks(self) -> Iterator[_LayoutBlock]:
        if self._printable_list.floor:
            yield self._heading_block(self._printable_list.floor, 13)
        for part in self._printable_list.sections:
            yield self._heading_block(part.heading, 13)
            yield from (self._request_block(row) for row in part.rows)
            yield from (self._request_block(row) for row in _blank_rows(part))
        if self._printable_list.heard_rows:
            first, *others = (self._heard_block(*row) for row in self._printable_list.heard_rows)
            heading = self._heading_block(self._printable_list.heard_heading, 11)
            # Heading and first row are one block, so that the heading is never the last line of a page.
            yield _LayoutBlock(heading.height + first.height, _paint_both(heading, first))
            yield from others

    def _header_height(self) -> float:
        return self._text_height(self._printable_list.title, 11, self._width) + self._px_from_mm(22)

    def _paint_header(self) -> float:
        """Paint the page header; return its bottom in device pixels."""
        title_height = self._text_height(self._printable_list.title, 11, self._width)
        self._paint_text(QRectF(0, 0, self._width, title_height), self._printable_list.title, _make_font(11))
        y = title_height + self._px_from_mm(1)
        self._paint_text(
            QRectF(0, y, self._width, self._px_from_mm(9)), self._printable_list.heading, _make_font(20, bold=True)
        )
        y += self._px_from_mm(9)
        for line in self._printable_list.header_lines:
            self._paint_text(QRectF(0, y, self._width, self._px_from_mm(5)), line, _make_font(10))
            y += self._px_from_mm(5)
        self._paint_rule(y + self._px_from_mm(0.8), 0.5)
        return self._header_height()

    def _headings_height(self) -> float:
        return self._px_from_mm(6)

    def _paint_headings(self, y: float) -> float:
        """Paint the column headings; return their bottom in device pixels."""
        number, speaker, time, used = self._printable_list.column_headings
        height = self._headings_height()
        gap = self._px_from_mm(_GAP_MM)
        for x, width, text, alignment in (
            (self._px_from_mm(_BOX_MM), self._px_from_mm(_NUMBER_MM) - gap, number, _END),
            (self._speaker_x + gap, self._time_x - self._speaker_x, speaker, _START),
            (self._time_x, self._px_from_mm(_TIME_MM) - gap, time, _END),
            (self._used_x + gap, self._px_from_mm(_USED_MM) - gap, used, _START),
        ):
            self._paint_text(QRectF(x, y, width, height), text, _make_font(9), alignment | _MIDDLE)
        return y + height

    def _paint_footer(self, number: int, count: int) -> None:
        prefix, separator = self._printable_list.page_labels
        text = f"{prefix}{number}{separator}{count}"
        height = self._px_from_mm(5)
        self._paint_text(QRectF(0, self._height - height, self._width, height), text, _make_font(9), _END | _MIDDLE)

    def _heading_block(self, text: str, points: float) -> _LayoutBlock:
        height = self._text_height(text, points, self._width, bold=True) + self._px_from_mm(4)

        def paint(y: float) -> None:
            rect = QRectF(0, y, self._width, height)
            self._paint_text(rect, text, _make_font(points, bold=True), _START | _MIDDLE)

        return _LayoutBlock(height, paint)

    def _request_block(self, row: PrintableRow) -> _LayoutBlock:
        """Return the block of a request: box to tick, number, speaker, time allotted, box to write the time used in."""
        gap = self._px_from_mm(_GAP_MM)
        width = self._time_x - self._speaker_x - 2 * gap
        name_line = ", ".join(part for part in (row.name, row.remark) if part)
        delegation_height = self._text_height(row.delegation, 17, width, bold=True) if row.delegation else 0.0
        name_height = self._text_height(name_line, 13, width) if name_line else 0.0
        height = max(self._px_from_mm(_ROW_MM), delegation_height + name_height + 2 * gap)

        def paint(y: float) -> None:
            self._paint_rule(y, 0.2)
            box_size = self._px_from_mm(6.5)
            self._paint_box(QRectF(self._px_from_mm(1), y + (height - box_size) / 2, box_size, box_size))
            number_rect = QRectF(self._px_from_mm(_BOX_MM), y, self._px_from_mm(_NUMBER_MM) - gap, height)
            self._paint_text(number_rect, row.number, _make_font(20, bold=True), _END | _MIDDLE)
            top = y + (height - delegation_height - name_height) / 2
            x = self._speaker_x + gap
            self._paint_text(QRectF(x, top, width, delegation_height), row.delegation, _make_font(17, bold=True))
            self._paint_text(QRectF(x, top + delegation_height, width, name_height), name_line, _make_font(13))
            time_rect = QRectF(self._time_x, y, self._px_from_mm(_TIME_MM) - gap, height)
            self._paint_text(time_rect, row.allotted, _make_font(16), _END | _MIDDLE)
            self._paint_box(QRectF(self._used_x + gap, y + gap, self._px_from_mm(_USED_MM) - gap, height - 2 * gap))

        return _LayoutBlock(height, paint, needs_headings=True)

    def _heard_block(self, time_of_day: str, origin: str, name: str, used: str) -> _LayoutBlock:
        height = self._px_from_mm(_HEARD_ROW_MM)

        def paint(y: float) -> None:
            gap = self._px_from_mm(_GAP_MM)
            time_width = self._px_from_mm(14 if len(time_of_day) < _TIME_OF_DAY_LENGTH else 44)
            name_x = self._width / 2 - self._px_from_mm(4)
            for x, width, text, alignment in (
                (0.0, time_width - gap, time_of_day, _START),
                (time_width, name_x - time_width - gap, origin, _START),
                (name_x, self._used_x - name_x, name, _START),
                (self._used_x, self._px_from_mm(_USED_MM), used, _END),
            ):
                metrics = QFontMetricsF(_make_font(10), self._painter.device())
                elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
                self._paint_text(QRectF(x, y, width, height), elided, _make_font(10), alignment | _MIDDLE)

        return _LayoutBlock(height, paint)

    def _paint_text(self, rect: QRectF, text: str, font: QFont, alignment: Qt.AlignmentFlag = _START) -> None:
        if text:
            self._painter.setFont(font)
            self._painter.drawText(self._mirror_if_rtl(rect), text, self._wrapping_option(alignment))

    def _paint_box(self, rect: QRectF) -> None:
        self._painter.setPen(QPen(Qt.GlobalColor.black, self._px_from_mm(0.3)))
        self._painter.drawRect(self._mirror_if_rtl(rect))

    def _paint_rule(self, y: float, thickness_mm: float) -> None:
        self._painter.setPen(QPen(Qt.GlobalColor.black, self._px_from_mm(thickness_mm)))
        self._painter.drawLine(0, round(y), round(self._width), round(y))

    def _mirror_if_rtl(self, rect: QRectF) -> QRectF:
        """Return the rectangle, mirrored horizontally in a right-to-left language."""
        if not self._printable_list.is_right_to_left:
            return rect
        return QRectF(self._width - rect.right(), rect.top(), rect.width(), rect.height())

    def _text_height(self, text: str, points: float, width: float, *, bold: bool = False) -> float:
        self._painter.setFont(_make_font(points, bold=bold))
        bounds = QRectF(0, 0, width, self._height)
        return self._painter.boundingRect(bounds, text, self._wrapping_option(_START)).height()

    def _wrapping_option(self, side: Qt.AlignmentFlag) -> QTextOption:
        """Return the text option for this alignment: wrap between words, and inside a word only if it is too wide."""
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self._painter.layoutDirection())
        return option

    def _px_from_mm(self, length: float) -> float:
        return length * self._px_per_mm


def _blank_rows(part: PrintableSection) -> Iterator[PrintableRow]:
    for number in range(len(part.rows) + 1, len(part.rows) + 1 + part.blank_rows):
        yield PrintableRow(str(number), "", "", "")


def _paint_both(first: _LayoutBlock, second: _LayoutBlock) -> Callable[[float], None]:
    def paint(y: float) -> None:
        first.paint(y)
        second.paint(y + first.height)

    return paint


def _make_font(points: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
