"""Facts of an .ods that python-calamine does not report: hidden and struck-through rows, merged and stray cells.

LibreOffice stores a million empty rows as one row with a repeat count. Before calamine allocates memory for them,
cells far away are removed, and a row with text and a huge repeat count is refused.
"""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.tables import COLUMN_LIMIT, ROW_LIMIT
from ipu_session.importers.spreadsheets.xlsx import STRAY_LIMIT, SheetFacts

_TABLE = re.compile(r"<table:table\b([^>]*?)(?:/>|>(.*?)</table:table\s*>)", re.DOTALL)
_ROW = re.compile(r"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row\s*>)", re.DOTALL)
_CELL = re.compile(r"<table:(covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell\s*>)", re.DOTALL)
_STYLE = re.compile(r"<style:style\b([^>]*?)>(.*?)</style:style\s*>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*[\"']([^\"']*)[\"']")
_STRIKE = re.compile(r"text-line-through-(?:style|type)\s*=\s*[\"'](?!none)")
_SPAN = re.compile(r"text:style-name\s*=\s*[\"']([^\"']*)[\"']")


class _SheetScan(Struct):
    """State of the scan of a sheet."""

    facts: SheetFacts = field(default_factory=SheetFacts)
    covered: set[tuple[int, int]] = field(default_factory=set)


class OdsWorkbook(Struct, frozen=True):
    """The content without stray cells, and the facts and covered cells of each sheet by its name."""

    content: bytes
    facts: dict[str, SheetFacts]
    covered_cells: dict[str, frozenset[tuple[int, int]]]


def scan_ods(content: bytes, name: str) -> OdsWorkbook:
    """Return a spreadsheet that is safe to open with calamine; InputFileError if it exceeds the limits."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputFileError(InputErrorCode.DAMAGED, name, "content.xml") from error
    struck = {
        _parse_attributes(match[1]).get("style:name", "") for match in _STYLE.finditer(text) if _STRIKE.search(match[2])
    }
    pieces: list[str] = []
    end = 0
    sheets: dict[str, _SheetScan] = {}
    for match in _TABLE.finditer(text):
        sheet = sheets[_unescape(_parse_attributes(match[1]).get("table:name", ""))] = _SheetScan()
        inside = match[2] or ""
        rows = "".join(_scan_rows(inside, sheet, struck, name))
        start = match.start(2) if match[2] is not None else match.end()
        pieces += [text[end:start], rows]
        end = start + len(inside)
    data = "".join((*pieces, text[end:])).encode("utf-8")
    return OdsWorkbook(
        data,
        {title: sheet.facts for title, sheet in sheets.items()},
        {title: frozenset(sheet.covered) for title, sheet in sheets.items()},
    )


def _scan_rows(inside: str, sheet: _SheetScan, struck: set[str], name: str) -> Iterator[str]:
    """Yield the XML of a sheet without its stray cells."""
    end, row = 0, 0
    for match in _ROW.finditer(inside):
        attributes = _parse_attributes(match[1])
        many = _repeat_count(attributes, "table:number-rows-repeated")
        yield inside[end : match.start()]
        end = match.end()
        cells = list(_parse_cells(match[2] or "")) if match[2] else []
        width = max((cell.column + cell.times for cell in cells if cell.text), default=0)
        if width and (row + many > ROW_LIMIT or width > COLUMN_LIMIT):
            if len(sheet.facts.stray_cells) >= STRAY_LIMIT or many > 1 or row + many <= ROW_LIMIT < width:
                raise InputFileError(InputErrorCode.TOO_LARGE, name, str(row + 1))
            sheet.facts.stray_cells.append(str(row + 1))
            near = [cell for cell in cells if cell.column + cell.times <= COLUMN_LIMIT and row < ROW_LIMIT]
            yield (f"<table:table-row>{''.join(cell.source for cell in near)}</table:table-row>" if near else "")
        elif width or row + many <= ROW_LIMIT:
            yield match[0]
        _record_row(attributes, cells, range(row, min(row + many, ROW_LIMIT)), sheet, struck)
        row += many
    yield inside[end:]


class _OdsCell(Struct, frozen=True):
    column: int
    times: int
    text: str
    attributes: dict[str, str]
    source: str


def _parse_cells(inside: str) -> Iterator[_OdsCell]:
    column = 0
    for match in _CELL.finditer(inside):
        attributes = _parse_attributes(match[2])
        times = _repeat_count(attributes, "table:number-columns-repeated")
        content = match[3] or attributes.get("office:value", "")
        yield _OdsCell(column, times, content or "", attributes, match[0])
        column += times


def _record_row(
    attributes: dict[str, str], cells: list[_OdsCell], rows: range, sheet: _SheetScan, struck: set[str]
) -> None:
    """Record the facts of a row that is repeated over ``rows``."""
    if attributes.get("table:visibility") in {"collapse", "filter"}:
        sheet.facts.hidden_rows.update(rows)
    for cell in cells:
        styles = {cell.attributes.get("table:style-name", ""), *_SPAN.findall(cell.text)}
        if cell.text and styles & struck:
            sheet.facts.struck_rows.update(rows)
        spanned = _repeat_count(cell.attributes, "table:number-rows-spanned")
        for row in range(rows.start + 1, min(rows.start + spanned, ROW_LIMIT)):
            sheet.covered.add((row, cell.column))


def _repeat_count(attributes: dict[str, str], key: str) -> int:
    digits = attributes.get(key, "1")
    return max(1, int(digits)) if digits.isascii() and digits.isdecimal() and len(digits) < 10 else 1


def _parse_attributes(attributes: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(attributes))


def _unescape(text: str) -> str:
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text
