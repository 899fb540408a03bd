"""Themes."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import NoteId, ThemeId


@dataclass(frozen=True, slots=True)
class ThemeAdded:
    """A theme joined at the end; ``source`` is the sentence of the concept note."""

    event_kind: ClassVar[str] = "ThemeAdded"

    theme: ThemeId
    number: int
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class ThemeRenamed:
    """A theme got another title."""

    event_kind: ClassVar[str] = "ThemeRenamed"

    theme: ThemeId
    title: str


@dataclass(frozen=True, slots=True)
class ThemesOrdered:
    """The themes stand in this order now; their numbers stay."""

    event_kind: ClassVar[str] = "ThemesOrdered"

    order: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class ThemeRemoved:
    """A theme that nothing refers to was taken out."""

    event_kind: ClassVar[str] = "ThemeRemoved"

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class ThemesMerged:
    """All that belonged to a theme belongs to another now; the theme is gone."""

    event_kind: ClassVar[str] = "ThemesMerged"

    theme: ThemeId
    into: ThemeId


@dataclass(frozen=True, slots=True)
class ThemeSplit:
    """A further theme was made out of one, right behind it, and took these notes over."""

    event_kind: ClassVar[str] = "ThemeSplit"

    theme: ThemeId
    kept_title: str
    new: ThemeId
    number: int
    title: str
    notes: tuple[NoteId, ...]
