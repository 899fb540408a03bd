"""What python-calamine does not tell of an .ods: hidden and struck-through rows, merged cells, stray cells.

Repetition is how LibreOffice says "and a million empty rows". A cell far away is cut out, a row of text
repeated without end is refused, before the reader makes room for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ipu_session.importers.files.errors import IntakeError, IntakeTrouble
from ipu_session.importers.files.tables import COLUMN_LIMIT, ROW_LIMIT
from ipu_session.importers.spreadsheets.xlsx import STRAY_LIMIT, SheetFacts

_TABLE = re.compile(r"<table:table\b([^>]*?)(?:/>|>(.*?)</table:table\s*>)", re.DOTALL)
_ROW = re.compile(r"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row\s*>)", re.DOTALL)
_CELL = re.compile(
    r"<table:(covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell\s*>)", re.DOTALL
)
_STYLE = re.compile(r"<style:style\b([^>]*?)>(.*?)</style:style\s*>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*[\"']([^\"']*)[\"']")
_STRIKE = re.compile(r"text-line-through-(?:style|type)\s*=\s*[\"'](?!none)")
_SPAN = re.compile(r"text:style-name\s*=\s*[\"']([^\"']*)[\"']")


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is gone through."""

    facts: SheetFacts = field(default_factory=SheetFacts)
    covered: set[tuple[int, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class OdsBook:
    """The content without stray cells; the facts and the covered cells of each sheet by its name."""

    content: bytes
    facts: dict[str, SheetFacts]
    covered: dict[str, frozenset[tuple[int, int]]]


def ods_book(content: bytes, name: str) -> OdsBook:
    """Return a spreadsheet that may be opened; ``IntakeError`` for what sprawls."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name, "content.xml") from error
    struck = {
        _said(match[1]).get("style:name", "") for match in _STYLE.finditer(text) if _STRIKE.search(match[2])
    }
    pieces: list[str] = []
    end = 0
    sheets: dict[str, _Sheet] = {}
    for match in _TABLE.finditer(text):
        sheet = sheets[_plain(_said(match[1]).get("table:name", ""))] = _Sheet()
        inside = match[2] or ""
        kept = "".join(_rows(inside, sheet, struck, name))
        start = match.start(2) if match[2] is not None else match.end()
        pieces += [text[end:start], kept]
        end = start + len(inside)
    cut = "".join((*pieces, text[end:])).encode("utf-8")
    return OdsBook(
        cut,
        {title: sheet.facts for title, sheet in sheets.items()},
        {title: frozenset(sheet.covered) for title, sheet in sheets.items()},
    )


def _rows(inside: str, sheet: _Sheet, struck: set[str], name: str) -> Iterator[str]:
    """Yield a sheet's text without its stray cells."""
    end, row = 0, 0
    for match in _ROW.finditer(inside):
        said = _said(match[1])
        many = _times(said, "table:number-rows-repeated")
        yield inside[end : match.start()]
        end = match.end()
        cells = list(_cells(match[2] or "")) if match[2] else []
        width = max((cell.column + cell.times for cell in cells if cell.text), default=0)
        if width and (row + many > ROW_LIMIT or width > COLUMN_LIMIT):
            if len(sheet.facts.far_cells) >= STRAY_LIMIT or many > 1 or row + many <= ROW_LIMIT < width:
                raise IntakeError(IntakeTrouble.TOO_LARGE, name, str(row + 1))
            sheet.facts.far_cells.append(str(row + 1))
            near = [cell for cell in cells if cell.column + cell.times <= COLUMN_LIMIT and row < ROW_LIMIT]
            yield f"<table:table-row>{''.join(cell.whole for cell in near)}</table:table-row>" if near else ""
        elif width or row + many <= ROW_LIMIT:
            yield match[0]
        _note(said, cells, range(row, min(row + many, ROW_LIMIT)), sheet, struck)
        row += many
    yield inside[end:]


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    times: int
    text: str
    said: dict[str, str]
    whole: str


def _cells(inside: str) -> Iterator[_Cell]:
    column = 0
    for match in _CELL.finditer(inside):
        said = _said(match[2])
        times = _times(said, "table:number-columns-repeated")
        has = match[3] or said.get("office:value", "")
        yield _Cell(column, times, has or "", said, match[0])
        column += times


def _note(said: dict[str, str], cells: list[_Cell], rows: range, sheet: _Sheet, struck: set[str]) -> None:
    """Note the facts of a row that stands in ``rows``."""
    if said.get("table:visibility") in {"collapse", "filter"}:
        sheet.facts.hidden_rows.update(rows)
    for cell in cells:
        own = {cell.said.get("table:style-name", ""), *_SPAN.findall(cell.text)}
        if cell.text and own & struck:
            sheet.facts.struck_rows.update(rows)
        below = _times(cell.said, "table:number-rows-spanned")
        for at in range(rows.start + 1, min(rows.start + below, ROW_LIMIT)):
            sheet.covered.add((at, cell.column))


def _times(said: dict[str, str], key: str) -> int:
    figures = said.get(key, "1")
    return max(1, int(figures)) if figures.isascii() and figures.isdecimal() and len(figures) < 10 else 1


def _said(attributes: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(attributes))


def _plain(text: str) -> str:
    for written, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(written, sign)
    return text
