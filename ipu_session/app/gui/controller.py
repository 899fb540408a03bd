"""The application controller: the window, the settings, and the one open session."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtWidgets import QApplication

from ipu_session.app.gui.active_session import ActiveSession
from ipu_session.app.gui.backup_scheduler import BackupScheduler
from ipu_session.app.gui.i18n import Translations
from ipu_session.app.gui.notifications import IncidentNotifier
from ipu_session.app.gui.recovery_actions import RecoveryActions
from ipu_session.app.gui.run_state import RunState
from ipu_session.app.gui.run_state_capture import restore_displays, run_state_from_window, saved_workspace
from ipu_session.app.gui.session_loader import LoadedSession, OpeningRequest, SessionLoader
from ipu_session.app.gui.session_opener import OpeningFailure, SessionOpener
from ipu_session.app.gui.settings import SettingsStore
from ipu_session.app.gui.start_pages import StartPages
from ipu_session.app.injected_paths import AppPaths
from ipu_session.domain.commands import CreateSession
from ipu_session.domain.rejections import RejectedError
from ipu_session.service.ports import Clock
from ipu_session.ui.core import appearance
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.dialogs import settings as settings_dialog
from ipu_session.ui.displays.screen_placement import is_on_screen
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.shell.session_view_state import capture_view_state, restore_view_state
from ipu_session.ui.strings import labels


class AppController(QObject):
    """Opens and closes sessions, applies preferences, and rebuilds the window when the language changes."""

    window: MainWindow

    def __init__(self, app: QApplication, services: AppServices, clock: Clock, places: AppPaths) -> None:
        super().__init__(app)
        self._app = app
        self._clock = clock
        self._paths = places
        self._settings = SettingsStore(places.settings_file)
        self._services = replace(
            services,
            load_template_path=self._settings.load_template,
            save_template_path=self._settings.save_template,
        )
        self._translations = Translations(app, places.resources_dir)
        self._session: ActiveSession | None = None
        self._offered_copy: Path | None = None
        """An emergency file written for another path, whose transactions the user may take over; None without one."""
        loader = SessionLoader(clock, places.emergency_dirs, places.data_dir)
        self._opener = SessionOpener(loader.load, self._on_loaded, self._on_opening_failed, self)
        self.notifier = IncidentNotifier(lambda: self.window, places.log_file, services.write_file, self)
        self._recovery_actions = RecoveryActions(self, places.data_dir or places.settings_file.parent, clock, self)
        self.start_pages = StartPages(self, self._services, places.sessions_dir, self)
        self._apply_language_and_theme()
        self.window = self._create_window()

    @property
    def path(self) -> Path:
        """Path of the open session; ``Path()`` without a session."""
        return Path() if self._session is None else self._session.path

    @property
    def _view(self) -> SessionView | None:
        return None if self._session is None else self._session.view

    @property
    def bridge(self) -> SessionBridge | None:
        """Bridge between the open session and its views; None without a session."""
        return None if self._session is None else self._session.bridge

    @property
    def is_opening(self) -> bool:
        """Whether a session is being loaded, or a workspace of the open one is being built."""
        return self._opener.is_opening or (self._view is not None and self._view.workspaces.is_opening)

    def start(self, path: Path | None, restored: RunState | None = None) -> None:
        """Show the window with the state ``restored``, else the session at ``path``, else the start page."""
        if restored is not None:
            self.restore_run_state(restored)
        elif path is not None:
            self.open_session(path)
        self.complete_opening()
        self._keep_current_page()
        self.window.show()

    @Slot()
    def show_start_page(self) -> None:
        """Close the session and show the start page."""
        self._opener.cancel()
        self._close_session()
        page = self.start_pages.create_welcome_page(self._settings.current.recent)
        page.restore_requested.connect(self._recovery_actions.ask_for_backup)
        self.window.show_page(page)

    @Slot()
    def show_new_session_page(self) -> None:
        """Close the session and show the page that creates a session from a concept note."""
        self._opener.cancel()
        self._close_session()
        self.window.show_page(self.start_pages.create_new_session_page())

    @Slot(Path)
    def open_session(self, path: Path, then: Callable[[], object] | None = None) -> None:
        """Load a session file in a worker thread, show it and call ``then``.

        On failure show the error and leave the present session open. If it is the open session, do nothing else than
        cancel the loading of another one.
        """
        if path.resolve() == self.path:
            self._opener.cancel()
        else:
            self._opener.open(OpeningRequest(path, then=then))

    def open_session_with_confirmation(self, path: Path, then: Callable[[], object] | None = None) -> None:
        """Call `open_session`; ask first if a speech is running in the open session."""
        leave = partial(self.open_session, path, then)
        if path.resolve() == self.path or not self.window.ask_leave_confirmation(f"open {path}", leave):
            leave()

    @Slot()
    def recover_emergency_copy(self) -> None:
        """Reopen the session with the transactions of the offered emergency file."""
        request = OpeningRequest(self.path, accepted_copy=self._offered_copy)
        self.show_start_page()
        self._opener.open(request)

    def capture_run_state(self) -> RunState:
        """Return the open session and the state of the window, for `restore_run_state`."""
        return run_state_from_window(self.window, self._view, self.path)

    def restore_run_state(self, state: RunState) -> None:
        """Restore the window geometry, the session, its workspace and its displays."""
        if len(state.window) == 4 and is_on_screen(QRect(*state.window)):
            self.window.setGeometry(QRect(*state.window))
        if state.session:

            def then() -> None:
                restore_displays(self._view, state)

            self._opener.open(OpeningRequest(Path(state.session), workspace=saved_workspace(state), then=then))

    def flush(self) -> None:
        """Write all unsaved data to disk, without closing the session: a shutdown of the machine may be cancelled."""
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
        self._opener.open(OpeningRequest(path, command, workspace="prepare"))

    @Slot(Preferences)
    def apply_preferences(self, chosen: Preferences) -> None:
        """Apply and save new preferences; typed text is not lost."""
        is_language_new = chosen.language != self._settings.current.preferences.language
        self._settings.set_preferences(chosen)
        self._apply_language_and_theme()
        if self._view is not None:
            self._view.apply_preferences(chosen)
        if is_language_new:
            self._retranslate_ui()

    @Slot()
    def show_settings(self) -> None:
        """Show the settings dialog, which is not modal."""
        settings_dialog.show_settings(self._settings.current.preferences, self.apply_preferences, self.window)

    @Slot()
    def on_window_closing(self) -> None:
        """Close the open session, and cancel the loading of another one and recovery actions."""
        self._opener.cancel()
        self._recovery_actions.cancel()
        self.window.hide()
        self._close_session()

    def complete_opening(self) -> None:
        """Wait until the session being loaded and its workspace are shown; needs no event loop."""
        self._opener.complete()
        if self._view is not None:
            self._view.workspaces.complete()

    def wait_for_tasks(self) -> None:
        """Block until all background tasks have ended, the last backup included; called at the end of the program."""
        for tasks in self.findChildren(TaskRunner):
            tasks.wait_for_all()

    def _on_loaded(self, request: OpeningRequest, loaded: LoadedSession) -> None:
        self._close_session()
        path, data = request.path.resolve(), self._paths.data_dir
        # A child of the controller, because its last backup may run longer than the ActiveSession exists.
        backups = None if data is None else BackupScheduler(data, path, self._clock, self)
        self._session = ActiveSession(loaded.service, path, self._services, backups, self)
        self._session.moved.connect(self._on_file_moved)
        self._session.message.connect(self.notifier.show_status)
        self._settings.add_recent(path, self._session.title, self._clock.now())
        self._show_view(self._session, request.workspace)
        self._offered_copy = loaded.recovery.offered_copy
        self.notifier.notify_emergency_copies(loaded.recovery, self.recover_emergency_copy)
        if request.then is not None:
            request.then()

    def _on_opening_failed(self, request: OpeningRequest, failure: OpeningFailure) -> None:
        self._keep_current_page()
        if isinstance(failure, RejectedError):
            self.window.show_warning(labels.rejection_message(failure.reason.value))
        elif not self._recovery_actions.show_recovery_bar(request.path, failure):
            self.window.show_warning(labels.error_message(failure))

    @Slot(Path, Path)
    def _on_file_moved(self, old_path: Path, new_path: Path) -> None:
        self.notifier.notify_file_moved(old_path, new_path)
        if self._session is not None:
            self._settings.add_recent(new_path, self._session.title, self._clock.now())

    def _keep_current_page(self) -> None:
        """Show the start page if there is no page yet, as after a failed opening at start-up."""
        if self.window.centralWidget() is None:
            self.show_start_page()

    def _show_view(self, session: ActiveSession, workspace: str) -> SessionView:
        view = session.create_view(self._settings.current.preferences, self.window)
        self.window.show_page(view)
        view.workspaces.open_named(workspace)
        return view

    def _close_session(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    def _retranslate_ui(self) -> None:
        """Replace the window by one in the language now chosen, with the state of its view."""
        old, session, view = self.window, self._session, self._view
        if view is not None:
            view.workspaces.complete()
        view_state = capture_view_state(view, undo_is_offered=old.message_line.is_undo_shown)
        displays = view.display_controller.wanted_displays() if view is not None else ()
        if view is not None:
            view.shut_down()
        self.window = self._create_window()
        self.window.setGeometry(old.geometry())
        # Preserves the maximized and full-screen states.
        self.window.setWindowState(old.windowState())
        if session is not None and view_state is not None:
            view = self._show_view(session, view_state.workspace)
            view.workspaces.complete()
            view.display_controller.show_displays(displays)
            restore_view_state(view, view_state)
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
                "open": self.start_pages.choose_session,
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
        preferences = self._settings.current.preferences
        self._translations.use_language(preferences.language)
        appearance.apply_appearance(self._app, preferences)
