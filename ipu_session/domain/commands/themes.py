"""Commands for themes."""

from ipu_session.domain.model.ids import NoteId, ThemeId
from ipu_session.domain.model.value import Value


class AddTheme(Value, frozen=True):
    """Add a theme at the end."""

    title: str
    source: str = ""


class RenameTheme(Value, frozen=True):
    """Rename a theme."""

    theme: ThemeId
    title: str


class MoveTheme(Value, frozen=True):
    """Move a theme to another place, from 0."""

    theme: ThemeId
    position: int


class RemoveTheme(Value, frozen=True):
    """Remove a theme to which no note, request, contribution or passage refers."""

    theme: ThemeId


class MergeThemes(Value, frozen=True):
    """Remove ``theme``, and replace it by ``into`` in everything that refers to it."""

    theme: ThemeId
    into: ThemeId


class SplitTheme(Value, frozen=True):
    """Split a theme: a new theme is inserted after it, and ``notes`` move to the new theme."""

    theme: ThemeId
    title: str
    kept_title: str = ""
    """New title of the theme that is split; empty to keep its title."""
    notes: tuple[NoteId, ...] = ()


Command = AddTheme | RenameTheme | MoveTheme | RemoveTheme | MergeThemes | SplitTheme

__all__ = ["AddTheme", "MergeThemes", "MoveTheme", "RemoveTheme", "RenameTheme", "SplitTheme"]
