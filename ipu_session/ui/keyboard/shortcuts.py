"""Enumerates the shortcuts of a window and decides, by Qt's rules, which of them are active.

Qt silently ignores a key that two active shortcuts share ("ambiguous"): a test checks every window with these
functions, and ``ui/keyboard/physical_keys.py`` finds the shortcut of a chord with them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ipu_session.ui.strings.literal_text import action_label

_Context = Qt.ShortcutContext


@dataclass(frozen=True, slots=True)
class ShortcutBinding:
    """One key sequence of a QAction or QShortcut (``target``); ``owner`` is the widget that it was added to."""

    sequence: QKeySequence
    context: Qt.ShortcutContext
    owner: QWidget
    target: QAction | QShortcut

    @property
    def description(self) -> str:
        """Text of the action without its mnemonic, or the What's This text of the QShortcut."""
        target = self.target
        return action_label(target) if isinstance(target, QAction) else target.whatsThis()

    def is_active(self, focus: QWidget | None) -> bool:
        """Return whether the shortcut is active while ``focus`` has the focus, by Qt's shortcut contexts."""
        if not self.owner.isVisible() or not self.owner.isEnabled() or not self.target.isEnabled():
            return False
        if self.context is _Context.WidgetShortcut:
            return focus is self.owner
        if self.context is _Context.WidgetWithChildrenShortcut:
            return focus is not None and (focus is self.owner or self.owner.isAncestorOf(focus))
        return True

    def trigger(self) -> None:
        """Trigger the action or emit the QShortcut's signal."""
        if isinstance(self.target, QAction):
            self.target.trigger()
        else:
            self.target.activated.emit()


def iter_shortcuts(window: QWidget) -> Iterator[ShortcutBinding]:
    """Yield every shortcut added to ``window`` or to a widget in it, active or not."""
    for widget in (window, *window.findChildren(QWidget)):
        # Menu entries are actions of the window, which are yielded already.
        if widget.window() is not window or isinstance(widget, QMenu | QMenuBar):
            continue
        for action in widget.actions():
            for sequence in action.shortcuts():
                yield ShortcutBinding(sequence, action.shortcutContext(), widget, action)
        for child in widget.children():
            if isinstance(child, QShortcut):
                sequences = child.keys()
                for sequence in sequences:
                    yield ShortcutBinding(sequence, child.context(), widget, child)


def find_active_shortcut(window: QWidget, focus: QWidget | None, sequence: QKeySequence) -> ShortcutBinding | None:
    """Return the active shortcut of a key sequence; None if there is none, or if it is ambiguous."""
    found: dict[QObject, ShortcutBinding] = {}
    for each in iter_shortcuts(window):
        if each.sequence == sequence and each.is_active(focus):
            found[each.target] = each
    return next(iter(found.values())) if len(found) == 1 else None
