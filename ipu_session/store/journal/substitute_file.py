"""Substitute session file: the whole session in the emergency folder while the session file is lost (decision 0043).

The emergency file holds only pending transactions. If the session file with the earlier transactions was deleted or
replaced, or its disk unplugged, the substitute file holds all transactions, and can be opened like any session.
"""

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ipu_session.store.errors import StoreError
from ipu_session.store.files.lock import is_session_locked
from ipu_session.store.journal.memory_image import SessionImage
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.journal.sqlite_journal import SqliteJournal

_LOG = logging.getLogger(__name__)


class SubstituteFile:
    """A session file that mirrors the memory image, transaction by transaction, until the session file is back."""

    def __init__(self, memory: SessionImage, find_file: Callable[[str], bytes | None]) -> None:
        self._image = memory
        self._find_attachment = find_file
        self._journal: SqliteJournal | None = None
        self._drafts: dict[str, str] = {}

    @property
    def path(self) -> Path | None:
        """The path of the substitute file; None before it is created."""
        return None if self._journal is None else self._journal.path

    def sync(self, copy: Path | None) -> None:
        """Write new rows and drafts to the substitute file; a failed write is only logged.

        If there is no substitute file yet, create it beside the emergency file ``copy``; do nothing if that is None.
        """
        try:
            if self._journal is None:
                if copy is not None:
                    self._journal = self._image.write_session_file(substitute_path(copy), self._find_attachment)
                    self._drafts = dict(self._image.drafts)
                return
            self._write_new_rows(self._journal)
        except StoreError as error:
            # Not fatal: the emergency file holds the pending transactions too.
            _LOG.info("the session is not kept whole in the emergency folder: %s", error)
            self.close()

    def remove(self) -> None:
        """Delete the file: everything is in the session file again."""
        path = self.path
        self.close()
        if path is not None:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file without deleting it."""
        journal, self._journal = self._journal, None
        if journal is not None:
            with suppress(StoreError):
                journal.close()

    def _write_new_rows(self, journal: SqliteJournal) -> None:
        version, _ = journal.read_last_row()
        new_rows = self._image.rows[version:]
        journal.append(new_rows, self._image.attachments_of(new_rows))
        for key, text in self._image.drafts.items():
            if self._drafts.get(key) != text:
                journal.save_draft(key, text=text)
        for key in self._drafts.keys() - self._image.drafts.keys():
            journal.save_draft(key, text="")
        self._drafts = dict(self._image.drafts)


def substitute_path(copy: Path) -> Path:
    """Return the path of the substitute file that belongs to an emergency file."""
    return copy.with_suffix(".ipusession")


def remove_stale_substitute(copy: Path, last_row: tuple[int, str]) -> None:
    """Delete the substitute file of an earlier run, unless it is open or its last row is not ``last_row``.

    ``copy`` is the emergency file beside it.
    """
    path = substitute_path(copy)
    with suppress(StoreError, OSError):
        if not path.exists() or is_session_locked(path):
            return
        journal = open_journal(path, read_only=True)
        try:
            is_unchanged = journal.read_last_row() == last_row
        finally:
            journal.close()
        if is_unchanged:
            path.unlink()
