"""Repair: copies the readable part of a damaged session to a new file and reports what is missing."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from msgspec import Struct

from ipu_session.domain.events import ContributionRegistered
from ipu_session.domain.history import History, JournalRow
from ipu_session.store.errors import StoreError, StoreErrorCode, translate_errors
from ipu_session.store.files import validation
from ipu_session.store.files.migrations import MIGRATION_STEPS, draft_hash
from ipu_session.store.files.temporary_folder import scratch_folder
from ipu_session.store.journal.event_codec import decode_row
from ipu_session.store.journal.hash_chain import StoredRow, is_linked
from ipu_session.store.journal.open_session import create_and_close

_SELECT_ROW = "select version, at_ms, act, kind, payload, previous, hash from journal where version = ?"
_SELECT_NEXT = "select version, at_ms from journal where version > ? order by version limit 1"
_SELECT_LAST = "select version, at_ms from journal order by version desc limit 1"
_HASHED_DRAFTS = "select key, text, hash from draft not indexed"
_BARE_DRAFTS = "select key, text, '' from draft not indexed"
_SMALLEST_ROW = 40
_HEADER = b"SQLite format 3\0"


class MissingParts(Struct, frozen=True):
    """What could not be copied from a damaged session."""

    first_event: int = 0
    """Number of the first missing event; 0 if none is known to be missing."""
    last_event: int = 0
    """Highest event number still readable in the damaged file; 0 if none after the last copied event."""
    from_ms: int = 0
    """Time of the last copied event (milliseconds since the epoch, UTC); 0 if no event is known to be missing."""
    to_ms: int = 0
    """Time of ``last_event`` (milliseconds since the epoch, UTC); 0 if there is none."""
    drafts: tuple[str, ...] = ()
    """Keys of the drafts that were read but do not match their hash."""
    files: tuple[str, ...] = ()
    """File names of contributions whose attachment is missing from the copy."""


class RepairResult(Struct, frozen=True):
    """Number of events, drafts and attachments copied, and what is missing."""

    events: int
    drafts: int
    files: int
    missing: MissingParts


def repair(path: Path, target: Path) -> RepairResult:
    """Write the valid part of a damaged session to the new file ``target``; return what was copied and what is missing.

    Only events before the first that is unreadable or breaks the hash chain are copied: later ones cannot be trusted.
    Works on a copy of the damaged file, which is never changed. StoreError if nothing can be recovered
    (NOTHING_SAVED), or if ``target`` exists or cannot be written.
    """
    with translate_errors(path), scratch_folder(target, path.stat().st_size) as folder:
        copy = folder / "copy"
        _copy_with_valid_header(path, copy)
        with closing(_connect_damaged(copy, path)) as source:
            rows, timeline = _read_valid_prefix(source)
            if not timeline.state.created:
                raise StoreError(StoreErrorCode.NOTHING_SAVED, str(path))
            files, lost_files = _read_attachments(source, rows)
            drafts, lost_drafts = _read_drafts(source)
            first, last, to_ms = _find_missing_events(source, len(rows), copy.stat().st_size)
    with create_and_close(target) as journal:
        journal.append(rows, files)
        for key, text in drafts:
            journal.save_draft(key, text=text)
    missing = MissingParts(first, last, rows[-1].at_ms if first else 0, to_ms, lost_drafts, lost_files)
    return RepairResult(len(rows), len(drafts), len(files), missing)


def _copy_with_valid_header(path: Path, copy: Path) -> None:
    """Copy a file and its rollback journal, and write a valid SQLite header into the copy."""
    if not path.is_file():
        validation.check_file_type(path)
    shutil.copyfile(path, copy)
    if validation.rollback_journal_path(path).exists():
        shutil.copyfile(validation.rollback_journal_path(path), validation.rollback_journal_path(copy))
    with copy.open("r+b") as file:
        header = bytearray(file.read(100))
        if len(header) < 100 or sum(a == b for a, b in zip(header, _HEADER, strict=False)) < len(_HEADER) // 2:
            raise StoreError(StoreErrorCode.NOT_A_SESSION, str(path))
        header[: len(_HEADER)] = _HEADER
        header[18:24] = bytes((1, 1, 0, 64, 32, 32))
        header[44:48], header[56:60] = (4).to_bytes(4, "big"), (1).to_bytes(4, "big")
        # Page count 0: SQLite computes it from the file size.
        header[28:32] = bytes(4)
        file.seek(0)
        file.write(header)


def _connect_damaged(copy: Path, path: Path) -> sqlite3.Connection:
    connection = validation.connect(copy, writing=False)
    validation.limit_query_steps(connection)
    try:
        # SQLite may report a damaged page here and still be able to read others.
        kinds = {row[1]: row[2] for row in connection.execute("pragma table_list") if row[0] == "main"}
        columns = [row[1] for row in connection.execute("pragma table_info(journal)")]
    except sqlite3.DatabaseError as error:
        connection.close()
        raise StoreError(StoreErrorCode.NOTHING_SAVED, str(path)) from error
    are_tables = all(kinds.get(name, "table") == "table" for name in validation.expected_tables(len(MIGRATION_STEPS)))
    if not are_tables or tuple(columns) != validation.expected_tables(1)["journal"]:
        connection.close()
        raise StoreError(StoreErrorCode.NOTHING_SAVED, str(path))
    return connection


def _read_valid_prefix(source: sqlite3.Connection) -> tuple[list[JournalRow], History]:
    """Return the events before the first that is unreadable or breaks the hash chain, and their history."""
    rows: list[JournalRow] = []
    timeline, previous = History(), ""
    while True:
        stored = _read_row(source, len(rows) + 1)
        if stored is None or not is_linked(stored, len(rows) + 1, previous):
            return rows, timeline
        try:
            row = decode_row(*stored[:5])
            timeline.replay(row)
        except ValueError:
            return rows, timeline
        rows.append(row)
        previous = stored[6]


def _read_row(source: sqlite3.Connection, version: int) -> StoredRow | None:
    try:
        row: StoredRow | None = source.execute(_SELECT_ROW, (version,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return row


def _find_missing_events(source: sqlite3.Connection, copied: int, size: int) -> tuple[int, int, int]:
    """Return (number of the first missing event, number and time of the last event still readable); 0 for none."""
    last = _try_query(source, _SELECT_LAST, ())
    version = copied
    while last is None and version < copied + size // _SMALLEST_ROW:
        # The last row cannot be read from the end of the index: skip the damaged pages from the front.
        row = _try_query(source, _SELECT_NEXT, (version,))
        if row is None:
            version += 1
            continue
        last, version = row, row[0]
    if last is None or last[0] <= copied:
        return (copied + 1 if last is None else 0), 0, 0
    return copied + 1, last[0], last[1]


def _try_query(source: sqlite3.Connection, query: str, values: tuple[int, ...]) -> tuple[int, int] | None:
    with suppress(sqlite3.DatabaseError):
        row = source.execute(query, values).fetchone()
        if row is not None and isinstance(row[0], int) and isinstance(row[1], int):
            return row[0], row[1]
    return None


def _read_attachments(source: sqlite3.Connection, rows: list[JournalRow]) -> tuple[list[bytes], tuple[str, ...]]:
    """Return the valid attachments, and the file names of those that are missing or damaged.

    Attachments of undone events are included: redo may need them.
    """
    entries = (row.event.contribution for row in rows if isinstance(row.event, ContributionRegistered))
    file_names = {entry.digest: entry.file for entry in entries if entry.digest}
    attachments = {digest: _read_attachment(source, digest) for digest in file_names}
    sound = [data for data in attachments.values() if data is not None]
    return sound, tuple(file_names[digest] for digest, data in attachments.items() if data is None)


def _read_attachment(source: sqlite3.Connection, digest: str) -> bytes | None:
    try:
        row = source.execute("select bytes from kept_file where digest = ?", (digest,)).fetchone()
        if row is None:
            # The index may be damaged although the table is not.
            query = "select bytes from kept_file not indexed where digest = ?"
            row = source.execute(query, (digest,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    data = row[0] if row is not None and type(row[0]) is bytes else b""
    return data if hashlib.sha256(data).hexdigest() == digest else None


def _read_drafts(source: sqlite3.Connection) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Return the valid drafts and the keys of the invalid ones; drafts of old files have no hash and are accepted."""
    sound, lost = [], []
    hashed = any(row[1] == "hash" for row in source.execute("pragma table_info(draft)"))
    for key, text, digest in _iterate_drafts(source, _HASHED_DRAFTS if hashed else _BARE_DRAFTS):
        if not hashed or draft_hash(key, text) == digest:
            sound.append((key, text))
        else:
            lost.append(key)
    return sound, tuple(lost)


def _iterate_drafts(source: sqlite3.Connection, query: str) -> Iterator[tuple[str, str, str]]:
    with suppress(sqlite3.DatabaseError):
        for key, text, digest in source.execute(query):
            yield str(key), str(text), str(digest)
