"""Operating system locks on open files, released when the process ends.

A lock file is locked as a whole. A session file is locked at one byte that SQLite never uses: the byte is the
same whatever path leads to the file, a symbolic link, a hard link or a bind mount.

POSIX: closing any descriptor of a file releases all fcntl locks of the process on it, and SQLite uses fcntl
locks. Therefore the byte is locked by the open file description (``F_OFD_SETLK``), and a session that this
process has open must not be opened a second time: call `is_open_in_this_process` first. Without ``F_OFD_SETLK``, and
on machines of 32 bits, the byte is not locked: there is only the lock file.
"""

import errno
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

_UNSUPPORTED_ERRNOS = frozenset({errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP})
"""The file system has no such lock; only the lock file is used."""

if sys.platform == "win32":
    import msvcrt

    _BYTE_OF_LOCK_FILE = 1 << 30
    _BYTE_OF_SESSION = (1 << 31) - 2
    """SQLite's own lock bytes begin at 1 << 30; ``msvcrt.locking`` accepts offsets up to 2**31 - 1."""

    def try_lock_file(descriptor: int) -> bool:
        """Lock a byte far behind the text, which other processes can still read; return False if that fails."""
        return _try_lock_byte(descriptor, _BYTE_OF_LOCK_FILE)

    def try_lock_session_byte(descriptor: int) -> bool:
        """Lock the session byte; return False if that fails, as when another descriptor holds the lock."""
        return _try_lock_byte(descriptor, _BYTE_OF_SESSION)

    def is_session_byte_locked(descriptor: int) -> bool:
        """Return whether the byte is locked through another descriptor; tested by locking and unlocking it."""
        if not _try_lock_byte(descriptor, _BYTE_OF_SESSION):
            return True
        _unlock_byte(descriptor, _BYTE_OF_SESSION)
        return False

    def unlock_and_close(descriptor: int) -> None:
        """Unlock and close a descriptor: Windows releases locks only some time after the close."""
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
        """Unlock a byte; no error if this descriptor does not hold it."""
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
        """Lock the whole file; return False if it is locked through another descriptor."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def try_lock_session_byte(descriptor: int) -> bool:
        """Lock the session byte; return False if it is locked through another descriptor.

        Where such locks do not exist, return True without a lock.
        """
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
        """Return whether the byte is locked through another descriptor (``F_OFD_GETLK``); False if unknown."""
        if _OFD_GETLK is None:
            return False
        try:
            flock = fcntl.fcntl(descriptor, _OFD_GETLK, _pack_flock(fcntl.F_WRLCK))
        except OSError:
            return False
        return bool(struct.unpack(_FLOCK_64, flock)[0] != fcntl.F_UNLCK)

    def unlock_and_close(descriptor: int) -> None:
        """Close a descriptor; its locks end with it."""
        os.close(descriptor)

    def _pack_flock(kind: int) -> bytes:
        return struct.pack(_FLOCK_64, kind, os.SEEK_SET, _BYTE_OF_SESSION, 1, 0)


_LOCKED_IN_THIS_PROCESS: dict[tuple[int, int], int] = {}
"""(device, inode) of each session file that this process has locked, with the descriptor of the lock."""


def is_open_in_this_process(session: Path) -> bool:
    """Return whether this process has locked the file at ``session``."""
    try:
        return _file_identity(session.stat()) in _LOCKED_IN_THIS_PROCESS
    except OSError:
        return False


def lock_session_file(session: Path) -> int | None:
    """Lock a session file and return the descriptor; None if another process or this process has locked it."""
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
    """Release the lock of a session file; call it after SQLite has closed the file."""
    for identity, locked in tuple(_LOCKED_IN_THIS_PROCESS.items()):
        if locked == descriptor:
            del _LOCKED_IN_THIS_PROCESS[identity]
    with suppress(OSError):
        unlock_and_close(descriptor)


def _file_identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def find_process_with_open(session: Path) -> int | None:
    """Return the process ID of another process that has a file open; None if unknown, as always outside Linux."""
    if not sys.platform.startswith("linux"):
        return None
    with suppress(OSError):
        session_status = session.stat()
        for process in Path("/proc").iterdir():
            if (
                process.name.isdecimal()
                and int(process.name) != os.getpid()
                and _process_has_open(process, session_status)
            ):
                return int(process.name)
    return None


def _process_has_open(process: Path, session_status: os.stat_result) -> bool:
    with suppress(OSError):
        for descriptor in (process / "fd").iterdir():
            with suppress(OSError):
                if os.path.samestat(descriptor.stat(), session_status):
                    return True
    return False
