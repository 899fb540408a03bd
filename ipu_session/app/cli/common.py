"""What the commands share: a session opened for one act, its events read, a line that says no."""

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
    """Open a session to record something in it."""
    journal = open_journal(path)
    try:
        with translate_errors(path):
            service = SessionService(journal, SystemClock())
        yield service
    finally:
        journal.close()


def back_up(path: Path) -> None:
    """Keep a session as it is before something comes into it; where that fails it is said and no more."""
    try:
        Backups(paths.data_dir(), path).create_backup(SystemClock().now().utc_ms)
    except StoreError as error:
        sys.stderr.write(f"ipu-session: no backup could be made: {to_single_line(format_error(error))}\n")


def report_now(record: RecordedSession) -> Timestamp:
    """Return the time by which running clocks are read: now, or for a finished session its last event."""
    now = SystemClock().now()
    return Timestamp(record.history.last_ms, now.offset_min) if record.session.is_closed else now
