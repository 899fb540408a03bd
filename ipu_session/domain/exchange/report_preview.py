"""The report as the window shows it before it is written, and where in the session each line comes from."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What sort of thing a line of the report comes from."""

    DETAILS = "details"
    THEME = "theme"
    NOTE = "note"
    PASSAGE = "passage"
    INTERVENTION = "intervention"
    REQUEST = "request"
    CONTRIBUTION = "contribution"


@dataclass(frozen=True, slots=True)
class SourceReference:
    """The thing itself; for a note or passage also the theme under which the report has it."""

    kind: SourceKind
    id: int = 0
    theme: int | None = None


class PreviewStyle(StrEnum):
    """How a line looks."""

    STAMP = "stamp"
    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LEAD = "lead"
    REMARK = "remark"
    BULLET = "bullet"
    CAPTION = "caption"
    COLUMNS = "columns"
    ROW = "row"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """A column's width as a share of the table's, and whether its text stands at the end."""

    width_share: int
    is_end_aligned: bool = False


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A paragraph, an item of a list, or a row of a table."""

    style: PreviewStyle
    cells: tuple[str, ...]
    level: int = 0
    columns: tuple[PreviewColumn, ...] = ()
    has_markup: bool = False
    """Whether the text has the marks of `domain.marks`."""
    source: SourceReference | None = None

    @property
    def text(self) -> str:
        """The line as one text: what is searched, and what a screen reader says."""
        return " · ".join(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class ReportPreview:
    """The whole of it."""

    is_right_to_left: bool
    lines: tuple[PreviewLine, ...]
