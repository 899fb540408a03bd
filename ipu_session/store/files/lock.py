"""Exclusive lock of a session file against a second writer (decision 0042).

Two locks, both held by the operating system, which releases them when the process ends: one on a lock file
beside the session, ``NAME.lock``, whose JSON text names the holder to users and to other machines; one on a byte
of the session file itself, for a process that opens it by another path, or after the lock file was deleted.
Symbolic links are resolved first.

A lock file left by a killed process is taken over. A lock file written on another machine is never taken over:
over a network the operating system's lock may not be visible here. A user who knows that nobody has the session
open removes it with `remove_lock`.
"""

import errno
import getpass
import json
import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

from ipu_session.store.errors import StoreError, StoreErrorCode, translate_errors
from ipu_session.store.files import os_locks
from ipu_session.store.files.os_locks import try_lock_file
from ipu_session.store.files.private_folder import read_regular_file

_DISK_FULL_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT})
_MAX_LOCK_BYTES = 1_000_000
_NO_DESCRIPTOR = -1


class SessionLock:
    """The two locks of a session, held from construction until `release`."""

    def __init__(self, session: Path) -> None:
        """Acquire the locks of a session file, which need not exist.

        StoreError if another process holds one, with the holder's name, or if the lock file is unusable.
        """
        self._session = session
        self._lock_path = lock_path(session)
        self._lock_descriptor = self._session_descriptor = _NO_DESCRIPTOR
        with translate_errors(session):
            try:
                self.renew()
            except BaseException:
                self.release()
                raise

    @property
    def is_lock_file_written(self) -> bool:
        """Whether the lock file could be written; on a full disk only the session file is locked."""
        return self._lock_descriptor != _NO_DESCRIPTOR

    def renew(self) -> None:
        """Acquire each lock that is not held, or whose file has been replaced; StoreError as the constructor."""
        if self._lock_descriptor == _NO_DESCRIPTOR or not _is_same_file(self._lock_descriptor, self._lock_path):
            self._release_lock_file()
            self._acquire_lock_file()
        self._acquire_session_file()
        if not self.is_lock_file_written and self._session_descriptor == _NO_DESCRIPTOR:
            raise StoreError(StoreErrorCode.DISK_FULL, str(self._session))

    def release_session_file(self) -> None:
        """Release the lock on the session file only: Windows does not replace an open file."""
        if self._session_descriptor != _NO_DESCRIPTOR:
            os_locks.unlock_session_file(self._session_descriptor)
            self._session_descriptor = _NO_DESCRIPTOR

    def release(self) -> None:
        """Release both locks and remove the lock file; call it after SQLite has closed the session."""
        self.release_session_file()
        self._release_lock_file()

    def _release_lock_file(self) -> None:
        descriptor, self._lock_descriptor = self._lock_descriptor, _NO_DESCRIPTOR
        if descriptor == _NO_DESCRIPTOR:
            return
        try:
            # Our lock file may have been deleted, and another process may have created its own.
            is_ours = _is_same_file(descriptor, self._lock_path)
            if is_ours and os.name == "posix":
                _remove_lock_file(self._lock_path)
        finally:
            os_locks.unlock_and_close(descriptor)
        if is_ours and os.name != "posix":
            # Windows does not delete an open file: a lock file that another process has opened meanwhile stays.
            _remove_lock_file(self._lock_path)

    def _acquire_session_file(self) -> None:
        try:
            present = self._session.stat()
        except FileNotFoundError:
            return
        if self._session_descriptor != _NO_DESCRIPTOR and os.path.samestat(os.fstat(self._session_descriptor), present):
            return
        descriptor = os_locks.lock_session_file(self._session)
        if descriptor is None:
            raise StoreError(StoreErrorCode.IN_USE, str(self._session), _find_session_file_holder(self._session))
        self.release_session_file()
        self._session_descriptor = descriptor

    def _acquire_lock_file(self) -> None:
        """Create or take over the lock file and lock it; on a full disk do without it, and raise no error."""
        try:
            while self._lock_descriptor == _NO_DESCRIPTOR:
                self._lock_descriptor = self._try_acquire_lock_file()
        except OSError as error:
            if error.errno not in _DISK_FULL_ERRNOS:
                raise

    def _try_acquire_lock_file(self) -> int:
        is_new = not self._lock_path.exists()
        descriptor = _open_lock_file(self._lock_path, self._session)
        try:
            _check_lock_file_free(descriptor, self._session)
            if not is_new:
                _check_same_host(_read_lock_text(descriptor), self._session, self._lock_path)
            if _is_same_file(descriptor, self._lock_path):
                _write_lock_text(descriptor)
                return descriptor
        except OSError as error:
            os_locks.unlock_and_close(descriptor)
            if error.errno in _DISK_FULL_ERRNOS:
                # An empty lock file cannot be parsed, so it would block every later opening.
                _remove_lock_file(self._lock_path)
            raise
        except BaseException:
            os_locks.unlock_and_close(descriptor)
            raise
        os_locks.unlock_and_close(descriptor)
        return _NO_DESCRIPTOR


def lock_path(session: Path) -> Path:
    """Return the path of a session's lock file: beside the target of its symbolic links."""
    real = Path(os.path.realpath(session))
    return real.with_name(f"{real.name}.lock")


def is_session_locked(session: Path) -> bool:
    """Return whether a process on this machine, this one included, has a session open for writing.

    True also if the lock file cannot be opened because it belongs to another user.
    """
    return _is_session_file_locked(session) or _is_lock_file_held(lock_path(session))


def _is_session_file_locked(session: Path) -> bool:
    if os_locks.is_open_in_this_process(session):
        return True
    try:
        descriptor = os.open(session, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    try:
        return os_locks.is_session_byte_locked(descriptor)
    finally:
        os_locks.unlock_and_close(descriptor)


def _is_lock_file_held(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        # The lock file of another user cannot be opened: assume that it is held.
        return error.errno in {errno.EACCES, errno.EPERM}
    try:
        return not try_lock_file(descriptor)
    finally:
        os_locks.unlock_and_close(descriptor)


def read_lock_holder(session: Path) -> str:
    """Return the holder of a session's lock, for display; "" if unknown.

    The holder is read from the lock file or, if that cannot be read, found in the list of processes.
    """
    try:
        text = read_regular_file(lock_path(session), _MAX_LOCK_BYTES, owned=False).decode("utf-8", "replace")
    except OSError:
        return _find_session_file_holder(session) if _is_session_file_locked(session) else ""
    return _format_holder(text) if _parse_lock_text(text) else ""


def remove_lock(session: Path) -> None:
    """Remove a stale lock file; StoreError names the holder if a running process holds a lock."""
    path = lock_path(session)
    with translate_errors(session):
        if not os.path.lexists(path):
            _check_session_file_free(session)
            return
        descriptor = _open_lock_file(path, session)
        try:
            _check_lock_file_free(descriptor, session)
            _check_session_file_free(session)
            if os.name == "posix":
                path.unlink(missing_ok=True)
        finally:
            os_locks.unlock_and_close(descriptor)
        if os.name != "posix":
            path.unlink(missing_ok=True)


def _remove_lock_file(path: Path) -> None:
    """Remove our own lock file; one that cannot be removed is taken over when the session is next opened."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _find_session_file_holder(session: Path) -> str:
    """Return the holder of a session file that has no lock file, as far as the process list shows it."""
    if os_locks.is_open_in_this_process(session):
        return _format_holder(_build_lock_text())
    process = os_locks.find_process_with_open(session)
    return _format_holder(json.dumps({"pid": process or "?", "host": socket.gethostname()}))


def _open_lock_file(path: Path, session: Path) -> int:
    if path.is_symlink():
        # Windows has no O_NOFOLLOW.
        raise StoreError(StoreErrorCode.LOCK_UNREADABLE, str(session), str(path))
    try:
        # Only a regular file in this folder is accepted: no symbolic link is followed.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        return _require_regular_file(os.open(path, flags, 0o600), path, session)
    except OSError as error:
        if path.is_dir() or error.errno in {errno.EISDIR, errno.ELOOP, errno.ENXIO}:
            # Windows reports EACCES for a folder.
            raise StoreError(StoreErrorCode.LOCK_UNREADABLE, str(session), str(path)) from error
        if error.errno in {errno.EACCES, errno.EPERM} and path.exists():
            raise StoreError(StoreErrorCode.IN_USE, str(session), _file_owner(path)) from error
        raise


def _require_regular_file(descriptor: int, path: Path, session: Path) -> int:
    """Return the descriptor of a regular file; for a pipe or a device, close it and raise StoreError."""
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os_locks.unlock_and_close(descriptor)
        raise StoreError(StoreErrorCode.LOCK_UNREADABLE, str(session), str(path))
    return descriptor


def _file_owner(path: Path) -> str:
    """Return the name of the user that owns a file; "?" if unknown."""
    try:
        return path.owner()
    except (KeyError, OSError, NotImplementedError):
        return "?"


def _check_lock_file_free(descriptor: int, session: Path) -> None:
    if not try_lock_file(descriptor):
        raise StoreError(StoreErrorCode.IN_USE, str(session), _format_holder(_read_lock_text(descriptor)))


def _check_session_file_free(session: Path) -> None:
    if _is_session_file_locked(session):
        raise StoreError(StoreErrorCode.IN_USE, str(session), _find_session_file_holder(session))


def _check_same_host(text: str, session: Path, lock: Path) -> None:
    """StoreError if the lock file was written on another machine, or cannot be parsed."""
    holder = _parse_lock_text(text)
    if holder is None:
        raise StoreError(StoreErrorCode.LOCK_UNREADABLE, str(session), str(lock))
    if holder.get("host") != socket.gethostname():
        raise StoreError(StoreErrorCode.IN_USE_ELSEWHERE, str(session), _format_holder(text))


def _is_same_file(descriptor: int, path: Path) -> bool:
    """Return whether ``path`` still is the locked file: its holder may have removed it meanwhile."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _format_holder(text: str) -> str:
    holder = _parse_lock_text(text) or {}
    origin = f"{holder['user']}@{holder.get('host', '?')}" if holder.get("user") else holder.get("host", "?")
    return f"{holder.get('program', 'ipu-session')} {holder.get('pid', '?')} ({origin})"


def _parse_lock_text(text: str) -> dict[str, object] | None:
    try:
        holder = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return holder if isinstance(holder, dict) and isinstance(holder.get("host"), str) else None


def _read_lock_text(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 4096).decode("utf-8", "replace")


def _write_lock_text(descriptor: int) -> None:
    """Write this process as the holder: overwrite, then truncate, which needs no new block on a full disk."""
    text = _build_lock_text().encode("ascii")
    os.lseek(descriptor, 0, os.SEEK_SET)
    if os.write(descriptor, text) != len(text):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.ftruncate(descriptor, len(text))
    os.fsync(descriptor)


def _build_lock_text() -> str:
    holder = {"program": "ipu-session", "pid": os.getpid(), "host": socket.gethostname(), "user": _user_name()}
    return json.dumps(holder)


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
