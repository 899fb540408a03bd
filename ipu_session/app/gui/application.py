"""Start of the desktop application: builds the controller and runs Qt's event loop."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from ipu_session.app import paths
from ipu_session.app.gui import crash_handler
from ipu_session.app.gui.controller import AppController
from ipu_session.app.gui.run_state import PreviousRun
from ipu_session.app.gui.shutdown import ShutdownHandler
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services.lazy_services import build_app_services
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.service.clock import SystemClock
from ipu_session.ui.core.timers import SingleShotTimer

THREAD_SWITCH_INTERVAL_S = 0.0005
_RUN_STATE_INTERVAL_MS = 500
_LOGOUT_CANCELLED_AFTER_MS = 60_000
_STABLE_AFTER_MS = 20_000
"""A session that was restored after a crash and has been open this long is not the cause of the crash."""


def run_window(path: Path | None) -> int:
    """Show the window, with the session at ``path`` if not None; return Qt's exit code when it is closed."""
    app, desk = open_window(None, show=False)
    run = ApplicationRun(app, desk)
    run.start(path)
    try:
        return app.exec()
    finally:
        run.close()


def open_window(path: Path | None, *, show: bool = True) -> tuple[QApplication, AppController]:
    """Create the application and its window; if ``show``, show the window with the session at ``path``.

    The caller runs the event loop and must keep references to both results. Without ``show``, ``path`` is ignored.
    """
    # With Python's default of 5 ms the GUI thread would wait that long for the GIL while a worker thread computes.
    sys.setswitchinterval(THREAD_SWITCH_INTERVAL_S)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("IPU Session")
    app.setDesktopFileName("ipu-session")
    desk = AppController(app, build_app_services(), SystemClock(), default_paths())
    if show:
        desk.start(path)
    return app, desk


def default_paths() -> AppPaths:
    """Return the paths for the current user."""
    documents = Path.home() / "Documents"
    return AppPaths(
        paths.config_dir() / "settings.json",
        paths.resources_dir(),
        documents if documents.is_dir() else Path.home(),
        paths.emergency_dirs(),
        paths.log_dir() / crash_handler.LOG_FILE_NAME,
        paths.data_dir(),
    )


class ApplicationRun(QObject):
    """One run of the application: crash handler, run state file and shutdown handler around the controller."""

    def __init__(self, app: QApplication, desk: AppController) -> None:
        super().__init__(app)
        self._controller = desk
        self._crash_handler = crash_handler.CrashHandler(
            desk.notifier.notify_fault, desk.notifier.notify_log_failure, paths.log_dir()
        )
        self._shutdown_handler = ShutdownHandler(app, self._flush_before_shutdown, self._quit_on_signal)
        self._is_ended_externally = False
        """Whether a signal ended the run: the run state file then stays, and the next start reopens the session."""
        self._run_state_timer = QTimer(self)
        self._run_state_timer.setInterval(_RUN_STATE_INTERVAL_MS)
        self._run_state_timer.timeout.connect(self.write_run_state)
        self._stability_timer = SingleShotTimer(self._mark_stable, _STABLE_AFTER_MS, self)

    def start(self, path: Path | None) -> None:
        """Show the window with the session at ``path`` or, if None, the session of a previous run that was cut off.

        If that run had itself restored its session after a crash, the session is offered but not opened.
        """
        left = self._crash_handler.previous_run
        again = left is not None and path in {None, Path(left.state.session)}
        if left is not None and again and not left.was_restored:
            self._crash_handler.run_state_file.mark_restored(again=not left.was_shut_down)
            self._stability_timer.start()
            self._controller.start(None, left.state)
            if self._controller.bridge is not None:
                # A transaction shows that the session works: it did not cause the crash.
                self._controller.bridge.committed.connect(self._mark_stable)
        else:
            self._controller.start(path)
        if left is not None:
            self._notify_previous_run(left)
        self.write_run_state()
        self._run_state_timer.start()

    def close(self) -> None:
        """Wait for background tasks, stop the timers and uninstall the handlers.

        The run state file is removed, unless a signal ended the run.
        """
        self._controller.wait_for_tasks()
        self._run_state_timer.stop()
        self._stability_timer.stop()
        self._shutdown_handler.uninstall()
        self._crash_handler.uninstall(keep=self._is_ended_externally)

    @Slot()
    def write_run_state(self) -> None:
        """Write to the run state file which session is open, and the state of the window."""
        self._run_state_timer.setInterval(_RUN_STATE_INTERVAL_MS)
        if not self._is_ended_externally:
            self._crash_handler.run_state_file.write_state(self._controller.capture_run_state())

    @Slot()
    def restore_previous_run(self) -> None:
        """Open the session that was open in the previous run."""
        if self._crash_handler.previous_run is not None:
            self._controller.restore_run_state(self._crash_handler.previous_run.state)

    def _notify_previous_run(self, left: PreviousRun) -> None:
        standing = left.state
        open_now = self._controller.capture_run_state().session
        if standing.session and open_now != standing.session:
            self._controller.notifier.notify_previous_run(left, self.restore_previous_run, self._session_and_time)
        else:
            self._controller.notifier.notify_previous_run(left, None, self._session_and_time)

    def _session_and_time(self) -> tuple[Session, Timestamp]:
        """Return the open session, or an empty one, and the current time."""
        bridge = self._controller.bridge
        return (Session(), SystemClock().now()) if bridge is None else (bridge.session, bridge.now())

    @Slot()
    def _mark_stable(self) -> None:
        self._crash_handler.run_state_file.mark_restored(again=False)

    def _flush_before_shutdown(self) -> None:
        self._controller.flush()
        # The user may cancel the logout: a later write of the run state removes the shutdown mark.
        self._run_state_timer.setInterval(_LOGOUT_CANCELLED_AFTER_MS)
        self._crash_handler.run_state_file.mark_shutting_down(self._controller.capture_run_state())

    def _quit_on_signal(self) -> None:
        self._is_ended_externally = True
        self._crash_handler.run_state_file.mark_shutting_down(self._controller.capture_run_state())
        self._controller.quit()
