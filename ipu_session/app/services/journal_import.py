"""A journal as text, back into events that can be put into a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from ipu_session.domain.history import ImpossibleRowError, Row, Timeline
from ipu_session.store.errors import StoreError, StoreTrouble, known_troubles
from ipu_session.store.journal.jsonl import parse_lines

_LONGEST_LINE = 32_000_000
"""Letters of one event: the longest text that a field takes, with every letter written as an escape."""


def read_lines(path: Path) -> list[Row]:
    """Return the events of a file of JSON lines; StoreError names the line that cannot be."""
    name = str(path)
    with known_troubles(path):
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise StoreError(StoreTrouble.NOT_A_FILE, name)
        try:
            with path.open(encoding="utf-8", newline="\n") as lines:
                rows = list(parse_lines(_within_limits(lines, name), name))
        except UnicodeDecodeError as error:
            raise StoreError(StoreTrouble.BAD_LINE, name) from error
    _refuse_impossible(rows, name)
    return rows


def _within_limits(lines: TextIO, name: str) -> Iterator[str]:
    """Yield lines; StoreError for one without end, before it fills the memory."""
    number = 1
    while line := lines.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE:
            raise StoreError(StoreTrouble.BAD_LINE, name, f"line {number}")
        yield line
        number += 1


def _refuse_impossible(rows: list[Row], name: str) -> None:
    """Fold the events once: one that refers to what is not there is told by its line."""
    timeline = Timeline()
    for row in rows:
        try:
            timeline.add_foreign(row)
        except ImpossibleRowError as error:
            raise StoreError(StoreTrouble.BAD_LINE, name, f"event {row.version}") from error
    if not timeline.now.created:
        raise StoreError(StoreTrouble.BAD_LINE, name, "event 1")
