"""Helpers shared by the commands: open a session for writing, back it up, find the time of a report."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ipu_session.app import paths
from ipu_session.app.error_lines import format_error, to_single_line
from ipu_session.app.services.recorded_session import RecordedSession
from ipu_session.domain.model.ids import Timestamp
from ipu_session.service.clock import SystemClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError, translate_errors
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.backups import Backups


@contextmanager
def open_session_service(path: Path) -> Iterator[SessionService]:
    """Context manager: open a session for writing, and close its file on exit; StoreError if it cannot be opened."""
    journal = open_journal(path)
    try:
        with translate_errors(path):
            service = SessionService(journal, SystemClock())
        yield service
    finally:
        journal.close()


def back_up(path: Path) -> None:
    """Back up a session before an import; a failure is printed to standard error and not raised."""
    try:
        Backups(paths.data_dir(), path).create_backup(SystemClock().now().utc_ms)
    except StoreError as error:
        sys.stderr.write(f"ipu-session: no backup could be made: {to_single_line(format_error(error))}\n")


def report_now(record: RecordedSession) -> Timestamp:
    """Return the time at which outputs read the running clocks: now, or of a closed session its last event's time."""
    now = SystemClock().now()
    return Timestamp(record.history.last_ms, now.offset_min) if record.session.is_closed else now
