"""Two programs never write one session (decision 0042).

Two locks, both kept by the operating system, which lets go of them when their holder ends: one on a file
beside the session, ``NAME.lock``, which names the holder to people and to other machines; one on the
session's file itself, for whoever comes by another name, or after the lock file was deleted. Names are
resolved first.

A lock file left by a kill is taken over. One made on another machine is never robbed: over a network the
system's lock may not reach there. Whoever knows that nobody has the session open removes such a lock by
`remove_lock`.
"""

import errno
import getpass
import json
import os
import socket
import stat
from contextlib import suppress
from pathlib import Path

from ipu_session.store.errors import StoreError, StoreTrouble, known_troubles
from ipu_session.store.files import os_locks
from ipu_session.store.files.os_locks import hold_lock_file
from ipu_session.store.files.private_folder import read_regular

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_LONGEST_LOCK = 1_000_000
_NONE = -1
"""No descriptor."""


class Lock:
    """Held from the moment it is made until it is released."""

    def __init__(self, session: Path) -> None:
        """Take the locks of a session file, which need not exist; StoreError naming who has it open."""
        self._session = session
        self._path = lock_path(session)
        self._named = self._file = _NONE
        with known_troubles(session):
            try:
                self.renew()
            except BaseException:
                self.release()
                raise

    @property
    def is_named(self) -> bool:
        """Whether the lock file could be written: on a full disk only the session's own file is locked."""
        return self._named != _NONE

    def renew(self) -> None:
        """Hold what lies under the names now, another file perhaps; StoreError if somebody else does."""
        if self._named == _NONE or not _same_file(self._named, self._path):
            self._let_go_of_name()
            self._take_name()
        self._take_file()
        if not self.is_named and self._file == _NONE:
            raise StoreError(StoreTrouble.DISK_FULL, str(self._session))

    def let_go_of_file(self) -> None:
        """Keep the lock file alone: Windows replaces no file that is open."""
        if self._file != _NONE:
            os_locks.release_session(self._file)
            self._file = _NONE

    def release(self) -> None:
        """Let go of both, after SQLite has let go of the session; the lock file goes too."""
        self.let_go_of_file()
        self._let_go_of_name()

    def _let_go_of_name(self) -> None:
        descriptor, self._named = self._named, _NONE
        if descriptor == _NONE:
            return
        try:
            # Somebody may have deleted ours, and another program put its own there.
            ours = _same_file(descriptor, self._path)
            if ours and os.name == "posix":
                _remove(self._path)
        finally:
            os_locks.close(descriptor)
        if ours and os.name != "posix":
            # Windows deletes no open file; if another program has opened it meanwhile it stays, as it should.
            _remove(self._path)

    def _take_file(self) -> None:
        try:
            present = self._session.stat()
        except FileNotFoundError:
            return
        if self._file != _NONE and os.path.samestat(os.fstat(self._file), present):
            return
        taken = os_locks.take_session(self._session)
        if taken is None:
            raise StoreError(StoreTrouble.IN_USE, str(self._session), _holder_of_file(self._session))
        self.let_go_of_file()
        self._file = taken

    def _take_name(self) -> None:
        """Take the lock file; on a full disk there may be none."""
        try:
            while self._named == _NONE:
                self._named = self._try_name()
        except OSError as error:
            if error.errno not in _FULL:
                raise

    def _try_name(self) -> int:
        new = not self._path.exists()
        descriptor = _opened(self._path, self._session)
        try:
            _refuse_held(descriptor, self._session)
            if not new:
                _refuse_foreign(_read(descriptor), self._session, self._path)
            if _same_file(descriptor, self._path):
                _write(descriptor)
                return descriptor
        except OSError as error:
            os_locks.close(descriptor)
            if error.errno in _FULL:
                # An empty lock file would keep everybody out for ever.
                _remove(self._path)
            raise
        except BaseException:
            os_locks.close(descriptor)
            raise
        os_locks.close(descriptor)
        return _NONE


def lock_path(session: Path) -> Path:
    """Return where the lock file of a session lies: beside the file that its name leads to."""
    real = Path(os.path.realpath(session))
    return real.with_name(f"{real.name}.lock")


def held(session: Path) -> bool:
    """Return whether somebody alive on this machine has a session open for writing."""
    return _file_is_held(session) or _name_is_held(lock_path(session))


def _file_is_held(session: Path) -> bool:
    if os_locks.is_open_here(session):
        return True
    try:
        descriptor = os.open(session, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    try:
        return os_locks.session_byte_is_held(descriptor)
    finally:
        os_locks.close(descriptor)


def _name_is_held(path: Path) -> bool:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        # Another user's lock cannot be read: it may well be held.
        return error.errno in {errno.EACCES, errno.EPERM}
    try:
        return not hold_lock_file(descriptor)
    finally:
        os_locks.close(descriptor)


def holder_of(session: Path) -> str:
    """Return what the lock of a session says of its holder; nothing if it says nothing, or there is none."""
    try:
        text = read_regular(lock_path(session), _LONGEST_LOCK, mine=False).decode("utf-8", "replace")
    except OSError:
        return _holder_of_file(session) if _file_is_held(session) else ""
    return _holder(text) if _said(text) else ""


def remove_lock(session: Path) -> None:
    """Remove a lock that was left behind; StoreError naming the holder if somebody alive has it."""
    path = lock_path(session)
    with known_troubles(session):
        if not os.path.lexists(path):
            _refuse_held_file(session)
            return
        descriptor = _opened(path, session)
        try:
            _refuse_held(descriptor, session)
            _refuse_held_file(session)
            if os.name == "posix":
                path.unlink(missing_ok=True)
        finally:
            os_locks.close(descriptor)
        if os.name != "posix":
            path.unlink(missing_ok=True)


def _remove(path: Path) -> None:
    """Remove a lock file of ours; one that must stay is taken over by the next opening."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _holder_of_file(session: Path) -> str:
    """Return who has a session open that no lock file names, as far as the list of processes tells."""
    if os_locks.is_open_here(session):
        return _holder(_told())
    process = os_locks.process_with_open(session)
    return _holder(json.dumps({"pid": process or "?", "host": socket.gethostname()}))


def _opened(path: Path, session: Path) -> int:
    if path.is_symlink():
        # Windows has no flag against links.
        raise StoreError(StoreTrouble.LOCK_UNREADABLE, str(session), str(path))
    try:
        # The lock is a file of ours and nothing else: no link is followed out of the folder.
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
        flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        return _regular(os.open(path, flags, 0o600), path, session)
    except OSError as error:
        if path.is_dir() or error.errno in {errno.EISDIR, errno.ELOOP, errno.ENXIO}:
            # Windows says "permission denied" of a folder.
            raise StoreError(StoreTrouble.LOCK_UNREADABLE, str(session), str(path)) from error
        if error.errno in {errno.EACCES, errno.EPERM} and path.exists():
            raise StoreError(StoreTrouble.IN_USE, str(session), _owner(path)) from error
        raise


def _regular(descriptor: int, path: Path, session: Path) -> int:
    """Return the descriptor of a regular file; StoreError of a pipe or device that somebody put there."""
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os_locks.close(descriptor)
        raise StoreError(StoreTrouble.LOCK_UNREADABLE, str(session), str(path))
    return descriptor


def _owner(path: Path) -> str:
    """Return which user of this machine a file belongs to."""
    try:
        return path.owner()
    except (KeyError, OSError, NotImplementedError):
        return "?"


def _refuse_held(descriptor: int, session: Path) -> None:
    if not hold_lock_file(descriptor):
        raise StoreError(StoreTrouble.IN_USE, str(session), _holder(_read(descriptor)))


def _refuse_held_file(session: Path) -> None:
    if _file_is_held(session):
        raise StoreError(StoreTrouble.IN_USE, str(session), _holder_of_file(session))


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
    """Name this process; what was there is written over first, which needs no room on a full disk."""
    text = _told().encode("ascii")
    os.lseek(descriptor, 0, os.SEEK_SET)
    if os.write(descriptor, text) != len(text):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.ftruncate(descriptor, len(text))
    os.fsync(descriptor)


def _told() -> str:
    said = {"program": "ipu-session", "pid": os.getpid(), "host": socket.gethostname(), "user": _user()}
    return json.dumps(said)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
