"""Backups while a session is open: periodic and on request, in a worker thread (docs/rules.md#promise-r8)."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.ports import Clock
from ipu_session.store.files.storage_kind import StorageKind, detect_storage_location, find_conflict_copies
from ipu_session.store.maintenance.backups import Backups
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.core.timers import SingleShotTimer
from ipu_session.ui.strings import labels

_INTERVAL_MS = 5 * 60_000
_SHARED_FOLDER_INTERVAL_MS = 60_000
"""Interval for a session in a network or synchronized folder, which may become unavailable; else 5 minutes."""
_START_DELAY_MS = 600


class BackupScheduler(QObject):
    """Backs up one session after it is opened, periodically, on request, and when it is closed."""

    message = Signal(str)
    """Text for the status line: failed backup (not again for the same error), shared folder, or conflict copy."""

    def __init__(self, data: Path, session: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        self._session = session
        self._backups = Backups(data, session)
        self._clock = clock
        self._tasks = TaskRunner(self)
        self._tasks.failed.connect(self._on_failed)
        self._reported_error_code = ""
        self._conflicts: tuple[Path, ...] = ()
        self._location = detect_storage_location(session)
        local = self._location.kind is StorageKind.LOCAL
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS if local else _SHARED_FOLDER_INTERVAL_MS)
        self._timer.timeout.connect(self.request_backup)
        self._timer.start()
        # Delay the first backup: its thread competes for the GIL while the session is first painted.
        self._start_timer = SingleShotTimer(self.start, _START_DELAY_MS, self)
        self._start_timer.start()

    @Slot()
    def start(self) -> None:
        """Emit a message if the session is in a network or synchronized folder, then request a backup."""
        told = {
            StorageKind.LOCAL: "",
            StorageKind.NETWORK: self.tr(
                "This session is in a network folder ({name}); a copy is kept on this machine every minute."
            ),
            StorageKind.SYNC: self.tr(
                "This session is in a folder of {name}; open it on one machine at a time. A copy is"
                " kept on this machine every minute."
            ),
        }[self._location.kind]
        if told:
            self.message.emit(told.format(name=self._location.name))
        self.request_backup()

    @Slot()
    def request_backup(self) -> None:
        """Back up the session if it has changed, and look for conflict copies.

        Of the requests during a backup, the last one is carried out after it.
        """
        self._tasks.run(partial(self._backups.create_backup, self._clock.now().utc_ms), self._on_done)
        self._check_conflict_copies()

    def set_session_path(self, session: Path) -> None:
        """Back up another file from now on: the session has been written to a new file."""
        self._session = session
        self._backups = Backups(self._data, session)
        self._conflicts = ()
        self.request_backup()

    def stop(self) -> None:
        """Make a last backup of the closed session in a worker thread, then delete the scheduler.

        At the end of the program, `TaskRunner.complete` waits for the backup.
        """
        self._timer.stop()
        self._start_timer.stop()
        self._tasks.finished.connect(self._delete_when_idle)
        self._tasks.run(partial(self._backups.create_backup, self._clock.now().utc_ms), self._on_done)

    @Slot()
    def _delete_when_idle(self) -> None:
        if not self._tasks.is_running:
            self.deleteLater()

    def _check_conflict_copies(self) -> None:
        found = find_conflict_copies(self._session)
        new = [path.name for path in found if path not in self._conflicts]
        self._conflicts = found
        if new:
            text = self.tr("Two machines wrote this session at once; the other's part is in {name}.")
            self.message.emit(text.format(name=", ".join(new)))

    def _on_done(self, _: object) -> None:
        self._reported_error_code = ""

    @Slot(UserFacingError)
    def _on_failed(self, error: UserFacingError) -> None:
        if self._reported_error_code != error.code.value:
            self._reported_error_code = error.code.value
            text = self.tr("No backup could be made; the debate goes on. {why}")
            self.message.emit(text.format(why=labels.error_message(error)))
