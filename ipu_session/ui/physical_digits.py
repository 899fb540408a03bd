"""Chords with a digit act by the physical key: on AZERTY the key of 2 gives é.

The scan codes are those of evdev plus 8 on X11 and Wayland, and of the PC keyboard on Windows. Ctrl+Alt stays
out: it is AltGr on Windows.
"""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ipu_session.ui.shortcuts import live_shortcut
from ipu_session.ui.widgets.held_keys import HELD

_FIRST = {"xcb": 10, "wayland": 10, "wayland-egl": 10, "windows": 2}
"""The scan code of the key of 1; those of 2 to 9 and of 0 follow."""
_DIGITS = "1234567890"
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_ALL = _SHIFT | _CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier
_CHORDS = (_CONTROL, _ALT, _CONTROL | _SHIFT, _ALT | _SHIFT)


class PhysicalDigits:
    """Knows the digit row of the platform at hand; none where there are no scan codes."""

    def __init__(self) -> None:
        self._first = _FIRST.get(QGuiApplication.platformName(), 0)

    def is_chord(self, event: QKeyEvent) -> bool:
        """Whether a key is a digit of the upper row with Ctrl or Alt."""
        return self._digit(event) >= 0 and event.modifiers() & _ALL in _CHORDS

    def act(self, event: QKeyEvent, focus: QWidget | None) -> None:
        """Do what the chord stands for in the active window; nothing if it stands for nothing."""
        window = QApplication.activeWindow()
        if window is None:
            return
        digit = self._digit(event)
        key = Qt.Key(Qt.Key.Key_0 + digit)
        modifiers = event.modifiers() & _ALL
        found = live_shortcut(window, focus, QKeySequence(QKeyCombination(modifiers, key)))
        if found is not None:
            with HELD.digit():
                found.act()

    def _digit(self, event: QKeyEvent) -> int:
        place = event.nativeScanCode() - self._first
        return int(_DIGITS[place]) if self._first and 0 <= place < len(_DIGITS) else -1
