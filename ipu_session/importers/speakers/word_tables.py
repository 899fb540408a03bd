"""Reader of the tables of a Word document as speakers lists: tables with the same columns are joined."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field

from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.ooxml import MAIN_PART
from ipu_session.importers.files.tables import COLUMN_LIMIT, CONTROL_CHARACTERS, ROW_LIMIT, TabularInput
from ipu_session.importers.files.xml_parts import get_attribute, local_name, parse_xml
from ipu_session.importers.files.zip_package import unpack_xml
from ipu_session.importers.speakers.table_layout import find_layout

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED_TAGS = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
_FALSE_VALUES = frozenset({"0", "false", "off"})
_DEPTH_LIMIT = 200


class _TableRows(Struct):
    """The rows of a table while it is read."""

    rows: list[list[str]] = field(default_factory=list)
    covered: set[tuple[int, int]] = field(default_factory=set)
    marks: dict[int, str] = field(default_factory=dict)


def read_word_tables(data: bytes, name: str) -> tuple[TabularInput, ...]:
    """Return the tables of a .docx; consecutive tables with the same columns are joined.

    InputFileError if there is no table, or the file is damaged or too large.
    """
    parts = unpack_xml(data, name)
    if MAIN_PART not in parts:
        raise InputFileError(InputErrorCode.DAMAGED, name)
    body = parse_xml(parts[MAIN_PART], name)
    tables = _non_empty_tables(body, name, nested=False)
    if not any(find_layout(_build_table(table, 0), {}) for table in tables):
        # The list may be nested in a table used only for the page layout.
        tables = _non_empty_tables(body, name, nested=True) or tables
    if not tables:
        raise InputFileError(InputErrorCode.NO_TABLE, name)
    return tuple(_build_table(rows, number) for number, rows in enumerate(_join_tables(tables), 1))


def _non_empty_tables(body: "_Element", name: str, *, nested: bool) -> list[_TableRows]:
    """Return the nonempty tables, either those nested in other tables or those that are not."""
    elements = (each for each in body.iter() if local_name(each) == "tbl" and _is_nested(each) is nested)
    tables = [_read_table(table, name) for table in elements]
    return [table for table in tables if any(any(cell.strip() for cell in row) for row in table.rows)]


def _is_nested(table: "_Element") -> bool:
    return any(local_name(ancestor) == "tbl" for ancestor in table.iterancestors())


def _join_tables(tables: list[_TableRows]) -> Iterator[_TableRows]:
    """Yield the tables; a table that continues the table before it is appended to that table.

    It has the same fields, or no headings and the same number of columns.
    """
    joined: _TableRows | None = None
    fields: tuple[str, ...] = ()
    for table in tables:
        layout = find_layout(_build_table(table, 0), {})
        table_fields = layout.fields if layout is not None else ()
        width = max(map(len, table.rows))
        if joined is not None and fields and (table_fields == fields or (not table_fields and width == len(fields))):
            _append_rows(joined, table)
            continue
        if joined is not None:
            yield joined
        joined, fields = table, table_fields
    if joined is not None:
        yield joined


def _append_rows(joined: _TableRows, table: _TableRows) -> None:
    begin = len(joined.rows)
    joined.rows += table.rows
    joined.covered |= {(row + begin, column) for row, column in table.covered}
    joined.marks |= {row + begin: mark for row, mark in table.marks.items()}


def _build_table(table: _TableRows, number: int) -> TabularInput:
    width = max(map(len, table.rows))
    rows = tuple([*row, *[""] * (width - len(row))] for row in table.rows)
    lines = tuple(range(1, len(rows) + 1))
    return TabularInput(rows, lines, name=f"{number}", row_marks=table.marks, covered_cells=frozenset(table.covered))


def _read_table(table: "_Element", name: str) -> _TableRows:
    table_rows = _TableRows()
    for element in _children(table, "tr"):
        if len(table_rows.rows) > ROW_LIMIT:
            raise InputFileError(InputErrorCode.TOO_LARGE, name)
        _read_row(element, table_rows, name)
    return table_rows if table_rows.rows else _TableRows([[""]])


def _read_row(element: "_Element", table_rows: _TableRows, name: str) -> None:
    index = len(table_rows.rows)
    cells: list[str] = [""] * _skipped_columns(element, "gridBefore")
    struck = []
    for cell in _children(element, "tc"):
        text = CONTROL_CHARACTERS.sub(" ", "\n".join(_paragraphs(cell)))
        if _is_merged_with_above(cell):
            table_rows.covered.add((index, len(cells)))
        if text.strip():
            struck.append(_is_struck(cell))
        cells += [text, *[""] * (_column_span(cell) - 1)]
        if len(cells) > COLUMN_LIMIT:
            raise InputFileError(InputErrorCode.TOO_LARGE, name)
    if any(struck):
        table_rows.marks[index] = "struck-out"
    table_rows.rows.append(cells)


def _children(parent: "_Element", tag_name: str) -> Iterator["_Element"]:
    """Yield the rows of a table or the cells of a row, also those within content controls."""
    for child in parent:
        tag = local_name(child)
        if tag == tag_name:
            yield child
        elif tag in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            yield from _children(child, tag_name)


def _paragraphs(cell: "_Element") -> Iterator[str]:
    for paragraph in cell.iter():
        if local_name(paragraph) == "p":
            yield "".join(_texts(paragraph, 0))


def _texts(element: "_Element", depth: int) -> Iterator[str]:
    for child in element:
        tag = local_name(child)
        if tag == "t":
            yield child.text or ""
        elif tag in {"br", "cr"}:
            yield "\n"
        elif tag == "tab":
            yield " "
        elif tag == "noBreakHyphen":
            yield "-"
        elif tag == "vertAlign" or tag in _SKIPPED_TAGS or depth > _DEPTH_LIMIT:
            continue
        elif tag not in {"pPr", "rPr", "p"}:
            yield from _texts(child, depth + 1)


def _property(element: "_Element", group: str, name: str) -> "_Element | None":
    for properties in element:
        if local_name(properties) == group:
            return next((each for each in properties if local_name(each) == name), None)
    return None


def _column_span(cell: "_Element") -> int:
    span = _property(cell, "tcPr", "gridSpan")
    return _parse_count(get_attribute(span, "val")) if span is not None else 1


def _skipped_columns(row: "_Element", name: str) -> int:
    before = _property(row, "trPr", name)
    return _parse_count(get_attribute(before, "val")) if before is not None else 0


def _parse_count(text: str) -> int:
    return min(int(text), COLUMN_LIMIT) if text.isascii() and text.isdecimal() and len(text) < 6 else 1


def _is_merged_with_above(cell: "_Element") -> bool:
    """Return whether a cell is merged with the cell above."""
    merge = _property(cell, "tcPr", "vMerge")
    return merge is not None and get_attribute(merge, "val") in {"", "continue"}


def _is_struck(cell: "_Element") -> bool:
    """Return whether any text of a cell is struck through: the name beside it may replace it."""
    runs = [run for run in cell.iter() if local_name(run) == "r" and "".join(_texts(run, 0)).strip()]
    return any(map(_run_is_struck, runs))


def _run_is_struck(run: "_Element") -> bool:
    for kind in ("strike", "dstrike"):
        mark = _property(run, "rPr", kind)
        if mark is not None and get_attribute(mark, "val").lower() not in _FALSE_VALUES:
            return True
    return False
