"""How a line of the preview is laid and painted: headings, paragraphs, items, and rows of tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ipu_session.domain.exchange.report_preview import Look, PreviewLine
from ipu_session.domain.text import inline_markup

Index = QModelIndex | QPersistentModelIndex
_BESIDE, _ABOVE = 10, 3
_LEAD_IN = 12
"""Pixels more above a heading or a caption."""
_BULLET = "•"
_INDENT = 18
_CELL_GAP = 8
_SIZES = {Look.TITLE: 1.35, Look.STAMP: 0.9, Look.REMARK: 0.95}
_HEADING = {1: 1.25, 2: 1.12}
_BOLD = frozenset({Look.TITLE, Look.HEADING, Look.LEAD, Look.COLUMNS, Look.TOTAL, Look.STAMP})
_SPACED = frozenset({Look.HEADING, Look.CAPTION, Look.TITLE})
_LONGEST = 20_000
"""Letters of one cell that are laid out; a pasted book is shown to here."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """One text in its place."""

    text: str
    place: QRectF
    at_end: bool


class PreviewRows(QStyledItemDelegate):
    """Knows how high each line is in the width there is; a line is measured once."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[PreviewLine, int] = {}
        self._measured: tuple[int, str] = (0, "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how much room a line takes."""
        line = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        now = (width, self._view.font().key())
        if now != self._measured:
            self._heights.clear()
            self._measured = now
        if line not in self._heights:
            self._heights[line] = self._height(line, width)
        return QSize(width, self._heights[line])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line as the report has it."""
        line = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        place = QRectF(option.rect)
        palette = self._view.palette()
        if chosen:
            painter.fillRect(place, palette.brush(QPalette.ColorRole.Highlight))
        quiet = line.look in {Look.REMARK, Look.COLUMNS, Look.CAPTION, Look.STAMP} and not chosen
        painter.setPen(
            palette.color(QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text)
        )
        top = place.top() + _above(line)
        for cell in self._cells(line, int(place.width())):
            laid = self._laid(line, cell)
            laid.draw(painter, QPointF(place.left() + cell.place.left(), top))
        if line.look in {Look.COLUMNS, Look.ROW, Look.TOTAL}:
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()

    def _height(self, line: PreviewLine, width: int) -> int:
        metrics = QFontMetricsF(self._font(line))
        tallest = metrics.height()
        for cell in self._cells(line, width):
            if "\n" in cell.text or metrics.horizontalAdvance(cell.text) > cell.place.width():
                tallest = max(tallest, self._laid(line, cell).boundingRect().height())
        return int(tallest) + _above(line) + _ABOVE

    def _cells(self, line: PreviewLine, width: int) -> Iterator[_Cell]:
        room = max(1, width - 2 * _BESIDE)
        if not line.columns:
            yield from self._running(line, room)
            return
        whole = sum(column.share for column in line.columns)
        at = float(_BESIDE)
        for text, column in zip(line.cells, line.columns, strict=True):
            share = room * column.share / whole
            inner = QRectF(at, 0, max(1.0, share - _CELL_GAP), 0)
            yield _Cell(text[:_LONGEST], self._mirrored(inner, width), column.at_end)
            at += share

    def _running(self, line: PreviewLine, room: int) -> Iterator[_Cell]:
        indent = _INDENT if line.look is Look.BULLET else 0
        width = room + 2 * _BESIDE
        if indent:
            yield _Cell(_BULLET, self._mirrored(QRectF(_BESIDE, 0, indent, 0), width), at_end=False)
        place = QRectF(_BESIDE + indent, 0, room - indent, 0)
        yield _Cell(line.cells[0][:_LONGEST], self._mirrored(place, width), at_end=False)

    def _mirrored(self, place: QRectF, width: int) -> QRectF:
        if self._view.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return place
        return QRectF(width - place.right(), 0, place.width(), 0)

    def _laid(self, line: PreviewLine, cell: _Cell) -> QTextLayout:
        text, formats = _looks(cell.text) if line.marked else (cell.text, [])
        laid = QTextLayout(text.replace("\n", "\u2028"), self._font(line))
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if rtl is cell.at_end else Qt.AlignmentFlag.AlignRight
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self._view.layoutDirection())
        laid.setTextOption(option)
        laid.setFormats(formats)
        laid.beginLayout()
        bottom = 0.0
        while (row := laid.createLine()).isValid():
            row.setLineWidth(cell.place.width())
            row.setPosition(QPointF(0, bottom))
            bottom += row.height()
        laid.endLayout()
        return laid

    def _font(self, line: PreviewLine) -> QFont:
        font = QFont(self._view.font())
        factor = _HEADING.get(line.level, 1.0) if line.look is Look.HEADING else _SIZES.get(line.look, 1.0)
        font.setPointSizeF(font.pointSizeF() * factor)
        font.setBold(line.look in _BOLD)
        font.setItalic(line.look is Look.CAPTION)
        return font


def _above(line: PreviewLine) -> int:
    return _ABOVE + (_LEAD_IN if line.look in _SPACED else 0)


def _looks(text: str) -> tuple[str, list[QTextLayout.FormatRange]]:
    """Return a text without its marks, and where it is bold or italic."""
    formats: list[QTextLayout.FormatRange] = []
    plain = ""
    for run in inline_markup.runs(text):
        if run.bold or run.italic:
            look = QTextLayout.FormatRange()
            look.start, look.length = len(plain), len(run.text)
            form = QTextCharFormat()
            form.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
            form.setFontItalic(run.italic)
            look.format = form
            formats.append(look)
        plain += run.text
    return plain, formats
