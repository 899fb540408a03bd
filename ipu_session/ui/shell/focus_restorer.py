"""When a window beside closes, the main window has the keyboard again, with the focus where it was.

Left to itself the window manager gives the keyboard to whichever window it had before, or to none: openbox
finds the hall display, which takes no focus, and then no window is active and what is typed is lost.
"""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow

from ipu_session.ui.displays.display_window import DisplayWindow

_RETRY_MS = 250
"""A window manager may look for a window of its own choice a moment after one has gone."""


class FocusRestorer(QObject):
    """Event filter on every other window of the program that was active: it looks for its hiding."""

    def __init__(self, home: QMainWindow) -> None:
        super().__init__(home)
        self._main_window = home
        self._retry_timer = QTimer(self)
        self._retry_timer.setSingleShot(True)
        self._retry_timer.setInterval(_RETRY_MS)
        self._retry_timer.timeout.connect(self._activate_main_window)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_focus_window)

    @Slot(QWindow)
    def _on_focus_window(self, window: QWindow | None) -> None:
        active = QApplication.activeWindow()
        if active is not None and active is not self._main_window and not isinstance(active, DisplayWindow):
            # Installed again, a filter only moves to the front.
            active.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keyboard back when a window was hidden, by its button, by a key or by the program."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            QTimer.singleShot(0, self, self._activate_main_window)
            self._retry_timer.start()
        return False

    @Slot()
    def _activate_main_window(self) -> None:
        active = QApplication.activeWindow()
        if isinstance(active, DisplayWindow):
            active = None
        if active is None and self._main_window.isVisible() and not self._main_window.isMinimized():
            self._main_window.activateWindow()
