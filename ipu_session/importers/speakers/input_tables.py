"""Reader of the tables in a speakers list's file: text, any spreadsheet format, or a Word document."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from ipu_session.importers.files.encodings import decode
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.input_guard import detect_kind, read_bytes, require_list_kind
from ipu_session.importers.files.tables import (
    COLUMN_LIMIT,
    CONTROL_CHARACTERS,
    ROW_LIMIT,
    TabularInput,
    parse_delimited,
)
from ipu_session.importers.files.zip_package import unpack, unpack_xml
from ipu_session.importers.speakers.word_tables import read_word_tables
from ipu_session.importers.spreadsheets.ods import scan_ods
from ipu_session.importers.spreadsheets.panic_guard import panic_types, suppress_stderr
from ipu_session.importers.spreadsheets.xls_xlsb import scan_xls, scan_xlsb
from ipu_session.importers.spreadsheets.xlsx import SheetFacts, scan_xlsx

CellValue = int | float | str | bool | date | datetime | time | timedelta
_CELL_LIMIT = 500_000
"""Maximum number of cells in a sheet; a list of 5,000 names has 100,000 at most."""


class _Workbook(Struct, frozen=True):
    """A workbook that is safe to open, and the facts that calamine does not report."""

    data: bytes
    facts: Mapping[str, SheetFacts] = field(default_factory=dict)
    covered_cells: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=dict)
    facts_in_order: Sequence[SheetFacts] = ()


def read_tables(path: Path, encoding: str | None = None) -> tuple[TabularInput, ...]:
    """Return the tables of a file: one for a text, one for each sheet, one or more for a document.

    Raises InputFileError. Text that is not UTF-8 and has no byte order mark gives ENCODING_UNKNOWN until ``encoding``
    is given.
    """
    name = str(path)
    data = read_bytes(path)
    kind = detect_kind(data, name)
    require_list_kind(kind, data, name)
    if kind == "docx":
        return read_word_tables(data, name)
    if kind in _OPENERS:
        return _read_sheets(_OPENERS[kind](data, name), name)
    decoded = decode(data, name, encoding)
    return (parse_delimited(decoded.text, name, decoded.encoding),)


def _open_xlsx(data: bytes, name: str) -> _Workbook:
    scan = scan_xlsx(unpack_xml(data, name), name)
    return _Workbook(_zip_parts(scan.parts) if scan.is_cut else data, scan.facts)


def _open_ods(data: bytes, name: str) -> _Workbook:
    parts = unpack(data, name)
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts["META-INF/manifest.xml"]:
        raise InputFileError(InputErrorCode.ENCRYPTED, name)
    if "content.xml" not in parts:
        raise InputFileError(InputErrorCode.DAMAGED, name)
    scan = scan_ods(parts["content.xml"], name)
    return _Workbook(_zip_parts({**parts, "content.xml": scan.content}), scan.facts, scan.covered_cells)


def _open_xlsb(data: bytes, name: str) -> _Workbook:
    return _Workbook(data, scan_xlsb(unpack(data, name), name))


def _open_xls(data: bytes, name: str) -> _Workbook:
    return _Workbook(data, facts_in_order=scan_xls(data, name))


_OPENERS: dict[str, Callable[[bytes, str], _Workbook]] = {
    "xlsx": _open_xlsx,
    "ods": _open_ods,
    "xlsb": _open_xlsb,
    "xls": _open_xls,
}


def _zip_parts(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for part_name, part in sorted(parts.items(), key=_mimetype_first):
            package.writestr(part_name, part)
    return out.getvalue()


def _mimetype_first(part: tuple[str, bytes]) -> bool:
    return part[0] != "mimetype"


def _read_sheets(workbook: _Workbook, name: str) -> tuple[TabularInput, ...]:
    from python_calamine import CalamineError, PasswordError, WorksheetNotFound, XmlError, ZipError

    try:
        with suppress_stderr():
            tables = tuple(_iterate_sheets(workbook, name))
    except PasswordError as error:
        raise InputFileError(InputErrorCode.ENCRYPTED, name) from error
    except (CalamineError, WorksheetNotFound, XmlError, ZipError, ValueError, OSError) as error:
        raise InputFileError(InputErrorCode.DAMAGED, name, str(error)[:80]) from error
    except panic_types() as error:
        raise InputFileError(InputErrorCode.DAMAGED, name) from error
    if not any(cell.strip() for table in tables for row in table.rows for cell in row):
        raise InputFileError(InputErrorCode.EMPTY, name, detail="xlsx")
    return tables


def _iterate_sheets(workbook: _Workbook, name: str) -> Iterator[TabularInput]:
    """Yield the sheets of a workbook."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    reader = CalamineWorkbook.from_filelike(io.BytesIO(workbook.data))
    for number, metadata in enumerate(reader.sheets_metadata):
        if metadata.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = reader.get_sheet_by_index(number)
        high, wide = sheet.total_height, sheet.total_width
        if high > ROW_LIMIT or wide > COLUMN_LIMIT or high * wide > _CELL_LIMIT:
            raise InputFileError(InputErrorCode.TOO_LARGE, name, metadata.name)
        in_order = workbook.facts_in_order[number] if number < len(workbook.facts_in_order) else SheetFacts()
        values = sheet.to_python(skip_empty_area=False)
        facts = workbook.facts.get(metadata.name, in_order)
        covered = _merged_below(sheet.merged_cell_ranges or ()) | workbook.covered_cells.get(metadata.name, frozenset())
        visible = metadata.visible is SheetVisibleEnum.Visible
        yield replace(_build_table(values, facts), name=metadata.name, is_visible=visible, covered_cells=covered)


def _merged_below(ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> frozenset[tuple[int, int]]:
    """Return the cells of merged ranges below the first row of their range."""
    return frozenset(
        (row, column)
        for (top, left), (bottom, right) in ranges
        for row in range(top + 1, min(bottom, ROW_LIMIT) + 1)
        for column in range(left, min(right, left + COLUMN_LIMIT) + 1)
    )


def _build_table(values: Sequence[Sequence[CellValue]], facts: SheetFacts) -> TabularInput:
    rows = [[CONTROL_CHARACTERS.sub(" ", _format_value(value)) for value in row] for row in values]
    for (row, column), error in facts.errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = error
    marks = dict.fromkeys(facts.struck_rows, "struck-out") | dict.fromkeys(facts.hidden_rows, "hidden-row")
    return TabularInput(
        tuple(rows),
        tuple(range(1, len(rows) + 1)),
        row_marks=marks,
        hidden_columns=frozenset(facts.hidden_columns),
        stray_cells=tuple(facts.stray_cells),
    )


def _format_value(value: CellValue) -> str:
    """Return the value of a cell as a person would type it: 1980, not 1980.0; a date without midnight."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)
