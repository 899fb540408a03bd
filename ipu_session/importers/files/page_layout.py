"""Restoration of the reading order of a page: columns side by side, letterheads, headers and footers."""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from ipu_session.importers.files.document_line import LABEL, LineStyle, SourceLine

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_WIDE_GAP = re.compile(r"(?<=\S) {4,}(?=\S)")
_MIN_ROWS = 4
_COLUMN_WIDTH = 15
_INDENT = 20
_PAGE = r"[-–—]?\s*(?:(?:page|página|p\.)\s*)?\d{1,3}(?:\s*(?:/|of|de|sur)\s*\d{1,3})?\s*[-–—]?"
_SIGN = r"(?:[A-Z]{1,4}(?:-[IVX]{1,4})?/\d{2,3}/[\w.()/-]*\w|(?:https?://|www\.)\S+|\S+@\S+\.\w+|#\w+)"
_MARGIN = re.compile(rf"(?:{_PAGE}\s+)?{_SIGN}(?:\s+{_SIGN})*(?:\s+{_PAGE})?", re.IGNORECASE)


class _ColumnRow(Struct, frozen=True):
    """A line of a page in two columns; an empty column is ""."""

    left: str
    right: str
    is_split: bool = False


def linearize_columns(page: str) -> str:
    """Return a page in two columns as the left column followed by the right one; any other page unchanged."""
    lines = page.split("\n")
    rows = [_split_row(line) for line in lines]
    split_rows = [index for index, row in enumerate(rows) if row.is_split]
    if len(split_rows) < _MIN_ROWS or not _reads_as_columns([rows[index] for index in split_rows]):
        return page
    width = max(len(rows[index].left) for index in split_rows)
    linear: list[str] = []
    index = 0
    while index < len(lines):
        end = _block_end(rows, index, width)
        block = rows[index:end]
        if sum(row.is_split for row in block) >= _MIN_ROWS:
            linear += [row.left for row in block]
            linear += ["", *(row.right for row in block), ""]
            index = end
        else:
            linear.append(lines[index])
            index += 1
    return "\n".join(linear)


def _split_row(line: str) -> _ColumnRow:
    gaps = list(_GAP.finditer(line))
    if len(gaps) == 1:
        return _ColumnRow(line[: gaps[0].start()].strip(), line[gaps[0].end() :].strip(), is_split=True)
    if len(line) - len(line.lstrip()) >= _INDENT:
        return _ColumnRow("", line.strip())
    return _ColumnRow(line.strip(), "")


def _reads_as_columns(rows: Sequence[_ColumnRow]) -> bool:
    """Return whether both columns have the line length of prose, unlike labels with their values."""
    sides = ([len(row.left) for row in rows], [len(row.right) for row in rows])
    return all(median(side) >= _COLUMN_WIDTH for side in sides)


def _block_end(rows: Sequence[_ColumnRow], start: int, width: int) -> int:
    """Return the end (exclusive) of the block of two columns that begins at ``start``; ``start`` if there is none."""
    if not rows[start].is_split:
        return start
    end = start
    for index in range(start, len(rows)):
        row = rows[index]
        if not row.is_split and len(row.left) > width:
            break
        blank_above = index > 0 and not (rows[index - 1].left or rows[index - 1].right)
        if row.is_split or ((row.left or row.right) and end == index and not blank_above):
            end = index + 1
    return end


def in_reading_order(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Return the lines with the left side of a letterhead before its right side, and margins at the end.

    Margins are lines at the edge of the page with only a document symbol, an address or a page number.
    """
    body: list[SourceLine] = []
    margins: list[SourceLine] = []
    block: list[SourceLine] = []
    for index, line in enumerate(lines):
        if _is_margin(lines, index):
            margins.append(replace(line, style=LineStyle.MARGIN))
        elif line.text.strip() and not line.is_paragraph:
            block.append(line)
        else:
            body += [*_linearize_block(block), line]
            block = []
    return (*body, *_linearize_block(block), *margins)


def _is_margin(lines: Sequence[SourceLine], index: int) -> bool:
    """Return whether a line at the edge of a block is only a document symbol, an address or a page number."""
    line = lines[index]
    if line.is_paragraph or line.style is not LineStyle.PLAIN or not _MARGIN.fullmatch(line.text.strip()):
        return False
    neighbours = [lines[near].text.strip() for near in (index - 1, index + 1) if 0 <= near < len(lines)]
    return len(neighbours) < 2 or not all(neighbours) or any(_MARGIN.fullmatch(text) for text in neighbours)


def _linearize_block(block: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Yield the lines of a block; those of a letterhead in two columns left side first."""
    split_lines = [(line, _split_at_gap(line.text)) for line in block]
    columns = {column for _, (_, _, column) in split_lines if column}
    several = sum(bool(left and right) for _, (left, right, _) in split_lines) > 1
    if not several or max(columns) - min(columns) > 1:
        yield from (_join_label(line) for line in block)
        return
    yield from (replace(line, text=left) for line, (left, _, _) in split_lines if left)
    yield SourceLine("", block[-1].number)
    yield from (replace(line, text=right) for line, (_, right, _) in split_lines if right)


def _split_at_gap(text: str) -> tuple[str, str, int]:
    """Return the text left and right of a wide gap, and the column where the right side begins; 0 if no gap."""
    text = text.expandtabs()
    indent = len(text) - len(text.lstrip())
    if indent >= _INDENT:
        return "", text.strip(), indent
    gaps = list(_WIDE_GAP.finditer(text))
    if len(gaps) != 1 or LABEL.fullmatch(text[: gaps[0].start()].strip()):
        return text, "", 0
    left = text[: gaps[0].start()].strip()
    if left.endswith(":") or len(left) <= 3:
        return text, "", 0
    return left, text[gaps[0].end() :].strip(), gaps[0].end()


def _join_label(line: SourceLine) -> SourceLine:
    """Return "Venue    Geneva" as "Venue: Geneva"; any other line unchanged."""
    label, *value = _WIDE_GAP.split(line.text.expandtabs().strip(), 1)
    if not value or not LABEL.fullmatch(label) or label.endswith(":"):
        return line
    return replace(line, text=f"{label}: {value[0].strip()}")
