"""What is on the screen when the window is built anew (another language, the same session reopened).

Taken from the old view and put into the new one: the focus, what is half-typed, which lists are in front.
The two views are built by the same code, so a widget is found again by its place in the tree.
"""

from typing import NamedTuple

from PySide6.QtWidgets import QAbstractButton, QComboBox, QTabWidget, QWidget
from shiboken6 import isValid

from ipu_session.ui.debate.notes.note_line import Inherited
from ipu_session.ui.debate.workspace import DebateWorkspace
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.event_templates import say
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit

_Place = tuple[tuple[str, int], ...]
"""From the outermost: the class of each widget and its number among its siblings of that class."""


class Carried(NamedTuple):
    """The state of a view, by the places of its widgets."""

    workspace: str
    focus: _Place | None
    """The widget with the focus, in the workspace or else in the view; None if it is elsewhere."""
    focus_is_in_workspace: bool
    cursor: int
    texts: dict[_Place, str]
    """Half-typed lines of the debate that no draft keeps, and of the messages."""
    signs: tuple[str, str]
    tabs: dict[_Place, int]
    choices: dict[_Place, int]
    pressed: frozenset[_Place]
    """Buttons of which one at a time is pressed: the list in front, the scope of the notes."""
    note: Inherited | None
    """Kind and themes that the next note inherits."""
    ticks: tuple[dict[int, int], dict[int, int]]
    """When each act was done, and when it was taken back."""
    undo_is_offered: bool


def taken_from(view: SessionView | None, *, undo_is_offered: bool) -> Carried | None:
    """Take down how a view stands, if there is one; before it rests."""
    if view is None:
        return None
    page = view.current_workspace
    focus = view.window().focusWidget()
    inside = focus is not None and page.isAncestorOf(focus)
    outside = focus is not None and not inside and view.isAncestorOf(focus)
    debate = isinstance(page, DebateWorkspace)
    lines = [each for each in page.findChildren(LineEdit) if debate and each.isVisible()]
    return Carried(
        view.current,
        _place(page if inside else view, focus) if focus is not None and (inside or outside) else None,
        inside,
        _cursor(focus),
        {_place(page, each): each.text() for each in lines if each.text()},
        (view.signs.hall.text(), view.signs.speaker.text()),
        {_place(page, each): each.currentIndex() for each in page.findChildren(QTabWidget)},
        {_place(page, each): each.currentIndex() for each in page.findChildren(QComboBox) if debate},
        frozenset(_place(page, each) for each in _pressed(page)) if debate else frozenset(),
        page.notes.note.standing() if isinstance(page, DebateWorkspace) else None,
        view.undoing.ticks,
        undo_is_offered,
    )


def put_into(view: SessionView | None, carried: Carried | None) -> None:
    """Let a new view of the same session stand as the old one did."""
    if view is None or carried is None:
        return
    view.undoing.take_over(*carried.ticks)
    page = view.go(carried.workspace)
    _choose(page, carried)
    if isinstance(page, DebateWorkspace) and carried.note is not None:
        page.notes.note.resume(carried.note)
    _write(page, carried)
    view.signs.hall.setText(carried.signs[0])
    view.signs.speaker.setText(carried.signs[1])
    step = view.bridge.undoable
    if carried.undo_is_offered and step is not None:
        view.announcer.acted.emit(say("recorded", act=labels.act(step.event)))
    _focus(view, page, carried)


def _choose(page: QWidget, carried: Carried) -> None:
    """Bring the same lists and choices to the front."""
    for place, index in carried.tabs.items():
        if isinstance(tabs := _found(page, place), QTabWidget):
            tabs.setCurrentIndex(index)
    for place, index in carried.choices.items():
        if isinstance(box := _found(page, place), QComboBox) and index < box.count():
            box.setCurrentIndex(index)
    for place in carried.pressed:
        if isinstance(made := _found(page, place), QAbstractButton) and not made.isChecked():
            made.click()


def _write(page: QWidget, carried: Carried) -> None:
    """Write again what is half-typed."""
    for place, text in carried.texts.items():
        if isinstance(line := _found(page, place), LineEdit) and line.text() != text:
            line.setText(text)


def _focus(view: SessionView, page: QWidget, carried: Carried) -> None:
    """Give the same widget the focus; a message line shows itself for it."""
    root = page if carried.focus_is_in_workspace else view
    found = None if carried.focus is None else _found(root, carried.focus)
    if found is None:
        return
    if found in {view.signs.hall, view.signs.speaker}:
        view.signs.show()
    found.setFocus()
    if isinstance(found, LineEdit) and carried.cursor >= 0:
        found.deselect()
        found.setCursorPosition(min(carried.cursor, len(found.text())))
    elif isinstance(found, TextEdit) and carried.cursor >= 0:
        cursor = found.textCursor()
        cursor.setPosition(min(carried.cursor, found.document().characterCount() - 1))
        found.setTextCursor(cursor)


def _cursor(focus: QWidget | None) -> int:
    """Return where the cursor stands in a field, counted as Qt does; -1 in what is none."""
    if isinstance(focus, LineEdit):
        return focus.cursorPosition()
    return focus.textCursor().position() if isinstance(focus, TextEdit) else -1


def _pressed(page: QWidget) -> list[QAbstractButton]:
    buttons = page.findChildren(QAbstractButton)
    return [
        each for each in buttons if each.isChecked() and each.group() is not None and each.group().exclusive()
    ]


def _place(root: QWidget, widget: QWidget) -> _Place:
    steps: list[tuple[str, int]] = []
    while widget is not root:
        parent = widget.parentWidget()
        if parent is None:
            return ()
        steps.append((type(widget).__name__, _siblings(parent, type(widget).__name__).index(widget)))
        widget = parent
    return tuple(reversed(steps))


def _found(root: QWidget, place: _Place) -> QWidget | None:
    widget = root
    for name, number in place:
        siblings = _siblings(widget, name)
        if number >= len(siblings):
            return None
        widget = siblings[number]
    return widget if place and isValid(widget) else None


def _siblings(parent: QWidget, name: str) -> list[QWidget]:
    children = (each for each in parent.children() if isinstance(each, QWidget))
    return [each for each in children if type(each).__name__ == name]
