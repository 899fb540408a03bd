"""What a report can be: its language, its layout, with or without names, long or short (product.md, R1)."""

from dataclasses import dataclass
from enum import StrEnum

LANGUAGE_CODES = ("en", "fr", "es", "ar")
"""The codes of the languages that a report can be written in."""


class ReportLayout(StrEnum):
    """By what the body of the report is arranged."""

    THEMES = "themes"
    SPEAKERS = "speakers"


class ReportLength(StrEnum):
    """Everything, or two pages for the Chair."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Which report is wanted of a session."""

    language: str = "en"
    layout: ReportLayout = ReportLayout.THEMES
    attributed: bool = True
    """Whether points, proposals and elements say whose they are."""
    length: ReportLength = ReportLength.FULL

    @property
    def is_possible(self) -> bool:
        """Whether there is such a report: one arranged by speakers cannot be without their names."""
        return self.attributed or self.layout is not ReportLayout.SPEAKERS


DEFAULT_OPTIONS = ReportOptions()
