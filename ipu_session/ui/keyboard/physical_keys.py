"""Chords matched by scan code: digits always, letters only on layouts without Latin letters.

On AZERTY the key of 2 produces é. With only an Arabic or Russian layout, Qt 6.11 finds no letter for Ctrl+Z on
X11. Scan codes are those of evdev plus 8 on X11 and Wayland, and those of the PC keyboard on Windows, where Qt
finds the letter itself. Ctrl+Alt is excluded: it is AltGr on Windows.
"""

import unicodedata

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ipu_session.ui.keyboard.active_shortcuts import find_active_shortcut
from ipu_session.ui.keyboard.ctrl_hold_tracker import CTRL_HOLDS

_EVDEV_PLATFORMS = frozenset({"xcb", "wayland", "wayland-egl"})
_KEYBOARD_ROWS = ((10, "1234567890"), (24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"))
_KEYS_BY_SCAN_CODE = {first + place: ord(sign) for first, row in _KEYBOARD_ROWS for place, sign in enumerate(row)}
_WINDOWS_KEYS_BY_SCAN_CODE = {code - 8: key for code, key in _KEYS_BY_SCAN_CODE.items() if chr(key).isdecimal()}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_ALL_MODIFIERS = _SHIFT | _CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier
_DIGIT_MODIFIERS = (_CONTROL, _ALT, _CONTROL | _SHIFT, _ALT | _SHIFT)
_LETTER_MODIFIERS = (_CONTROL, _CONTROL | _SHIFT)


class PhysicalKeys:
    """Matches chords by the scan codes of X11, Wayland or Windows; on other platforms only Ctrl with a keypad digit."""

    def __init__(self) -> None:
        platform = QGuiApplication.platformName()
        self._keys_by_scan_code = (
            _KEYS_BY_SCAN_CODE
            if platform in _EVDEV_PLATFORMS
            else _WINDOWS_KEYS_BY_SCAN_CODE
            if platform == "windows"
            else {}
        )

    def is_chord(self, event: QKeyEvent) -> bool:
        """Return whether a key event is a chord that is matched by scan code."""
        return self._key_by_position(event) is not None

    def trigger_shortcut(self, event: QKeyEvent, focus: QWidget | None) -> None:
        """Trigger the shortcut of the chord in the active window.

        If no shortcut is active, the focus widget gets a key press of the Latin letter or digit: for Ctrl+C, Ctrl+V …,
        and so that the window says why a disabled action is unavailable.
        """
        window, key = QApplication.activeWindow(), self._key_by_position(event)
        if window is None or key is None:
            return
        modifiers = event.modifiers() & _ALL_MODIFIERS
        shortcut = find_active_shortcut(window, focus, QKeySequence(QKeyCombination(modifiers, key)))
        if shortcut is not None:
            with CTRL_HOLDS.handling_digit():
                shortcut.trigger()
        elif focus is not None:
            QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))

    def _key_by_position(self, event: QKeyEvent) -> Qt.Key | None:
        """Return the digit or letter of a chord by its scan code; None for any other event."""
        modifiers = event.modifiers() & _ALL_MODIFIERS
        keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        if keypad and modifiers == _CONTROL and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
            # Ctrl only: on Windows, Alt with keypad digits enters a character by its code.
            return Qt.Key(event.key())
        code = self._keys_by_scan_code.get(event.nativeScanCode())
        if code is None:
            return None
        if chr(code).isdecimal():
            return Qt.Key(code) if modifiers in _DIGIT_MODIFIERS else None
        return Qt.Key(code) if modifiers in _LETTER_MODIFIERS and _is_non_latin(event.key()) else None


def _is_non_latin(key: int) -> bool:
    """Return whether a key is a letter of a non-Latin script, or unknown to Qt."""
    if key in {0, Qt.Key.Key_unknown}:
        return True
    return 0xFF < key < 0x110000 and not unicodedata.name(chr(key), "LATIN").startswith("LATIN")
