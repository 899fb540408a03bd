"""Rows of the action tables: what an action is called, its key, and when it is allowed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ipu_session.domain.commands import Command
from ipu_session.domain.model.session import Session
from ipu_session.ui.actions.scopes import Scope
from ipu_session.ui.strings.translation import translate

CONTEXT = "Actions"
"""Qt translation context of all texts in the tables; the literal in ``QT_TRANSLATE_NOOP`` must be the same."""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action that a view connects to a function; ``key`` is "" if it has no shortcut."""

    name: str
    text: str
    key: str
    more_keys: tuple[str, ...] = field(default=(), kw_only=True)
    button_text: str = field(default="", kw_only=True)
    """Text of a button for the action, if it is shorter than ``text``."""
    tooltip: str = field(default="", kw_only=True)
    """Text of the tooltip without the key, if it says more than ``text``."""
    placeholders: Callable[[], Mapping[str, str]] = field(default=dict, kw_only=True)
    """Returns the values of the placeholders in ``text``."""
    data: int | str | None = field(default=None, kw_only=True)
    """Passed to the function as `QAction.data()`: which of several similar actions it is."""

    @property
    def keys(self) -> tuple[str, ...]:
        """``key`` and ``more_keys``; `ui/keyboard/alternative_keys.py` adds alternatives for some keys."""
        return (self.key, *self.more_keys) if self.key else self.more_keys

    @property
    def label(self) -> str:
        """``text``, translated, with its placeholders filled."""
        return translate_text(self.text).format(**self.placeholders())

    @property
    def button_label(self) -> str:
        """``button_text``, translated; `label` if it is empty."""
        return translate_text(self.button_text) if self.button_text else self.label


@dataclass(frozen=True, slots=True)
class CommandActionSpec(ActionSpec):
    """An action that executes a command on the session."""

    is_allowed: Callable[[Session], bool]
    make_command: Callable[[Session], Command]


class KeyedRowsModel(Protocol):
    """A list model in which each row has a key, such as the id of a note."""

    def key_at(self, row: int) -> object:
        """Return the key of a row; None if out of range."""

    def rowCount(self) -> int:
        """Return the number of rows."""


@dataclass(frozen=True, slots=True)
class CurrentRow:
    """The current row of a list, for the conditions and commands of its actions."""

    model: KeyedRowsModel
    number: int
    """Number of the row; -1 if there is none."""
    session: Session

    @property
    def key(self) -> object:
        """Key of the row; None if there is no current row."""
        return self.key_at(0)

    @property
    def id(self) -> int:
        """Key of the row if it is an id, such as that of a note; 0, which is never an id, if it is not an int."""
        return self.id_at(0)

    def key_at(self, offset: int) -> object:
        """Return the key of the row ``offset`` rows further down; None if there is none."""
        return self.model.key_at(self.number + offset) if self.number >= 0 else None

    def id_at(self, offset: int) -> int:
        """Return the key ``offset`` rows further down if it is an id; 0 if it is not an int or there is no such row."""
        key = self.key_at(offset)
        return key if isinstance(key, int) else 0

    @property
    def is_last(self) -> bool:
        """Whether no row follows; also true for an empty list."""
        return self.number == self.model.rowCount() - 1


@dataclass(frozen=True, slots=True)
class RowCondition:
    """A condition on the current row, and the sentence shown if it is not met: "" for `unavailable_message`."""

    is_met: Callable[[CurrentRow], bool]
    otherwise: str = ""


HAS_ROW = RowCondition(lambda row: row.number >= 0)


@dataclass(frozen=True, slots=True)
class RowActionSpec(ActionSpec):
    """An action on the current row of a list; with ``make_command`` it executes a command on the session."""

    conditions: tuple[RowCondition, ...] = field(default=(), kw_only=True)
    make_command: Callable[[CurrentRow], Command] | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class ActionTable:
    """Actions whose keys work in the same scope."""

    scope: Scope
    specs: tuple[ActionSpec, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the actions, in the order of the rows."""
        return tuple(spec.name for spec in self.specs)

    def __getitem__(self, name: str) -> ActionSpec:
        """Return the row of this name; KeyError if there is none."""
        for spec in self.specs:
            if spec.name == name:
                return spec
        raise KeyError(name)


def translate_text(text: str) -> str:
    """Translate a text of the tables into the language of the screen."""
    return translate(CONTEXT, text)
