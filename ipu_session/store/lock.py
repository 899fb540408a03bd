"""Two programs never write one session: a file beside it, locked by the system, names the holder.

The system lets go of the lock when its holder dies, so a lock left by a kill is simply taken over. A lock
made on another machine is never robbed: over a network the system's lock may not reach there.
"""

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
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
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
    return f"{said.get('program', 'ipu-session')} {said.get('pid', '?')} ({said.get('host', '?')})"


def _said(text: str) -> dict[str, object] | None:
    try:
        said = json.loads(text)
    except ValueError:
        return None
    return said if isinstance(said, dict) and isinstance(said.get("host"), str) else None


def _read(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 4096).decode("utf-8", "replace")


def _write(descriptor: int) -> None:
    text = json.dumps({"program": "ipu-session", "pid": os.getpid(), "host": socket.gethostname()})
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, text.encode("ascii"))
    os.fsync(descriptor)
