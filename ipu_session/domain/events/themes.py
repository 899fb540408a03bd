"""Events of themes."""

from typing import ClassVar

from ipu_session.domain.model.ids import NoteId, ThemeId
from ipu_session.domain.model.value import Value


class ThemeAdded(Value, frozen=True):
    """A theme was added at the end; ``source`` is the sentence of the concept note, or ""."""

    event_kind: ClassVar[str] = "ThemeAdded"

    theme: ThemeId
    number: int
    title: str
    source: str


class ThemeRenamed(Value, frozen=True):
    """A theme was renamed."""

    event_kind: ClassVar[str] = "ThemeRenamed"

    theme: ThemeId
    title: str


class ThemesOrdered(Value, frozen=True):
    """The themes were reordered; their numbers do not change."""

    event_kind: ClassVar[str] = "ThemesOrdered"

    order: tuple[ThemeId, ...]


class ThemeRemoved(Value, frozen=True):
    """A theme to which no note, request, contribution or passage refers was removed."""

    event_kind: ClassVar[str] = "ThemeRemoved"

    theme: ThemeId


class ThemesMerged(Value, frozen=True):
    """A theme was removed, and replaced by the theme ``into`` in everything that referred to it."""

    event_kind: ClassVar[str] = "ThemesMerged"

    theme: ThemeId
    into: ThemeId


class ThemeSplit(Value, frozen=True):
    """A theme was split: the new theme was inserted after it, and ``notes`` were moved to the new theme."""

    event_kind: ClassVar[str] = "ThemeSplit"

    theme: ThemeId
    kept_title: str
    new: ThemeId
    number: int
    title: str
    notes: tuple[NoteId, ...]


Event = ThemeAdded | ThemeRenamed | ThemesOrdered | ThemeRemoved | ThemesMerged | ThemeSplit

__all__ = ["ThemeAdded", "ThemeRemoved", "ThemeRenamed", "ThemeSplit", "ThemesMerged", "ThemesOrdered"]
