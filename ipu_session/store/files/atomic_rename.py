"""A finished file gets its name, and never takes another file's place."""

import os
from pathlib import Path

from ipu_session.store.errors import StoreError, StoreErrorCode


def rename_no_replace(beside: Path, path: Path) -> None:
    """Move a finished file to where nothing is yet; StoreError if something is."""
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise StoreError(StoreErrorCode.EXISTS, str(path)) from error
    except OSError as error:
        # A file system without links, such as a memory stick's, where a new name takes another file's place.
        if os.path.lexists(path):
            raise StoreError(StoreErrorCode.EXISTS, str(path)) from error
        beside.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
