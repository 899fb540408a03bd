"""Rows out of CSV files, spreadsheets and the clipboard, each with the line it stood in."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from ipu_session.intake.encodings import decode, encoding_candidates
from ipu_session.intake.errors import IntakeError, IntakeTrouble
from ipu_session.intake.guard import kind_of, read_bytes, refuse_unless
from ipu_session.intake.spreadsheet import COLUMN_LIMIT, refuse_sprawling

__all__ = ["ROW_LIMIT", "Table", "encoding_candidates", "read_table", "table_of"]

ROW_LIMIT = 20_000
_DELIMITERS = (",", ";", "\t", "|")
_LINES_LOOKED_AT = 20
_SEPARATOR_LINE = re.compile(r"\ufeff?sep=([,;\t|])\r?\n", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")

CellValue = int | float | str | bool | date | datetime | time | timedelta


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text, and the line (of a spreadsheet: row) in which each begins, from 1."""

    rows: tuple[Sequence[str], ...]
    lines: tuple[int, ...]
    encoding: str = ""
    delimiter: str = ""


def read_table(path: Path, encoding: str | None = None) -> Table:
    """Return the rows of a .csv, .tsv, .txt or the first sheet of an .xlsx; raises ``IntakeError``.

    Text without a mark that is not UTF-8 is refused as encoding-unknown until ``encoding`` is given.
    """
    name = str(path)
    data = read_bytes(path)
    kind = kind_of(data, name)
    refuse_unless(kind, ("text", "xlsx"), name)
    if kind == "xlsx":
        return _sheet(data, name)
    decoded = decode(data, name, encoding)
    return table_of(decoded.text, name, decoded.encoding)


def table_of(text: str, name: str = "", encoding: str = "") -> Table:
    """Return the rows of delimited text, such as the clipboard's; raises ``IntakeError``."""
    separator = _SEPARATOR_LINE.match(text)
    skipped = 1 if separator else 0
    if separator:
        text = text[separator.end() :]
    text = _CONTROLS.sub(" ", text.lstrip("\ufeff"))
    if not text.strip():
        raise IntakeError(IntakeTrouble.EMPTY, name)
    delimiter = separator[1] if separator else _delimiter(text)
    rows, lines = _rows(text, delimiter, name, skipped)
    return Table(tuple(rows), tuple(lines), encoding, delimiter)


def _rows(text: str, delimiter: str, name: str, skipped: int) -> tuple[list[list[str]], list[int]]:
    """Return rows and their lines; strict, lest a stray quotation mark swallow the rows after it."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    line = 1
    try:
        for row in reader:
            rows.append(row)
            lines.append(line + skipped)
            line = reader.line_num + 1
            if len(rows) > ROW_LIMIT or len(row) > COLUMN_LIMIT:
                raise IntakeError(IntakeTrouble.TOO_LARGE, name, f"line {line}")
    except csv.Error as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name, f"line {line + skipped}") from error
    return rows, lines


def _delimiter(text: str) -> str:
    """Return what parts the cells: the sign that stands in most of the first lines, then most often."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:_LINES_LOOKED_AT]
    scores = [
        (sum(delimiter in line for line in lines), sum(line.count(delimiter) for line in lines))
        for delimiter in _DELIMITERS
    ]
    return _DELIMITERS[scores.index(max(scores))]


def _sheet(data: bytes, name: str) -> Table:
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        WorksheetNotFound,
        XmlError,
        ZipError,
    )

    refuse_sprawling(data, name, ROW_LIMIT)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        values = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except PasswordError as error:
        raise IntakeError(IntakeTrouble.ENCRYPTED, name) from error
    except (CalamineError, WorksheetNotFound, XmlError, ZipError, ValueError, OSError) as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name, str(error)[:80]) from error
    rows = tuple([_CONTROLS.sub(" ", _written(value)) for value in row] for row in values)
    if not any(cell.strip() for row in rows for cell in row):
        raise IntakeError(IntakeTrouble.EMPTY, name, found="xlsx")
    return Table(rows, tuple(range(1, len(rows) + 1)))


def _written(value: CellValue) -> str:
    """Return a cell as a person would have typed it: 1980, not 1980.0; a day without midnight."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date | time) else str(value)
