"""Themes and their syntheses."""

from dataclasses import dataclass

from ipu_session.domain.ids import ThemeId


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
class WriteSynthesis:
    """Set the edited summary of a theme."""

    theme: ThemeId
    text: str
