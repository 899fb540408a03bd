"""Which live keys of a window mean two things: shortcuts, mnemonics, and what text fields take."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ipu_session.ui.keyboard.active_shortcuts import iter_shortcuts
from tests.key_sequences import first_chord

_WIDGET, _CHILDREN = Qt.ShortcutContext.WidgetShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut


class Key(NamedTuple):
    sequence: str
    context: Qt.ShortcutContext
    owner: QWidget
    target: QObject
    text: str


def keys_in(window: QWidget) -> list[Key]:
    """Every key of the visible widgets of a window, of acts that cannot be done now as well."""
    found = [
        Key(each.sequence.toString(), each.action.shortcutContext(), each.owner, each.action, each.action.text())
        for each in iter_shortcuts(window)
        if each.owner.isVisible() and not each.sequence.isEmpty()
    ]
    return found + list(_mnemonics(window))


def _mnemonics(window: QWidget) -> Iterator[Key]:
    anywhere = Qt.ShortcutContext.WindowShortcut
    texts: list[tuple[QObject, str]]
    for widget in window.findChildren(QWidget):
        if widget.window() is not window or not widget.isVisible():
            continue
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            texts = [(widget, widget.text())]
        elif isinstance(widget, QTabBar):
            texts = [(widget, widget.tabText(tab)) for tab in range(widget.count())]
        elif isinstance(widget, QMenuBar):
            texts = [(action, action.text()) for action in widget.actions()]
        else:
            continue
        for target, text in texts:
            sequence = QKeySequence.mnemonic(text).toString()
            if sequence:
                yield Key(sequence, anywhere, widget, target, text)


def _meet(one: Key, other: Key) -> bool:
    """Whether two keys can be live at once."""
    for near, far in ((one, other), (other, one)):
        if near.context is _WIDGET and far.context is _WIDGET:
            return near.owner is far.owner
        if near.context in {_WIDGET, _CHILDREN} and far.context in {_WIDGET, _CHILDREN}:
            inside = near.owner is far.owner or far.owner.isAncestorOf(near.owner)
            if near.context is _WIDGET:
                return inside
            if inside or near.owner.isAncestorOf(far.owner):
                return True
    return not (one.context in {_WIDGET, _CHILDREN} and other.context in {_WIDGET, _CHILDREN})


def overlaps(window: QWidget) -> list[str]:
    """Pairs of keys that mean two things somewhere in a window, each as words."""
    by_sequence: dict[str, list[Key]] = {}
    for key in keys_in(window):
        by_sequence.setdefault(key.sequence, []).append(key)
    return sorted(
        {
            f"{sequence}: {one.text} | {other.text}"
            for sequence, keys in by_sequence.items()
            for one, other in combinations(keys, 2)
            if one.target is not other.target and _meet(one, other)
        }
    )


def eaten(window: QWidget, known: set[tuple[int, str]]) -> list[str]:
    """Keys of the window that a text field in it takes, each as words; ``known`` were looked at."""
    found = set()
    fields = [
        field
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit)
        for field in window.findChildren(kind)
        if field.window() is window and field.isVisible()
    ]
    for key in keys_in(window):
        combination = first_chord(QKeySequence(key.sequence))
        for field in fields:
            near = key.context is _CHILDREN and key.owner.isAncestorOf(field)
            looked_at = (id(field), key.sequence) in known
            if looked_at or (key.context in {_WIDGET, _CHILDREN} and not near):
                continue
            known.add((id(field), key.sequence))
            event = QKeyEvent(QEvent.Type.ShortcutOverride, combination.key(), combination.keyboardModifiers())
            event.ignore()
            QApplication.sendEvent(field, event)
            if event.isAccepted():
                name = field.accessibleName() or type(field).__name__
                found.add(f"{key.sequence}: {key.text} | {type(field).__name__}: {name}")
    return sorted(found)
