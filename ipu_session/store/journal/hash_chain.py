"""Each row of the journal carries the hash of the row before, so that nothing is changed unseen."""

import hashlib

from ipu_session.domain.history import JournalRow
from ipu_session.store.journal.event_codec import encode

StoredRow = tuple[int, int, int, str, str, str, str]
"""version, at_ms, act, kind, payload, previous, hash: a row as it lies in the file."""

_COLUMN_TYPES = (int, int, int, str, str, str, str)
"""A forged table may hold anything in any column."""
_MAX_PAYLOAD_CHARS = 33_000_000
"""A text of the longest kind with every letter written as an escape."""
_YEAR_1_MS = -62_135_596_800_000
_YEAR_10000_MS = 253_402_300_800_000
"""Calendars end here; only a forged row lies outside, and no screen or report could show it."""


def hash_row(previous: str, row: tuple[int, int, int, str, str]) -> str:
    """Return the hash of a row: SHA-256 over the six values, a line each (docs/file-format.md)."""
    version, at_ms, act, kind, payload = row
    text = f"{previous}\n{version}\n{at_ms}\n{act}\n{kind}\n{payload}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def to_stored_row(row: JournalRow, previous: str) -> StoredRow:
    """Return an event as a row of the file, linked to the one before."""
    plain = (row.version, row.at_ms, row.transaction, *encode(row.event))
    return (*plain, previous, hash_row(previous, plain))


def is_linked(found: StoredRow, version: int, previous: str) -> bool:
    """Return whether a row is the one that belongs here, is as it was written, and has a date that exists."""
    if tuple(map(type, found)) != _COLUMN_TYPES or not _YEAR_1_MS <= found[1] < _YEAR_10000_MS:
        return False
    if len(found[4]) > _MAX_PAYLOAD_CHARS:
        return False
    return found[0] == version and found[5] == previous and hash_row(previous, found[:5]) == found[6]
