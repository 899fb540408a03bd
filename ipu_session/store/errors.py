"""Error codes of session files, and context managers that translate other errors to `StoreError`."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from ipu_session.domain.history import ImpossibleRowError
from ipu_session.domain.user_facing_error import UserFacingError


class StoreErrorCode(StrEnum):
    """Reason why a session file, or an export as JSON lines, cannot be read or written."""

    MISSING = "missing"
    IS_A_DIRECTORY = "is-a-directory"
    NOT_A_FILE = "not-a-file"
    """A pipe, a device or a socket: reading it may block for ever."""
    NOT_PERMITTED = "not-permitted"
    EMPTY = "empty-session"
    NOT_A_SESSION = "not-a-session"
    DAMAGED = "damaged-session"
    TRUNCATED = "cut-session"
    """The file is shorter than its header says (page count times page size), as after an interrupted copy."""
    IMPOSSIBLE = "impossible-event"
    """An event refers to an object that does not exist although the hash chain is valid: the hashes were recomputed."""
    OTHER_MODE = "other-mode"
    """The file uses write-ahead logging or a text encoding other than UTF-8: another program changed it."""
    OTHER_JOURNAL = "other-journal"
    """With the rollback journal beside it (``-journal``) the file is not valid: the journal may be another file's."""
    NOTHING_SAVED = "nothing-saved"
    """No event of a damaged file can be recovered."""
    NO_BACKUP = "no-backup"
    NEWER = "newer-session"
    FOREIGN_OBJECTS = "foreign-objects"
    """The schema has views, triggers or tables that this program never creates."""
    EXISTS = "exists"
    READ_ONLY = "read-only"
    REPLACED = "replaced-session"
    """Another file is at the session's path, or another program has written to the file."""
    DISK_FULL = "disk-full"
    DISK_TROUBLE = "disk-trouble"
    IN_USE = "session-in-use"
    IN_USE_ELSEWHERE = "session-in-use-elsewhere"
    LOCK_UNREADABLE = "lock-unreadable"
    BAD_LINE = "bad-line"
    NEWER_LINE = "newer-line"


class StoreError(UserFacingError):
    """A session file, or a file made from it, cannot be read or written; ``code`` says why."""


_CODE_BY_SQLITE_ERROR = {
    sqlite3.SQLITE_BUSY: StoreErrorCode.IN_USE,
    sqlite3.SQLITE_LOCKED: StoreErrorCode.IN_USE,
    sqlite3.SQLITE_READONLY: StoreErrorCode.READ_ONLY,
    sqlite3.SQLITE_FULL: StoreErrorCode.DISK_FULL,
    sqlite3.SQLITE_IOERR: StoreErrorCode.DISK_TROUBLE,
    sqlite3.SQLITE_CORRUPT: StoreErrorCode.DAMAGED,
    sqlite3.SQLITE_FORMAT: StoreErrorCode.DAMAGED,
    sqlite3.SQLITE_TOOBIG: StoreErrorCode.DAMAGED,
    sqlite3.SQLITE_INTERRUPT: StoreErrorCode.DAMAGED,
    sqlite3.SQLITE_AUTH: StoreErrorCode.FOREIGN_OBJECTS,
    sqlite3.SQLITE_NOTADB: StoreErrorCode.NOT_A_SESSION,
    sqlite3.SQLITE_CANTOPEN: StoreErrorCode.NOT_PERMITTED,
    sqlite3.SQLITE_PERM: StoreErrorCode.NOT_PERMITTED,
}
_CODE_BY_ERRNO = {
    errno.ENOENT: StoreErrorCode.MISSING,
    errno.ENOTDIR: StoreErrorCode.MISSING,
    errno.ENAMETOOLONG: StoreErrorCode.MISSING,
    errno.ELOOP: StoreErrorCode.MISSING,
    errno.EISDIR: StoreErrorCode.IS_A_DIRECTORY,
    errno.EEXIST: StoreErrorCode.EXISTS,
    errno.EACCES: StoreErrorCode.NOT_PERMITTED,
    errno.EPERM: StoreErrorCode.NOT_PERMITTED,
    errno.EROFS: StoreErrorCode.READ_ONLY,
    errno.ENOSPC: StoreErrorCode.DISK_FULL,
    errno.EDQUOT: StoreErrorCode.DISK_FULL,
    errno.EFBIG: StoreErrorCode.DISK_FULL,
}


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Context manager: raise `StoreError` about ``path`` instead of an error of the operating system or of SQLite.

    An event that cannot be replayed is translated too. SQLite errors without a code here are raised unchanged.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _CODE_BY_SQLITE_ERROR.get(getattr(error, "sqlite_errorcode", -1) & 0xFF)
        if code is None:
            raise
        raise StoreError(code, str(path)) from error
    except ImpossibleRowError as error:
        raise StoreError(StoreErrorCode.IMPOSSIBLE, str(path), f"event {error.version}") from error
    except UnicodeDecodeError as error:
        # sqlite3 raises this when SQLite's message quotes an invalid byte of the file's schema.
        raise StoreError(StoreErrorCode.DAMAGED, str(path)) from error
    except OSError as error:
        code = _CODE_BY_ERRNO.get(error.errno or 0, StoreErrorCode.DISK_TROUBLE)
        raise StoreError(code, str(path)) from error


@contextmanager
def rename_in_errors(temporary: Path, path: Path) -> Iterator[None]:
    """Context manager: replace the path ``temporary`` in a StoreError by ``path``, which the user knows."""
    try:
        yield
    except StoreError as error:
        if error.path != str(temporary):
            raise
        raise StoreError(error.code, str(path), error.location, error.detail) from error
