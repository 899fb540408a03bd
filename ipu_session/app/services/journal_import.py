"""Import of a journal in JSON lines as events for a session file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from ipu_session.domain.history import History, ImpossibleRowError, JournalRow
from ipu_session.store.errors import StoreError, StoreErrorCode, translate_errors
from ipu_session.store.journal.jsonl import parse_lines

_MAX_LINE_CHARS = 32_000_000
"""Lines of this length or more are refused: the longest text of a field, with every character escaped, is shorter."""


def read_journal_rows(path: Path) -> list[JournalRow]:
    """Return the rows of a file of JSON lines; StoreError, with the line or event if one is invalid, on failure."""
    name = str(path)
    with translate_errors(path):
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise StoreError(StoreErrorCode.NOT_A_FILE, name)
        try:
            with path.open(encoding="utf-8", newline="\n") as lines:
                rows = list(parse_lines(_read_limited_lines(lines, name), name))
        except UnicodeDecodeError as error:
            raise StoreError(StoreErrorCode.BAD_LINE, name) from error
    _check_replayable(rows, name)
    return rows


def _read_limited_lines(lines: TextIO, name: str) -> Iterator[str]:
    """Yield lines; StoreError for a line of `_MAX_LINE_CHARS` or more, of which only that many are read."""
    number = 1
    while line := lines.readline(_MAX_LINE_CHARS):
        if len(line) == _MAX_LINE_CHARS:
            raise StoreError(StoreErrorCode.BAD_LINE, name, f"line {number}")
        yield line
        number += 1


def _check_replayable(rows: list[JournalRow], name: str) -> None:
    """Replay the events; StoreError, with its number, at one that cannot be replayed, or if no session is created."""
    timeline = History()
    for row in rows:
        try:
            timeline.replay(row)
        except ImpossibleRowError as error:
            raise StoreError(StoreErrorCode.BAD_LINE, name, f"event {row.version}") from error
    if not timeline.state.created:
        raise StoreError(StoreErrorCode.BAD_LINE, name, "event 1")
