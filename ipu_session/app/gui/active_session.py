"""The session that is open in the window, with what exists once for each open session."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from ipu_session.app.gui.backup_scheduler import BackupScheduler
from ipu_session.app.services.lazy_services import LazyReportExporter
from ipu_session.domain.exchange.import_results import ListImportOptions, SpeakersList
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.service.session_service import SessionService
from ipu_session.ui.core.app_services import AppServices, DelegationList
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import SessionView


class ActiveSession(QObject):
    """Service, bridge, view, report exporter and backups of one session file."""

    moved = Signal(Path, Path)
    """Another file has replaced the session: its path before, and the path to which it is written now."""
    message = Signal(str)
    """Sentence for the status line, emitted by the backup scheduler."""

    def __init__(
        self,
        service: SessionService,
        path: Path,
        services: AppServices,
        backup_scheduler: BackupScheduler | None,
        parent: QObject,
    ) -> None:
        """Take the services of the window, and the backup scheduler; None if the session is not backed up."""
        super().__init__(parent)
        self._service = service
        self.path = path
        self.view: SessionView | None = None
        self.bridge = SessionBridge(service, self)
        self.bridge.save_status_changed.connect(self._follow_moved_file)
        self.report_exporter = LazyReportExporter(path)
        self._window_services = services
        self._services = replace(
            services,
            report_folder=self._folder,
            write_report=self.report_exporter.write,
            write_final=self.report_exporter.write_final,
            read_speakers=self._read_speakers,
            parse_speakers=self._parse_pasted_speakers,
        )
        self.backup_scheduler = backup_scheduler
        if self.backup_scheduler is not None:
            self.backup_scheduler.message.connect(self.message)

    @property
    def title(self) -> str:
        """Title of the session, or the name of its file."""
        return self._service.session.details.title or self.path.stem

    def create_view(self, preferences: Preferences, window: MainWindow) -> SessionView:
        """Create the view for a window; it becomes ``view``, in place of the view of a previous window."""
        self.view = SessionView(self.bridge, self._services, preferences, window)
        return self.view

    def close(self) -> None:
        """Save typed text that was not submitted, close the file and make a last backup of it in a worker thread."""
        # No reference to the view remains, so that its Python objects are freed with it.
        view, self.view = self.view, None
        if view is not None:
            view.shut_down()
        self._service.close()
        # The file may have been replaced since the last check.
        self._follow_moved_file(self._service.save_status())
        if self.backup_scheduler is not None:
            self.backup_scheduler.stop()
        if view is None:
            self.deleteLater()
        else:
            # The view uses the bridge until it is deleted.
            view.destroyed.connect(self.deleteLater)

    @Slot(SaveStatus)
    def _follow_moved_file(self, status: SaveStatus) -> None:
        """Use the path of the new file if the session is now written to one because its file was replaced."""
        # Resolved, because the session may have been opened by a relative path.
        new_path, old_path = Path(status.moved_to).resolve(), self.path
        if not status.moved_to or new_path == old_path:
            return
        self.path = self.report_exporter.session_path = new_path
        if self.backup_scheduler is not None:
            self.backup_scheduler.set_session_path(new_path)
        self.moved.emit(old_path, new_path)

    def _folder(self) -> Path:
        return self.path.parent

    def _read_speakers(self, path: Path, delegations: DelegationList, options: ListImportOptions) -> SpeakersList:
        """Read a speakers list from a file; first request a backup of the session, since an import may follow."""
        self._request_backup()
        return self._window_services.read_speakers(path, delegations, options)

    def _parse_pasted_speakers(
        self, text: str, delegations: DelegationList, options: ListImportOptions
    ) -> SpeakersList:
        """Parse a pasted speakers list; first request a backup of the session, since an import may follow."""
        self._request_backup()
        return self._window_services.parse_speakers(text, delegations, options)

    def _request_backup(self) -> None:
        if self.backup_scheduler is not None:
            self.backup_scheduler.request_backup()
