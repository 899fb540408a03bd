"""Event filter for the keys of every window, before Qt matches shortcuts: suppresses auto-repeat of actions.

X11 sends a release and a press for each auto-repeat of a held key, both with the same timestamp. Qt 6.11 marks a
press as auto-repeat only if it is already queued when the release is read: 31 of 35 repeats came as new presses.
Windows and Wayland mark every repeat. On Windows, Qt 6.11 sets the timestamp when it reads the event: two strokes
that a busy window reads together have the same one, so timestamps are used on X11 only.
The filter is installed on the ``QWindow``: it sees ``ShortcutOverride`` first, then ``KeyPress`` unless a
shortcut has matched.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ipu_session.ui.keyboard.ctrl_hold_tracker import CTRL_HOLDS
from ipu_session.ui.keyboard.deferred_keys import DEFERRED_KEYS
from ipu_session.ui.keyboard.physical_keys import PhysicalKeys

_KEY_EVENTS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_CHORD_MODIFIERS = _CONTROL | _ALT | _SHIFT | Qt.KeyboardModifier.MetaModifier
_NAVIGATION_KEYS = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_DELETION_KEYS = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_LEAST_DELAY_MS = 100
"""Auto-repeat begins later than this after a press; an ordinary key stroke lasts nearly as long."""


class StrokeTimes:
    """Detects auto-repeat on X11 from the press and release times of each scan code, in milliseconds of the X server.

    Two real strokes may share a timestamp too (remote desktop, macro key, busy server): a press less than
    ``_LEAST_DELAY_MS`` after the last new stroke of its key is therefore a new stroke, too.
    """

    def __init__(self) -> None:
        self._pressed_ms: dict[int, int] = {}
        self._released_ms: dict[int, int] = {}

    def press(self, code: int, time_ms: int) -> None:
        """Record a press that is not a repeat."""
        self._pressed_ms[code] = time_ms

    def release(self, code: int, time_ms: int) -> None:
        """Record a release; on X11 each auto-repeat sends one, too."""
        self._released_ms[code] = time_ms

    def is_repeat(self, code: int, time_ms: int) -> bool:
        """Return whether a press is an auto-repeat; a synthetic event (code or time 0) never is."""
        if code == 0 or time_ms == 0 or self._released_ms.get(code) != time_ms:
            return False
        pressed_ms = self._pressed_ms.get(code)
        # The server time wraps to 0 after 49 days: the difference is negative then.
        return pressed_ms is None or not 0 <= time_ms - pressed_ms < _LEAST_DELAY_MS


class KeyEventFilter(QObject):
    """Consumes auto-repeats that must not trigger anything; passes chords by physical key to ``PhysicalKeys``.

    While ``DEFERRED_KEYS`` is holding, key presses are queued there. ``platform`` is Qt's name of the platform
    (``xcb``), by default that of the application.
    """

    def __init__(self, parent: QObject, platform: str = "") -> None:
        super().__init__(parent)
        self._physical_keys = PhysicalKeys()
        self._times = StrokeTimes()
        self._is_x11 = (platform or QGuiApplication.platformName()) == "xcb"
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._install_on)
            for window in application.topLevelWindows():
                self._install_on(window)

    @Slot(QWindow)
    def _install_on(self, window: QWindow | None) -> None:
        # Installing a filter twice only moves it to the front.
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Filter the key events of a window; return True if the event is consumed."""
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        if Qt.Key(event.key()) is Qt.Key.Key_Control:
            CTRL_HOLDS.set_ctrl_down(down=event.type() is not QEvent.Type.KeyRelease)
        if event.type() is QEvent.Type.KeyRelease:
            self._times.release(event.nativeScanCode(), event.timestamp())
            return False
        focus = QApplication.focusWidget()
        if self._is_repeat(event):
            ends = DEFERRED_KEYS.is_holding or not _may_repeat(event, focus)
        elif DEFERRED_KEYS.is_holding and isinstance(watched, QWindow):
            self._times.press(event.nativeScanCode(), event.timestamp())
            if event.type() is QEvent.Type.KeyPress:
                DEFERRED_KEYS.add(watched, event)
            ends = True
        else:
            # Recorded at ShortcutOverride: no KeyPress follows if a shortcut matches.
            self._times.press(event.nativeScanCode(), event.timestamp())
            is_press = event.type() is QEvent.Type.KeyPress
            ends = self._handle_press(event, focus) if is_press else self._physical_keys.is_chord(event)
        if ends:
            # Accepting a ShortcutOverride stops Qt from matching shortcuts.
            event.accept()
        return ends

    def _handle_press(self, event: QKeyEvent, focus: QWidget | None) -> bool:
        """Trigger a chord matched by scan code, or click the focused button on Space; return False for other keys."""
        if self._physical_keys.is_chord(event):
            self._physical_keys.trigger_shortcut(event, focus)
            return True
        space = Qt.Key(event.key()) is Qt.Key.Key_Space and event.modifiers() & _CHORD_MODIFIERS == _NONE
        if space and isinstance(focus, QAbstractButton) and QApplication.activePopupWidget() is None:
            # Qt clicks a button on the release of Space, and each auto-repeat on X11 sends a release.
            focus.click()
            return True
        return False

    def _is_repeat(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return True
        return self._is_x11 and self._times.is_repeat(event.nativeScanCode(), event.timestamp())


def _may_repeat(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Return whether auto-repeat is allowed: for navigation, and in text fields for typing and deletion."""
    key, chord = Qt.Key(event.key()), event.modifiers() & _CHORD_MODIFIERS
    is_text_field = isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox)
    if chord & _CONTROL and not chord & _ALT:
        return is_text_field and key in _NAVIGATION_KEYS | _TABS | _DELETION_KEYS
    if key in _TABS:
        return not chord & _ALT
    if key in _NAVIGATION_KEYS:
        # Each step in a closed combo box executes a command at once.
        return not chord & _ALT and not isinstance(focus, QComboBox)
    if not is_text_field or (chord & _ALT and not chord & _CONTROL):
        return False
    return key in _DELETION_KEYS or (event.text().isprintable() and bool(event.text()))
