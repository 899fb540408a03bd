"""Write buffer in front of `SqliteJournal` that loses nothing when a write fails (decisions 0028 and 0043).

Failed transactions are queued in memory and appended to an emergency file, then flushed in order, exactly once.
If another file has replaced the session, or another program has written to it, the whole session is written to a
new file beside it.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path

from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import JournalRow
from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.journal.emergency_journal import (
    EmergencyFile,
    EmergencyFileWriter,
    PendingTransaction,
    build_pending_transaction,
    encode_draft,
    encode_transaction,
)
from ipu_session.store.journal.memory_image import SessionImage, find_attachment_in, write_sibling_session
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.store.journal.substitute_file import SubstituteFile
from ipu_session.store.text_index import SqliteTextIndex

_LOG = logging.getLogger(__name__)
_BUSY_TIMEOUT_MS = 80
"""How long SQLite waits for another program's lock before the transaction is queued: the GUI thread waits too."""
_FIRST_MS, _LONGEST_MS = 1_000, 15_000
_SLOW_WRITE_MS = 50
_CHECK_INTERVAL_MS = 1_000
_LOST_FILE_CODES = frozenset({StoreErrorCode.MISSING, StoreErrorCode.REPLACED})
"""After these errors the session file is lost: the emergency folder must hold the whole session."""
_TRANSIENT_CODES = frozenset(
    {
        *(StoreErrorCode.MISSING, StoreErrorCode.DISK_FULL, StoreErrorCode.DISK_TROUBLE, StoreErrorCode.IN_USE),
        *(StoreErrorCode.IN_USE_ELSEWHERE, StoreErrorCode.LOCK_UNREADABLE, StoreErrorCode.READ_ONLY),
        StoreErrorCode.NOT_PERMITTED,
    }
)
"""Errors that may go away by themselves; after any other error the file at this path is taken for another file."""
_RETRY_COST_FACTOR = 20
"""From the start of a failed retry to the next timed one: at least 20 times its duration, as the GUI thread waits."""


class BufferedJournal:
    """Journal of one session file with a write buffer: what cannot be written is queued, and written later."""

    def __init__(
        self,
        journal: SqliteJournal,
        folders: Sequence[Path],
        elapsed_ms: Callable[[], int],
        earlier: EmergencyFile | None = None,
        backups: Callable[[], Iterable[Path]] = tuple,
    ) -> None:
        """Wrap an open journal, with the pending transactions of an earlier run in ``earlier``, which must fit it.

        ``backups`` returns session files, searched for attachments that the session file no longer has. ValueError if
        ``earlier`` does not fit.
        """
        self._journal = journal
        self._opened_path = journal.path
        self._backups = backups
        self._image = SessionImage(journal.read_drafts())
        self._folders = folders
        self._elapsed_ms = elapsed_ms
        self._last_on_disk = journal.read_last_row()
        """(version, hash) of the last row on disk, as last read or written."""
        self._pending: list[PendingTransaction] = []
        self._pending_drafts: dict[str, str] = {}
        self._pending_attachments: list[bytes] = []
        """Pending attachments without a pending event: the events that name them are already on disk."""
        self._error: StoreError | None = None
        self._emergency_writer: EmergencyFileWriter | None = None
        self._retry_delay_ms = _FIRST_MS
        self._retry_at_ms = 0
        self._checked_at_ms = elapsed_ms()
        self._is_slow = False
        self._substitute_file = SubstituteFile(self._image, self._find_attachment)
        journal.set_busy_timeout(_BUSY_TIMEOUT_MS)
        if earlier is not None:
            self._resume_from(earlier)
        if self._error is None and not journal.is_lock_file_written:
            self._on_error(StoreError(StoreErrorCode.DISK_FULL, str(journal.path)))
            self._write_emergency_lines()

    def append(self, rows: Sequence[JournalRow], files: Sequence[bytes] = ()) -> None:
        """Write all of ``rows`` and ``files``, or queue them until they can be written; no StoreError is raised."""
        if not rows and not files:
            return
        if self._error is None:
            try:
                self._journal.append(rows, files)
            except StoreError as error:
                self._on_error(error)
            else:
                self._last_on_disk = self._journal.cached_last_row
                self._image.add(rows, files)
                return
        self._image.add(rows, files)
        transaction = build_pending_transaction(rows, self._last_row[1], files)
        if transaction.rows:
            self._pending.append(transaction)
        else:
            self._pending_attachments += transaction.files
        self._write_emergency_lines(encode_transaction(transaction))
        if not self._is_slow:
            self._try_flush()

    def replay(self) -> Iterator[JournalRow]:
        """Yield every row, pending rows last; StoreError if the file is damaged or cannot be read."""
        pending = (row for transaction in self._pending for row in transaction.rows)
        return self._image.capture_rows(chain(self._journal.replay(), pending))

    def save_draft(self, key: str, *, text: str) -> None:
        """Save a draft (text not yet submitted), or queue it as `append` does; an empty ``text`` deletes the draft."""
        self._image.save_draft(key, text=text)
        if self._error is None:
            try:
                self._journal.save_draft(key, text=text)
            except StoreError as error:
                self._on_error(error)
            else:
                return
        self._pending_drafts[key] = text
        self._write_emergency_lines(encode_draft(key, text))
        if self._is_file_foreign and not self._is_slow:
            self._try_flush()

    def read_draft(self, key: str) -> str:
        """Return the draft of ``key``; "" if there is none.

        StoreError if it cannot be read; while an earlier error of the file lasts, "" instead.
        """
        if key in self._pending_drafts:
            return self._pending_drafts[key]
        if self._error is None:
            return self._journal.read_draft(key)
        with suppress(StoreError):
            return self._journal.read_draft(key)
        return ""

    def read_attachment(self, digest: str) -> bytes | None:
        """Return an attachment by its SHA-256, None if it is missing; StoreError if it is damaged or unreadable."""
        for data in chain(self._pending_attachments, *(transaction.files for transaction in self._pending)):
            if sha256(data).hexdigest() == digest:
                return data
        return self._journal.read_attachment(digest)

    def create_text_index(self) -> SqliteTextIndex:
        """Return an empty full-text index."""
        return self._journal.create_text_index()

    def save_status(self) -> SaveStatus:
        """Return the number of pending transactions, the present error, and paths.

        The paths are those of the substitute file or emergency file, and of the new session file; "" if there is none.
        """
        copy = self._emergency_writer.path if self._emergency_writer is not None else None
        emergency_path = self._substitute_file.path or copy
        path = self._journal.path
        return SaveStatus(
            len(self._pending), self._error, str(emergency_path or ""), "" if path == self._opened_path else str(path)
        )

    def flush(self, *, now: bool = False) -> None:
        """Check the session file if the last check was 1 s ago; after an error, retry when the retry delay is over.

        ``now``: check or retry at once; a session file that was deleted is recreated first.
        """
        if self._error is None:
            if now or self._elapsed_ms() - self._checked_at_ms >= _CHECK_INTERVAL_MS:
                self._check_file()
            return
        if not (now or self._elapsed_ms() >= self._retry_at_ms):
            return
        if now and self._error.code is StoreErrorCode.MISSING:
            try:
                self._journal.recreate_file()
            except StoreError as error:
                _LOG.info("the file is not put back: %s", error)
        self._try_flush()

    def close(self) -> None:
        """Try to write what is pending, then close the file; what is still pending stays in the emergency file."""
        if self._error is None:
            self._check_file()
        else:
            self._try_flush()
        self._substitute_file.close()
        try:
            self._journal.close()
        except StoreError as error:
            _LOG.info("the session's file is let go of with trouble: %s", error)

    def _check_file(self) -> None:
        """Detect that the session file was moved, deleted or overwritten; one ``stat`` if it was not."""
        self._checked_at_ms = self._elapsed_ms()
        try:
            self._journal.check_same_file()
        except StoreError as error:
            self._on_error(error)
            self._write_emergency_lines()
            if self._is_file_foreign:
                self._try_flush()

    @property
    def _is_file_foreign(self) -> bool:
        return self._error is not None and self._error.code not in _TRANSIENT_CODES

    @property
    def _last_row(self) -> tuple[int, str]:
        return self._pending[-1].last_row if self._pending else self._last_on_disk

    def _resume_from(self, earlier: EmergencyFile) -> None:
        remaining = earlier.remaining_after(self._journal.digests())
        if remaining is None:
            raise ValueError("an emergency copy of another file")
        self._pending, self._pending_drafts, self._pending_attachments = (
            list(remaining),
            dict(earlier.drafts),
            list(earlier.files),
        )
        # The pending rows are added to the image by `replay`; drafts and attachments are not.
        for key, text in earlier.drafts.items():
            self._image.save_draft(key, text=text)
        self._image.add((), [*earlier.files, *chain.from_iterable(transaction.files for transaction in remaining)])
        self._error = StoreError(StoreErrorCode.DISK_TROUBLE, str(self._journal.path))
        self._emergency_writer = EmergencyFileWriter(
            self._folders, self._journal.path, self._last_on_disk, earlier.path
        )
        self._try_flush()
        if self._error is not None:
            # Part may have been flushed just now: write a new emergency file with the rest.
            self._emergency_writer = EmergencyFileWriter(
                self._folders, self._journal.path, self._last_on_disk, earlier.path
            )
            self._emergency_writer.add(*self._pending_lines())

    def _pending_lines(self) -> Iterator[str]:
        yield from map(encode_transaction, self._pending)
        if self._pending_attachments:
            yield encode_transaction(PendingTransaction((), (), tuple(self._pending_attachments)))
        yield from (encode_draft(key, text) for key, text in self._pending_drafts.items())

    def _on_error(self, error: StoreError) -> None:
        if self._error is None:
            _LOG.info("acts wait for the disk: %s", error)
            self._retry_delay_ms = _FIRST_MS
            self._retry_at_ms = self._elapsed_ms() + _FIRST_MS
        self._error = error

    def _write_emergency_lines(self, *lines: str) -> None:
        """Append lines to the emergency file; if the session file is lost, also update the substitute file."""
        if self._emergency_writer is None:
            self._emergency_writer = EmergencyFileWriter(self._folders, self._journal.path, self._last_on_disk)
        self._emergency_writer.add(*lines)
        if self._error is not None and (self._error.code in _LOST_FILE_CODES or self._is_file_foreign):
            self._substitute_file.sync(self._emergency_writer.path)

    def _try_flush(self) -> None:
        begun_ms = self._elapsed_ms()
        try:
            self._flush_pending()
        except StoreError as error:
            took_ms = self._elapsed_ms() - begun_ms
            self._is_slow = took_ms > _SLOW_WRITE_MS
            self._retry_at_ms = begun_ms + max(self._retry_delay_ms, _RETRY_COST_FACTOR * took_ms)
            self._retry_delay_ms = min(2 * self._retry_delay_ms, _LONGEST_MS)
            self._on_error(error)
            return
        self._substitute_file.remove()
        if self._emergency_writer is not None:
            self._emergency_writer.remove()
        self._error, self._emergency_writer, self._is_slow = None, None, False
        _LOG.info("everything is on the disk again")

    def _flush_pending(self) -> None:
        """Write what is pending, in order; skip the transactions that the file already holds."""
        last_rows = [self._last_on_disk, *(transaction.last_row for transaction in self._pending)]
        try:
            self._journal.read_last_row()
        except StoreError as error:
            if error.code in _TRANSIENT_CODES:
                raise
            self._reconnect_or_write_new_file(last_rows)
            last_rows = [self._last_on_disk, *(transaction.last_row for transaction in self._pending)]
        self._journal.renew_lock()
        if self._journal.read_last_row() not in last_rows:
            self._write_new_file()
        self._last_on_disk = self._journal.cached_last_row
        last_rows = [transaction.last_row for transaction in self._pending]
        del self._pending[: last_rows.index(self._last_on_disk) + 1 if self._last_on_disk in last_rows else 0]
        while self._pending:
            self._journal.append(self._pending[0].rows, self._pending[0].files)
            self._last_on_disk = self._pending.pop(0).last_row
        if self._pending_attachments:
            self._journal.append((), self._pending_attachments)
            self._pending_attachments.clear()
        while self._pending_drafts:
            key = next(iter(self._pending_drafts))
            self._journal.save_draft(key, text=self._pending_drafts[key])
            del self._pending_drafts[key]

    def _reconnect_or_write_new_file(self, last_rows: Sequence[tuple[int, str]]) -> None:
        """Reconnect to the file at this path if its last row is in ``last_rows``; else write the session beside it."""
        try:
            self._journal.reconnect(last_rows)
        except StoreError as error:
            if error.code in _TRANSIENT_CODES:
                raise
            _LOG.info("what lies there is not our session: %s", error)
            self._write_new_file()

    def _write_new_file(self) -> None:
        """Write the whole session, with pending rows, to a new file beside the foreign one; StoreError on failure."""
        old_journal = self._journal
        if len(self._image.rows) != self._last_row[0]:
            # Before the first `replay` the image has no rows: the new file would be empty.
            raise StoreError(StoreErrorCode.REPLACED, str(old_journal.path))
        try:
            new_journal = write_sibling_session(self._image, old_journal.path, self._find_attachment)
        except StoreError as error:
            _LOG.info("the session is not written beside: %s", error)
            raise StoreError(StoreErrorCode.REPLACED, str(old_journal.path)) from error
        with suppress(StoreError):
            old_journal.close()
        self._journal = new_journal
        new_journal.set_busy_timeout(_BUSY_TIMEOUT_MS)
        self._last_on_disk = new_journal.read_last_row()
        self._pending.clear()
        self._pending_attachments.clear()
        self._pending_drafts.clear()
        _LOG.info("another file lies where the session was: it is written anew, %s", new_journal.path)

    def _find_attachment(self, digest: str) -> bytes | None:
        """Return an attachment by its SHA-256, from the session file or else a backup; None if neither has it."""
        with suppress(StoreError):
            data = self._journal.read_attachment(digest)
            if data is not None:
                return data
        return find_attachment_in(self._backups(), digest)
