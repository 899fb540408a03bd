"""Two programs never write one session: a file beside it, locked by the system, names the holder.

The system lets go of the lock when its holder dies, so a lock left by a kill is simply taken over. A lock
made on another machine is never robbed: over a network the system's lock may not reach there. Whoever knows
that nobody has the session open removes such a lock by `remove_lock`.
"""

import errno
import getpass
import json
import os
import socket
import sys
from pathlib import Path

from ipu_session.store.errors import StoreError, StoreTrouble, known_troubles

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30

    def _hold(descriptor: int) -> bool:
        """Lock a byte far behind the text, which others may still read."""
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _hold(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class Lock:
    """Held from the moment it is made until it is let go."""

    def __init__(self, session: Path) -> None:
        """Take the lock of a session file; StoreError naming the holder if somebody has it."""
        self._path = lock_path(session)
        with known_troubles(session):
            self._descriptor = self._take(session)

    def release(self) -> None:
        """Let go; the file goes too."""
        if self._descriptor >= 0:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)
            self._descriptor = -1

    def _take(self, session: Path) -> int:
        while True:
            new = not self._path.exists()
            descriptor = _opened(self._path, session)
            try:
                _refuse_held(descriptor, session)
                if not new:
                    _refuse_foreign(_read(descriptor), session, self._path)
                if _same_file(descriptor, self._path):
                    _write(descriptor)
                    return descriptor
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)


def lock_path(session: Path) -> Path:
    """Return where the lock of a session file lies."""
    return session.with_name(f"{session.name}.lock")


def held(session: Path) -> bool:
    """Return whether somebody alive on this machine has a session open for writing."""
    try:
        descriptor = os.open(lock_path(session), os.O_RDONLY)
    except OSError as error:
        # Another user's lock cannot be read: it may well be held.
        return error.errno in {errno.EACCES, errno.EPERM}
    try:
        return not _hold(descriptor)
    finally:
        os.close(descriptor)


def holder_of(session: Path) -> str:
    """Return what the lock of a session says of its holder; nothing if it says nothing, or there is none."""
    try:
        text = lock_path(session).read_bytes()[:4096].decode("utf-8", "replace")
    except OSError:
        return ""
    return _holder(text) if _said(text) else ""


def remove_lock(session: Path) -> None:
    """Remove a lock that was left behind; StoreError naming the holder if somebody alive has it."""
    with known_troubles(session):
        descriptor = _opened(lock_path(session), session)
        try:
            _refuse_held(descriptor, session)
            lock_path(session).unlink(missing_ok=True)
        finally:
            os.close(descriptor)


def _opened(path: Path, session: Path) -> int:
    try:
        # The lock is a file of ours and nothing else: no link is followed out of the folder.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o600)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM} and path.exists():
            raise StoreError(StoreTrouble.IN_USE, str(session), _owner(path)) from error
        if error.errno in {errno.EISDIR, errno.ELOOP, errno.ENXIO}:
            raise StoreError(StoreTrouble.LOCK_UNREADABLE, str(session), str(path)) from error
        raise


def _owner(path: Path) -> str:
    """Return which user of this machine a file belongs to."""
    try:
        return path.owner()
    except (KeyError, OSError, NotImplementedError):
        return "?"


def _refuse_held(descriptor: int, session: Path) -> None:
    if not _hold(descriptor):
        raise StoreError(StoreTrouble.IN_USE, str(session), _holder(_read(descriptor)))


def _refuse_foreign(text: str, session: Path, lock: Path) -> None:
    """Refuse a lock that another machine left, or that says nothing."""
    said = _said(text)
    if said is None:
        raise StoreError(StoreTrouble.LOCK_UNREADABLE, str(session), str(lock))
    if said.get("host") != socket.gethostname():
        raise StoreError(StoreTrouble.IN_USE_ELSEWHERE, str(session), _holder(text))


def _same_file(descriptor: int, path: Path) -> bool:
    """Return whether the name still leads to what is locked: its holder may just have removed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _holder(text: str) -> str:
    said = _said(text) or {}
    where = f"{said['user']}@{said.get('host', '?')}" if said.get("user") else said.get("host", "?")
    return f"{said.get('program', 'ipu-session')} {said.get('pid', '?')} ({where})"


def _said(text: str) -> dict[str, object] | None:
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) and isinstance(said.get("host"), str) else None


def _read(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 4096).decode("utf-8", "replace")


def _write(descriptor: int) -> None:
    said = {"program": "ipu-session", "pid": os.getpid(), "host": socket.gethostname(), "user": _user()}
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(said).encode("ascii"))
    os.fsync(descriptor)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
