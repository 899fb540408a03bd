"""Log files with mode 0600, which only their owner can read: they may hold names and paths."""

import logging.handlers
import os
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import cast

_OWNER_ONLY_MODE = 0o600
_OPEN_FLAGS = {"w": os.O_TRUNC, "a": os.O_APPEND}
_MAX_LOG_BYTES = 1_000_000


def open_private(path: Path, mode: str, encoding: str, errors: str | None = None) -> TextIOWrapper:
    """Open a text file for writing (``"w"``) or appending (``"a"``) that only its owner can read.

    The permissions of an existing file are changed. OSError if the file cannot be opened or they cannot be changed.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | _OPEN_FLAGS[mode], _OWNER_ONLY_MODE)
    try:
        # On Windows the folder's access rights apply; a file only has a read-only flag.
        if os.name == "posix":
            os.fchmod(handle, _OWNER_ONLY_MODE)
        return cast("TextIOWrapper", os.fdopen(handle, mode, encoding=encoding, errors=errors))
    except OSError:
        os.close(handle)
        raise


class PrivateLogHandler(logging.handlers.RotatingFileHandler):
    """Rotating log of at most two files of 1 MB, readable by their owner only.

    ``on_failure`` is called at the first line that cannot be written, in the thread that logged it.
    """

    def __init__(self, path: Path, on_failure: Callable[[], object] | None = None) -> None:
        self._on_failure = on_failure
        self.has_failed = False
        super().__init__(path, maxBytes=_MAX_LOG_BYTES, backupCount=1, encoding="utf-8", errors="backslashreplace")

    def handleError(self, record: logging.LogRecord) -> None:
        """Call ``on_failure`` the first time that a line cannot be written; no error is raised or printed."""
        if not self.has_failed:
            self.has_failed = True
            if self._on_failure is not None:
                self._on_failure()

    def close(self) -> None:
        """Close the file; errors are ignored, as when a full disk has no room for buffered lines."""
        with suppress(OSError):
            super().close()

    def _open(self) -> TextIOWrapper:
        return open_private(Path(self.baseFilename), self.mode, self.encoding or "utf-8", self.errors)
