"""The rhythm of backups while a session is open, beside the window's thread (quality.md, R8)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.ports import Clock
from ipu_session.store.files.locations import StorageKind, detect_storage_location, find_conflict_copies
from ipu_session.store.maintenance.backups import Backups
from ipu_session.ui.core.background_task import BackgroundTask, run_blocking
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.throttle import ThrottleTimer

_INTERVAL_MS = 5 * 60_000
_SHARED_FOLDER_INTERVAL_MS = 60_000
"""In a folder that a network or a service may take away, a copy of this machine's own is never older."""


class BackupScheduler(QObject):
    """Backs one session up soon after it is opened, in its rhythm, when asked, and when it is let go."""

    message = Signal(str)
    """Trouble, once for each kind; what the folder is; a conflict copy that appeared."""

    def __init__(self, data: Path, session: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        self._session = session
        self._backups = Backups(data, session)
        self._clock = clock
        self._task: BackgroundTask | None = None
        self._is_backup_pending = False
        self._reported_error_code = ""
        self._conflicts: tuple[Path, ...] = ()
        self._location = detect_storage_location(session)
        local = self._location.kind is StorageKind.LOCAL
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS if local else _SHARED_FOLDER_INTERVAL_MS)
        self._timer.timeout.connect(self.request_backup)
        self._timer.start()
        # A backup takes half of each moment from the window's thread while that still paints the session.
        self._start_timer = ThrottleTimer(self.start, self)
        self._start_timer.trigger()

    @Slot()
    def start(self) -> None:
        """Say where the session lies, if it is not this machine's own folder, and back it up."""
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
        """Back the session up if it has changed; a wish during a backup is granted after it."""
        if self._task is not None:
            self._is_backup_pending = True
            return
        self._task = BackgroundTask(self._build_backup_work(self._clock.now().utc_ms), self)
        self._task.succeeded.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._task.start()
        self._check_conflict_copies()

    def set_session_path(self, session: Path) -> None:
        """Back up another file from now on: what lies under the old name is not the session any more."""
        self._session = session
        self._backups = Backups(self._data, session)
        self._conflicts = ()
        self.request_backup()

    def stop(self) -> None:
        """Stop; the session is closed, and what it was changed to last is backed up before this returns.

        The window goes on painting meanwhile; keys and clicks wait.
        """
        self._timer.stop()
        self._start_timer.stop()
        running, self._task = self._task, None
        if running is not None:
            running.finished.disconnect(self._on_finished)
        try:
            run_blocking(partial(self._make_final_backup, running, self._clock.now().utc_ms))
        except UserFacingError as error:
            self._on_failed(error)
        self.deleteLater()

    def _make_final_backup(self, running: BackgroundTask | None, now_ms: int) -> None:
        if running is not None:
            running.wait()
        self._backups.create_backup(now_ms)

    def _build_backup_work(self, now_ms: int) -> Callable[[Progress], object]:
        backups = self._backups
        return lambda _progress: backups.create_backup(now_ms)

    def _check_conflict_copies(self) -> None:
        found = find_conflict_copies(self._session)
        new = [path.name for path in found if path not in self._conflicts]
        self._conflicts = found
        if new:
            text = self.tr("Two machines wrote this session at once; the other's part is in {name}.")
            self.message.emit(text.format(name=", ".join(new)))

    @Slot(object)
    def _on_done(self, made: object) -> None:
        self._reported_error_code = ""

    @Slot(UserFacingError)
    def _on_failed(self, error: UserFacingError) -> None:
        if self._reported_error_code != error.code.value:
            self._reported_error_code = error.code.value
            text = self.tr("No backup could be made; the debate goes on. {why}")
            self.message.emit(text.format(why=labels.error_message(error)))

    @Slot()
    def _on_finished(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        if self._is_backup_pending:
            self._is_backup_pending = False
            self.request_backup()
