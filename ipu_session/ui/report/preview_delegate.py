"""Layout and painting of preview lines: headings, paragraphs, items and table rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ipu_session.domain.exchange.report_preview import PreviewLine, PreviewStyle
from ipu_session.domain.text import inline_markup

Index = QModelIndex | QPersistentModelIndex
_BESIDE, _ABOVE = 10, 3
_HEADING_MARGIN = 12
"""Extra margin above a heading or a caption, in pixels."""
_BULLET = "•"
_INDENT = 18
_CELL_GAP = 8
_SIZE_FACTORS = {PreviewStyle.TITLE: 1.35, PreviewStyle.STAMP: 0.9, PreviewStyle.REMARK: 0.95}
_HEADING_SIZE_FACTORS = {1: 1.25, 2: 1.12}
_BOLD_STYLES = frozenset(
    {
        PreviewStyle.TITLE,
        PreviewStyle.HEADING,
        PreviewStyle.LEAD,
        PreviewStyle.COLUMNS,
        PreviewStyle.TOTAL,
        PreviewStyle.STAMP,
    }
)
_SPACED_STYLES = frozenset({PreviewStyle.HEADING, PreviewStyle.CAPTION, PreviewStyle.TITLE})
_MAX_CELL_LETTERS = 20_000
"""Characters of a cell laid out at most, so that a pasted book does not block the view."""


@dataclass(frozen=True, slots=True)
class _PreviewCell:
    """A text and its rectangle."""

    text: str
    rect: QRectF
    is_end_aligned: bool


class PreviewDelegate(QStyledItemDelegate):
    """Paints preview lines; the height of each line is computed once for the current width and font."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._cached_height = cache(self._measure_height)
        self._measured_for: tuple[int, str] = (0, "")
        """Width in pixels and font for which heights are cached."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a line at the width of the viewport."""
        line = index.data(Qt.ItemDataRole.UserRole)
        width = self._view.viewport().width()
        measured_for = (width, self._view.font().key())
        if measured_for != self._measured_for:
            self._cached_height.cache_clear()
            self._measured_for = measured_for
        return QSize(width, self._cached_height(line, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line in its style."""
        line = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        place = QRectF(option.rect)
        palette = self._view.palette()
        if chosen:
            painter.fillRect(place, palette.brush(QPalette.ColorRole.Highlight))
        quiet = (
            line.style in {PreviewStyle.REMARK, PreviewStyle.COLUMNS, PreviewStyle.CAPTION, PreviewStyle.STAMP}
            and not chosen
        )
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText if quiet else QPalette.ColorRole.Text))
        top = place.top() + _margin_above(line)
        for cell in self._cells(line, int(place.width())):
            laid = self._create_text_layout(line, cell)
            laid.draw(painter, QPointF(place.left() + cell.rect.left(), top))
        if line.style in {PreviewStyle.COLUMNS, PreviewStyle.ROW, PreviewStyle.TOTAL}:
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()

    def _measure_height(self, line: PreviewLine, width: int) -> int:
        metrics = QFontMetricsF(self._font(line))
        tallest = metrics.height()
        for cell in self._cells(line, width):
            if "\n" in cell.text or metrics.horizontalAdvance(cell.text) > cell.rect.width():
                tallest = max(tallest, self._create_text_layout(line, cell).boundingRect().height())
        return int(tallest) + _margin_above(line) + _ABOVE

    def _cells(self, line: PreviewLine, width: int) -> Iterator[_PreviewCell]:
        room = max(1, width - 2 * _BESIDE)
        if not line.columns:
            yield from self._text_cells(line, room)
            return
        whole = sum(column.width_share for column in line.columns)
        at = float(_BESIDE)
        for text, column in zip(line.cells, line.columns, strict=True):
            share = room * column.width_share / whole
            inner = QRectF(at, 0, max(1.0, share - _CELL_GAP), 0)
            yield _PreviewCell(text[:_MAX_CELL_LETTERS], self._mirror(inner, width), column.is_end_aligned)
            at += share

    def _text_cells(self, line: PreviewLine, room: int) -> Iterator[_PreviewCell]:
        indent = _INDENT if line.style is PreviewStyle.BULLET else 0
        width = room + 2 * _BESIDE
        if indent:
            yield _PreviewCell(_BULLET, self._mirror(QRectF(_BESIDE, 0, indent, 0), width), is_end_aligned=False)
        place = QRectF(_BESIDE + indent, 0, room - indent, 0)
        yield _PreviewCell(line.cells[0][:_MAX_CELL_LETTERS], self._mirror(place, width), is_end_aligned=False)

    def _mirror(self, place: QRectF, width: int) -> QRectF:
        if self._view.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return place
        return QRectF(width - place.right(), 0, place.width(), 0)

    def _create_text_layout(self, line: PreviewLine, cell: _PreviewCell) -> QTextLayout:
        text, formats = _parse_markup(cell.text) if line.has_markup else (cell.text, [])
        laid = QTextLayout(text.replace("\n", "\u2028"), self._font(line))
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if rtl is cell.is_end_aligned else Qt.AlignmentFlag.AlignRight
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self._view.layoutDirection())
        laid.setTextOption(option)
        laid.setFormats(formats)
        laid.beginLayout()
        bottom = 0.0
        while (row := laid.createLine()).isValid():
            row.setLineWidth(cell.rect.width())
            row.setPosition(QPointF(0, bottom))
            bottom += row.height()
        laid.endLayout()
        return laid

    def _font(self, line: PreviewLine) -> QFont:
        font = QFont(self._view.font())
        factor = (
            _HEADING_SIZE_FACTORS.get(line.level, 1.0)
            if line.style is PreviewStyle.HEADING
            else _SIZE_FACTORS.get(line.style, 1.0)
        )
        font.setPointSizeF(font.pointSizeF() * factor)
        font.setBold(line.style in _BOLD_STYLES)
        font.setItalic(line.style is PreviewStyle.CAPTION)
        return font


def _margin_above(line: PreviewLine) -> int:
    return _ABOVE + (_HEADING_MARGIN if line.style in _SPACED_STYLES else 0)


def _parse_markup(text: str) -> tuple[str, list[QTextLayout.FormatRange]]:
    """Return the text without inline markup, and its bold and italic ranges."""
    formats: list[QTextLayout.FormatRange] = []
    plain = ""
    for run in inline_markup.parse_runs(text):
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
