"""A damaged session read as far as it goes, into a copy; what is missing is said exactly."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from ipu_session.domain.events import ContributionRegistered
from ipu_session.domain.history import Row, Timeline
from ipu_session.store.errors import StoreError, StoreTrouble, known_troubles
from ipu_session.store.files import validation
from ipu_session.store.files.migrations import STEPS, draft_hash
from ipu_session.store.files.temporary_folder import scratch_folder
from ipu_session.store.journal.event_codec import decode
from ipu_session.store.journal.hash_chain import Record, linked
from ipu_session.store.journal.open_session import making

_ONE = "select version, at_ms, act, kind, payload, previous, hash from journal where version = ?"
_NEXT = "select version, at_ms from journal where version > ? order by version limit 1"
_LAST = "select version, at_ms from journal order by version desc limit 1"
_HASHED_DRAFTS = "select key, text, hash from draft not indexed"
_BARE_DRAFTS = "select key, text, '' from draft not indexed"
_SMALLEST_ROW = 40
_HEADER = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Missing:
    """What of a session could not be taken over."""

    first: int = 0
    """The number of the first event that is missing; 0 if none is known to be."""
    last: int = 0
    """The highest number that can still be read in the damaged file, 0 if none after the last one taken."""
    from_ms: int = 0
    """When the last event that was taken over happened (UTC): what came later may be missing."""
    to_ms: int = 0
    drafts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    """The names of contributions' files that are not in the copy."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What is in the copy, and what is not."""

    events: int
    drafts: int
    files: int
    missing: Missing


def repair(path: Path, target: Path) -> Repaired:
    """Write what is sound in a damaged session to a new file, and return what is missing.

    Only events before the first broken link are taken: what follows cannot be trusted. The damaged file is
    copied before it is looked at, and never touched. StoreError if nothing can be saved of it.
    """
    with known_troubles(path), scratch_folder(target, path.stat().st_size) as folder:
        copy = folder / "copy"
        _take(path, copy)
        with closing(_connected(copy, path)) as source:
            rows, timeline = _sound(source)
            if not timeline.now.created:
                raise StoreError(StoreTrouble.NOTHING_SAVED, str(path))
            files, lost_files = _files(source, rows)
            drafts, lost_drafts = _drafts(source)
            first, last, to_ms = _after(source, len(rows), copy.stat().st_size)
    with making(target) as made:
        made.append(rows, files)
        for key, text in drafts:
            made.keep_draft(key, text)
    missing = Missing(first, last, rows[-1].at_ms if first else 0, to_ms, lost_drafts, lost_files)
    return Repaired(len(rows), len(drafts), len(files), missing)


def _take(path: Path, copy: Path) -> None:
    """Copy a file and what was left of a commit, and give the copy the first bytes that a session has."""
    if not path.is_file():
        validation.refuse_unlike(path)
    shutil.copyfile(path, copy)
    if validation.beside(path).exists():
        shutil.copyfile(validation.beside(path), validation.beside(copy))
    with copy.open("r+b") as file:
        head = bytearray(file.read(100))
        if len(head) < 100 or sum(a == b for a, b in zip(head, _HEADER, strict=False)) < len(_HEADER) // 2:
            raise StoreError(StoreTrouble.NOT_A_SESSION, str(path))
        head[: len(_HEADER)] = _HEADER
        head[18:24] = bytes((1, 1, 0, 64, 32, 32))
        head[44:48], head[56:60] = (4).to_bytes(4, "big"), (1).to_bytes(4, "big")
        # How many pages there are is what the file's length says.
        head[28:32] = bytes(4)
        file.seek(0)
        file.write(head)


def _connected(copy: Path, path: Path) -> sqlite3.Connection:
    connection = validation.connect(copy, writing=False)
    validation.refuse_endless(connection)
    try:
        # SQLite may find fault with a page here and still read the others.
        kinds = {row[1]: row[2] for row in connection.execute("pragma table_list") if row[0] == "main"}
        columns = [row[1] for row in connection.execute("pragma table_info(journal)")]
    except sqlite3.DatabaseError as error:
        connection.close()
        raise StoreError(StoreTrouble.NOTHING_SAVED, str(path)) from error
    ours = all(kinds.get(name, "table") == "table" for name in validation.tables(len(STEPS)))
    if not ours or tuple(columns) != validation.tables(1)["journal"]:
        connection.close()
        raise StoreError(StoreTrouble.NOTHING_SAVED, str(path))
    return connection


def _sound(source: sqlite3.Connection) -> tuple[list[Row], Timeline]:
    """Return every event before the first that cannot be read, linked, understood or folded."""
    rows: list[Row] = []
    timeline, previous = Timeline(), ""
    while True:
        found = _row(source, len(rows) + 1)
        if found is None or not linked(found, len(rows) + 1, previous):
            return rows, timeline
        try:
            row = Row(found[0], found[1], found[2], decode(found[3], found[4]))
            timeline.add_foreign(row)
        except ValueError:
            return rows, timeline
        rows.append(row)
        previous = found[6]


def _row(source: sqlite3.Connection, version: int) -> Record | None:
    try:
        found: Record | None = source.execute(_ONE, (version,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return found


def _after(source: sqlite3.Connection, taken: int, size: int) -> tuple[int, int, int]:
    """Return the first event that is missing, the last that the file still knows of, and its time."""
    last = _readable(source, _LAST, ())
    at = taken
    while last is None and at < taken + size // _SMALLEST_ROW:
        # The end cannot be read from behind; step over the broken pages from the front.
        found = _readable(source, _NEXT, (at,))
        if found is None:
            at += 1
            continue
        last, at = found, found[0]
    if last is None or last[0] <= taken:
        return (taken + 1 if last is None else 0), 0, 0
    return taken + 1, last[0], last[1]


def _readable(source: sqlite3.Connection, query: str, values: tuple[int, ...]) -> tuple[int, int] | None:
    with suppress(sqlite3.DatabaseError):
        found = source.execute(query, values).fetchone()
        if found is not None and isinstance(found[0], int) and isinstance(found[1], int):
            return found[0], found[1]
    return None


def _files(source: sqlite3.Connection, rows: list[Row]) -> tuple[list[bytes], tuple[str, ...]]:
    """Return the kept files that are what they were, and the names of those that are not here any more.

    Those of entries that were taken back as well: redo may bring an entry back.
    """
    entries = (row.event.contribution for row in rows if isinstance(row.event, ContributionRegistered))
    named = {entry.digest: entry.file for entry in entries if entry.digest}
    found = {digest: _file(source, digest) for digest in named}
    sound = [data for data in found.values() if data is not None]
    return sound, tuple(named[digest] for digest, data in found.items() if data is None)


def _file(source: sqlite3.Connection, digest: str) -> bytes | None:
    try:
        found = source.execute("select bytes from kept_file where digest = ?", (digest,)).fetchone()
        if found is None:
            # The index may be broken where the table is not.
            query = "select bytes from kept_file not indexed where digest = ?"
            found = source.execute(query, (digest,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    data = found[0] if found is not None and type(found[0]) is bytes else b""
    return data if hashlib.sha256(data).hexdigest() == digest else None


def _drafts(source: sqlite3.Connection) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Return the half-typed texts that are sound; those of old files have no hash and are taken."""
    sound, lost = [], []
    hashed = any(row[1] == "hash" for row in source.execute("pragma table_info(draft)"))
    for key, text, said in _each_draft(source, _HASHED_DRAFTS if hashed else _BARE_DRAFTS):
        if not hashed or draft_hash(key, text) == said:
            sound.append((key, text))
        else:
            lost.append(key)
    return sound, tuple(lost)


def _each_draft(source: sqlite3.Connection, query: str) -> Iterator[tuple[str, str, str]]:
    with suppress(sqlite3.DatabaseError):
        for key, text, said in source.execute(query):
            yield str(key), str(text), str(said)
