"""What can be wrong with a session file through no fault of ours."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from ipu_session.domain.history import ImpossibleRowError
from ipu_session.domain.user_facing_error import TroubleError


class StoreTrouble(StrEnum):
    """One value for each thing that the user can be told about a session file."""

    MISSING = "missing"
    IS_A_DIRECTORY = "is-a-directory"
    NOT_A_FILE = "not-a-file"
    """A pipe, a device, a socket: reading it might never end."""
    NOT_PERMITTED = "not-permitted"
    EMPTY = "empty-session"
    NOT_A_SESSION = "not-a-session"
    DAMAGED = "damaged-session"
    CUT = "cut-session"
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


class StoreError(TroubleError):
    """A session file could not be read or written; what was on disk is as it was."""


_BY_SQLITE = {
    sqlite3.SQLITE_BUSY: StoreTrouble.IN_USE,
    sqlite3.SQLITE_LOCKED: StoreTrouble.IN_USE,
    sqlite3.SQLITE_READONLY: StoreTrouble.READ_ONLY,
    sqlite3.SQLITE_FULL: StoreTrouble.DISK_FULL,
    sqlite3.SQLITE_IOERR: StoreTrouble.DISK_TROUBLE,
    sqlite3.SQLITE_CORRUPT: StoreTrouble.DAMAGED,
    sqlite3.SQLITE_FORMAT: StoreTrouble.DAMAGED,
    sqlite3.SQLITE_TOOBIG: StoreTrouble.DAMAGED,
    sqlite3.SQLITE_INTERRUPT: StoreTrouble.DAMAGED,
    sqlite3.SQLITE_AUTH: StoreTrouble.FOREIGN_OBJECTS,
    sqlite3.SQLITE_NOTADB: StoreTrouble.NOT_A_SESSION,
    sqlite3.SQLITE_CANTOPEN: StoreTrouble.NOT_PERMITTED,
    sqlite3.SQLITE_PERM: StoreTrouble.NOT_PERMITTED,
}
_BY_SYSTEM = {
    errno.ENOENT: StoreTrouble.MISSING,
    errno.ENOTDIR: StoreTrouble.MISSING,
    errno.ENAMETOOLONG: StoreTrouble.MISSING,
    errno.ELOOP: StoreTrouble.MISSING,
    errno.EISDIR: StoreTrouble.IS_A_DIRECTORY,
    errno.EEXIST: StoreTrouble.EXISTS,
    errno.EACCES: StoreTrouble.NOT_PERMITTED,
    errno.EPERM: StoreTrouble.NOT_PERMITTED,
    errno.EROFS: StoreTrouble.READ_ONLY,
    errno.ENOSPC: StoreTrouble.DISK_FULL,
    errno.EDQUOT: StoreTrouble.DISK_FULL,
    errno.EFBIG: StoreTrouble.DISK_FULL,
}


@contextmanager
def known_troubles(path: Path) -> Iterator[None]:
    """Turn what the disk and SQLite say no to into StoreError; every other error is a fault and goes on."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        trouble = _BY_SQLITE.get(getattr(error, "sqlite_errorcode", -1) & 0xFF)
        if trouble is None:
            raise
        raise StoreError(trouble, str(path)) from error
    except ImpossibleRowError as error:
        raise StoreError(StoreTrouble.IMPOSSIBLE, str(path), f"event {error.version}") from error
    except UnicodeDecodeError as error:
        # The sqlite3 module fails so when SQLite's message quotes a broken byte of the file's schema.
        raise StoreError(StoreTrouble.DAMAGED, str(path)) from error
    except OSError as error:
        trouble = _BY_SYSTEM.get(error.errno or 0, StoreTrouble.DISK_TROUBLE)
        raise StoreError(trouble, str(path)) from error
