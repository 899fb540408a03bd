"""The journal of a session in its file."""

import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ipu_session.domain.events import Event
from ipu_session.domain.exchange.save_status import Unsaved
from ipu_session.domain.history import Row
from ipu_session.store.errors import StoreError, StoreTrouble, known_troubles
from ipu_session.store.files import validation
from ipu_session.store.files.atomic_rename import give_name
from ipu_session.store.files.lock import Lock
from ipu_session.store.files.migrations import STEPS, draft_hash
from ipu_session.store.journal.event_codec import UnknownKindError, decode
from ipu_session.store.journal.hash_chain import linked, record
from ipu_session.store.text_index import NoteSearch

_ALL = "select version, at_ms, act, kind, payload, previous, hash from journal order by version"
_HASHES = "select hash from journal order by version"
_LAST = "select version, hash from journal order by version desc limit 1"
_INSERT = "insert into journal values (?, ?, ?, ?, ?, ?, ?)"
_KEEP = "insert or ignore into kept_file (digest, size, bytes) values (?, ?, ?)"
_KEPT = "select bytes from kept_file where digest = ?"


class SqliteJournal:
    """One file, one session; a row for each event, written through to the disk before anybody is told."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None = None) -> None:
        """Go on with an open connection, which is closed if the file is not there any more (OSError)."""
        self._path = path
        self._db = connection
        self._lock = lock
        self._last: tuple[int, str] | None = None
        """Version and hash of the last row on disk; None when that has to be asked again."""
        try:
            # Which file it is, since another may come to lie under its name; and which disk its folder is on:
            # where a stick was pulled the folder may be left, on another.
            self._file, self._disk = path.stat(), path.parent.stat().st_dev
        except OSError:
            connection.close()
            raise
        self._patience_ms: int | None = None
        """How long to wait for other programs, if not as long as SQLite does by itself."""
        self._left = _content_mark(self._file)
        """Its times and size as this program left it: who writes over it changes them."""

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    @property
    def known_end(self) -> tuple[int, str]:
        """Version and hash of the last row, as the last act left it."""
        return self._last or (0, "")

    @property
    def is_named(self) -> bool:
        """Whether the lock file beside the session could be written; a full disk takes none."""
        return self._lock is None or self._lock.is_named

    def end(self) -> tuple[int, str]:
        """Return version and hash of the last row on disk, asked anew.

        StoreError if the disk fails, or if another file, or another program's writing, has taken its place.
        """
        with known_troubles(self._path), self._strange_content():
            self._look()
            self._last = None
            return self._end()

    def look(self) -> None:
        """StoreError if the name no longer leads to the file as this program left it: one ``stat``."""
        with known_troubles(self._path):
            self._look()

    def renew_lock(self) -> None:
        """Write the lock file that a full disk has not taken; StoreError if it still does not."""
        if self._lock is not None and not self._lock.is_named:
            with known_troubles(self._path):
                self._lock.renew()
            if not self._lock.is_named:
                raise StoreError(StoreTrouble.DISK_FULL, str(self._path))

    def wait_for_others(self, patience_ms: int) -> None:
        """Wait so long at most while another program holds the file, before it is said to be in use."""
        self._patience_ms = patience_ms
        self._db.execute(f"pragma busy_timeout={int(patience_ms)}")

    def reconnect(self, ends: Collection[tuple[int, str]]) -> None:
        """Go on with the file that lies under the name now; StoreError unless it ends as one of ``ends``."""
        with known_troubles(self._path):
            found = self._path.stat()
            if validation.refuse_unlike(self._path) != len(STEPS):
                raise StoreError(StoreTrouble.REPLACED, str(self._path))
            if self._lock is not None:
                self._lock.renew()
            new = validation.connect(self._path, writing=True)
            other = SqliteJournal(self._path, new)
            try:
                validation.refuse_misshapen(new, self._path, len(STEPS))
                other._refuse_other_end(ends)
            except BaseException:
                new.close()
                raise
            with suppress(sqlite3.Error):
                self._db.close()
            self._db, self._file, self._disk = new, found, other._disk
            self._left, self._last = other._left, other._last
            if self._patience_ms is not None:
                self.wait_for_others(self._patience_ms)

    def _refuse_other_end(self, ends: Collection[tuple[int, str]]) -> None:
        """StoreError unless the file ends as one of ``ends``."""
        if self.end() not in ends:
            raise StoreError(StoreTrouble.REPLACED, str(self._path))

    def put_back(self) -> None:
        """Write the file anew where it has gone from, from what is still open; StoreError if it cannot be."""
        beside = self._path.with_name(f".{self._path.name}.back-{os.getpid()}")
        with known_troubles(self._path):
            if self._path.parent.stat().st_dev != self._disk:
                # Written there it would be hidden as soon as the disk is back.
                raise StoreError(StoreTrouble.MISSING, str(self._path))
            self._db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
            try:
                self._db.execute("vacuum into ?", (str(beside),))
                beside.chmod(0o600)
                give_name(beside, self._path)
            finally:
                self._db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
                with suppress(OSError):
                    beside.unlink(missing_ok=True)

    def append(self, rows: Sequence[Row], files: Sequence[bytes] = ()) -> None:
        """Write all of ``rows``, and the files that they name, or nothing; StoreError if the disk says no."""
        if not rows and not files:
            return
        with known_troubles(self._path):
            version, previous = self._end()
            fitting = [row.version for row in rows] == list(range(version + 1, version + 1 + len(rows)))
            records = []
            for row in rows:
                records.append(record(row, previous))
                version, previous = row.version, records[-1][6]
            try:
                with self._transaction():
                    self._db.executemany(_KEEP, map(_kept, files))
                    self._db.executemany(_INSERT, records)
            except sqlite3.IntegrityError as error:
                self._last = None
                if not fitting:
                    raise  # our own fault
                # A row of that version is there already: two programs write, whatever the locks say.
                raise StoreError(StoreTrouble.REPLACED, str(self._path)) from error
            except sqlite3.DatabaseError:
                # A fault at the very end of a commit may come when the row is on disk already.
                self._last = None
                if not rows or self._end() != (version, previous):
                    raise
                self._left = _content_mark(self._path.stat())
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

    def drafts(self) -> dict[str, str]:
        """Return every half-typed text by its key."""
        with known_troubles(self._path):
            return {str(key): str(text) for key, text in self._db.execute("select key, text from draft")}

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
        # A forged number would be taken for how many bytes are wanted.
        data = found[0] if type(found[0]) is bytes else b""
        if hashlib.sha256(data).hexdigest() != digest:
            raise StoreError(StoreTrouble.DAMAGED, str(self._path), f"file {digest[:12]}")
        return data

    def note_index(self) -> NoteSearch:
        """Return an empty index for texts of the session."""
        return NoteSearch()

    def close(self) -> None:
        """Let go of the file; StoreError if the disk says no to that."""
        with known_troubles(self._path):
            self._db.close()
            if self._lock is not None:
                self._lock.release()

    def unsaved(self) -> Unsaved:
        """Return that nothing waits: an act that the disk said no to was refused."""
        return Unsaved()

    def catch_up(self, *, now: bool = False) -> None:
        """Have nothing to write: nothing waits."""

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

    def _look(self) -> None:
        """StoreError unless the name leads to the file that is open, as it was left: rows would be lost."""
        found = self._path.stat()
        if not os.path.samestat(found, self._file):
            raise StoreError(StoreTrouble.REPLACED, str(self._path))
        if _content_mark(found) != self._left:
            # SQLite may have pages of what was there before: they are read anew.
            self.reconnect([self._end()])

    @contextmanager
    def _strange_content(self) -> Iterator[None]:
        """Say that the file was replaced where SQLite no longer finds our tables in it."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA}:
                raise
            raise StoreError(StoreTrouble.REPLACED, str(self._path)) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._look()
        with self._strange_content():
            self._db.execute("begin immediate")
            try:
                self._refuse_other_rows()
                yield
                self._db.execute("commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise
        self._left = _content_mark(self._path.stat())

    def _refuse_other_rows(self) -> None:
        """StoreError if somebody has written events, or taken some away, since our last act."""
        known = self._last
        if known is None:
            return
        self._last = None
        if self._end() != known:
            raise StoreError(StoreTrouble.REPLACED, str(self._path))


def _content_mark(status: os.stat_result) -> tuple[int, int, int]:
    """Return what changes when somebody writes into a file: its size and times, to the nanosecond.

    Whoever writes may put the time of writing back, as sync services do, but not that of the change
    (``st_ctime_ns``; on Windows, when the file was made).
    """
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size


def _kept(data: bytes) -> tuple[str, int, bytes]:
    """Return a file as a row: what it holds is its name."""
    return hashlib.sha256(data).hexdigest(), len(data), data
