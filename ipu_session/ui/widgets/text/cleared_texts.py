"""Stack of texts cleared by Escape; undo restores the latest first, whichever widget has the focus."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ipu_session.ui.widgets.text.action_counter import ACTION_COUNTER
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit

_MAX_CLEARED_TEXTS = 100


class ClearedText(NamedTuple):
    """One cleared text; ``action_number`` comes from ``ACTION_COUNTER``."""

    action_number: int
    field: QWidget
    restore: Callable[[], object]
    can_restore: Callable[[], bool]
    """Returns whether the text can be restored without overwriting a text typed since."""


class ClearedTexts:
    """Stack of the latest 100 cleared texts."""

    def __init__(self) -> None:
        self._stack: list[ClearedText] = []

    @property
    def latest_restorable(self) -> ClearedText | None:
        """The latest text that can be restored; None if there is none. Deleted widgets are dropped."""
        self._stack = [each for each in self._stack if isValid(each.field)]
        return next((each for each in reversed(self._stack) if each.can_restore()), None)

    def clear_field(self, field: LineEdit | TextEdit, on_restored: Callable[[], object] | None = None) -> None:
        """Clear a field, unless it is empty; ``on_restored`` is called when undo has restored its text."""
        text = field.plain_text
        if not text:
            return
        field.erase()
        undo_number = field.undo_number
        restore = partial(_restore_text, field, text, undo_number, on_restored)
        self._push(ClearedText(undo_number, field, restore, partial(_can_restore, field, undo_number)))

    def add(self, field: QWidget, restore: Callable[[], object], is_possible: Callable[[], bool]) -> None:
        """Add a text that the caller clears; ``is_possible`` tells whether ``restore`` can restore it."""
        self._push(ClearedText(ACTION_COUNTER.next_number(), field, restore, is_possible))

    def restore(self, cleared: ClearedText) -> None:
        """Restore a text and focus its field."""
        self._stack.remove(cleared)
        cleared.restore()
        if isValid(cleared.field) and cleared.field.isVisible():
            cleared.field.setFocus()

    def _push(self, cleared: ClearedText) -> None:
        self._stack.append(cleared)
        del self._stack[:-_MAX_CLEARED_TEXTS]


def _can_restore(field: LineEdit | TextEdit, undo_number: int) -> bool:
    """Return whether a field is unchanged since it was cleared, or empty again."""
    return field.undo_number == undo_number or not field.plain_text


def _restore_text(
    field: LineEdit | TextEdit, text: str, undo_number: int, on_restored: Callable[[], object] | None
) -> None:
    if field.undo_number == undo_number:
        field.undo_typing()
    elif isinstance(field, LineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
        field.moveCursor(field.textCursor().MoveOperation.End)
    if on_restored is not None:
        on_restored()


CLEARED_TEXTS = ClearedTexts()
