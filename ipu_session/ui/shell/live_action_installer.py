"""The live acts have their keys in every window of the program, not in the main window alone."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow

from ipu_session.ui.shell.session_view import SessionView


class LiveActionInstaller(QObject):
    """Puts the acts of the open session, undo and redo on each window that gets the keyboard."""

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
            # It says why an act is refused.
            active.installEventFilter(self._main_window)

    @property
    def current_actions(self) -> list[QAction]:
        """What acts in every window; nothing if no session is open."""
        page = self._main_window.centralWidget()
        if not isinstance(page, SessionView):
            return []
        return page.live_actions
