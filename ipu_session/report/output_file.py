"""Atomic replacement of the files of reports and exports; a session file is never replaced (docs/rules.md#fact-4)."""

import contextlib
import errno
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from ipu_session.atomic_write import OWNER_ONLY, write_file
from ipu_session.report.errors import ReportError, ReportErrorCode

_SQLITE_HEADER = b"SQLite format 3\0"
_ERROR_CODES = {
    errno.ENOSPC: ReportErrorCode.DISK_FULL,
    errno.EDQUOT: ReportErrorCode.DISK_FULL,
    errno.EISDIR: ReportErrorCode.IS_A_DIRECTORY,
    errno.ENOENT: ReportErrorCode.FOLDER_MISSING,
    errno.ENOTDIR: ReportErrorCode.FOLDER_MISSING,
    errno.ETXTBSY: ReportErrorCode.IN_USE,
    errno.EBUSY: ReportErrorCode.IN_USE,
}


def replace_file(path: Path, data: bytes) -> None:
    """Replace the file at ``path`` by ``data``; on ReportError the old file is unchanged."""
    # Symbolic links are followed: the file they point to is replaced.
    target = Path(os.path.realpath(path))
    with _translate_os_errors(path, target):
        if target.is_dir():
            raise ReportError(ReportErrorCode.IS_A_DIRECTORY, str(path))
        if target.exists() and not target.is_file():
            raise ReportError(ReportErrorCode.NOT_WRITABLE, str(path))
        if not target.parent.is_dir():
            raise ReportError(ReportErrorCode.FOLDER_MISSING, str(path))
        if _is_database(target):
            raise ReportError(ReportErrorCode.IS_A_SESSION, str(path))
        write_file(target, data, mode=_file_mode(target))


def is_file(path: Path) -> bool:
    """Return whether ``path`` is a file; ReportError if the file system cannot be read."""
    with _translate_os_errors(path, path):
        return path.is_file()


@contextlib.contextmanager
def _translate_os_errors(path: Path, target: Path) -> Iterator[None]:
    """Convert an OSError to a ReportError with a matching code."""
    try:
        yield
    except OSError as error:
        raise ReportError(_error_code(error, target), str(path)) from error


def replace_with_backup(path: Path, data: bytes) -> Path | None:
    """Write ``data`` to ``path``; if it held other data, keep a backup of it in the same folder and return its path.

    The backup is named after the old file and the time of its last change, with a number if that name is taken. On
    ReportError everything is unchanged.
    """
    target = Path(os.path.realpath(path))
    if not is_file(target) or _has_content(target, data):
        replace_file(path, data)
        return None
    backup = _copy_aside(target, path)
    try:
        replace_file(path, data)
    except ReportError:
        with contextlib.suppress(OSError):
            backup.unlink()
        raise
    return backup


def _has_content(target: Path, data: bytes) -> bool:
    with contextlib.suppress(OSError):
        return target.read_bytes() == data
    return False


def _copy_aside(target: Path, path: Path) -> Path:
    """Copy the file at ``target`` to a free name in its folder; ReportError if it is a database."""
    with _translate_os_errors(path, target):
        if _is_database(target):
            raise ReportError(ReportErrorCode.IS_A_SESSION, str(path))
        backup = _free_backup_path(target)
        write_file(backup, target.read_bytes(), mode=_file_mode(target))
    return backup


def _free_backup_path(target: Path) -> Path:
    saved = datetime.fromtimestamp(target.stat().st_mtime, tz=UTC).astimezone()
    name = f"{target.stem} ({saved:%Y-%m-%d %H.%M.%S}"
    backup = target.with_name(f"{name}){target.suffix}")
    number = 1
    while os.path.lexists(backup):
        number += 1
        backup = target.with_name(f"{name}, {number}){target.suffix}")
    return backup


def _is_database(target: Path) -> bool:
    """Whether ``target`` is an SQLite database, such as a session file, which no report may replace."""
    if not target.exists():
        return False
    with target.open("rb") as file:
        return file.read(len(_SQLITE_HEADER)) == _SQLITE_HEADER


def _file_mode(target: Path) -> int:
    """Return the permissions for a file written at ``target``; PermissionError if the old file is read-only.

    A new export is readable by its owner only. The permissions of an older file are kept, except those for
    others, unless they are the default permissions (by the umask).
    """
    if not target.exists():
        return OWNER_ONLY
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only", str(target))
    mode = target.stat().st_mode & 0o777
    return OWNER_ONLY if mode == _default_file_mode() else mode & 0o770


def _default_file_mode() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _error_code(error: OSError, target: Path) -> ReportErrorCode:
    # If Word has a file open, Windows denies permission to replace it although the file is writable.
    if os.name == "nt" and isinstance(error, PermissionError) and target.exists():
        return ReportErrorCode.IN_USE
    return _ERROR_CODES.get(error.errno or 0, ReportErrorCode.NOT_WRITABLE)
