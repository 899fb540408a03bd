"""Tabular input: rows of a speakers list with their line numbers; parser of CSV files and clipboard text."""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from ipu_session.importers.files.errors import InputErrorCode, InputFileError

ROW_LIMIT = 20_000
COLUMN_LIMIT = 256
_DELIMITERS = (",", ";", "\t", "|")
_SNIFFED_LINES = 20
_SEPARATOR_LINE = re.compile(r"\ufeff?sep=([,;\t|])\r?\n", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"')
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029]")


class TabularInput(Struct, frozen=True):
    """Rows of text, and the line (in a spreadsheet: the row) in which each begins, from 1."""

    rows: tuple[Sequence[str], ...]
    lines: tuple[int, ...]
    encoding: str = ""
    delimiter: str = ""
    name: str = ""
    """Name of the sheet."""
    is_visible: bool = True
    row_marks: Mapping[int, str] = field(default_factory=dict)
    """Rows (from 0) that need confirmation by the user: ``hidden-row``, ``struck-out``."""
    covered_cells: frozenset[tuple[int, int]] = frozenset()
    """Cells (row, column) that are merged with a cell above: the text of that cell applies to them too."""
    hidden_columns: frozenset[int] = frozenset()
    stray_cells: tuple[str, ...] = ()
    """References of single cells far away from the others, which were not read."""


def parse_delimited(text: str, name: str = "", encoding: str = "") -> TabularInput:
    """Return the rows of delimited text, such as CSV or clipboard text; InputFileError if it is empty or malformed."""
    separator = _SEPARATOR_LINE.match(text)
    skipped = 1 if separator else 0
    if separator:
        text = text[separator.end() :]
    text = CONTROL_CHARACTERS.sub(" ", text.lstrip("\ufeff"))
    if not text.strip():
        raise InputFileError(InputErrorCode.EMPTY, name)
    delimiter = separator[1] if separator else _detect_delimiter(text)
    rows, lines = _parse_rows(text, delimiter, name, skipped)
    return TabularInput(tuple(rows), tuple(lines), encoding, delimiter)


def _parse_rows(text: str, delimiter: str, name: str, skipped: int) -> tuple[list[list[str]], list[int]]:
    """Return rows and their lines; strict, so that a stray quotation mark cannot swallow the following rows."""
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
                raise InputFileError(InputErrorCode.TOO_LARGE, name, f"line {line}")
    except csv.Error as error:
        raise InputFileError(InputErrorCode.DAMAGED, name, f"line {line + skipped}") from error
    return rows, lines


def _detect_delimiter(text: str) -> str:
    """Return the delimiter that occurs in most of the first lines; of equal ones, the most frequent."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:_SNIFFED_LINES]
    lines = [_QUOTED.sub("", line) for line in lines]
    scores = [
        (sum(delimiter in line for line in lines), sum(line.count(delimiter) for line in lines))
        for delimiter in _DELIMITERS
    ]
    return _DELIMITERS[scores.index(max(scores))]
