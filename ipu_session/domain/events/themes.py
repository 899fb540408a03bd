"""Events of themes."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import NoteId, ThemeId


@dataclass(frozen=True, slots=True)
class ThemeAdded:
    """A theme was added at the end; ``source`` is the sentence of the concept note, or ""."""

    event_kind: ClassVar[str] = "ThemeAdded"

    theme: ThemeId
    number: int
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class ThemeRenamed:
    """A theme was renamed."""

    event_kind: ClassVar[str] = "ThemeRenamed"

    theme: ThemeId
    title: str


@dataclass(frozen=True, slots=True)
class ThemesOrdered:
    """The themes were reordered; their numbers do not change."""

    event_kind: ClassVar[str] = "ThemesOrdered"

    order: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class ThemeRemoved:
    """A theme to which no note, request, contribution or passage refers was removed."""

    event_kind: ClassVar[str] = "ThemeRemoved"

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class ThemesMerged:
    """A theme was removed, and replaced by the theme ``into`` in everything that referred to it."""

    event_kind: ClassVar[str] = "ThemesMerged"

    theme: ThemeId
    into: ThemeId


@dataclass(frozen=True, slots=True)
class ThemeSplit:
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
