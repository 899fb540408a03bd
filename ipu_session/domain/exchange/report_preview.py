"""Preview of the report on the screen, with the source of each line in the session."""

from enum import StrEnum

from ipu_session.domain.model.value import Value


class SourceKind(StrEnum):
    """Kind of the source of a line."""

    DETAILS = "details"
    THEME = "theme"
    NOTE = "note"
    PASSAGE = "passage"
    INTERVENTION = "intervention"
    REQUEST = "request"
    CONTRIBUTION = "contribution"


class SourceReference(Value, frozen=True):
    """Reference to a source by its id; for a note or passage ``theme`` is the theme under which the report has it."""

    kind: SourceKind
    id: int = 0
    theme: int | None = None


class PreviewStyle(StrEnum):
    """Kind of a preview line, which decides its format."""

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


class PreviewColumn(Value, frozen=True):
    """A column's width as a share of the table's, and whether its text is aligned at the end."""

    width_share: int
    is_end_aligned: bool = False


class PreviewLine(Value, frozen=True):
    """A paragraph, a list item, or a row of a table."""

    style: PreviewStyle
    cells: tuple[str, ...]
    level: int = 0
    columns: tuple[PreviewColumn, ...] = ()
    has_markup: bool = False
    """Whether the text has the markup of `domain.text.inline_markup`."""
    source: SourceReference | None = None

    @property
    def text(self) -> str:
        """The line as one text, for searching and for screen readers."""
        return " · ".join(cell for cell in self.cells if cell)


class ReportPreview(Value, frozen=True):
    """The lines of the whole report."""

    is_right_to_left: bool
    lines: tuple[PreviewLine, ...]
