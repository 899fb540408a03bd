"""The shortcuts that are live in a window, as Qt sees them: which key acts on what, and where.

Qt drops a key that two live shortcuts share ("ambiguous"), without a word to the user: a test walks the whole
window with these functions. ``ui/keyboard/physical_keys.py`` finds the act of a digit with them.
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
    """One key of one action or ``QShortcut``; ``owner`` is the widget that it was put on."""

    sequence: QKeySequence
    context: Qt.ShortcutContext
    owner: QWidget
    target: QAction | QShortcut

    @property
    def description(self) -> str:
        """What the key does, in the words of its action."""
        target = self.target
        return action_label(target) if isinstance(target, QAction) else target.whatsThis()

    def is_active(self, focus: QWidget | None) -> bool:
        """Whether the key acts while ``focus`` has the keyboard, by Qt's rules for contexts."""
        if not self.owner.isVisible() or not self.owner.isEnabled() or not self.target.isEnabled():
            return False
        if self.context is _Context.WidgetShortcut:
            return focus is self.owner
        if self.context is _Context.WidgetWithChildrenShortcut:
            return focus is not None and (focus is self.owner or self.owner.isAncestorOf(focus))
        return True

    def trigger(self) -> None:
        """Do what the key does."""
        if isinstance(self.target, QAction):
            self.target.trigger()
        else:
            self.target.activated.emit()


def iter_shortcuts(window: QWidget) -> Iterator[ShortcutBinding]:
    """Yield every shortcut that was put on a window or on a widget in it, live or not."""
    for widget in (window, *window.findChildren(QWidget)):
        # The entries of a menu are the actions of the window.
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
    """Return the one shortcut that a key stands for; None if there is none, or if two share it."""
    found: dict[QObject, ShortcutBinding] = {}
    for each in iter_shortcuts(window):
        if each.sequence == sequence and each.is_active(focus):
            found[each.target] = each
    return next(iter(found.values())) if len(found) == 1 else None
