"""The journal of a session in its SQLite file."""

import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ipu_session.atomic_write import move_into_place, temporary_file
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import JournalRow
from ipu_session.store.errors import StoreError, StoreErrorCode, translate_errors
from ipu_session.store.files import validation
from ipu_session.store.files.lock import SessionLock
from ipu_session.store.files.migrations import MIGRATION_STEPS, draft_hash
from ipu_session.store.journal.event_codec import UnknownKindError, decode_row
from ipu_session.store.journal.hash_chain import StoredRow, is_linked, to_stored_row
from ipu_session.store.text_index import SqliteTextIndex

_SELECT_ALL = "select version, at_ms, act, kind, payload, previous, hash from journal order by version"
_SELECT_HASHES = "select hash from journal order by version"
_SELECT_LAST = "select version, hash from journal order by version desc limit 1"
_INSERT_ROW = "insert into journal values (?, ?, ?, ?, ?, ?, ?)"
_INSERT_ATTACHMENT = "insert or ignore into kept_file (digest, size, bytes) values (?, ?, ?)"
_SELECT_ATTACHMENT = "select bytes from kept_file where digest = ?"


class SqliteJournal:
    """Append-only event journal in one session file: a row for each event, on disk before ``append`` returns."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: SessionLock | None = None) -> None:
        """Use an open connection; if the file no longer exists, close the connection and raise OSError."""
        self._path = path
        self._db = connection
        self._lock = lock
        self._cached_last_row: tuple[int, str] | None = None
        """(version, hash) of the last row on disk; None if it must be read again."""
        try:
            # Identity of the file, which may be replaced at its path, and of its folder's disk: after a USB stick is
            # pulled out, the mount point may remain as a folder on another disk.
            self._file_status, self._device_id = path.stat(), path.parent.stat().st_dev
        except OSError:
            connection.close()
            raise
        self._busy_timeout_ms: int | None = None
        """Busy timeout of SQLite in milliseconds; None for the default of the connection."""
        self._known_fingerprint = _file_fingerprint(self._file_status)
        """Size and times of the file after our last write: another program's write changes them."""

    @property
    def path(self) -> Path:
        """Path of the session file."""
        return self._path

    @property
    def cached_last_row(self) -> tuple[int, str]:
        """(version, hash) of the last row as last written or read; ``(0, "")`` if unknown or empty."""
        return self._cached_last_row or (0, "")

    @property
    def is_lock_file_written(self) -> bool:
        """Whether the lock file is written, which a full disk prevents; True if this journal has no lock."""
        return self._lock is None or self._lock.is_lock_file_written

    def read_last_row(self) -> tuple[int, str]:
        """Read (version, hash) of the last row from disk.

        StoreError if the read fails, or if the file was replaced, or written to by another program.
        """
        with translate_errors(self._path), _translate_missing_tables(self._path):
            self._check_same_file()
            self._cached_last_row = None
            return self._get_last_row()

    def check_same_file(self) -> None:
        """StoreError if the file was moved, deleted or replaced, or another program changed its last row.

        Costs one ``stat`` if the file is unchanged.
        """
        with translate_errors(self._path):
            self._check_same_file()

    def renew_lock(self) -> None:
        """Write the lock file if a full disk prevented it before.

        StoreError if it still cannot be written, or if another process has locked the session.
        """
        if self._lock is not None and not self._lock.is_lock_file_written:
            with translate_errors(self._path):
                self._lock.renew()
            if not self._lock.is_lock_file_written:
                raise StoreError(StoreErrorCode.DISK_FULL, str(self._path))

    def set_busy_timeout(self, patience_ms: int) -> None:
        """Set how many milliseconds to wait for another program's lock before StoreError (IN_USE) is raised."""
        self._busy_timeout_ms = patience_ms
        self._db.execute(f"pragma busy_timeout={int(patience_ms)}")

    def reconnect(self, last_rows: Collection[tuple[int, str]]) -> None:
        """Reopen the file now at this path.

        StoreError if that fails, with the code REPLACED if its last row is not one of ``last_rows``.
        """
        with translate_errors(self._path):
            status = self._path.stat()
            if validation.check_file_type(self._path) != len(MIGRATION_STEPS):
                raise StoreError(StoreErrorCode.REPLACED, str(self._path))
            if self._lock is not None:
                self._lock.renew()
            connection = validation.connect(self._path, writing=True)
            journal = SqliteJournal(self._path, connection)
            try:
                validation.check_schema(connection, self._path, len(MIGRATION_STEPS))
                journal._check_last_row(last_rows)
            except BaseException:
                connection.close()
                raise
            with suppress(sqlite3.Error):
                self._db.close()
            self._db, self._file_status, self._device_id = connection, status, journal._device_id
            self._known_fingerprint, self._cached_last_row = journal._known_fingerprint, journal._cached_last_row
            if self._busy_timeout_ms is not None:
                self.set_busy_timeout(self._busy_timeout_ms)

    def _check_last_row(self, last_rows: Collection[tuple[int, str]]) -> None:
        """StoreError (REPLACED) unless the last row is one of ``last_rows``."""
        if self.read_last_row() not in last_rows:
            raise StoreError(StoreErrorCode.REPLACED, str(self._path))

    def recreate_file(self) -> None:
        """Write a deleted file again, from the connection that is still open; StoreError if that fails."""
        with translate_errors(self._path):
            if self._path.parent.stat().st_dev != self._device_id:
                # The disk is not mounted: a file written here would be hidden by the next mount.
                raise StoreError(StoreErrorCode.MISSING, str(self._path))
            self._db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
            try:
                with temporary_file(self._path.parent, sidecars=(validation.ROLLBACK_JOURNAL_SUFFIX,)) as temporary:
                    self._db.execute("vacuum into ?", (str(temporary),))
                    move_into_place(temporary, self._path, overwrite=False)
            finally:
                self._db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)

    def append(self, rows: Sequence[JournalRow], files: Sequence[bytes] = ()) -> None:
        """Write ``rows`` and the attachments ``files`` in one transaction; StoreError if the write fails."""
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
                    raise  # a programming error: the caller's versions do not follow the last row
                # A row of that version exists: another program writes to the file in spite of the locks.
                raise StoreError(StoreErrorCode.REPLACED, str(self._path)) from error
            except sqlite3.DatabaseError:
                # An error at the very end of a commit can be raised after the rows are on disk.
                self._cached_last_row = None
                if not rows or self._get_last_row() != (version, previous):
                    raise
                self._known_fingerprint = _file_fingerprint(self._path.stat())
            self._cached_last_row = (version, previous)

    def replay(self) -> Iterator[JournalRow]:
        """Yield every row from the first to the last.

        StoreError at the first row that breaks the hash chain or cannot be decoded.
        """
        version, previous = 0, ""
        with translate_errors(self._path):
            for row in self._db.execute(_SELECT_ALL):
                version += 1
                if not is_linked(row, version, previous):
                    raise StoreError(StoreErrorCode.DAMAGED, str(self._path), f"event {version}")
                previous = row[6]
                yield _decode_row(self._path, row)
        self._cached_last_row = (version, previous)

    def digests(self) -> tuple[str, ...]:
        """Return the hash of every row (SHA-256, hexadecimal), from the first to the last; none is verified."""
        with translate_errors(self._path):
            return tuple(row[0] for row in self._db.execute(_SELECT_HASHES))

    def save_draft(self, key: str, *, text: str) -> None:
        """Save a draft; an empty ``text`` deletes it. StoreError if the write fails."""
        with translate_errors(self._path), self._transaction():
            if text:
                # A lone surrogate cannot be stored in a TEXT column.
                clean = text.encode("utf-8", "replace").decode("utf-8")
                row = (key, clean, draft_hash(key, clean))
                self._db.execute("insert or replace into draft values (?, ?, ?)", row)
            else:
                self._db.execute("delete from draft where key = ?", (key,))

    def read_drafts(self) -> dict[str, str]:
        """Return the text of every draft, by the draft's key."""
        with translate_errors(self._path):
            return {str(key): str(text) for key, text in self._db.execute("select key, text from draft")}

    def read_draft(self, key: str) -> str:
        """Return the draft of ``key``; "" if there is none."""
        with translate_errors(self._path):
            row = self._db.execute("select text from draft where key = ?", (key,)).fetchone()
        return str(row[0]) if row else ""

    def read_attachment(self, digest: str) -> bytes | None:
        """Return an attachment by its SHA-256, None if it is missing; StoreError if its content has changed."""
        with translate_errors(self._path):
            row = self._db.execute(_SELECT_ATTACHMENT, (digest,)).fetchone()
        if row is None:
            return None
        # In a forged file the value may have any type; bytes(n) of an integer would allocate n bytes.
        data = row[0] if type(row[0]) is bytes else b""
        if hashlib.sha256(data).hexdigest() != digest:
            raise StoreError(StoreErrorCode.DAMAGED, str(self._path), f"file {digest[:12]}")
        return data

    def create_text_index(self) -> SqliteTextIndex:
        """Return an empty full-text index."""
        return SqliteTextIndex()

    def close(self) -> None:
        """Close the file and release its lock; StoreError if that fails."""
        with translate_errors(self._path):
            self._db.close()
            if self._lock is not None:
                self._lock.release()

    def save_status(self) -> SaveStatus:
        """Return an empty status: this journal has no buffer, and a failed write raises StoreError."""
        return SaveStatus()

    def flush(self, *, now: bool = False) -> None:
        """Do nothing: this journal has no buffer."""

    def _get_last_row(self) -> tuple[int, str]:
        if self._cached_last_row is None:
            row = self._db.execute(_SELECT_LAST).fetchone()
            self._cached_last_row = (int(row[0]), str(row[1])) if row else (0, "")
        return self._cached_last_row

    def _check_same_file(self) -> None:
        """StoreError unless the path leads to the open file; if its size or times have changed, reconnect to it."""
        status = self._path.stat()
        if not os.path.samestat(status, self._file_status):
            raise StoreError(StoreErrorCode.REPLACED, str(self._path))
        if _file_fingerprint(status) != self._known_fingerprint:
            # SQLite may have cached pages of the previous content: a new connection reads them again.
            self.reconnect([self._get_last_row()])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._check_same_file()
        with _translate_missing_tables(self._path):
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
        """StoreError if another program has added or removed rows since our last transaction."""
        cached = self._cached_last_row
        if cached is None:
            return
        self._cached_last_row = None
        if self._get_last_row() != cached:
            raise StoreError(StoreErrorCode.REPLACED, str(self._path))


def _decode_row(path: Path, row: StoredRow) -> JournalRow:
    try:
        return decode_row(*row[:5])
    except UnknownKindError as error:
        raise StoreError(StoreErrorCode.NEWER, str(path), f"event {row[0]}, {row[3]}") from error
    except ValueError as error:
        raise StoreError(StoreErrorCode.DAMAGED, str(path), f"event {row[0]}") from error


@contextmanager
def _translate_missing_tables(path: Path) -> Iterator[None]:
    """Context manager: raise StoreError (REPLACED) where SQLite no longer finds our tables in the file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA}:
            raise
        raise StoreError(StoreErrorCode.REPLACED, str(path)) from error


def _file_fingerprint(status: os.stat_result) -> tuple[int, int, int]:
    """Return (modification time, change time, size) of a file, in nanoseconds and bytes: a write changes them.

    A sync service can set the modification time back, but not the change time (``st_ctime_ns``). On Windows
    ``st_ctime_ns`` is the creation time, which a write does not change.
    """
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size


def _attachment_row(data: bytes) -> tuple[str, int, bytes]:
    """Return an attachment as a row of its table: SHA-256, size in bytes, content."""
    return hashlib.sha256(data).hexdigest(), len(data), data
