"""Themes."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import NoteId, ThemeId


@dataclass(frozen=True, slots=True)
class AddTheme:
    """Add a theme at the end."""

    title: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class RenameTheme:
    """Give a theme another title."""

    theme: ThemeId
    title: str


@dataclass(frozen=True, slots=True)
class MoveTheme:
    """Put a theme at another place, counted from 0."""

    theme: ThemeId
    position: int


@dataclass(frozen=True, slots=True)
class RemoveTheme:
    """Take out a theme that nothing refers to."""

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class MergeThemes:
    """Let all that belongs to a theme belong to another; the theme is gone."""

    theme: ThemeId
    into: ThemeId


@dataclass(frozen=True, slots=True)
class SplitTheme:
    """Make a further theme out of one, right behind it; the notes named go over to it."""

    theme: ThemeId
    title: str
    kept_title: str = ""
    """What the first is called then; empty to leave it as it is."""
    notes: tuple[NoteId, ...] = ()
