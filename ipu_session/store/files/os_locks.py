"""Locks that the operating system keeps for an open file, until its holder ends.

A lock file is locked as a whole. A session's file is locked at one byte that SQLite never uses: whatever name
leads to it, a symbolic link, a hard link, a bind mount, the byte is the same.

POSIX: closing any descriptor of a file drops the process's own fcntl locks on it, and SQLite's are such
locks. So the byte is held by a lock of the open file description (``F_OFD_SETLK``), and a session that
this process has open is never opened a second time: ask `is_open_in_this_process` first.
"""

import errno
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

_UNSUPPORTED_ERRNOS = frozenset({errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})
"""A file system that has no such lock: there the lock file alone tells."""

if sys.platform == "win32":
    import msvcrt

    _BYTE_OF_LOCK_FILE = 1 << 30
    _BYTE_OF_SESSION = (1 << 31) - 2
    """SQLite's own bytes begin at 1 << 30; the C library counts no further than this."""

    def try_lock_file(descriptor: int) -> bool:
        """Lock a byte far behind the text, which others may still read; return whether that worked."""
        return _try_lock_byte(descriptor, _BYTE_OF_LOCK_FILE)

    def try_lock_session_byte(descriptor: int) -> bool:
        """Lock the byte of a session's file; return whether that worked."""
        return _try_lock_byte(descriptor, _BYTE_OF_SESSION)

    def is_session_byte_locked(descriptor: int) -> bool:
        """Return whether somebody holds the byte; it is locked to find out, and let go at once."""
        if not _try_lock_byte(descriptor, _BYTE_OF_SESSION):
            return True
        _unlock_byte(descriptor, _BYTE_OF_SESSION)
        return False

    def close_descriptor(descriptor: int) -> None:
        """Let go of whatever a descriptor holds and close it: Windows drops locks some time after closing."""
        for byte in (_BYTE_OF_LOCK_FILE, _BYTE_OF_SESSION):
            _unlock_byte(descriptor, byte)
        os.close(descriptor)

    def _try_lock_byte(descriptor: int, byte: int) -> bool:
        os.lseek(descriptor, byte, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock_byte(descriptor: int, byte: int) -> None:
        """Unlock a byte; one that this descriptor does not hold is passed over."""
        with suppress(OSError):
            os.lseek(descriptor, byte, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    _BYTE_OF_SESSION = 1 << 62
    _FLOCK_64 = "hhqqi4x"
    """``struct flock`` of a machine of 64 bits: type, whence, start, length, pid."""
    _OFD_SETLK = getattr(fcntl, "F_OFD_SETLK", None) if struct.calcsize("P") == 8 else None
    _OFD_GETLK = getattr(fcntl, "F_OFD_GETLK", None) if struct.calcsize("P") == 8 else None

    def try_lock_file(descriptor: int) -> bool:
        """Lock the whole file; return whether that worked."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def try_lock_session_byte(descriptor: int) -> bool:
        """Lock the byte of a session's file; return False if somebody holds it."""
        if _OFD_SETLK is None:
            return True
        try:
            fcntl.fcntl(descriptor, _OFD_SETLK, _pack_flock(fcntl.F_WRLCK))
        except OSError as error:
            if error.errno in {errno.EAGAIN, errno.EACCES}:
                return False
            if error.errno not in _UNSUPPORTED_ERRNOS:
                raise
        return True

    def is_session_byte_locked(descriptor: int) -> bool:
        """Return whether somebody holds the byte; nothing is locked to find out."""
        if _OFD_GETLK is None:
            return False
        try:
            found = fcntl.fcntl(descriptor, _OFD_GETLK, _pack_flock(fcntl.F_WRLCK))
        except OSError:
            return False
        return bool(struct.unpack(_FLOCK_64, found)[0] != fcntl.F_UNLCK)

    def close_descriptor(descriptor: int) -> None:
        """Close a descriptor; the locks that it holds end with it."""
        os.close(descriptor)

    def _pack_flock(kind: int) -> bytes:
        return struct.pack(_FLOCK_64, kind, os.SEEK_SET, _BYTE_OF_SESSION, 1, 0)


_LOCKED_IN_THIS_PROCESS: dict[tuple[int, int], int] = {}
"""Device and number of each session file that this process holds, with the descriptor of the lock."""


def is_open_in_this_process(session: Path) -> bool:
    """Return whether this process holds the file that ``session`` leads to."""
    try:
        return _file_identity(session.stat()) in _LOCKED_IN_THIS_PROCESS
    except OSError:
        return False


def lock_session_file(session: Path) -> int | None:
    """Hold a session's file and return the descriptor; None if somebody, or this process, does."""
    if is_open_in_this_process(session):
        return None
    descriptor = os.open(session, os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0))
    try:
        free = try_lock_session_byte(descriptor)
    except BaseException:
        os.close(descriptor)
        raise
    if not free:
        os.close(descriptor)
        return None
    _LOCKED_IN_THIS_PROCESS[_file_identity(os.fstat(descriptor))] = descriptor
    return descriptor


def unlock_session_file(descriptor: int) -> None:
    """Let go of a session's file, after SQLite has."""
    for identity, held in tuple(_LOCKED_IN_THIS_PROCESS.items()):
        if held == descriptor:
            del _LOCKED_IN_THIS_PROCESS[identity]
    with suppress(OSError):
        close_descriptor(descriptor)


def _file_identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def find_process_with_open(session: Path) -> int | None:
    """Return the number of another process that has a file open, as far as this system tells us (Linux)."""
    if not sys.platform.startswith("linux"):
        return None
    with suppress(OSError):
        wanted = session.stat()
        for process in Path("/proc").iterdir():
            if process.name.isdecimal() and int(process.name) != os.getpid() and _process_has_open(process, wanted):
                return int(process.name)
    return None


def _process_has_open(process: Path, wanted: os.stat_result) -> bool:
    with suppress(OSError):
        for descriptor in (process / "fd").iterdir():
            with suppress(OSError):
                if os.path.samestat(descriptor.stat(), wanted):
                    return True
    return False
