"""Capture and restore the state of a session view that is rebuilt (change of language, session reopened).

The state is the focus, half-typed texts, current tabs, choices and what undo needs. The old and the new view are
built by the same code, so a widget is identified by its path in the widget tree.
"""

from typing import NamedTuple

from PySide6.QtWidgets import QAbstractButton, QComboBox, QTabWidget, QWidget
from shiboken6 import isValid

from ipu_session.ui.debate.notes.note_tags import InheritedTags
from ipu_session.ui.debate.workspace import DebateWorkspace
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.strings.event_texts.sentences import format_recorded
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit

_WidgetPath = tuple[tuple[str, int], ...]
"""From the root downwards: class name of each widget and its index among its siblings of that class."""


class ViewState(NamedTuple):
    """State of a view; widgets are identified by their path."""

    workspace: str
    focus: _WidgetPath | None
    """Path of the focus widget, from the workspace or, if outside it, from the view; None if outside the view."""
    is_focus_in_workspace: bool
    cursor_position: int
    texts: dict[_WidgetPath, str]
    """Texts of the visible line edits in the debate workspace, which are not saved as drafts; without empty ones."""
    display_messages: tuple[str, str]
    tab_indexes: dict[_WidgetPath, int]
    combo_indexes: dict[_WidgetPath, int]
    checked_buttons: frozenset[_WidgetPath]
    """Checked buttons of exclusive groups in the debate workspace, such as the list shown."""
    inherited_note: InheritedTags | None
    """Kind and themes that the next note inherits."""
    action_numbers: tuple[dict[int, int], dict[int, int]]
    """See `UndoDispatcher.action_numbers`."""
    is_undo_shown: bool


def capture_view_state(view: SessionView | None, *, undo_is_offered: bool) -> ViewState | None:
    """Return the state of ``view``, or None without a view; call it before `SessionView.shut_down()`."""
    if view is None:
        return None
    page = view.current_workspace
    focus = view.window().focusWidget()
    inside = focus is not None and page.isAncestorOf(focus)
    outside = focus is not None and not inside and view.isAncestorOf(focus)
    debate = isinstance(page, DebateWorkspace)
    lines = [each for each in page.findChildren(LineEdit) if debate and each.isVisible()]
    return ViewState(
        view.workspaces.current_name,
        _path_of(page if inside else view, focus) if focus is not None and (inside or outside) else None,
        inside,
        _cursor_position(focus),
        {_path_of(page, each): each.text() for each in lines if each.text()},
        (view.display_message_bar.hall_edit.text(), view.display_message_bar.speaker_edit.text()),
        {_path_of(page, each): each.currentIndex() for each in page.findChildren(QTabWidget)},
        {_path_of(page, each): each.currentIndex() for each in page.findChildren(QComboBox) if debate},
        frozenset(_path_of(page, each) for each in _checked_buttons(page)) if debate else frozenset(),
        page.notes.note_line.inherited_tags() if isinstance(page, DebateWorkspace) else None,
        view.undo_dispatcher.action_numbers,
        undo_is_offered,
    )


def restore_view_state(view: SessionView | None, carried: ViewState | None) -> None:
    """Apply the state of the old view to a new view of the same session."""
    if view is None or carried is None:
        return
    view.undo_dispatcher.restore_action_numbers(*carried.action_numbers)
    page = view.show_workspace(carried.workspace)
    _restore_choices(page, carried)
    if isinstance(page, DebateWorkspace) and carried.inherited_note is not None:
        page.notes.note_line.inherit(carried.inherited_note)
    _restore_texts(page, carried)
    view.display_message_bar.hall_edit.setText(carried.display_messages[0])
    view.display_message_bar.speaker_edit.setText(carried.display_messages[1])
    step = view.bridge.undo_step
    if carried.is_undo_shown and step is not None:
        view.announcer.command_completed.emit(format_recorded(step.event))
    _restore_focus(view, page, carried)


def _restore_choices(page: QWidget, carried: ViewState) -> None:
    """Select the same tabs, combo box entries and buttons."""
    for place, index in carried.tab_indexes.items():
        if isinstance(tabs := _find_widget(page, place), QTabWidget):
            tabs.setCurrentIndex(index)
    for place, index in carried.combo_indexes.items():
        if isinstance(box := _find_widget(page, place), QComboBox) and index < box.count():
            box.setCurrentIndex(index)
    for place in carried.checked_buttons:
        if isinstance(made := _find_widget(page, place), QAbstractButton) and not made.isChecked():
            made.click()


def _restore_texts(page: QWidget, carried: ViewState) -> None:
    """Put half-typed texts back into their line edits."""
    for place, text in carried.texts.items():
        if isinstance(line := _find_widget(page, place), LineEdit) and line.text() != text:
            line.setText(text)


def _restore_focus(view: SessionView, page: QWidget, carried: ViewState) -> None:
    """Focus the same widget and restore its cursor; show the display message bar if the widget is in it."""
    root = page if carried.is_focus_in_workspace else view
    found = None if carried.focus is None else _find_widget(root, carried.focus)
    if found is None:
        return
    if found in {view.display_message_bar.hall_edit, view.display_message_bar.speaker_edit}:
        view.display_message_bar.show()
    found.setFocus()
    if isinstance(found, LineEdit) and carried.cursor_position >= 0:
        found.deselect()
        found.setCursorPosition(min(carried.cursor_position, len(found.text())))
    elif isinstance(found, TextEdit) and carried.cursor_position >= 0:
        cursor = found.textCursor()
        cursor.setPosition(min(carried.cursor_position, found.document().characterCount() - 1))
        found.setTextCursor(cursor)


def _cursor_position(focus: QWidget | None) -> int:
    """Return the cursor position in UTF-16 code units; -1 if ``focus`` is not a text field."""
    if isinstance(focus, LineEdit):
        return focus.cursorPosition()
    return focus.textCursor().position() if isinstance(focus, TextEdit) else -1


def _checked_buttons(page: QWidget) -> list[QAbstractButton]:
    buttons = page.findChildren(QAbstractButton)
    return [each for each in buttons if each.isChecked() and each.group() is not None and each.group().exclusive()]


def _path_of(root: QWidget, widget: QWidget) -> _WidgetPath:
    steps: list[tuple[str, int]] = []
    while widget is not root:
        parent = widget.parentWidget()
        if parent is None:
            return ()
        steps.append((type(widget).__name__, _children_of_class(parent, type(widget).__name__).index(widget)))
        widget = parent
    return tuple(reversed(steps))


def _find_widget(root: QWidget, place: _WidgetPath) -> QWidget | None:
    widget = root
    for name, number in place:
        siblings = _children_of_class(widget, name)
        if number >= len(siblings):
            return None
        widget = siblings[number]
    return widget if place and isValid(widget) else None


def _children_of_class(parent: QWidget, name: str) -> list[QWidget]:
    children = (each for each in parent.children() if isinstance(each, QWidget))
    return [each for each in children if type(each).__name__ == name]
