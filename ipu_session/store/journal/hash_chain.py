"""Each row of the journal carries the hash of the row before, so that nothing is changed unseen."""

import hashlib

from ipu_session.domain.history import Row
from ipu_session.store.journal.event_codec import encode

Record = tuple[int, int, int, str, str, str, str]
"""version, at_ms, act, kind, payload, previous, hash: a row as it lies in the file."""

_TYPES = (int, int, int, str, str, str, str)
"""A forged table may hold anything in any column."""
_LONGEST_PAYLOAD = 33_000_000
"""A text of the longest kind with every letter written as an escape."""
_YEAR_1_MS = -62_135_596_800_000
_YEAR_10000_MS = 253_402_300_800_000
"""Calendars end here; only a forged row lies outside, and no screen or report could show it."""


def digest(previous: str, row: tuple[int, int, int, str, str]) -> str:
    """Return the hash of a row: SHA-256 over the six values, a line each (docs/file-format.md)."""
    version, at_ms, act, kind, payload = row
    text = f"{previous}\n{version}\n{at_ms}\n{act}\n{kind}\n{payload}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def record(row: Row, previous: str) -> Record:
    """Return an event as a row of the file, linked to the one before."""
    plain = (row.version, row.at_ms, row.act, *encode(row.event))
    return (*plain, previous, digest(previous, plain))


def linked(found: Record, version: int, previous: str) -> bool:
    """Return whether a row is the one that belongs here, is as it was written, and has a date that exists."""
    if tuple(map(type, found)) != _TYPES or not _YEAR_1_MS <= found[1] < _YEAR_10000_MS:
        return False
    if len(found[4]) > _LONGEST_PAYLOAD:
        return False
    return found[0] == version and found[5] == previous and digest(previous, found[:5]) == found[6]
