"""Alternative shortcuts of actions, above all for keyboards whose F-keys are missing or have another function.

In most of them the digit is the number of the F-key: Ctrl+Shift+5 is F5, Alt+5 is Ctrl+F5, Alt+Shift+8 is Shift+F8.
Digits are recognized by their physical key, whatever the keyboard layout (``ui/keyboard/physical_keys.py``).
"""

from PySide6.QtGui import QAction, QKeySequence

_ALTERNATIVES = {
    "F1": "Ctrl+Shift+1",
    "F2": "Ctrl+Shift+2",
    "F3": "Ctrl+Shift+3",
    "F4": "Ctrl+Shift+4",
    "F5": "Ctrl+Shift+5",
    "F6": "Ctrl+Shift+6",
    "F7": "Ctrl+Shift+7",
    "F8": "Ctrl+Shift+8",
    "F9": "Ctrl+Shift+9",
    "F10": "Ctrl+Shift+0",
    "F11": "Alt+Return",
    "F12": "Ctrl+Shift+F",
    "Shift+F4": "Alt+Shift+4",
    "Shift+F6": "Alt+Shift+6",
    "Shift+F8": "Alt+Shift+8",
    "Shift+F9": "Alt+Shift+9",
    "Ctrl+F1": "Alt+Shift+1",
    "Ctrl+F5": "Alt+5",
    "Ctrl+F6": "Alt+6",
    "Ctrl+F7": "Alt+7",
    "Ctrl+F8": "Alt+8",
    "Ctrl+F9": "Alt+9",
    "Ctrl+F12": "Alt+0",
    "Ctrl+Shift+F1": "Alt+Shift+0",
    "Ctrl+Shift+F8": "Alt+Shift+2",
    "Ctrl+Shift+Z": "Ctrl+Y",
}


def key_sequences(key: str) -> list[QKeySequence]:
    """Return the key sequences for ``key``: itself, its alternative if any, and Enter (keypad) for Return."""
    keys = [key, _ALTERNATIVES[key]] if key in _ALTERNATIVES else [key]
    keys += [each.replace("Return", "Enter") for each in keys if each.endswith("Return")]
    return [QKeySequence(each) for each in keys]


def native_key_text(sequence: QKeySequence) -> str:
    """Return a key sequence in the platform's notation."""
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def first_key_text(action: QAction) -> str:
    """Return the first shortcut of an action in the platform's notation; "" if it has none."""
    return native_key_text(action.shortcut())


def all_keys_text(action: QAction) -> str:
    """Return the shortcuts of an action in the platform's notation, separated by commas, without the keypad's Enter."""
    return ", ".join(native_key_text(each) for each in action.shortcuts() if not _is_keypad_enter(each))


def _is_keypad_enter(sequence: QKeySequence) -> bool:
    return sequence.toString().endswith("Enter")
