"""What the commands share: a session opened for one act, its events read, a line that says no."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ipu_session.app import paths
from ipu_session.app.error_lines import line_of, one_line
from ipu_session.app.services.recorded_session import Record
from ipu_session.domain.model.ids import Moment
from ipu_session.service.clock import SystemClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError, known_troubles
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.backups import Backups


@contextmanager
def session_at(path: Path) -> Iterator[SessionService]:
    """Open a session to record something in it."""
    journal = open_journal(path)
    try:
        with known_troubles(path):
            service = SessionService(journal, SystemClock())
        yield service
    finally:
        journal.close()


def back_up(path: Path) -> None:
    """Keep a session as it is before something comes into it; where that fails it is said and no more."""
    try:
        Backups(paths.data_dir(), path).make(SystemClock().now().utc_ms)
    except StoreError as error:
        sys.stderr.write(f"ipu-session: no backup could be made: {one_line(line_of(error))}\n")


def now_of(record: Record) -> Moment:
    """Return the time by which running clocks are read: now, or for a finished session its last event."""
    now = SystemClock().now()
    return Moment(record.timeline.last_ms, now.offset_min) if record.session.closed else now
