"""Themes and their syntheses."""

from dataclasses import dataclass

from ipu_session.domain.ids import ThemeId


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
class SynthesisWritten:
    """The edited summary of a theme reads so now."""

    theme: ThemeId
    text: str
