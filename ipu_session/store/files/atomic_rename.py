"""Atomic rename of a complete file to its final name, without overwriting."""

import os
from pathlib import Path

from ipu_session.store.errors import StoreError, StoreErrorCode


def rename_no_replace(beside: Path, path: Path) -> None:
    """Rename ``beside`` to ``path`` and fsync the folder; StoreError (EXISTS) if ``path`` exists."""
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise StoreError(StoreErrorCode.EXISTS, str(path)) from error
    except OSError as error:
        # FAT and exFAT have no hard links, and os.rename() overwrites silently: check for an existing target first.
        if os.path.lexists(path):
            raise StoreError(StoreErrorCode.EXISTS, str(path)) from error
        beside.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
