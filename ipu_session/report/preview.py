"""Converts a report to lines for the preview, from the same value that the writers use."""

from collections.abc import Iterator

from msgspec.structs import replace

from ipu_session.domain.exchange.report_preview import (
    PreviewColumn,
    PreviewLine,
    PreviewStyle,
    ReportPreview,
    SourceKind,
    SourceReference,
)
from ipu_session.report.model import (
    Block,
    Bullets,
    Chart,
    ColumnAlignment,
    Heading,
    Masthead,
    Paragraph,
    ParagraphStyle,
    Report,
    Table,
)

_LINE_STYLES = {
    ParagraphStyle.BODY: PreviewStyle.BODY,
    ParagraphStyle.LEAD: PreviewStyle.LEAD,
    ParagraphStyle.REMARK: PreviewStyle.REMARK,
}
_DETAILS_SOURCE = SourceReference(SourceKind.DETAILS)
_TWO_COLUMNS = (PreviewColumn(50), PreviewColumn(50, is_end_aligned=True))


def build_preview(report: Report) -> ReportPreview:
    """Return the lines of a report, without page breaks and table of contents; a chart is its caption and alt text."""
    lines = [PreviewLine(PreviewStyle.STAMP, (stamp,)) for stamp in report.stamps]
    lines += _masthead_lines(report.masthead)
    theme: int | None = None
    for block in report.blocks:
        if isinstance(block, Heading):
            theme = block.source.id if block.source and block.source.kind is SourceKind.THEME else None
        lines += (_with_theme(theme, line) for line in _block_lines(block))
    return ReportPreview(report.right_to_left, tuple(lines))


def _with_theme(theme: int | None, line: PreviewLine) -> PreviewLine:
    """Return the line; the source of a note below a theme gets the theme's id."""
    if theme is None or line.source is None or line.source.kind is not SourceKind.NOTE:
        return line
    return replace(line, source=replace(line.source, theme=theme))


def _masthead_lines(masthead: Masthead) -> Iterator[PreviewLine]:
    for pair in masthead.pairs:
        yield PreviewLine(PreviewStyle.ROW, pair, columns=_TWO_COLUMNS, source=_DETAILS_SOURCE)
    yield PreviewLine(PreviewStyle.LEAD, (masthead.committee or masthead.kind,), source=_DETAILS_SOURCE)
    yield PreviewLine(PreviewStyle.TITLE, (masthead.title,), source=_DETAILS_SOURCE)


def _block_lines(block: Block) -> Iterator[PreviewLine]:
    match block:
        case Heading():
            yield PreviewLine(PreviewStyle.HEADING, (block.text,), level=block.level, source=block.source)
        case Paragraph():
            style = _LINE_STYLES[block.style]
            yield PreviewLine(style, (block.text,), has_markup=block.has_markup, source=block.source)
        case Bullets():
            for number, item in enumerate(block.items):
                source = _source_at(block.sources, number)
                yield PreviewLine(PreviewStyle.BULLET, (item,), has_markup=block.has_markup, source=source)
        case Table():
            yield from _table_lines(block)
        case Chart():
            yield PreviewLine(PreviewStyle.CAPTION, (block.caption,))
            yield PreviewLine(PreviewStyle.REMARK, (block.alt_text,))


def _table_lines(table: Table) -> Iterator[PreviewLine]:
    columns = tuple(PreviewColumn(c.share, c.align is ColumnAlignment.END) for c in table.columns)
    yield PreviewLine(PreviewStyle.CAPTION, (table.caption,))
    yield PreviewLine(PreviewStyle.COLUMNS, tuple(column.heading for column in table.columns), columns=columns)
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        style = PreviewStyle.TOTAL if table.has_total_row and number == last else PreviewStyle.ROW
        yield PreviewLine(style, row, columns=columns, source=_source_at(table.sources, number))


def _source_at(sources: tuple[SourceReference | None, ...], number: int) -> SourceReference | None:
    return sources[number] if number < len(sources) else None
