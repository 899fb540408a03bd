"""Makes the shortcuts of the session's commands work in every window of the program, not only the main window."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow

from ipu_session.ui.shell.session_view import SessionView


class LiveActionInstaller(QObject):
    """Adds the command actions of the open session, undo and redo to each window that becomes active."""

    def __init__(self, home: QMainWindow) -> None:
        super().__init__(home)
        self._main_window = home
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_focus_window)

    @Slot(QWindow)
    def _on_focus_window(self, window: QWindow | None) -> None:
        active = QApplication.activeWindow()
        if active is not None and active is not self._main_window and self._main_window.isVisible():
            active.addActions(self.current_actions)
            # The main window's filter shows why a disabled action is unavailable.
            active.installEventFilter(self._main_window)

    @property
    def current_actions(self) -> list[QAction]:
        """The actions available in every window; empty if no session is open."""
        page = self._main_window.centralWidget()
        if not isinstance(page, SessionView):
            return []
        return page.live_actions
