"""Loading of a session: opens its journal with a write buffer, and replays it into a service."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ipu_session.app.gc_tuning import gc_frozen
from ipu_session.domain.commands import CreateSession
from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.ports import Clock
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import translate_errors
from ipu_session.store.journal.emergency_recovery import RecoveryResult, open_buffered
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.store.maintenance.backups import Backups

_BACKUPS_SEARCHED = 3


class LoadedSession(NamedTuple):
    """The service of a session, and which emergency files were found for it."""

    service: SessionService
    recovery: RecoveryResult


class SessionLoader:
    """Builds the service of each session that is opened."""

    def __init__(self, clock: Clock, emergency: Sequence[Path], data: Path | None = None) -> None:
        """Take the folders of emergency files, and the data folder with the backups, if any."""
        self._clock = clock
        self._emergency_dirs = emergency
        self._data_dir = data

    def load(
        self,
        open_journal: Callable[[], SqliteJournal],
        path: Path,
        first: CreateSession | None = None,
        accepted_copy: Path | None = None,
    ) -> LoadedSession:
        """Return the service of a session; ``accepted_copy`` is an emergency file that the user accepted for it.

        Called in a worker thread. On UserFacingError or RejectedError the file is closed; a new one is deleted.
        """
        journal, recovery = open_buffered(
            open_journal(), self._emergency_dirs, self._elapsed_ms, accepted_copy, partial(self._latest_backups, path)
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
        """Return the paths of the latest backups of a session."""
        if self._data_dir is None:
            return []
        return [backup.path for backup in Backups(self._data_dir, path).list_all()[:_BACKUPS_SEARCHED]]

    def _elapsed_ms(self) -> int:
        return self._clock.readings().elapsed_ms
