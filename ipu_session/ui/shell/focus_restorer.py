"""Activates the main window when another window of the program closes.

Without this, the window manager activates the previously active window or none: openbox chooses the hall display,
which accepts no focus; then no window is active and typed keys are lost.
"""

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow

from ipu_session.ui.core.timers import SingleShotTimer
from ipu_session.ui.displays.display_window import DisplayWindow

_RETRY_MS = 250
"""Delay of a second activation: a window manager may activate another window shortly after a close."""


class FocusRestorer(QObject):
    """Event filter, for hide events, on every window that was active, except the main window and the displays."""

    def __init__(self, main_window: QMainWindow) -> None:
        super().__init__(main_window)
        self._main_window = main_window
        self._retry_timer = SingleShotTimer(self._activate_main_window, _RETRY_MS, self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_focus_window)

    @Slot(QWindow)
    def _on_focus_window(self, window: QWindow | None) -> None:
        active = QApplication.activeWindow()
        if active is not None and active is not self._main_window and not isinstance(active, DisplayWindow):
            # Installing a filter twice only moves it to the front.
            active.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Activate the main window when ``watched`` was closed or hidden, unless another window is active."""
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
