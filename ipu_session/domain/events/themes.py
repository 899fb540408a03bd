"""Themes."""

from dataclasses import dataclass

from ipu_session.domain.ids import NoteId, ThemeId


@dataclass(frozen=True, slots=True)
class ThemeAdded:
    """A theme joined at the end; ``source`` is the sentence of the concept note."""

    theme: ThemeId
    number: int
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class ThemeRenamed:
    """A theme got another title."""

    theme: ThemeId
    title: str


@dataclass(frozen=True, slots=True)
class ThemesOrdered:
    """The themes stand in this order now; their numbers stay."""

    order: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class ThemeRemoved:
    """A theme that nothing refers to was taken out."""

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class ThemesMerged:
    """All that belonged to a theme belongs to another now; the theme is gone."""

    theme: ThemeId
    into: ThemeId


@dataclass(frozen=True, slots=True)
class ThemeSplit:
    """A further theme was made out of one, right behind it, and took these notes over."""

    theme: ThemeId
    kept_title: str
    new: ThemeId
    number: int
    title: str
    notes: tuple[NoteId, ...]
