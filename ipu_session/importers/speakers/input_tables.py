"""The tables of a speakers list's file, whatever it is: text, a spreadsheet of any kind, a Word document."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from ipu_session.importers.files.encodings import decode
from ipu_session.importers.files.errors import IntakeError, IntakeTrouble
from ipu_session.importers.files.input_guard import kind_of, read_bytes, refuse_unless_list
from ipu_session.importers.files.tables import COLUMN_LIMIT, CONTROLS, ROW_LIMIT, Table, table_of
from ipu_session.importers.files.zip_package import unpack, unpack_xml
from ipu_session.importers.speakers.word_tables import word_tables
from ipu_session.importers.spreadsheets.ods import ods_book
from ipu_session.importers.spreadsheets.panic_guard import panics, without_traces
from ipu_session.importers.spreadsheets.xls_xlsb import xls_facts, xlsb_facts
from ipu_session.importers.spreadsheets.xlsx import SheetFacts, book_of

CellValue = int | float | str | bool | date | datetime | time | timedelta
_CELL_LIMIT = 500_000
"""Cells of a sheet; a list of 5,000 names has 100,000 at most."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A workbook that may be opened, and what its values do not tell."""

    data: bytes
    facts: Mapping[str, SheetFacts] = field(default_factory=dict)
    covered: Mapping[str, frozenset[tuple[int, int]]] = field(default_factory=dict)
    in_order: Sequence[SheetFacts] = ()


def read_tables(path: Path, encoding: str | None = None) -> tuple[Table, ...]:
    """Return the tables of a file: one for a text, one for each sheet, one or more of a document.

    Raises ``IntakeError``. Text without a mark that is not UTF-8 is refused as encoding-unknown until
    ``encoding`` is given.
    """
    name = str(path)
    data = read_bytes(path)
    kind = kind_of(data, name)
    refuse_unless_list(kind, data, name)
    if kind == "docx":
        return word_tables(data, name)
    if kind in _OPENERS:
        return _sheets(_OPENERS[kind](data, name), name)
    decoded = decode(data, name, encoding)
    return (table_of(decoded.text, name, decoded.encoding),)


def _xlsx(data: bytes, name: str) -> _Found:
    book = book_of(unpack_xml(data, name), name)
    return _Found(_zipped(book.parts) if book.cut else data, book.facts)


def _ods(data: bytes, name: str) -> _Found:
    parts = unpack(data, name)
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts["META-INF/manifest.xml"]:
        raise IntakeError(IntakeTrouble.ENCRYPTED, name)
    if "content.xml" not in parts:
        raise IntakeError(IntakeTrouble.DAMAGED, name)
    book = ods_book(parts["content.xml"], name)
    return _Found(_zipped({**parts, "content.xml": book.content}), book.facts, book.covered)


def _xlsb(data: bytes, name: str) -> _Found:
    return _Found(data, xlsb_facts(unpack(data, name), name))


def _xls(data: bytes, name: str) -> _Found:
    return _Found(data, in_order=xls_facts(data, name))


_OPENERS: dict[str, Callable[[bytes, str], _Found]] = {"xlsx": _xlsx, "ods": _ods, "xlsb": _xlsb, "xls": _xls}


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for place, part in sorted(parts.items(), key=_mimetype_first):
            package.writestr(place, part)
    return out.getvalue()


def _mimetype_first(part: tuple[str, bytes]) -> bool:
    return part[0] != "mimetype"


def _sheets(found: _Found, name: str) -> tuple[Table, ...]:
    from python_calamine import CalamineError, PasswordError, WorksheetNotFound, XmlError, ZipError

    try:
        with without_traces():
            tables = tuple(_opened(found, name))
    except PasswordError as error:
        raise IntakeError(IntakeTrouble.ENCRYPTED, name) from error
    except (CalamineError, WorksheetNotFound, XmlError, ZipError, ValueError, OSError) as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name, str(error)[:80]) from error
    except panics() as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name) from error
    if not any(cell.strip() for table in tables for row in table.rows for cell in row):
        raise IntakeError(IntakeTrouble.EMPTY, name, found="xlsx")
    return tables


def _opened(found: _Found, name: str) -> Iterator[Table]:
    """Yield the sheets of a workbook."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    book = CalamineWorkbook.from_filelike(io.BytesIO(found.data))
    for number, told in enumerate(book.sheets_metadata):
        if told.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(number)
        high, wide = sheet.total_height, sheet.total_width
        if high > ROW_LIMIT or wide > COLUMN_LIMIT or high * wide > _CELL_LIMIT:
            raise IntakeError(IntakeTrouble.TOO_LARGE, name, told.name)
        in_order = found.in_order[number] if number < len(found.in_order) else SheetFacts()
        values = sheet.to_python(skip_empty_area=False)
        facts = found.facts.get(told.name, in_order)
        covered = _covered(sheet.merged_cell_ranges or ()) | found.covered.get(told.name, frozenset())
        visible = told.visible is SheetVisibleEnum.Visible
        yield replace(_table(values, facts), name=told.name, visible=visible, covered=covered)


def _covered(ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> frozenset[tuple[int, int]]:
    """Return the cells of merged ranges that stand below their first row."""
    return frozenset(
        (row, column)
        for (top, left), (bottom, right) in ranges
        for row in range(top + 1, min(bottom, ROW_LIMIT) + 1)
        for column in range(left, min(right, left + COLUMN_LIMIT) + 1)
    )


def _table(values: Sequence[Sequence[CellValue]], facts: SheetFacts) -> Table:
    rows = [[CONTROLS.sub(" ", _written(value)) for value in row] for row in values]
    for (row, column), error in facts.errors.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = error
    marks = dict.fromkeys(facts.struck_rows, "struck-out") | dict.fromkeys(facts.hidden_rows, "hidden-row")
    return Table(
        tuple(rows),
        tuple(range(1, len(rows) + 1)),
        marks=marks,
        hidden_columns=frozenset(facts.hidden_columns),
        far_cells=tuple(facts.far_cells),
    )


def _written(value: CellValue) -> str:
    """Return a cell as a person would have typed it: 1980, not 1980.0; a day without midnight."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)
