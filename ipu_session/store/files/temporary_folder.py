"""A folder of one's own for a moment, on a disk that has room: the temporary one may be full."""

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
    """Make a private folder in the temporary folder, or beside ``near`` if there is no room; remove it.

    StoreError if there is room in neither.
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
    # It tries to write there, and raises if no disk takes a byte.
    with suppress(FileNotFoundError):
        yield Path(tempfile.gettempdir())
    yield near.parent
