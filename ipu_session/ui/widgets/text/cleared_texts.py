"""Texts that Escape cleared: undo brings each back as the latest thing done, wherever the keyboard is."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ipu_session.ui.widgets.text.action_counter import TICKS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit

_REMEMBERED = 100


class Erasure(NamedTuple):
    """One text that was cleared; ``tick`` is of ``TICKS``."""

    tick: int
    field: QWidget
    put_back: Callable[[], object]
    is_possible: Callable[[], bool]
    """Whether the text can come back without taking the place of another that was written since."""


class Erasures:
    """A stack of erasures, the latest last."""

    def __init__(self) -> None:
        self._stack: list[Erasure] = []

    @property
    def latest(self) -> Erasure | None:
        """The latest text that can be brought back; None if there is none."""
        self._stack = [each for each in self._stack if isValid(each.field)]
        return next((each for each in reversed(self._stack) if each.is_possible()), None)

    def erase(self, field: LineEdit | TextEdit, then: Callable[[], object] | None = None) -> None:
        """Empty a field; ``then`` is called when its text has come back."""
        text = field.plain
        if not text:
            return
        field.erase()
        tick = field.undo_tick
        put_back = partial(_put_back, field, text, tick, then)
        self._remember(Erasure(tick, field, put_back, partial(_is_open, field, tick)))

    def note(self, field: QWidget, put_back: Callable[[], object], is_possible: Callable[[], bool]) -> None:
        """Remember that a text was cleared which only its form can bring back."""
        self._remember(Erasure(TICKS.next(), field, put_back, is_possible))

    def put_back(self, erasure: Erasure) -> None:
        """Bring a text back, with the keyboard in its field."""
        self._stack.remove(erasure)
        erasure.put_back()
        if isValid(erasure.field) and erasure.field.isVisible():
            erasure.field.setFocus()

    def _remember(self, erasure: Erasure) -> None:
        self._stack.append(erasure)
        del self._stack[:-_REMEMBERED]


def _is_open(field: LineEdit | TextEdit, tick: int) -> bool:
    """Whether nothing was written in a field since it was cleared, or nothing of it is left."""
    return field.undo_tick == tick or not field.plain


def _put_back(field: LineEdit | TextEdit, text: str, tick: int, then: Callable[[], object] | None) -> None:
    if field.undo_tick == tick:
        field.undo_typing()
    elif isinstance(field, LineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)
        field.moveCursor(field.textCursor().MoveOperation.End)
    if then is not None:
        then()


ERASURES = Erasures()
