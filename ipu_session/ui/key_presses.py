"""Key events of every window, before Qt looks for shortcuts: an act happens once for each press.

X11 sends a release and a press for each repeat of a held key, both with one timestamp. Qt 6.11 takes a press
for a repeat only if it stands in its queue when the release is read: 31 of 35 repeats came as new presses.
The filter is on the ``QWindow``: it sees ``ShortcutOverride`` first, then ``KeyPress`` if nothing took it.
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

from ipu_session.ui.physical_keys import PhysicalKeys
from ipu_session.ui.widgets.held_keys import HELD

_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_CHORD = _CONTROL | _ALT | _SHIFT | Qt.KeyboardModifier.MetaModifier
_MOVING = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
        *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    }
)
_ERASING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


class KeyPresses(QObject):
    """Swallows what a held key must not do again; hands the digits of a chord to ``PhysicalKeys``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._places = PhysicalKeys()
        self._pressed_ms: dict[int, int] = {}
        """Time of the latest press of each physical key, in milliseconds of the platform."""
        self._released_ms: dict[int, int] = {}
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
            for window in application.topLevelWindows():
                self._watch(window)

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        # Installed again, a filter only moves to the front.
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the keys of a window; True if the key ends here."""
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        if Qt.Key(event.key()) is Qt.Key.Key_Control:
            HELD.control(down=event.type() is not QEvent.Type.KeyRelease)
        if event.type() is QEvent.Type.KeyRelease:
            self._note_release(event.nativeScanCode(), event.timestamp())
            return False
        focus = QApplication.focusWidget()
        if self._is_repeat(event):
            ends = not _may_repeat(event, focus)
        elif event.type() is QEvent.Type.KeyPress:
            ends = self._press(event, focus)
        else:
            ends = self._places.is_chord(event)
        if ends:
            # An override that is accepted means that no shortcut is looked for.
            event.accept()
        return ends

    def _press(self, event: QKeyEvent, focus: QWidget | None) -> bool:
        """Note a press that is no repeat; return whether it was done with."""
        self._pressed_ms[event.nativeScanCode()] = event.timestamp()
        if self._places.is_chord(event):
            self._places.act(event, focus)
            return True
        space = Qt.Key(event.key()) is Qt.Key.Key_Space and event.modifiers() & _CHORD == _NONE
        if space and isinstance(focus, QAbstractButton) and QApplication.activePopupWidget() is None:
            # Qt presses a button at the release of Space, and each repeat brings a release.
            focus.click()
            return True
        return False

    def _is_repeat(self, event: QKeyEvent) -> bool:
        code, time_ms = event.nativeScanCode(), event.timestamp()
        return event.isAutoRepeat() or (code > 0 and time_ms > 0 and self._released_ms.get(code) == time_ms)

    def _note_release(self, code: int, time_ms: int) -> None:
        """Remember a release; a key that went down and up within a millisecond was not held."""
        if self._pressed_ms.get(code) == time_ms:
            self._released_ms.pop(code, None)
        else:
            self._released_ms[code] = time_ms


def _may_repeat(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Whether a held key goes on: to move, to write and to erase; never to act."""
    key, chord = Qt.Key(event.key()), event.modifiers() & _CHORD
    writes = isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox)
    if chord & _CONTROL and not chord & _ALT:
        return writes and key in _MOVING | _ERASING
    if key in _MOVING:
        # Each step in a closed list of choices is taken at once, as an act.
        return not chord & _ALT and not isinstance(focus, QComboBox)
    if not writes or (chord & _ALT and not chord & _CONTROL):
        return False
    return key in _ERASING or (event.text().isprintable() and bool(event.text()))
