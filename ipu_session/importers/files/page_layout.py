"""What a page's layout hides in plain text: columns side by side, and what stands in the margins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ipu_session.importers.files.lines import LABEL, Line, Style

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_WIDE_GAP = re.compile(r"(?<=\S) {4,}(?=\S)")
_FEWEST_ROWS = 4
_COLUMN_WIDTH = 15
_INDENT = 20
_PAGE = r"[-–—]?\s*(?:(?:page|página|p\.)\s*)?\d{1,3}(?:\s*(?:/|of|de|sur)\s*\d{1,3})?\s*[-–—]?"
_SIGN = r"(?:[A-Z]{1,4}(?:-[IVX]{1,4})?/\d{2,3}/[\w.()/-]*\w|(?:https?://|www\.)\S+|\S+@\S+\.\w+|#\w+)"
_MARGIN = re.compile(rf"(?:{_PAGE}\s+)?{_SIGN}(?:\s+{_SIGN})*(?:\s+{_PAGE})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page in two columns; a column that has nothing there is empty."""

    left: str
    right: str
    parted: bool = False


def columns_unfolded(page: str) -> str:
    """Return a page whose text stands in two columns with the left one first; any other as it is."""
    lines = page.split("\n")
    rows = [_row(line) for line in lines]
    parted = [at for at, row in enumerate(rows) if row.parted]
    if len(parted) < _FEWEST_ROWS or not _reads_as_columns([rows[at] for at in parted]):
        return page
    width = max(len(rows[at].left) for at in parted)
    found: list[str] = []
    at = 0
    while at < len(lines):
        end = _block_end(rows, at, width)
        block = rows[at:end]
        if sum(row.parted for row in block) >= _FEWEST_ROWS:
            found += [row.left for row in block]
            found += ["", *(row.right for row in block), ""]
            at = end
        else:
            found.append(lines[at])
            at += 1
    return "\n".join(found)


def _row(line: str) -> _Row:
    gaps = list(_GAP.finditer(line))
    if len(gaps) == 1:
        return _Row(line[: gaps[0].start()].strip(), line[gaps[0].end() :].strip(), parted=True)
    if len(line) - len(line.lstrip()) >= _INDENT:
        return _Row("", line.strip())
    return _Row(line.strip(), "")


def _reads_as_columns(rows: Sequence[_Row]) -> bool:
    """Return whether both sides are as long as lines of prose: labels before their values are not."""
    sides = ([len(row.left) for row in rows], [len(row.right) for row in rows])
    return all(median(side) >= _COLUMN_WIDTH for side in sides)


def _block_end(rows: Sequence[_Row], start: int, width: int) -> int:
    """Return where the rows of two columns end that begin at ``start``; there if none begin."""
    if not rows[start].parted:
        return start
    end = start
    for at in range(start, len(rows)):
        row = rows[at]
        if not row.parted and len(row.left) > width:
            break
        blank_above = at > 0 and not (rows[at - 1].left or rows[at - 1].right)
        if row.parted or ((row.left or row.right) and end == at and not blank_above):
            end = at + 1
    return end


def in_reading_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with a letterhead's two sides one after the other, and the margins last."""
    body: list[Line] = []
    margins: list[Line] = []
    block: list[Line] = []
    for at, line in enumerate(lines):
        if _is_margin(lines, at):
            margins.append(replace(line, style=Style.MARGIN))
        elif line.text.strip() and not line.whole:
            block.append(line)
        else:
            body += [*_sides(block), line]
            block = []
    return (*body, *_sides(block), *margins)


def _is_margin(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line at the edge of a block has nothing but a symbol, an address, a page number."""
    line = lines[at]
    if line.whole or line.style is not Style.PLAIN or not _MARGIN.fullmatch(line.text.strip()):
        return False
    around = [lines[near].text.strip() for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    return len(around) < 2 or not all(around) or any(_MARGIN.fullmatch(text) for text in around)


def _sides(block: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a block, those of a letterhead in two columns side after side."""
    parted = [(line, _parted(line.text)) for line in block]
    columns = {column for _, (_, _, column) in parted if column}
    several = sum(bool(left and right) for _, (left, right, _) in parted) > 1
    if not several or max(columns) - min(columns) > 1:
        yield from (_labelled(line) for line in block)
        return
    yield from (replace(line, text=left) for line, (left, _, _) in parted if left)
    yield Line("", block[-1].number)
    yield from (replace(line, text=right) for line, (_, right, _) in parted if right)


def _parted(text: str) -> tuple[str, str, int]:
    """Return what stands left and right of a wide gap, and in which column the right side begins."""
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


def _labelled(line: Line) -> Line:
    """Return "Venue    Geneva" as "Venue: Geneva"."""
    label, *value = _WIDE_GAP.split(line.text.expandtabs().strip(), 1)
    if not value or not LABEL.fullmatch(label) or label.endswith(":"):
        return line
    return replace(line, text=f"{label}: {value[0].strip()}")
