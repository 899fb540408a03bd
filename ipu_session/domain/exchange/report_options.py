"""Options of a report: language, layout, with or without names, long or short (docs/rules.md#r1)."""

from enum import StrEnum

from ipu_session.domain.model.value import Value

LANGUAGE_CODES = ("en", "fr", "es", "ar")
"""Languages that a report can be written in."""


class ReportLayout(StrEnum):
    """How the body of the report is arranged."""

    THEMES = "themes"
    SPEAKERS = "speakers"


class ReportLength(StrEnum):
    """The full report, or two pages for the chair."""

    FULL = "full"
    SHORT = "short"


class ReportOptions(Value, frozen=True):
    """Which report is to be written."""

    language: str = "en"
    layout: ReportLayout = ReportLayout.THEMES
    attributed: bool = True
    """Whether points, proposals and elements name their authors."""
    length: ReportLength = ReportLength.FULL

    @property
    def is_possible(self) -> bool:
        """Whether the options can be combined: a report arranged by speakers cannot leave out their names."""
        return self.attributed or self.layout is not ReportLayout.SPEAKERS


DEFAULT_OPTIONS = ReportOptions()
