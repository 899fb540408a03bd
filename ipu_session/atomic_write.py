"""Atomic creation and replacement of files: a temporary file beside the target, fsync, rename, fsync of the folder.

After a crash the target is the old file or the complete new one, never a part of it; with ``durable`` also after
a power cut.
"""

import contextlib
import errno
import os
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

OWNER_ONLY = 0o600
"""Permissions of a new file: only its owner reads and writes it, because it may hold personal data."""

_PREFIX = ".ipu-session-"
_SUFFIX = ".part"
_WRITE_FLAGS = os.O_RDWR | getattr(os, "O_BINARY", 0)


@contextlib.contextmanager
def temporary_file(folder: Path, *, sidecars: Sequence[str] = ()) -> Iterator[Path]:
    """Context manager: an empty file with a unique name in ``folder``, deleted on exit unless it was moved.

    ``folder`` is that of the target, so that the rename is atomic. ``sidecars`` are suffixes: files named as the
    temporary file with such a suffix, as SQLite's rollback journal is, are deleted too. OSError if the file cannot be
    created.
    """
    temporary = _create_file(folder)
    try:
        yield temporary
    finally:
        for suffix in ("", *sidecars):
            # The target may be in place already: a failed cleanup is not an error.
            with contextlib.suppress(OSError):
                temporary.with_name(f"{temporary.name}{suffix}").unlink(missing_ok=True)


def move_into_place(temporary: Path, target: Path, *, overwrite: bool, durable: bool = True) -> None:
    """Rename a complete file to ``target`` in the same folder; on OSError ``target`` is unchanged.

    FileExistsError if ``target`` exists and ``overwrite`` is false. ``durable``: fsync the file before the rename and
    the folder after it, so that a power cut loses neither the content nor the new name.
    """
    if durable:
        _sync_file(temporary)
    if overwrite:
        temporary.replace(target)
    else:
        _rename_no_replace(temporary, target)
    if durable:
        sync_folder(target.parent)


def write_file(target: Path, data: bytes, *, mode: int = OWNER_ONLY, durable: bool = True) -> None:
    """Replace the content of ``target`` atomically, or create it; on OSError the old file is unchanged.

    ``mode``: permissions of the new file, set before it is renamed to ``target``; its owner can always read and write.
    """
    with temporary_file(target.parent) as temporary:
        with temporary.open("r+b") as file:
            file.write(data)
        _check_size(temporary, len(data))
        if mode != OWNER_ONLY:
            temporary.chmod(mode | OWNER_ONLY)
        move_into_place(temporary, target, overwrite=True, durable=durable)


def remove_temporary_files(folder: Path) -> None:
    """Delete all temporary files of this program in ``folder``; those that cannot be deleted are skipped."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}*"):
        with contextlib.suppress(OSError):
            left.unlink()


def sync_folder(folder: Path) -> None:
    """Make the creation or renaming of a file in ``folder`` durable (fsync).

    Errors are ignored: on Windows ``os.open`` cannot open a folder, and some network file systems refuse the fsync
    of a folder.
    """
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _create_file(folder: Path) -> Path:
    # Not tempfile.mkstemp(): in a folder that is not writable it tries 10,000 names on Windows, and then raises
    # FileExistsError. The name does not contain that of the target, which may be as long as the file system allows.
    for number in count(1):
        path = folder / f"{_PREFIX}{os.getpid()}-{number}{_SUFFIX}"
        try:
            descriptor = os.open(path, _WRITE_FLAGS | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
        except FileExistsError:
            continue
        try:
            os.close(descriptor)
        except OSError:
            with contextlib.suppress(OSError):
                path.unlink()
            raise
        return path
    raise AssertionError


def _check_size(file: Path, size: int) -> None:
    """OSError (ENOSPC) unless ``file`` has ``size`` bytes: some network file systems do not report a failed write."""
    if file.stat().st_size != size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(file))


def _sync_file(file: Path) -> None:
    # Windows flushes a file only through a descriptor that may write to it.
    descriptor = os.open(file, _WRITE_FLAGS)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _rename_no_replace(temporary: Path, target: Path) -> None:
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError as error:
        # FAT and exFAT have no hard links, and os.rename() overwrites silently: check for an existing target first.
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        temporary.rename(target)
