"""Scratch folder on a disk with enough free space: the disk of the temporary folder may be full."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ipu_session.store.errors import StoreError, StoreErrorCode

_SPARE_BYTES = 1_000_000


@contextmanager
def scratch_folder(near: Path, needed_bytes: int) -> Iterator[Path]:
    """Create a private folder in the temporary folder, or beside ``near`` if space is short; remove it on exit.

    StoreError (DISK_FULL) if neither disk has ``needed_bytes`` and 1 MB more free.
    """
    with TemporaryDirectory(prefix=".ipu-session-", dir=_folder_with_space(near, needed_bytes)) as folder:
        yield Path(folder)


def _folder_with_space(near: Path, needed_bytes: int) -> Path:
    for folder in _candidate_folders(near):
        with suppress(OSError):
            if shutil.disk_usage(folder).free >= needed_bytes + _SPARE_BYTES:
                return folder
    raise StoreError(StoreErrorCode.DISK_FULL, str(near))


def _candidate_folders(near: Path) -> Iterator[Path]:
    # gettempdir() writes a test file, and raises FileNotFoundError if no candidate folder is writable.
    with suppress(FileNotFoundError):
        yield Path(tempfile.gettempdir())
    yield near.parent
