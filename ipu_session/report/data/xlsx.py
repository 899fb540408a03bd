"""XLSX workbook with typed cells: dates, times and durations that a spreadsheet can compute with.

A value with a readable and an exact form has two columns: the readable one in place, the exact one, under its JSON
name, at the end of the row. ``started`` is local time and ``started (UTC)`` the recorded one; ``spoken`` is a duration
as m:ss and ``spoken_seconds`` the same to the millisecond.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from msgspec import Struct

from ipu_session.report.data.records import Value
from ipu_session.report.data.tables import DataTable
from ipu_session.report.sanitize import sanitize_text

MAX_CELL_UNITS = 32_767
"""Maximum length of a cell in UTF-16 code units."""
_MOMENT_FIELDS = frozenset({"made", "started", "ended", "taken", "at", "from", "to"})
_SECOND_FIELD = "second"
"""Name of a duration field without the suffix ``_seconds``: the time of a note within its speech."""
_INTO_SPEECH = "into_speech"
_DAY_PATTERN = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT_PATTERN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
_DAY_FIELDS = frozenset({"received", "date", "adopting_date", "contributions_deadline", "born"})
_SECONDS_PER_DAY = 86_400
_NARROW, _WIDE = 8, 70
_WRAP_LENGTH = 45
"""Texts longer than this are wrapped, in characters."""
_FORMATS: Mapping[str, Mapping[str, object]] = {
    "head": {"bold": True, "bottom": 1, "valign": "top", "bg_color": "#E7EDF3"},
    "text": {"valign": "top"},
    "long": {"valign": "top", "text_wrap": True},
    "number": {"valign": "top", "num_format": "General"},
    "seconds": {"valign": "top", "num_format": "0.0##"},
    "length": {"valign": "top", "num_format": "[m]:ss"},
    "moment": {"valign": "top", "num_format": "yyyy-mm-dd hh:mm:ss"},
    "exact": {"valign": "top", "num_format": "yyyy-mm-dd hh:mm:ss.000"},
    "day": {"valign": "top", "num_format": "yyyy-mm-dd"},
}
OffsetMinAt = Callable[[int], int]
"""Returns the venue's offset from UTC in minutes at a moment in UTC milliseconds."""


class _Worksheet(Protocol):
    """The methods of XlsxWriter's worksheet that `_WorksheetWriter` calls."""

    def write_string(self, row: int, column: int, text: str, style: object) -> object: ...
    def write_number(self, row: int, column: int, number: float, style: object) -> object: ...
    def write_boolean(self, row: int, column: int, truth: object, style: object) -> object: ...
    def write_datetime(self, row: int, column: int, moment: date, style: object) -> object: ...
    def set_column(self, first: int, last: int, width: float) -> object: ...
    def freeze_panes(self, row: int, column: int) -> object: ...
    def autofilter(self, top: int, left: int, bottom: int, right: int) -> object: ...
    def repeat_rows(self, first: int, last: int) -> object: ...
    def set_landscape(self) -> object: ...
    def set_paper(self, size: int) -> object: ...
    def fit_to_pages(self, width: int, height: int) -> object: ...


class _SheetColumn(Struct, frozen=True):
    """A column of a worksheet: heading, index of its value in the rows of the table, and cell type."""

    heading: str
    source_index: int
    cell_type: str


def build_workbook(tables: Mapping[str, DataTable], title: str, created: datetime, offset_at: OffsetMinAt) -> bytes:
    """Return the tables as an XLSX file; ``created`` is in UTC."""
    import xlsxwriter  # type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types

    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    workbook.set_properties(
        {"title": sanitize_text(title)[:255], "author": "", "created": created.replace(tzinfo=None)}
    )
    styles = {name: workbook.add_format(dict(format_)) for name, format_ in _FORMATS.items()}
    for name, table in tables.items():
        _WorksheetWriter(workbook.add_worksheet(name), styles, offset_at).write(table)
    workbook.close()
    return out.getvalue()


class _WorksheetWriter:
    """Writes a table into one worksheet."""

    def __init__(self, page: _Worksheet, styles: Mapping[str, object], offset_at: OffsetMinAt) -> None:
        self._worksheet = page
        self._styles = styles
        self._offset_at = offset_at

    def write(self, table: DataTable) -> None:
        """Write headings and rows, and set up the page for printing."""
        columns = tuple(_layout_columns(table.columns))
        widths = [len(column.heading) + 3 for column in columns]
        for index, column in enumerate(columns):
            self._worksheet.write_string(0, index, column.heading, self._styles["head"])
        for number, row in enumerate(table.rows, 1):
            for index, column in enumerate(columns):
                width = self._write_cell(number, index, row[column.source_index], _cell_type(column, row))
                widths[index] = max(widths[index], width)
        self._format_worksheet(widths, len(table.rows))

    def _format_worksheet(self, widths: Sequence[int], rows: int) -> None:
        for index, width in enumerate(widths):
            self._worksheet.set_column(index, index, max(_NARROW, min(width + 1, _WIDE)))
        self._worksheet.freeze_panes(1, 0)
        self._worksheet.autofilter(0, 0, rows, len(widths) - 1)
        self._worksheet.repeat_rows(0, 0)
        self._worksheet.set_landscape()
        self._worksheet.set_paper(9)
        self._worksheet.fit_to_pages(1, 0)

    def _write_cell(self, row: int, column: int, value: Value, cell_type: str) -> int:
        """Write one cell with its type; return the preferred width in characters."""
        if value is None or value == "":
            return 0
        if isinstance(value, bool):
            self._worksheet.write_boolean(row, column, value, self._styles["text"])
            return 6
        if isinstance(value, (int, float)):
            return self._write_number(row, column, value, cell_type)
        text = str(value)
        if cell_type in {"moment", "exact"} and _MOMENT_PATTERN.fullmatch(text):
            self._worksheet.write_datetime(row, column, self._to_datetime(text, cell_type), self._styles[cell_type])
            return 20 if cell_type == "moment" else 24
        day = _parse_day(text) if cell_type == "day" else None
        if day is not None:
            self._worksheet.write_datetime(row, column, day, self._styles["day"])
            return 11
        return self._write_text(row, column, text)

    def _write_number(self, row: int, column: int, value: float, cell_type: str) -> int:
        if cell_type == "length":
            self._worksheet.write_number(row, column, value / _SECONDS_PER_DAY, self._styles["length"])
        else:
            style = "seconds" if cell_type == "seconds" else "number"
            self._worksheet.write_number(row, column, value, self._styles[style])
        return 8

    def _write_text(self, row: int, column: int, text: str) -> int:
        shown = _truncate_to_cell(sanitize_text(text))
        longest = max(map(len, shown.split("\n")))
        style = "long" if longest > _WRAP_LENGTH or "\n" in shown else "text"
        self._worksheet.write_string(row, column, shown, self._styles[style])
        return longest

    def _to_datetime(self, text: str, cell_type: str) -> datetime:
        """Return a moment without time zone: local time for the type ``moment``, else UTC."""
        moment = datetime.fromisoformat(text).astimezone(UTC)
        if cell_type == "moment":
            moment += timedelta(minutes=self._offset_at(round(moment.timestamp() * 1000)))
        return moment.replace(tzinfo=None)


def _layout_columns(keys: Sequence[str]) -> Iterator[_SheetColumn]:
    """Yield the readable columns in order, then the exact ones."""
    exact: list[_SheetColumn] = []
    for index, key in enumerate(keys):
        if key in _MOMENT_FIELDS:
            yield _SheetColumn(key, index, "moment")
            exact.append(_SheetColumn(f"{key} (UTC)", index, "exact"))
        elif key.endswith("_seconds") or key == _SECOND_FIELD:
            yield _SheetColumn(_INTO_SPEECH if key == _SECOND_FIELD else key.removesuffix("_seconds"), index, "length")
            exact.append(_SheetColumn(key, index, "seconds"))
        else:
            yield _SheetColumn(key, index, "day" if key in _DAY_FIELDS else "text")
    yield from exact


def _cell_type(column: _SheetColumn, row: Sequence[Value]) -> str:
    """Return the cell type; in tables of field names and values it depends on the field named in the row."""
    if column.heading not in {"value", "before", "after"}:
        return column.cell_type
    names = [str(cell).rpartition(".")[2] for cell in row[: column.source_index] if isinstance(cell, str)]
    if any(name in _DAY_FIELDS for name in names):
        return "day"
    if any(name in {"exported", "closing_announced", "started"} for name in names):
        return "exact"
    return "seconds" if any(name.endswith("_seconds") for name in names) else "text"


def _parse_day(text: str) -> date | None:
    if not _DAY_PATTERN.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _truncate_to_cell(text: str) -> str:
    if 2 * len(text) <= MAX_CELL_UNITS:
        return text
    return text.encode("utf-16-le")[: 2 * MAX_CELL_UNITS].decode("utf-16-le", "ignore")
