"""Folders that only this user can write to, and safe reading of files in folders that others can write to.

Another user of the machine can create our folder below the shared temporary folder before us, with a pipe or a
forged file in it. On Windows each user has a temporary folder, and file ownership is not checked.
"""

import errno
import os
import stat
from pathlib import Path

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_READ_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def create_private_folder(folder: Path) -> None:
    """Create a folder with mode 0700, or give this mode to an existing folder of this user.

    OSError if that fails, or if the path is a link or a folder of another user.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    status = folder.lstat()
    if os.name == "posix" and stat.S_ISDIR(status.st_mode) and _is_owned_by_user(status):
        folder.chmod(0o700)
    if not is_private_folder(folder):
        raise PermissionError(errno.EPERM, "the folder is not this user's alone", str(folder))


def is_private_folder(folder: Path) -> bool:
    """Return whether ``folder`` is a folder, not a link, of this user, and no other user can write to it.

    On Windows owner and permissions are not checked.
    """
    try:
        status = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    return os.name != "posix" or (_is_owned_by_user(status) and not status.st_mode & _OTHERS_MAY_WRITE)


def read_regular_file(path: Path, limit: int, *, owned: bool = True) -> bytes:
    """Return the content of a regular file of at most ``limit`` bytes; OSError for anything else.

    A symbolic link is refused, and opening a pipe does not block. ``owned``: also refuse a file of another user.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    descriptor = os.open(path, _READ_FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > limit:
            raise OSError(errno.EINVAL, "not a file, or too large", str(path))
        if owned and os.name == "posix" and not _is_owned_by_user(status):
            raise PermissionError(errno.EPERM, "another user's file", str(path))
        return file.read(limit)


def _is_owned_by_user(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid()
