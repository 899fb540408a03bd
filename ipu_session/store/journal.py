"""The journal of a session in its file."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ipu_session.domain.events import Event
from ipu_session.domain.timeline import Row
from ipu_session.store.chain import linked, record
from ipu_session.store.codec import UnknownKindError, decode
from ipu_session.store.errors import StoreError, StoreTrouble, known_troubles
from ipu_session.store.lock import Lock
from ipu_session.store.migrations import draft_hash
from ipu_session.store.search import NoteSearch

_ALL = "select version, at_ms, act, kind, payload, previous, hash from journal order by version"
_HASHES = "select hash from journal order by version"
_LAST = "select version, hash from journal order by version desc limit 1"
_INSERT = "insert into journal values (?, ?, ?, ?, ?, ?, ?)"
_KEEP = "insert or ignore into kept_file (digest, size, bytes) values (?, ?, ?)"
_KEPT = "select bytes from kept_file where digest = ?"


class SqliteJournal:
    """One file, one session; a row for each event, written through to the disk before anybody is told."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None = None) -> None:
        self._path = path
        self._db = connection
        self._lock = lock
        self._last: tuple[int, str] | None = None
        """Version and hash of the last row on disk; None when that has to be asked again."""

    def append(self, rows: Sequence[Row], files: Sequence[bytes] = ()) -> None:
        """Write all of ``rows``, and the files that they name, or nothing; StoreError if the disk says no."""
        if not rows and not files:
            return
        with known_troubles(self._path):
            version, previous = self._end()
            records = []
            for row in rows:
                records.append(record(row, previous))
                version, previous = row.version, records[-1][6]
            self._last = None
            try:
                with self._transaction():
                    self._db.executemany(_KEEP, map(_kept, files))
                    self._db.executemany(_INSERT, records)
            except sqlite3.DatabaseError:
                # A fault at the very end of a commit may come when the row is on disk already.
                if not rows or self._end() != (version, previous):
                    raise
            self._last = (version, previous)

    def replay(self) -> Iterator[Row]:
        """Yield every row from the first to the last; StoreError where the chain is broken."""
        version, previous = 0, ""
        with known_troubles(self._path):
            for found in self._db.execute(_ALL):
                version += 1
                if not linked(found, version, previous):
                    raise StoreError(StoreTrouble.DAMAGED, str(self._path), f"event {version}")
                previous = found[6]
                yield Row(version, found[1], found[2], self._event(version, found[3], found[4]))
        self._last = (version, previous)

    def digests(self) -> tuple[str, ...]:
        """Return the hash of every event, from the first to the last."""
        with known_troubles(self._path):
            return tuple(found[0] for found in self._db.execute(_HASHES))

    def keep_draft(self, key: str, text: str) -> None:
        """Keep a half-typed text; an empty one is forgotten. StoreError if the disk says no."""
        with known_troubles(self._path), self._transaction():
            if text:
                # Half a surrogate pair cannot lie in a TEXT column.
                clean = text.encode("utf-8", "replace").decode("utf-8")
                row = (key, clean, draft_hash(key, clean))
                self._db.execute("insert or replace into draft values (?, ?, ?)", row)
            else:
                self._db.execute("delete from draft where key = ?", (key,))

    def draft(self, key: str) -> str:
        """Return the half-typed text kept under ``key``."""
        with known_troubles(self._path):
            found = self._db.execute("select text from draft where key = ?", (key,)).fetchone()
        return str(found[0]) if found else ""

    def kept_file(self, digest: str) -> bytes | None:
        """Return a file that was sent, None if it is not here; StoreError if it is not what it was."""
        with known_troubles(self._path):
            found = self._db.execute(_KEPT, (digest,)).fetchone()
        if found is None:
            return None
        data = bytes(found[0])
        if hashlib.sha256(data).hexdigest() != digest:
            raise StoreError(StoreTrouble.DAMAGED, str(self._path), f"file {digest[:12]}")
        return data

    def note_index(self) -> NoteSearch:
        """Return an empty index for texts of the session."""
        return NoteSearch()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()

    def _event(self, version: int, kind: str, payload: str) -> Event:
        try:
            return decode(kind, payload)
        except UnknownKindError as error:
            raise StoreError(StoreTrouble.NEWER, str(self._path), f"event {version}, {kind}") from error
        except ValueError as error:
            raise StoreError(StoreTrouble.DAMAGED, str(self._path), f"event {version}") from error

    def _end(self) -> tuple[int, str]:
        if self._last is None:
            found = self._db.execute(_LAST).fetchone()
            self._last = (int(found[0]), str(found[1])) if found else (0, "")
        return self._last

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("begin immediate")
        try:
            yield
            self._db.execute("commit")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("rollback")
            raise


def _kept(data: bytes) -> tuple[str, int, bytes]:
    """Return a file as a row: what it holds is its name."""
    return hashlib.sha256(data).hexdigest(), len(data), data
