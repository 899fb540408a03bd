"""Base class of windows on other screens, which never take the keyboard, on any window system (decision 0040)."""

import warnings

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QScreen, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ipu_session.ui.core.timers import SingleShotTimer
from ipu_session.ui.displays.screen_placement import is_system_shutting_down

_WINDOWED_SIZE = QSize(960, 540)
_TRIES, _RETRY_MS = 4, 250
_KEYBOARD_EVENTS = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride),
        *(QEvent.Type.InputMethod, QEvent.Type.InputMethodQuery),
    }
)


class DisplayWindow(QWidget):
    """Base class of the hall display and the chair's screen; accepts no focus and no input."""

    placement_failed = Signal()
    """After the last try, the window does not fill its target screen."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # Without it, dead keys are not composed when key events are forwarded to another window.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.resize(_WINDOWED_SIZE)
        self._target_screen: QScreen | None = None
        """Screen to fill; None while hidden or shown in a window."""
        self._tries_left = 0
        self._retry_timer = SingleShotTimer(self._fill_screen, _RETRY_MS, self)

    def show_on(self, screen: QScreen) -> None:
        """Show the window full-screen on ``screen``."""
        if self._target_screen is screen and self._is_filling_screen:
            return
        self._target_screen, self._tries_left = screen, _TRIES
        self._fill_screen()

    @Slot()
    def _fill_screen(self) -> None:
        """Fill the target screen, check after 250 ms, and try again if it failed: at most four tries.

        A window manager may not know yet of a screen just connected (xfwm4), and one that has not finished
        unmapping a hidden window drops its full-screen state with it (openbox).
        """
        if self._target_screen is None or (self._tries_left < _TRIES and self._is_filling_screen):
            return
        if not self._tries_left:
            self.placement_failed.emit()
            return
        # Leave full screen first: otherwise the window stays on its present screen.
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(self._target_screen)
        self.setGeometry(self._target_screen.geometry())
        # Not showFullScreen(): it activates the window despite WA_ShowWithoutActivating.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()
        self._tries_left -= 1
        self._retry_timer.start()

    @property
    def _is_filling_screen(self) -> bool:
        is_full_screen = self.isVisible() and self.isFullScreen()
        return is_full_screen and self._target_screen is not None and self.geometry() == self._target_screen.geometry()

    def show_in_window(self, screen: QScreen) -> None:
        """Show an ordinary window in the centre of ``screen``."""
        if self.isVisible() and self._target_screen is None:
            return
        self._target_screen = None
        self.setWindowState(Qt.WindowState.WindowNoState)
        rect = QRect(screen.availableGeometry().topLeft(), _WINDOWED_SIZE)
        rect.moveCenter(screen.availableGeometry().center())
        self.setScreen(screen)
        self.setGeometry(rect.intersected(screen.availableGeometry()))
        self.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Clear the target screen, unless the window system hid the window (spontaneous event)."""
        if not event.spontaneous():
            self._target_screen = None
            self._retry_timer.stop()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Forward keyboard events to the focus widget: a Wayland compositor gives the keyboard to any new window."""
        if event.type() in _KEYBOARD_EVENTS:
            focus_widget = QApplication.focusWidget()
            if focus_widget is not None and focus_widget.window() is not self:
                return QCoreApplication.sendEvent(focus_widget, event)
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ignore a close request of the window system, except when the user logs out or shuts down."""
        event.setAccepted(not event.spontaneous() or is_system_shutting_down())


class FocusGuard(QObject):
    """When a display is activated, makes the window active again that was active before.

    X11 and Windows never activate a display. A Wayland compositor may, and no protocol takes the keyboard
    back: the active window is then set in Qt only, so that shortcuts and the cursor work there, and the
    display forwards the key events that it receives.
    """

    def __init__(self, main_widget: QWidget) -> None:
        super().__init__(main_widget)
        self._main_widget = main_widget
        self._last_active_window: QWidget | None = None
        self._restore_timer = SingleShotTimer(self._restore_active_window, 0, self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus_window)

    @Slot(QWindow)
    def _on_focus_window(self, window: QWindow | None) -> None:
        active = QApplication.activeWindow()
        if isinstance(active, DisplayWindow):
            self._restore_timer.start()
        elif active is not None:
            self._last_active_window = active

    @Slot()
    def _restore_active_window(self) -> None:
        if isinstance(QApplication.activeWindow(), DisplayWindow):
            visible = (each for each in QApplication.topLevelWidgets() if each.isVisible())
            window = next((each for each in visible if each is self._last_active_window), self._main_widget.window())
            with warnings.catch_warnings():
                # Deprecated in favour of activateWindow(), which the compositor refuses.
                warnings.simplefilter("ignore", DeprecationWarning)
                QApplication.setActiveWindow(window)
