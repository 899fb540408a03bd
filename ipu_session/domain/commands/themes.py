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
    """Remove a theme to which no note, request, contribution or passage refers."""

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class MergeThemes:
    """Remove ``theme``, and replace it by ``into`` in everything that refers to it."""

    theme: ThemeId
    into: ThemeId


@dataclass(frozen=True, slots=True)
class SplitTheme:
    """Split a theme: a new theme is inserted after it, and ``notes`` move to the new theme."""

    theme: ThemeId
    title: str
    kept_title: str = ""
    """New title of the theme that is split; empty to keep its title."""
    notes: tuple[NoteId, ...] = ()


Command = AddTheme | RenameTheme | MoveTheme | RemoveTheme | MergeThemes | SplitTheme

__all__ = ["AddTheme", "MergeThemes", "MoveTheme", "RemoveTheme", "RenameTheme", "SplitTheme"]
