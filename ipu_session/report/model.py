"""A report as immutable values, compared by ==, independent of file formats.

Every text is sanitized on construction, so that no writer meets characters that XML forbids. References to sources in
the session serve the preview; they are not written.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import force_setattr

from ipu_session.domain.exchange.report_preview import SourceReference
from ipu_session.report.sanitize import sanitize_text


class ParagraphStyle(StrEnum):
    """Role of a paragraph; each writer defines its appearance."""

    BODY = "body"
    LEAD = "lead"
    """Introduces the next block and is kept with it."""
    REMARK = "remark"


class ColumnAlignment(StrEnum):
    """Horizontal alignment of a column."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class _SanitizedValue(Struct, frozen=True):
    """Base of values whose text fields are sanitized."""

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            force_setattr(self, name, _sanitize(getattr(self, name)))


class Masthead(_SanitizedValue, frozen=True):
    """The masthead of the first page; each pair is set left and right on one line."""

    pairs: tuple[tuple[str, str], ...]
    committee: str
    kind: str
    title: str


class Heading(_SanitizedValue, frozen=True):
    """A heading, listed in the table of contents; levels from 1."""

    level: int
    text: str
    source: SourceReference | None = None
    key: str = ""
    """Identifies the heading in later exports if its text may change, as a theme's title; "": its text does."""


class Paragraph(_SanitizedValue, frozen=True):
    """Running text; line breaks are kept."""

    text: str
    style: ParagraphStyle = ParagraphStyle.BODY
    has_markup: bool = False
    """Whether the text has inline markup (`domain.text.inline_markup`)."""
    page_break_after: bool = False
    """Whether the next block begins on a new page."""
    source: SourceReference | None = None


class Bullets(_SanitizedValue, frozen=True):
    """A bulleted list."""

    items: tuple[str, ...]
    has_markup: bool = False
    """Whether the items have inline markup (`domain.text.inline_markup`)."""
    sources: tuple[SourceReference | None, ...] = ()
    """One for each item."""


class Column(_SanitizedValue, frozen=True):
    """A column: its heading, and its width as a share of the table's."""

    heading: str
    share: int
    align: ColumnAlignment = ColumnAlignment.START


class Table(_SanitizedValue, frozen=True):
    """Rows under headings; ``has_total_row`` if the last row is their sum."""

    name: str
    """Identifier of the table: ``speakers``, ``matrix`` …"""
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total_row: bool = False
    sources: tuple[SourceReference | None, ...] = ()
    """One for each row except a total."""


class Series(_SanitizedValue, frozen=True):
    """A data series: one value for each category."""

    name: str
    values: tuple[float, ...]


class Chart(_SanitizedValue, frozen=True):
    """A bar chart beside the table that has the same figures."""

    name: str
    """The name of the table beside it."""
    caption: str
    alt_text: str
    """Alternative text that states what the chart shows."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str = "0"
    """Number format of the values in spreadsheet notation: ``[m]:ss``."""
    is_stacked: bool = False
    """Whether the series are parts of one whole."""


Block = Heading | Paragraph | Bullets | Table | Chart


class Report(_SanitizedValue, frozen=True):
    """The whole document; ``created_ms`` is its date in UTC milliseconds."""

    language_tag: str
    """The language tag used in Word: ``en-GB``."""
    title: str
    subject: str
    stamps: tuple[str, ...]
    """EXAMPLE, DRAFT: shown on every page."""
    masthead: Masthead
    toc_heading: str
    """Heading of the table of contents; "" for a report without one."""
    page_number_labels: tuple[str, str]
    """Texts before the page number and before the number of pages."""
    created_ms: int
    blocks: tuple[Block, ...]
    right_to_left: bool = False
    custom_properties: tuple[tuple[str, str], ...] = ()
    """Custom document properties that identify the session."""

    def table(self, name: str) -> Table | None:
        """Return the table of that name; None if there is none."""
        return next((block for block in self.blocks if isinstance(block, Table) and block.name == name), None)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in order."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))


def _sanitize(value: object) -> object:
    if type(value) is str:
        return sanitize_text(value)
    if type(value) is tuple:
        return tuple([_sanitize(part) for part in value])
    return value
