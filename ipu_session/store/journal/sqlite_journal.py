"""The journal of a session in its file."""

import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ipu_session.domain.events import Event
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import JournalRow
from ipu_session.store.errors import StoreError, StoreErrorCode, translate_errors
from ipu_session.store.files import validation
from ipu_session.store.files.atomic_rename import rename_no_replace
from ipu_session.store.files.lock import SessionLock
from ipu_session.store.files.migrations import MIGRATION_STEPS, draft_hash
from ipu_session.store.journal.event_codec import UnknownKindError, decode
from ipu_session.store.journal.hash_chain import is_linked, to_stored_row
from ipu_session.store.text_index import SqliteTextIndex

_SELECT_ALL = "select version, at_ms, act, kind, payload, previous, hash from journal order by version"
_SELECT_HASHES = "select hash from journal order by version"
_SELECT_LAST = "select version, hash from journal order by version desc limit 1"
_INSERT_ROW = "insert into journal values (?, ?, ?, ?, ?, ?, ?)"
_INSERT_ATTACHMENT = "insert or ignore into kept_file (digest, size, bytes) values (?, ?, ?)"
_SELECT_ATTACHMENT = "select bytes from kept_file where digest = ?"


class SqliteJournal:
    """One file, one session; a row for each event, written through to the disk before anybody is told."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: SessionLock | None = None) -> None:
        """Go on with an open connection, which is closed if the file is not there any more (OSError)."""
        self._path = path
        self._db = connection
        self._lock = lock
        self._cached_last_row: tuple[int, str] | None = None
        """Version and hash of the last row on disk; None when that has to be asked again."""
        try:
            # Which file it is, since another may come to lie under its name; and which disk its folder is on:
            # where a stick was pulled the folder may be left, on another.
            self._file_status, self._device_id = path.stat(), path.parent.stat().st_dev
        except OSError:
            connection.close()
            raise
        self._busy_timeout_ms: int | None = None
        """How long to wait for other programs, if not as long as SQLite does by itself."""
        self._known_fingerprint = _file_fingerprint(self._file_status)
        """Its times and size as this program left it: who writes over it changes them."""

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._path

    @property
    def cached_last_row(self) -> tuple[int, str]:
        """Version and hash of the last row, as the last act left it."""
        return self._cached_last_row or (0, "")

    @property
    def has_lock_file(self) -> bool:
        """Whether the lock file beside the session could be written; a full disk takes none."""
        return self._lock is None or self._lock.has_lock_file

    def read_last_row(self) -> tuple[int, str]:
        """Return version and hash of the last row on disk, asked anew.

        StoreError if the disk fails, or if another file, or another program's writing, has taken its place.
        """
        with translate_errors(self._path), self._translate_missing_tables():
            self._check_same_file()
            self._cached_last_row = None
            return self._get_last_row()

    def check_same_file(self) -> None:
        """StoreError if the name no longer leads to the file as this program left it: one ``stat``."""
        with translate_errors(self._path):
            self._check_same_file()

    def renew_lock(self) -> None:
        """Write the lock file that a full disk has not taken; StoreError if it still does not."""
        if self._lock is not None and not self._lock.has_lock_file:
            with translate_errors(self._path):
                self._lock.renew()
            if not self._lock.has_lock_file:
                raise StoreError(StoreErrorCode.DISK_FULL, str(self._path))

    def set_busy_timeout(self, patience_ms: int) -> None:
        """Wait so long at most while another program holds the file, before it is said to be in use."""
        self._busy_timeout_ms = patience_ms
        self._db.execute(f"pragma busy_timeout={int(patience_ms)}")

    def reconnect(self, ends: Collection[tuple[int, str]]) -> None:
        """Go on with the file that lies under the name now; StoreError unless it ends as one of ``ends``."""
        with translate_errors(self._path):
            found = self._path.stat()
            if validation.check_file_type(self._path) != len(MIGRATION_STEPS):
                raise StoreError(StoreErrorCode.REPLACED, str(self._path))
            if self._lock is not None:
                self._lock.renew()
            new = validation.connect(self._path, writing=True)
            other = SqliteJournal(self._path, new)
            try:
                validation.check_schema(new, self._path, len(MIGRATION_STEPS))
                other._check_last_row(ends)
            except BaseException:
                new.close()
                raise
            with suppress(sqlite3.Error):
                self._db.close()
            self._db, self._file_status, self._device_id = new, found, other._device_id
            self._known_fingerprint, self._cached_last_row = other._known_fingerprint, other._cached_last_row
            if self._busy_timeout_ms is not None:
                self.set_busy_timeout(self._busy_timeout_ms)

    def _check_last_row(self, ends: Collection[tuple[int, str]]) -> None:
        """StoreError unless the file ends as one of ``ends``."""
        if self.read_last_row() not in ends:
            raise StoreError(StoreErrorCode.REPLACED, str(self._path))

    def recreate_file(self) -> None:
        """Write the file anew where it has gone from, from what is still open; StoreError if it cannot be."""
        beside = self._path.with_name(f".{self._path.name}.back-{os.getpid()}")
        with translate_errors(self._path):
            if self._path.parent.stat().st_dev != self._device_id:
                # Written there it would be hidden as soon as the disk is back.
                raise StoreError(StoreErrorCode.MISSING, str(self._path))
            self._db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
            try:
                self._db.execute("vacuum into ?", (str(beside),))
                beside.chmod(0o600)
                rename_no_replace(beside, self._path)
            finally:
                self._db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
                with suppress(OSError):
                    beside.unlink(missing_ok=True)

    def append(self, rows: Sequence[JournalRow], files: Sequence[bytes] = ()) -> None:
        """Write all of ``rows``, and the files that they name, or nothing; StoreError if the disk says no."""
        if not rows and not files:
            return
        with translate_errors(self._path):
            version, previous = self._get_last_row()
            fitting = [row.version for row in rows] == list(range(version + 1, version + 1 + len(rows)))
            records = []
            for row in rows:
                records.append(to_stored_row(row, previous))
                version, previous = row.version, records[-1][6]
            try:
                with self._transaction():
                    self._db.executemany(_INSERT_ATTACHMENT, map(_attachment_row, files))
                    self._db.executemany(_INSERT_ROW, records)
            except sqlite3.IntegrityError as error:
                self._cached_last_row = None
                if not fitting:
                    raise  # our own fault
                # A row of that version is there already: two programs write, whatever the locks say.
                raise StoreError(StoreErrorCode.REPLACED, str(self._path)) from error
            except sqlite3.DatabaseError:
                # A fault at the very end of a commit may come when the row is on disk already.
                self._cached_last_row = None
                if not rows or self._get_last_row() != (version, previous):
                    raise
                self._known_fingerprint = _file_fingerprint(self._path.stat())
            self._cached_last_row = (version, previous)

    def replay(self) -> Iterator[JournalRow]:
        """Yield every row from the first to the last; StoreError where the chain is broken."""
        version, previous = 0, ""
        with translate_errors(self._path):
            for found in self._db.execute(_SELECT_ALL):
                version += 1
                if not is_linked(found, version, previous):
                    raise StoreError(StoreErrorCode.DAMAGED, str(self._path), f"event {version}")
                previous = found[6]
                yield JournalRow(version, found[1], found[2], self._decode_event(version, found[3], found[4]))
        self._cached_last_row = (version, previous)

    def digests(self) -> tuple[str, ...]:
        """Return the hash of every event, from the first to the last."""
        with translate_errors(self._path):
            return tuple(found[0] for found in self._db.execute(_SELECT_HASHES))

    def save_draft(self, key: str, text: str) -> None:
        """Keep a half-typed text; an empty one is forgotten. StoreError if the disk says no."""
        with translate_errors(self._path), self._transaction():
            if text:
                # Half a surrogate pair cannot lie in a TEXT column.
                clean = text.encode("utf-8", "replace").decode("utf-8")
                row = (key, clean, draft_hash(key, clean))
                self._db.execute("insert or replace into draft values (?, ?, ?)", row)
            else:
                self._db.execute("delete from draft where key = ?", (key,))

    def read_drafts(self) -> dict[str, str]:
        """Return every half-typed text by its key."""
        with translate_errors(self._path):
            return {str(key): str(text) for key, text in self._db.execute("select key, text from draft")}

    def read_draft(self, key: str) -> str:
        """Return the half-typed text kept under ``key``."""
        with translate_errors(self._path):
            found = self._db.execute("select text from draft where key = ?", (key,)).fetchone()
        return str(found[0]) if found else ""

    def read_attachment(self, digest: str) -> bytes | None:
        """Return a file that was sent, None if it is not here; StoreError if it is not what it was."""
        with translate_errors(self._path):
            found = self._db.execute(_SELECT_ATTACHMENT, (digest,)).fetchone()
        if found is None:
            return None
        # A forged number would be taken for how many bytes are wanted.
        data = found[0] if type(found[0]) is bytes else b""
        if hashlib.sha256(data).hexdigest() != digest:
            raise StoreError(StoreErrorCode.DAMAGED, str(self._path), f"file {digest[:12]}")
        return data

    def create_text_index(self) -> SqliteTextIndex:
        """Return an empty index for texts of the session."""
        return SqliteTextIndex()

    def close(self) -> None:
        """Let go of the file; StoreError if the disk says no to that."""
        with translate_errors(self._path):
            self._db.close()
            if self._lock is not None:
                self._lock.release()

    def save_status(self) -> SaveStatus:
        """Return that nothing waits: an act that the disk said no to was refused."""
        return SaveStatus()

    def flush(self, *, now: bool = False) -> None:
        """Have nothing to write: nothing waits."""

    def _decode_event(self, version: int, kind: str, payload: str) -> Event:
        try:
            return decode(kind, payload)
        except UnknownKindError as error:
            raise StoreError(StoreErrorCode.NEWER, str(self._path), f"event {version}, {kind}") from error
        except ValueError as error:
            raise StoreError(StoreErrorCode.DAMAGED, str(self._path), f"event {version}") from error

    def _get_last_row(self) -> tuple[int, str]:
        if self._cached_last_row is None:
            found = self._db.execute(_SELECT_LAST).fetchone()
            self._cached_last_row = (int(found[0]), str(found[1])) if found else (0, "")
        return self._cached_last_row

    def _check_same_file(self) -> None:
        """StoreError unless the name leads to the file that is open, as it was left: rows would be lost."""
        found = self._path.stat()
        if not os.path.samestat(found, self._file_status):
            raise StoreError(StoreErrorCode.REPLACED, str(self._path))
        if _file_fingerprint(found) != self._known_fingerprint:
            # SQLite may have pages of what was there before: they are read anew.
            self.reconnect([self._get_last_row()])

    @contextmanager
    def _translate_missing_tables(self) -> Iterator[None]:
        """Say that the file was replaced where SQLite no longer finds our tables in it."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA}:
                raise
            raise StoreError(StoreErrorCode.REPLACED, str(self._path)) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._check_same_file()
        with self._translate_missing_tables():
            self._db.execute("begin immediate")
            try:
                self._check_no_foreign_rows()
                yield
                self._db.execute("commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise
        self._known_fingerprint = _file_fingerprint(self._path.stat())

    def _check_no_foreign_rows(self) -> None:
        """StoreError if somebody has written events, or taken some away, since our last act."""
        known = self._cached_last_row
        if known is None:
            return
        self._cached_last_row = None
        if self._get_last_row() != known:
            raise StoreError(StoreErrorCode.REPLACED, str(self._path))


def _file_fingerprint(status: os.stat_result) -> tuple[int, int, int]:
    """Return what changes when somebody writes into a file: its size and times, to the nanosecond.

    Whoever writes may put the time of writing back, as sync services do, but not that of the change
    (``st_ctime_ns``; on Windows, when the file was made).
    """
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size


def _attachment_row(data: bytes) -> tuple[str, int, bytes]:
    """Return a file as a row: what it holds is its name."""
    return hashlib.sha256(data).hexdigest(), len(data), data
