"""What a report can be: its language, its layout, with or without names, long or short (product.md, R1)."""

from dataclasses import dataclass
from enum import StrEnum

LANGUAGES = ("en", "fr", "es", "ar")
"""The codes of the languages that a report can be written in."""


class Layout(StrEnum):
    """By what the body of the report is arranged."""

    THEMES = "themes"
    SPEAKERS = "speakers"


class Length(StrEnum):
    """Everything, or two pages for the Chair."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """Which report is wanted of a session."""

    language: str = "en"
    layout: Layout = Layout.THEMES
    attributed: bool = True
    """Whether points, proposals and elements say whose they are."""
    length: Length = Length.FULL

    @property
    def possible(self) -> bool:
        """Whether there is such a report: one arranged by speakers cannot be without their names."""
        return self.attributed or self.layout is not Layout.SPEAKERS


THE_USUAL = ReportChoice()
