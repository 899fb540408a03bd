"""Layout and painting of preview lines: headings, paragraphs, items and table rows."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct
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
"""Maximum number of characters of a cell laid out, so that a very long pasted text does not block the view."""


class _PreviewCell(Struct, frozen=True):
    """A text, and where it is painted: left end and width of ``rect`` in pixels; its top and height are not used."""

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
        """Paint a line: background if selected, its cells and, in a table, a rule below."""
        line = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        palette = self._view.palette()
        if is_selected:
            painter.fillRect(rect, palette.brush(QPalette.ColorRole.Highlight))
        is_muted = (
            line.style in {PreviewStyle.REMARK, PreviewStyle.COLUMNS, PreviewStyle.CAPTION, PreviewStyle.STAMP}
            and not is_selected
        )
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText if is_muted else QPalette.ColorRole.Text))
        top = rect.top() + _margin_above(line)
        for cell in self._cells(line, int(rect.width())):
            text_layout = self._create_text_layout(line, cell)
            text_layout.draw(painter, QPointF(rect.left() + cell.rect.left(), top))
        if line.style in {PreviewStyle.COLUMNS, PreviewStyle.ROW, PreviewStyle.TOTAL}:
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _measure_height(self, line: PreviewLine, width: int) -> int:
        metrics = QFontMetricsF(self._font(line))
        tallest = metrics.height()
        for cell in self._cells(line, width):
            if "\n" in cell.text or metrics.horizontalAdvance(cell.text) > cell.rect.width():
                tallest = max(tallest, self._create_text_layout(line, cell).boundingRect().height())
        return int(tallest) + _margin_above(line) + _ABOVE

    def _cells(self, line: PreviewLine, width: int) -> Iterator[_PreviewCell]:
        inner_width = max(1, width - 2 * _BESIDE)
        if not line.columns:
            yield from self._text_cells(line, inner_width)
            return
        total_share = sum(column.width_share for column in line.columns)
        x = float(_BESIDE)
        for text, column in zip(line.cells, line.columns, strict=True):
            column_width = inner_width * column.width_share / total_share
            rect = QRectF(x, 0, max(1.0, column_width - _CELL_GAP), 0)
            yield _PreviewCell(text[:_MAX_CELL_LETTERS], self._mirror(rect, width), column.is_end_aligned)
            x += column_width

    def _text_cells(self, line: PreviewLine, inner_width: int) -> Iterator[_PreviewCell]:
        indent = _INDENT if line.style is PreviewStyle.BULLET else 0
        width = inner_width + 2 * _BESIDE
        if indent:
            yield _PreviewCell(_BULLET, self._mirror(QRectF(_BESIDE, 0, indent, 0), width), is_end_aligned=False)
        rect = QRectF(_BESIDE + indent, 0, inner_width - indent, 0)
        yield _PreviewCell(line.cells[0][:_MAX_CELL_LETTERS], self._mirror(rect, width), is_end_aligned=False)

    def _mirror(self, rect: QRectF, width: int) -> QRectF:
        if self._view.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return rect
        return QRectF(width - rect.right(), 0, rect.width(), 0)

    def _create_text_layout(self, line: PreviewLine, cell: _PreviewCell) -> QTextLayout:
        text, formats = _parse_markup(cell.text) if line.has_markup else (cell.text, [])
        layout = QTextLayout(text.replace("\n", "\u2028"), self._font(line))
        is_right_to_left = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        alignment = (
            Qt.AlignmentFlag.AlignLeft if is_right_to_left is cell.is_end_aligned else Qt.AlignmentFlag.AlignRight
        )
        option = QTextOption(alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self._view.layoutDirection())
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.beginLayout()
        bottom = 0.0
        while (layout_line := layout.createLine()).isValid():
            layout_line.setLineWidth(cell.rect.width())
            layout_line.setPosition(QPointF(0, bottom))
            bottom += layout_line.height()
        layout.endLayout()
        return layout

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
            format_range = QTextLayout.FormatRange()
            format_range.start, format_range.length = len(plain), len(run.text)
            text_format = QTextCharFormat()
            text_format.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
            text_format.setFontItalic(run.italic)
            format_range.format = text_format
            formats.append(format_range)
        plain += run.text
    return plain, formats
