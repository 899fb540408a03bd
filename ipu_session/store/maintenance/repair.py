"""Repair: copies the readable part of a damaged session to a new file and reports what is missing."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from ipu_session.domain.events import ContributionRegistered
from ipu_session.domain.history import History, JournalRow
from ipu_session.store.errors import StoreError, StoreErrorCode, translate_errors
from ipu_session.store.files import validation
from ipu_session.store.files.migrations import MIGRATION_STEPS, draft_hash
from ipu_session.store.files.temporary_folder import scratch_folder
from ipu_session.store.journal.event_codec import decode
from ipu_session.store.journal.hash_chain import StoredRow, is_linked
from ipu_session.store.journal.open_session import create_and_close

_SELECT_ROW = "select version, at_ms, act, kind, payload, previous, hash from journal where version = ?"
_SELECT_NEXT = "select version, at_ms from journal where version > ? order by version limit 1"
_SELECT_LAST = "select version, at_ms from journal order by version desc limit 1"
_HASHED_DRAFTS = "select key, text, hash from draft not indexed"
_BARE_DRAFTS = "select key, text, '' from draft not indexed"
_SMALLEST_ROW = 40
_HEADER = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class MissingParts:
    """What could not be copied from a damaged session."""

    first_event: int = 0
    """Number of the first missing event; 0 if none is known to be missing."""
    last_event: int = 0
    """Highest event number still readable in the damaged file; 0 if none after the last copied event."""
    from_ms: int = 0
    """Time of the last copied event (UTC, milliseconds since the epoch); later events may be missing."""
    to_ms: int = 0
    drafts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """File names of contributions whose attachment is missing from the copy."""


@dataclass(frozen=True, slots=True)
class RepairResult:
    """Number of events, drafts and attachments copied, and what is missing."""

    events: int
    drafts: int
    files: int
    missing: MissingParts


def repair(path: Path, target: Path) -> RepairResult:
    """Write the valid part of a damaged session to a new file, and return what is missing.

    Only events before the first broken link of the hash chain are copied: later ones cannot be trusted. Works on a
    copy of the damaged file, which is never changed. StoreError (NOTHING_SAVED) if no event is readable.
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
    with create_and_close(target) as made:
        made.append(rows, files)
        for key, text in drafts:
            made.save_draft(key, text=text)
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
        head = bytearray(file.read(100))
        if len(head) < 100 or sum(a == b for a, b in zip(head, _HEADER, strict=False)) < len(_HEADER) // 2:
            raise StoreError(StoreErrorCode.NOT_A_SESSION, str(path))
        head[: len(_HEADER)] = _HEADER
        head[18:24] = bytes((1, 1, 0, 64, 32, 32))
        head[44:48], head[56:60] = (4).to_bytes(4, "big"), (1).to_bytes(4, "big")
        # Page count 0: SQLite computes it from the file size.
        head[28:32] = bytes(4)
        file.seek(0)
        file.write(head)


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
    ours = all(kinds.get(name, "table") == "table" for name in validation.expected_tables(len(MIGRATION_STEPS)))
    if not ours or tuple(columns) != validation.expected_tables(1)["journal"]:
        connection.close()
        raise StoreError(StoreErrorCode.NOTHING_SAVED, str(path))
    return connection


def _read_valid_prefix(source: sqlite3.Connection) -> tuple[list[JournalRow], History]:
    """Return every event before the first that cannot be read, linked, decoded or replayed."""
    rows: list[JournalRow] = []
    timeline, previous = History(), ""
    while True:
        found = _read_row(source, len(rows) + 1)
        if found is None or not is_linked(found, len(rows) + 1, previous):
            return rows, timeline
        try:
            row = JournalRow(found[0], found[1], found[2], decode(found[3], found[4]))
            timeline.replay(row)
        except ValueError:
            return rows, timeline
        rows.append(row)
        previous = found[6]


def _read_row(source: sqlite3.Connection, version: int) -> StoredRow | None:
    try:
        found: StoredRow | None = source.execute(_SELECT_ROW, (version,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return found


def _find_missing_events(source: sqlite3.Connection, taken: int, size: int) -> tuple[int, int, int]:
    """Return the number of the first missing event, then number and time of the last one still in the file."""
    last = _try_query(source, _SELECT_LAST, ())
    at = taken
    while last is None and at < taken + size // _SMALLEST_ROW:
        # The last row cannot be read from the end of the index: skip the damaged pages from the front.
        found = _try_query(source, _SELECT_NEXT, (at,))
        if found is None:
            at += 1
            continue
        last, at = found, found[0]
    if last is None or last[0] <= taken:
        return (taken + 1 if last is None else 0), 0, 0
    return taken + 1, last[0], last[1]


def _try_query(source: sqlite3.Connection, query: str, values: tuple[int, ...]) -> tuple[int, int] | None:
    with suppress(sqlite3.DatabaseError):
        found = source.execute(query, values).fetchone()
        if found is not None and isinstance(found[0], int) and isinstance(found[1], int):
            return found[0], found[1]
    return None


def _read_attachments(source: sqlite3.Connection, rows: list[JournalRow]) -> tuple[list[bytes], tuple[str, ...]]:
    """Return the valid attachments, and the file names of those that are missing or damaged.

    Attachments of undone events are included: redo may need them.
    """
    entries = (row.event.contribution for row in rows if isinstance(row.event, ContributionRegistered))
    named = {entry.digest: entry.file for entry in entries if entry.digest}
    found = {digest: _read_attachment(source, digest) for digest in named}
    sound = [data for data in found.values() if data is not None]
    return sound, tuple(named[digest] for digest, data in found.items() if data is None)


def _read_attachment(source: sqlite3.Connection, digest: str) -> bytes | None:
    try:
        found = source.execute("select bytes from kept_file where digest = ?", (digest,)).fetchone()
        if found is None:
            # The index may be damaged although the table is not.
            query = "select bytes from kept_file not indexed where digest = ?"
            found = source.execute(query, (digest,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    data = found[0] if found is not None and type(found[0]) is bytes else b""
    return data if hashlib.sha256(data).hexdigest() == digest else None


def _read_drafts(source: sqlite3.Connection) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Return the valid drafts and the keys of the invalid ones; drafts of old files have no hash and are accepted."""
    sound, lost = [], []
    hashed = any(row[1] == "hash" for row in source.execute("pragma table_info(draft)"))
    for key, text, said in _iterate_drafts(source, _HASHED_DRAFTS if hashed else _BARE_DRAFTS):
        if not hashed or draft_hash(key, text) == said:
            sound.append((key, text))
        else:
            lost.append(key)
    return sound, tuple(lost)


def _iterate_drafts(source: sqlite3.Connection, query: str) -> Iterator[tuple[str, str, str]]:
    with suppress(sqlite3.DatabaseError):
        for key, text, said in source.execute(query):
            yield str(key), str(text), str(said)
