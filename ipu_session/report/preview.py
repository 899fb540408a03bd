"""A report as lines to look through: the very value that is written, in the order in which it is read."""

from collections.abc import Iterator
from dataclasses import replace

from ipu_session.domain.exchange.report_preview import (
    Look,
    Origin,
    Preview,
    PreviewColumn,
    PreviewLine,
    Source,
)
from ipu_session.report.model import (
    Align,
    Block,
    Bullets,
    Chart,
    Heading,
    Masthead,
    Paragraph,
    Report,
    Style,
    Table,
)

_LOOKS = {Style.BODY: Look.BODY, Style.LEAD: Look.LEAD, Style.REMARK: Look.REMARK}
_DETAILS = Source(Origin.DETAILS)
_HALVES = (PreviewColumn(50), PreviewColumn(50, at_end=True))


def preview_of(report: Report) -> Preview:
    """Return the lines of a report; page breaks and contents are for paper and left out."""
    lines = [PreviewLine(Look.STAMP, (stamp,)) for stamp in report.stamps]
    lines += _masthead(report.masthead)
    theme: int | None = None
    for block in report.blocks:
        if isinstance(block, Heading):
            theme = block.source.id if block.source and block.source.origin is Origin.THEME else None
        lines += (_under(theme, line) for line in _lines(block))
    return Preview(report.right_to_left, tuple(lines))


def _under(theme: int | None, line: PreviewLine) -> PreviewLine:
    """Return the line; a note that stands under a theme says under which."""
    if theme is None or line.source is None or line.source.origin is not Origin.NOTE:
        return line
    return replace(line, source=replace(line.source, theme=theme))


def _masthead(head: Masthead) -> Iterator[PreviewLine]:
    for pair in head.pairs:
        yield PreviewLine(Look.ROW, pair, columns=_HALVES, source=_DETAILS)
    yield PreviewLine(Look.LEAD, (head.committee or head.kind,), source=_DETAILS)
    yield PreviewLine(Look.TITLE, (head.title,), source=_DETAILS)


def _lines(block: Block) -> Iterator[PreviewLine]:
    match block:
        case Heading():
            yield PreviewLine(Look.HEADING, (block.text,), level=block.level, source=block.source)
        case Paragraph():
            look = _LOOKS[block.style]
            yield PreviewLine(look, (block.text,), marked=block.marked, source=block.source)
        case Bullets():
            for number, item in enumerate(block.items):
                source = _nth(block.sources, number)
                yield PreviewLine(Look.BULLET, (item,), marked=block.marked, source=source)
        case Table():
            yield from _table(block)
        case Chart():
            yield PreviewLine(Look.CAPTION, (block.caption,))
            yield PreviewLine(Look.REMARK, (block.alt,))


def _table(table: Table) -> Iterator[PreviewLine]:
    columns = tuple(PreviewColumn(c.share, c.align is Align.END) for c in table.columns)
    yield PreviewLine(Look.CAPTION, (table.caption,))
    yield PreviewLine(Look.COLUMNS, tuple(column.heading for column in table.columns), columns=columns)
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        look = Look.TOTAL if table.total and number == last else Look.ROW
        yield PreviewLine(look, row, columns=columns, source=_nth(table.sources, number))


def _nth(sources: tuple[Source | None, ...], number: int) -> Source | None:
    return sources[number] if number < len(sources) else None
