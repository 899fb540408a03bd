"""Loading of a session: opens its journal with a write buffer, and replays it into a service."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from ipu_session.app.gc_tuning import gc_frozen
from ipu_session.domain.commands import CreateSession
from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.ports import Clock
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import translate_errors
from ipu_session.store.journal.emergency_recovery import RecoveryResult, open_buffered
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.store.maintenance.backups import Backups

_BACKUPS_SEARCHED = 3


class OpeningRequest(Struct, frozen=True):
    """A session file to be opened or, if ``first`` is not None, to be created with this first command."""

    path: Path
    first: CreateSession | None = None
    accepted_copy: Path | None = None
    """An emergency file written for a session at another path, accepted by the user."""
    workspace: str = "debate"
    then: Callable[[], object] | None = None
    """Called when the session is shown."""

    def open_journal(self) -> SqliteJournal:
        """Open or create the file; called in a worker thread."""
        return open_journal(self.path) if self.first is None else create_session_file(self.path)


class LoadedSession(NamedTuple):
    """The service of a session, and what was found in emergency files for it."""

    service: SessionService
    recovery: RecoveryResult


class SessionLoader:
    """Builds the service of each session that is opened."""

    def __init__(self, clock: Clock, emergency: Sequence[Path], data: Path | None = None) -> None:
        """Take the folders of emergency files, and the data folder with the backups; None without backups."""
        self._clock = clock
        self._emergency_dirs = emergency
        self._data_dir = data

    def load(self, request: OpeningRequest) -> LoadedSession:
        """Return the service of a session; called in a worker thread.

        On UserFacingError or RejectedError the file is closed; a new one is deleted.
        """
        path, first = request.path, request.first
        latest_backups = partial(self._latest_backups, path)
        journal, recovery = open_buffered(
            request.open_journal(), self._emergency_dirs, self._elapsed_ms, request.accepted_copy, latest_backups
        )
        try:
            with translate_errors(path), gc_frozen():
                service = SessionService(journal, self._clock)
                if first is not None:
                    service.execute(first)
                service.start()
        except (UserFacingError, RejectedError):
            journal.close()
            if first is not None:
                path.unlink(missing_ok=True)
            raise
        return LoadedSession(service, recovery)

    def _latest_backups(self, path: Path) -> list[Path]:
        """Return the paths of the three latest backups of a session, latest first."""
        if self._data_dir is None:
            return []
        return [backup.path for backup in Backups(self._data_dir, path).list_all()[:_BACKUPS_SEARCHED]]

    def _elapsed_ms(self) -> int:
        return self._clock.readings().elapsed_ms
