"""Enumerates the shortcuts of a window and decides, by Qt's rules, which of them are active.

Qt silently ignores a key that two active shortcuts share ("ambiguous"): a test checks every window with these
functions, and ``ui/keyboard/physical_keys.py`` finds the shortcut of a chord with them.
"""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

_Context = Qt.ShortcutContext


class ShortcutBinding(Struct, frozen=True):
    """One key sequence of an action; ``owner`` is the widget that the action was added to."""

    sequence: QKeySequence
    owner: QWidget
    action: QAction

    def is_active(self, focus: QWidget | None) -> bool:
        """Return whether action and owner are enabled and the shortcut context includes ``focus``, the focus widget."""
        if not self.owner.isVisible() or not self.owner.isEnabled() or not self.action.isEnabled():
            return False
        context = self.action.shortcutContext()
        if context is _Context.WidgetShortcut:
            return focus is self.owner
        if context is _Context.WidgetWithChildrenShortcut:
            return focus is not None and (focus is self.owner or self.owner.isAncestorOf(focus))
        return True


def iter_shortcuts(window: QWidget) -> Iterator[ShortcutBinding]:
    """Yield every shortcut added to ``window`` or to a widget in it, active or not."""
    for widget in (window, *window.findChildren(QWidget)):
        # Menu entries are actions of the window, which are yielded already.
        if widget.window() is not window or isinstance(widget, QMenu | QMenuBar):
            continue
        for action in widget.actions():
            for sequence in action.shortcuts():
                yield ShortcutBinding(sequence, widget, action)


def pressed_sequence(event: QKeyEvent) -> QKeySequence:
    """Return the key sequence of a key press without the keypad modifier, as shortcuts are written."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))


def iter_actions_around(widget: QWidget) -> Iterator[QAction]:
    """Yield the actions of a widget and of its ancestors, without those of the window itself."""
    ancestor: QWidget | None = widget
    while ancestor is not None and not ancestor.isWindow():
        yield from ancestor.actions()
        ancestor = ancestor.parentWidget()


def find_active_shortcut(window: QWidget, focus: QWidget | None, sequence: QKeySequence) -> QAction | None:
    """Return the action with an active shortcut ``sequence``; None if none has one, or several (ambiguous)."""
    actions = {
        shortcut.action
        for shortcut in iter_shortcuts(window)
        if shortcut.sequence == sequence and shortcut.is_active(focus)
    }
    return actions.pop() if len(actions) == 1 else None
