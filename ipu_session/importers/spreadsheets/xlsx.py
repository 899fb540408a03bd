"""Facts of an .xlsx that python-calamine does not report: hidden rows and columns, struck-through rows, errors.

calamine (0.9.1) builds a sheet as a full rectangle: one cell in the last row costs gigabytes. Therefore stray cells
far away from the others are removed before it opens the file, and a sheet too large as a whole is refused.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.tables import COLUMN_LIMIT, ROW_LIMIT
from ipu_session.importers.files.xml_parts import get_attribute, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

STRAY_LIMIT = 20
"""Maximum number of stray cells; a sheet with more of them is refused as too large."""

_MAX_DIGITS = 7
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?row\s*>)", re.DOTALL)
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c\s*>)", re.DOTALL)
_COLUMNS = re.compile(rb"<(?:\w+:)?col\b([^>]*?)/?>")
_VALUE = re.compile(rb"<(?:\w+:)?v\s*>(.*?)</", re.DOTALL)
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")
_INLINE_STRIKE = re.compile(rb"<(?:\w+:)?strike\b(?![^>]*val\s*=\s*[\"'](?:0|false))")
_CELL_REFERENCE = re.compile(rb"([A-Za-z]*)([0-9]+)")
_ESCAPED_REFERENCE = re.compile(rb"[\s\"']r\s*=\s*[\"'][^\"']{0,40}&#")
_COUNT = re.compile(rb"[\s\"'](?:count|uniqueCount)\s*=\s*[\"']\s*\+?([0-9]{1,30})", re.IGNORECASE)
_TRUE = {b"1", b"true"}


class SheetFacts(Struct):
    """Facts of a sheet besides its values; rows and columns count from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    struck_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    stray_cells: list[str] = field(default_factory=list)


class XlsxWorkbook(Struct, frozen=True):
    """The parts of a workbook without stray cells, and the facts of each sheet by its name."""

    parts: dict[str, bytes]
    facts: dict[str, SheetFacts]
    is_cut: bool
    """Whether any stray cell was removed."""


def scan_xlsx(parts: Mapping[str, bytes], name: str) -> XlsxWorkbook:
    """Return a workbook that is safe to open with calamine; InputFileError if it exceeds the limits or is forged."""
    for part_name, part in parts.items():
        _check_declared_counts(part, name, part_name)
    sheets = dict(_sheet_parts(parts, name))
    struck = _StruckFormats(parts, name)
    facts: dict[str, SheetFacts] = {}
    scanned = dict(parts)
    for part_name, part in parts.items():
        if b"sheetData" in part and part_name.endswith((".xml", ".XML")):
            sheet_facts = SheetFacts()
            scanned[part_name] = _scan_sheet(part, sheet_facts, struck, name, part_name)
            for title in [title for title, target in sheets.items() if target == part_name]:
                facts[title] = sheet_facts
    return XlsxWorkbook(scanned, facts, is_cut=scanned != parts)


def _check_declared_counts(part: bytes, name: str, part_name: str) -> None:
    """InputFileError if a part declares more items than it has bytes: calamine allocates memory for them."""
    if any(int(count) > len(part) for count in _COUNT.findall(part)):
        raise InputFileError(InputErrorCode.DAMAGED, name, part_name)


def _sheet_parts(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    """Yield (title, part) of each sheet; InputFileError if a part is not .xml: it was not scanned."""
    main = next((part for part in parts if part.lower() == "xl/workbook.xml"), "")
    rels = next((part for part in parts if part.lower() == "xl/_rels/workbook.xml.rels"), "")
    if not main or not rels:
        raise InputFileError(InputErrorCode.DAMAGED, name)
    targets = {get_attribute(each, "Id"): get_attribute(each, "Target") for each in parse_xml(parts[rels], name)}
    if not all(target.lower().endswith((".xml", ".bin")) for target in targets.values()):
        raise InputFileError(InputErrorCode.DAMAGED, name, rels)
    for sheet in parse_xml(parts[main], name).iter():
        if local_name(sheet) == "sheet":
            target = targets.get(get_attribute(sheet, "id"), "")
            part_name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            yield get_attribute(sheet, "name"), part_name


class _StruckFormats:
    """The cell formats and shared texts that are struck through."""

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        styles, texts = parts.get("xl/styles.xml", b""), parts.get("xl/sharedStrings.xml", b"")
        self.formats = set(_struck_formats(styles, name)) if b"strike" in styles else set()
        self.texts = set(_struck_texts(texts, name)) if b"strike" in texts else set()

    def __contains__(self, cell: "_XlsxCell") -> bool:
        shared = cell.attributes.get(b"t") == b"s" and _parse_number(_cell_value(cell.content)) in self.texts
        inline = cell.attributes.get(b"t") == b"inlineStr" and bool(_INLINE_STRIKE.search(cell.content))
        return shared or inline or (cell.attributes.get(b"s", b"") in self.formats and bool(_has_content(cell.content)))


def _struck_formats(styles: bytes, name: str) -> Iterator[bytes]:
    fonts: list[bool] = []
    for element in parse_xml(styles, name):
        if local_name(element) == "fonts":
            fonts = [any(local_name(part) == "strike" and _is_on(part) for part in font) for font in element]
    for element in parse_xml(styles, name):
        if local_name(element) == "cellXfs":
            for number, form in enumerate(element):
                font = _parse_number(get_attribute(form, "fontId").encode())
                if 0 <= font < len(fonts) and fonts[font]:
                    yield b"%d" % number


def _struck_texts(texts: bytes, name: str) -> Iterator[int]:
    for number, text in enumerate(parse_xml(texts, name)):
        runs = [run for run in text if local_name(run) == "r"]
        # One struck-through run is enough: the name that replaced another often stands in the same cell.
        struck = [any(local_name(part) == "strike" and _is_on(part) for part in run.iter()) for run in runs]
        if runs and any(struck):
            yield number


def _is_on(element: "_Element") -> bool:
    return get_attribute(element, "val").lower() not in {"0", "false"}


class _XlsxCell(Struct, frozen=True):
    attributes: dict[bytes, bytes]
    content: bytes


def _scan_sheet(part: bytes, facts: SheetFacts, struck: _StruckFormats, name: str, part_name: str) -> bytes:
    """Record the facts of a sheet and return it without its stray cells."""
    if _ESCAPED_REFERENCE.search(part):
        raise InputFileError(InputErrorCode.DAMAGED, name, part_name)
    for match in _COLUMNS.finditer(part):
        attributes = _parse_attributes(match[1])
        if attributes.get(b"hidden") in _TRUE:
            last = min(_parse_number(attributes.get(b"max", b"0")), COLUMN_LIMIT)
            facts.hidden_columns.update(range(_parse_number(attributes.get(b"min", b"1")) - 1, last))
    pieces: list[bytes] = []
    end, row = 0, -1
    for match in _ROW.finditer(part):
        attributes = _parse_attributes(match[1])
        row = _row_number(attributes.get(b"r", b""), row, name)
        cells, changed = _scan_cells(row, match[2] or b"", facts, struck, name)
        if row >= ROW_LIMIT or changed:
            pieces.append(part[end : match.start()])
            if row < ROW_LIMIT:
                pieces.append(match[0].replace(match[2], cells) if match[2] else match[0])
            end = match.end()
        flat = attributes.get(b"customHeight") in _TRUE and attributes.get(b"ht") == b"0"
        if row < ROW_LIMIT and (flat or attributes.get(b"hidden") in _TRUE):
            facts.hidden_rows.add(row)
    return b"".join((*pieces, part[end:]))


def _scan_cells(row: int, content: bytes, facts: SheetFacts, struck: _StruckFormats, name: str) -> tuple[bytes, bool]:
    """Record the facts of a row's cells; return those within the limits, and whether any was removed."""
    within_limits: list[bytes] = []
    column, has_stray = -1, False
    for match in _CELL.finditer(content):
        cell = _XlsxCell(_parse_attributes(match[1]), match[2] or b"")
        column = _column_number(cell.attributes.get(b"r", b""), column, row, name)
        if row >= ROW_LIMIT or column >= COLUMN_LIMIT:
            has_stray = True
            if _has_content(cell.content):
                _record_stray_cell(facts, cell, row, name)
            continue
        within_limits.append(match[0])
        if cell.attributes.get(b"t") == b"e":
            facts.errors[row, column] = _cell_value(cell.content).decode("utf-8", "replace") or "#"
        if cell in struck:
            facts.struck_rows.add(row)
    return b"".join(within_limits), has_stray


def _record_stray_cell(facts: SheetFacts, cell: _XlsxCell, row: int, name: str) -> None:
    reference = cell.attributes.get(b"r", b"").decode("ascii", "replace") or str(row + 1)
    if len(facts.stray_cells) >= STRAY_LIMIT:
        raise InputFileError(InputErrorCode.TOO_LARGE, name, reference)
    facts.stray_cells.append(reference)


def _row_number(text: bytes, before: int, name: str) -> int:
    if not text:
        return before + 1
    if not text.isdigit() or len(text) > _MAX_DIGITS:
        raise InputFileError(InputErrorCode.TOO_LARGE, name, text[:40].decode("ascii", "replace"))
    return int(text) - 1


def _column_number(text: bytes, before: int, row: int, name: str) -> int:
    """Return the column of a cell from 0; InputFileError if its reference names another row."""
    if not text:
        return before + 1
    match = _CELL_REFERENCE.fullmatch(text)
    reference = text[:40].decode("ascii", "replace")
    if match is None:
        raise InputFileError(InputErrorCode.DAMAGED, name, reference)
    number = 0
    for letter in match[1].upper()[: _MAX_DIGITS + 1]:
        number = number * 26 + letter - 64
    if len(text) > 2 * _MAX_DIGITS or int(match[2]) != row + 1:
        # calamine places a cell by its own reference, not by that of its row.
        is_too_large = len(text) > 2 * _MAX_DIGITS or int(match[2]) > ROW_LIMIT or number > COLUMN_LIMIT
        raise InputFileError(InputErrorCode.TOO_LARGE if is_too_large else InputErrorCode.DAMAGED, name, reference)
    return number - 1 if match[1] else before + 1


def _parse_attributes(tag: bytes) -> dict[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(tag))


def _cell_value(content: bytes) -> bytes:
    match = _VALUE.search(content)
    return match[1] if match else b""


def _has_content(content: bytes) -> bool:
    return bool(_cell_value(content).strip()) or b"<is" in content or b":is" in content


def _parse_number(figures: bytes) -> int:
    return int(figures) if figures.isdigit() and len(figures) <= _MAX_DIGITS else -1
