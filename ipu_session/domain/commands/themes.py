"""Commands for themes."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import NoteId, ThemeId


@dataclass(frozen=True, slots=True)
class AddTheme:
    """Add a theme at the end."""

    title: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class RenameTheme:
    """Rename a theme."""

    theme: ThemeId
    title: str


@dataclass(frozen=True, slots=True)
class MoveTheme:
    """Move a theme to another place, from 0."""

    theme: ThemeId
    position: int


@dataclass(frozen=True, slots=True)
class RemoveTheme:
    """Remove a theme that nothing refers to."""

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class MergeThemes:
    """Merge ``theme`` into the theme ``into``."""

    theme: ThemeId
    into: ThemeId


@dataclass(frozen=True, slots=True)
class SplitTheme:
    """Split a theme: a new one follows it, and the notes named move to it."""

    theme: ThemeId
    title: str
    kept_title: str = ""
    """New title of the first theme; empty to keep its title."""
    notes: tuple[NoteId, ...] = ()


Command = AddTheme | RenameTheme | MoveTheme | RemoveTheme | MergeThemes | SplitTheme

__all__ = ["AddTheme", "MergeThemes", "MoveTheme", "RemoveTheme", "RenameTheme", "SplitTheme"]
