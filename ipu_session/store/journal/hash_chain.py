"""Hash chain of the journal: each row carries the hash of the previous row.

A changed row is detected, unless its hash and those of all later rows were computed again.
"""

import hashlib

from ipu_session.domain.history import JournalRow
from ipu_session.store.journal.event_codec import row_payload

StoredRow = tuple[int, int, int, str, str, str, str]
"""version, at_ms, transaction, kind, payload, previous, hash: a row as stored in the file."""

_COLUMN_TYPES = (int, int, int, str, str, str, str)
"""Types of a stored row; they are checked because in a forged file a column may hold any type."""
_MAX_PAYLOAD_CHARS = 33_000_000
"""The longest text allowed in an event, with every character escaped."""
_YEAR_1_MS = -62_135_596_800_000
_YEAR_10000_MS = 253_402_300_800_000
"""The years 1 to 9999, in milliseconds since 1970 (UTC): Python and Qt show no other; only a forged row has one."""


def hash_row(previous: str, row: tuple[int, int, int, str, str]) -> str:
    """Return the SHA-256 (hexadecimal) of ``previous`` and the values of ``row``, separated by line feeds.

    ``previous`` is the hash of the previous row, "" for the first (docs/file-format.md).
    """
    version, at_ms, transaction, kind, payload = row
    text = f"{previous}\n{version}\n{at_ms}\n{transaction}\n{kind}\n{payload}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def to_stored_row(row: JournalRow, previous: str) -> StoredRow:
    """Return a row as stored in the file; ``previous`` is the hash of the previous row, "" for the first."""
    values = (row.version, row.at_ms, row.transaction, row.event.event_kind, row_payload(row))
    return (*values, previous, hash_row(previous, values))


def is_linked(row: StoredRow, version: int, previous: str) -> bool:
    """Return whether a stored row is valid.

    It must have this version, the hash ``previous`` of the previous row, the right hash of its own, the right types,
    and a time and a length within the limits.
    """
    if tuple(map(type, row)) != _COLUMN_TYPES or not _YEAR_1_MS <= row[1] < _YEAR_10000_MS:
        return False
    if len(row[4]) > _MAX_PAYLOAD_CHARS:
        return False
    return row[0] == version and row[5] == previous and hash_row(previous, row[:5]) == row[6]
