"""What can be wrong with a session file through no fault of ours."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from ipu_session.domain.history import ImpossibleRowError
from ipu_session.domain.user_facing_error import UserFacingError


class StoreErrorCode(StrEnum):
    """One value for each thing that the user can be told about a session file."""

    MISSING = "missing"
    IS_A_DIRECTORY = "is-a-directory"
    NOT_A_FILE = "not-a-file"
    """A pipe, a device, a socket: reading it might never end."""
    NOT_PERMITTED = "not-permitted"
    EMPTY = "empty-session"
    NOT_A_SESSION = "not-a-session"
    DAMAGED = "damaged-session"
    TRUNCATED = "cut-session"
    """Shorter than it says it is: a copy that was broken off."""
    IMPOSSIBLE = "impossible-event"
    """An event that refers to what is not there: the hashes were worked out anew."""
    OTHER_MODE = "other-mode"
    """Another program changed how the file is written: a write-ahead log, another encoding."""
    OTHER_JOURNAL = "other-journal"
    """The ``-journal`` file beside it belongs to another file: rolling it back would do damage."""
    NOTHING_SAVED = "nothing-saved"
    """Not one event of a damaged file can be trusted."""
    NO_BACKUP = "no-backup"
    NEWER = "newer-session"
    FOREIGN_OBJECTS = "foreign-objects"
    """Views, triggers or tables that this program never makes."""
    EXISTS = "exists"
    READ_ONLY = "read-only"
    REPLACED = "replaced-session"
    """Another file lies where the session was, or somebody has written into it."""
    DISK_FULL = "disk-full"
    DISK_TROUBLE = "disk-trouble"
    IN_USE = "session-in-use"
    IN_USE_ELSEWHERE = "session-in-use-elsewhere"
    LOCK_UNREADABLE = "lock-unreadable"
    BAD_LINE = "bad-line"
    NEWER_LINE = "newer-line"


class StoreError(UserFacingError):
    """A session file could not be read or written; what was on disk is as it was."""


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
    """Turn what the disk and SQLite say no to into StoreError; every other error is a fault and goes on."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        trouble = _CODE_BY_SQLITE_ERROR.get(getattr(error, "sqlite_errorcode", -1) & 0xFF)
        if trouble is None:
            raise
        raise StoreError(trouble, str(path)) from error
    except ImpossibleRowError as error:
        raise StoreError(StoreErrorCode.IMPOSSIBLE, str(path), f"event {error.version}") from error
    except UnicodeDecodeError as error:
        # The sqlite3 module fails so when SQLite's message quotes a broken byte of the file's schema.
        raise StoreError(StoreErrorCode.DAMAGED, str(path)) from error
    except OSError as error:
        trouble = _CODE_BY_ERRNO.get(error.errno or 0, StoreErrorCode.DISK_TROUBLE)
        raise StoreError(trouble, str(path)) from error
