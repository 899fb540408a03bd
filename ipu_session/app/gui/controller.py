"""The application controller: the window, the settings, and the one open session."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from ipu_session.app.gui import i18n, settings
from ipu_session.app.gui.backup_scheduler import BackupScheduler
from ipu_session.app.gui.notifications import IncidentNotifier
from ipu_session.app.gui.recovery_actions import RecoveryActions
from ipu_session.app.gui.run_state import RunState
from ipu_session.app.gui.run_state_capture import restore_view, run_state_from_window
from ipu_session.app.gui.session_loader import SessionLoader
from ipu_session.app.services.lazy_services import LazyReportExporter, write_example
from ipu_session.app.user_paths import AppPaths
from ipu_session.domain.commands import CreateSession
from ipu_session.domain.exchange.import_results import ListImportOptions, SpeakersList
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.ports import Clock
from ipu_session.store.journal.emergency_recovery import RecoveryResult
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.ui.core import appearance
from ipu_session.ui.core.app_services import AppServices, DelegationList
from ipu_session.ui.core.background_task import run_blocking
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs import settings as settings_dialog
from ipu_session.ui.dialogs.file_dialog import ask_open_file
from ipu_session.ui.displays.screen_placement import is_on_screen
from ipu_session.ui.prepare import new_session
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.shell.view_state import capture_view_state, restore_view_state
from ipu_session.ui.shell.welcome_page import WelcomePage
from ipu_session.ui.strings import labels

if TYPE_CHECKING:
    from ipu_session.service.session_service import SessionService


class AppController(QObject):
    """Opens and closes sessions, applies preferences, and rebuilds the window when the language changes."""

    def __init__(self, app: QApplication, services: AppServices, clock: Clock, places: AppPaths) -> None:
        super().__init__(app)
        self._app = app
        self._services = services
        self._clock = clock
        self._paths = places
        self._settings = settings.load(places.settings_file)
        self._translators: tuple[QTranslator, ...] = ()
        self._service: SessionService | None = None
        self._view: SessionView | None = None
        """View of the open session, or of one that is being built; None without a session."""
        self.bridge: SessionBridge | None = None
        """Bridge between the open session and its views; None without a session."""
        self._path = Path()
        self._report_exporter = LazyReportExporter(self._path)
        self._recovery_result = RecoveryResult()
        self._is_window_closed = False
        """Whether the window was closed, possibly in the nested event loop while a session was being opened."""
        self._session_loader = SessionLoader(clock, places.emergency_dirs, places.data_dir)
        self.notifier = IncidentNotifier(self._current_window, places.log_file, services.write_file, self)
        data = places.data_dir or places.settings_file.parent
        self._recovery_actions = RecoveryActions(self, data, clock, self)
        self._backup_scheduler: BackupScheduler | None = None
        self._apply_language_and_theme()
        self.window = self._create_window()

    @property
    def path(self) -> Path:
        """Path of the open session, or an empty path."""
        return self._path

    def start(self, path: Path | None) -> None:
        """Show the window with the session at ``path``, or with the start page."""
        if path is not None:
            self.open_session(path)
            self.complete_opening()
        self._keep_current_page()
        self.window.show()

    @Slot()
    def show_start_page(self) -> None:
        """Close the session and show the start page."""
        self._close_session()
        recent = [(r.path, r.title, r.day) for r in self._settings.recent if r.path.exists()]
        page = WelcomePage(recent)
        page.new_session_requested.connect(self.show_new_session_page)
        page.open_requested.connect(self.open_session)
        page.example_requested.connect(self.open_example)
        page.restore_requested.connect(self._recovery_actions.ask_for_backup)
        self.window.show_page(page)

    @Slot()
    def show_new_session_page(self) -> None:
        """Close the session and show the page that creates a session from a concept note."""
        self._close_session()
        page = new_session.NewSessionPage(self._services, self._paths.sessions_dir)
        page.create_requested.connect(self.create_session)
        page.cancelled.connect(self.show_start_page)
        self.window.show_page(page)

    @Slot()
    def choose_session(self) -> None:
        """Ask for a session file and open it."""
        kinds = self.tr("Sessions (*.ipusession)")
        ask_open_file(
            self.window, self.tr("Open a session"), self._paths.sessions_dir, kinds, self.open_session_with_confirmation
        )

    @Slot(Path)
    def open_session(self, path: Path) -> None:
        """Open a session file; on failure show the error and leave the present session open."""
        if path == Path():
            self.choose_session()
        elif path.resolve() != self._path:
            self._open(partial(open_journal, path), path)

    def open_session_with_confirmation(self, path: Path) -> None:
        """Open a session file; ask first if a speech is running in the open session."""
        again = path.resolve() == self._path
        if again or not self.window.ask_leave_confirmation(f"open {path}", partial(self.open_session, path)):
            self.open_session(path)

    @Slot()
    def recover_emergency_copy(self) -> None:
        """Reopen the session with the transactions of the offered emergency file."""
        path, self._session_loader.accepted_copy = self._path, self._recovery_result.offered_copy
        self._close_session()
        self.open_session(path)
        self._session_loader.accepted_copy = None
        if self.bridge is None:
            self.show_start_page()

    def capture_run_state(self) -> RunState:
        """Return the open session and the state of the window, for `restore_run_state`."""
        return run_state_from_window(self.window, self._view, self._path)

    def restore_run_state(self, standing: RunState) -> None:
        """Restore the window geometry, the session, its workspace and its displays."""
        if len(standing.window) == 4 and is_on_screen(QRect(*standing.window)):
            self.window.setGeometry(QRect(*standing.window))
        if standing.session:
            self.open_session(Path(standing.session))
        restore_view(self._view, standing)

    def flush(self) -> None:
        """Write all unsaved data to disk: the machine may shut down, but the user may still cancel that."""
        if self._view is not None:
            self._view.save_everything()

    @Slot()
    def quit(self) -> None:
        """Close the window without confirmation and end the event loop."""
        self.window.close_without_asking()
        self._app.quit()

    @Slot(Path, CreateSession)
    def create_session(self, path: Path, command: CreateSession) -> None:
        """Create a session file and open it."""
        self._open(partial(create_session_file, path), path, command)

    @Slot()
    def open_example(self) -> None:
        """Open the example session; write it first if the file does not exist."""
        path = self._paths.sessions_dir / "example.ipusession"
        try:
            if not path.exists():
                write_example(path)
        except UserFacingError as error:
            self.window.show_warning(labels.error_message(error))
            return
        self.open_session(path)

    @Slot(Preferences)
    def apply_preferences(self, chosen: Preferences) -> None:
        """Apply and save new preferences; typed text is not lost."""
        relabel = chosen.language != self._settings.preferences.language
        self._settings = replace(self._settings, preferences=chosen)
        self._save_settings()
        self._apply_language_and_theme()
        if self._view is not None:
            self._view.apply_preferences(chosen)
        if relabel:
            self._retranslate_ui()

    @Slot()
    def show_settings(self) -> None:
        """Show the settings dialog, which is not modal."""
        settings_dialog.show_settings(self._settings.preferences, self.apply_preferences, self.window)

    @Slot()
    def on_window_closing(self) -> None:
        """Close the open session; the window is closing."""
        self._is_window_closed = True
        # Hide the window before the last backup, which takes a moment.
        self.window.hide()
        self._close_session()

    @property
    def is_opening(self) -> bool:
        """Whether a workspace of the session is being built."""
        return self._view is not None and self._view.workspaces.is_opening

    def complete_opening(self) -> None:
        """Finish at once what is being opened, for a caller without an event loop."""
        if self._view is not None:
            self._view.workspaces.complete()

    def _open(self, opened: Callable[[], SqliteJournal], path: Path, first: CreateSession | None = None) -> None:
        self._is_window_closed = False
        try:
            service, self._recovery_result = run_blocking(partial(self._session_loader.load, opened, path, first))
        except UserFacingError as error:
            self._keep_current_page()
            if not self._recovery_actions.show_recovery_bar(path, error):
                self.window.show_warning(labels.error_message(error))
            return
        except RejectedError as refusal:
            self._keep_current_page()
            self.window.show_warning(labels.rejection_message(refusal.reason.value))
            return
        self._close_session()
        if self._is_window_closed:
            service.close()
            return
        self._service = service
        self.bridge = SessionBridge(service, self)
        self.bridge.save_status_changed.connect(self._follow_moved_file)
        self._set_path(path.resolve())
        self._show_session("debate" if first is None else "prepare")
        if self.bridge is not None:
            self.notifier.notify_emergency_copies(self._recovery_result, self.recover_emergency_copy)
            self._start_backups()

    def _set_path(self, path: Path) -> None:
        """Set the path of the open session, and add it to the recent sessions."""
        self._path = path
        if self._service is not None:
            title = self._service.session.details.title or path.stem
            day = settings.local_date(self._clock.now())
            self._settings = self._settings.with_recent(settings.RecentSession(path, title, day))
            self._save_settings()

    @Slot(SaveStatus)
    def _follow_moved_file(self, unsaved: SaveStatus) -> None:
        """Switch to the new file if the session was written to one because its own was replaced."""
        # Resolved, because the session may have been opened by a relative path.
        anew = Path(unsaved.moved_to).resolve()
        if not unsaved.moved_to or anew == self._path:
            return
        self.notifier.notify_file_moved(self._path, anew)
        self._set_path(anew)
        self._report_exporter.session_path = anew
        if self._backup_scheduler is not None:
            self._backup_scheduler.set_session_path(anew)

    def _keep_current_page(self) -> None:
        """Show the start page if there is no page yet, as after a failed opening at start-up."""
        if self.window.centralWidget() is None:
            self.show_start_page()

    def _show_session(self, workspace: str, displays: tuple[str, ...] = ()) -> None:
        if self.bridge is not None:
            self._report_exporter = reports = LazyReportExporter(self._path)
            services = replace(
                self._services,
                report_folder=self._session_folder,
                load_template_path=self._house_template,
                save_template_path=self._save_house_template,
                write_report=reports.write,
                write_final=reports.write_final,
                read_speakers=self._read_speakers,
                parse_speakers=self._parse_pasted_speakers,
            )
            self._view = view = SessionView(self.bridge, services, self._settings.preferences, self.window)
            self.window.show_page(view)
            view.workspaces.open_named(workspace)
            view.display_controller.show_displays(displays)

    def _close_session(self) -> None:
        view, self._view = self._view, None
        if view is not None:
            # The view is deleted only after the last backup; shut_down() must not run twice.
            view.shut_down()
        if self._service is not None:
            self._service.close()
            # The file may have been replaced since the last check.
            self._follow_moved_file(self._service.save_status())
        keeper, self._backup_scheduler = self._backup_scheduler, None
        self._service = self.bridge = None
        self._path = Path()
        self._recovery_actions.wait_for_copy()
        if keeper is not None:
            keeper.stop()

    def _current_window(self) -> MainWindow:
        return self.window

    def _start_backups(self) -> None:
        if self._paths.data_dir is not None:
            self._backup_scheduler = BackupScheduler(self._paths.data_dir, self._path, self._clock, self)
            self._backup_scheduler.message.connect(self._show_status)

    @Slot(str)
    def _show_status(self, sentence: str) -> None:
        self.window.show_message(sentence)

    def _read_speakers(self, path: Path, delegations: DelegationList, options: ListImportOptions) -> SpeakersList:
        """Read a speakers list from a file; request a backup before it is imported."""
        if self._backup_scheduler is not None:
            self._backup_scheduler.request_backup()
        return self._services.read_speakers(path, delegations, options)

    def _parse_pasted_speakers(
        self, text: str, delegations: DelegationList, options: ListImportOptions
    ) -> SpeakersList:
        """Parse a pasted speakers list; request a backup before it is imported."""
        if self._backup_scheduler is not None:
            self._backup_scheduler.request_backup()
        return self._services.parse_speakers(text, delegations, options)

    def _session_folder(self) -> Path:
        return self._path.parent

    def _house_template(self) -> str:
        return self._settings.template

    def _save_house_template(self, path: str) -> None:
        self._settings = replace(self._settings, template=path)
        self._save_settings()

    def _retranslate_ui(self) -> None:
        self.complete_opening()
        old, view = self.window, self._view
        workspace = view.workspaces.current_name if view is not None else ""
        displays = view.display_controller.wanted_displays() if view is not None else ()
        carried = capture_view_state(view, undo_is_offered=old.message_line.is_undo_shown)
        if view is not None:
            view.shut_down()
        self.window = self._create_window()
        self.window.setGeometry(old.geometry())
        # Preserves the maximized and full-screen states.
        self.window.setWindowState(old.windowState())
        if workspace:
            self._show_session(workspace, displays)
            self.complete_opening()
            restore_view_state(self._view, carried)
        else:
            self.show_start_page()
        self.notifier.repeat_notifications(bar.objectName() for bar in old.message_bars.visible_bars)
        old.closing.disconnect(self.on_window_closing)
        old.deleteLater()
        self.window.show()
        old.close_without_asking()
        self.show_settings()

    def _create_window(self) -> MainWindow:
        window = MainWindow(
            {
                "new": self.show_new_session_page,
                "open": self.choose_session,
                "start": self.show_start_page,
                "settings": self.show_settings,
                "fault-report": self.notifier.show_crash_report,
                "log-folder": self.notifier.open_log_folder,
                "restore": self._recovery_actions.ask_for_backup,
                "save-copy": self._recovery_actions.save_copy,
            }
        )
        window.closing.connect(self.on_window_closing)
        return window

    def _apply_language_and_theme(self) -> None:
        chosen = self._settings.preferences
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = i18n.install_translators(self._app, chosen.language, self._paths.resources_dir)
        appearance.apply_appearance(self._app, chosen)

    def _save_settings(self) -> None:
        settings.save_if_possible(self._paths.settings_file, self._settings)
