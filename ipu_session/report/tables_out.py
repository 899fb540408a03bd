"""Speakers, interventions, notes, themes and contributions as JSON, CSV and XLSX (product.md, R6)."""

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from ipu_session.domain.state import Session
from ipu_session.report.clean import clean, encodable
from ipu_session.report.records import Value, iso_utc, records
from ipu_session.report.safe_write import replace_file
from ipu_session.report.sheets import Sheet, intervention_sheet, sheets

# A spreadsheet takes a cell that begins so for a formula; some skip blanks and line breaks before it.
_FORMULA = re.compile(r"[\t\r]|\s*[=+\-@]")
_CELL_LIMIT = 32_767
"""UTF-16 units in a cell of a spreadsheet at most."""
_WIDTHS = {"text": 80, "title": 60, "synthesis": 80, "speaker": 28, "delegation_name": 28}
_MOMENTS = frozenset({"made", "started", "ended", "taken"})


class _Page(Protocol):
    """The part of a worksheet that is used here."""

    def write_string(self, row: int, column: int, text: str, style: object) -> Any: ...
    def write_number(self, row: int, column: int, number: float, style: object) -> Any: ...
    def write_boolean(self, row: int, column: int, truth: object, style: object) -> Any: ...
    def write_datetime(self, row: int, column: int, moment: datetime, style: object) -> Any: ...
    def set_column(self, first: int, last: int, width: float) -> Any: ...
    def freeze_panes(self, row: int, column: int) -> Any: ...
    def autofilter(self, top: int, left: int, bottom: int, right: int) -> Any: ...


def to_json(session: Session, now_ms: int) -> str:
    """Return every recorded field of the session as JSON; running clocks are read at ``now_ms``."""
    return encodable(_dump(records(session, now_ms)))


def to_csv(session: Session, now_ms: int) -> str:
    """Return one row for each intervention; begins with a byte order mark, formulas are neutralised."""
    sheet = intervention_sheet(session, now_ms)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(sheet.columns)
    writer.writerows([_csv_cell(value) for value in row] for row in sheet.rows)
    return "\ufeff" + out.getvalue()


def write_xlsx(session: Session, now_ms: int, out: Path | BinaryIO) -> None:
    """Write a workbook of typed cells, one sheet for each sort of thing; ReportError if it cannot be."""
    data = _workbook(session, now_ms)
    if isinstance(out, Path):
        replace_file(out, data)
    else:
        out.write(data)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _csv_cell(value: Value) -> str:
    if isinstance(value, str):
        text = clean(value)
        return f"'{text}" if _FORMULA.match(value) or _FORMULA.match(text) else text
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _workbook(session: Session, now_ms: int) -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    title = clean(session.details.title)[:255]
    book.set_properties({"title": title, "author": "", "created": _naive(iso_utc(now_ms) or "")})
    formats = (
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"text_wrap": True, "valign": "top"}),
        book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "valign": "top"}),
    )
    for name, sheet in sheets(session, now_ms).items():
        _fill(book.add_worksheet(name), sheet, formats)
    book.close()
    return out.getvalue()


def _fill(page: _Page, sheet: Sheet, styles: Sequence[object]) -> None:
    head, body, moment = styles
    for column, key in enumerate(sheet.columns):
        page.write_string(0, column, f"{key} (UTC)" if key in _MOMENTS else key, head)
        page.set_column(column, column, _WIDTHS.get(key, 20 if key in _MOMENTS else 14))
    for number, row in enumerate(sheet.rows, 1):
        for column, (key, value) in enumerate(zip(sheet.columns, row, strict=True)):
            if key in _MOMENTS and isinstance(value, str):
                page.write_datetime(number, column, _naive(value), moment)
            else:
                _write(page, (number, column), value, body)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _write(page: _Page, place: tuple[int, int], value: Value, style: object) -> None:
    match value:
        case "":
            return
        case str():
            page.write_string(*place, _that_fits(clean(value)), style)
        case bool():
            page.write_boolean(*place, value, style)
        case int() | float():
            page.write_number(*place, value, style)


def _that_fits(text: str) -> str:
    if 2 * len(text) <= _CELL_LIMIT:
        return text
    return text.encode("utf-16-le")[: 2 * _CELL_LIMIT].decode("utf-16-le", "ignore")


def _naive(moment: str) -> datetime:
    """Return the moment in UTC without a zone: a spreadsheet knows none."""
    return datetime.fromisoformat(moment).astimezone(UTC).replace(tzinfo=None)
