"""A report as plain values, compared by ==, before it is any file format.

Every text is cleaned when the value is made, so that no writer ever meets what XML cannot carry. Where in the
session something comes from is known for the preview's sake; it is no part of what is compared or written.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from ipu_session.domain.exchange.report_preview import SourceReference
from ipu_session.report.sanitize import sanitize_text


class ParagraphStyle(StrEnum):
    """What a paragraph is for; a writer knows how that looks."""

    BODY = "body"
    LEAD = "lead"
    """Announces what follows and stays with it."""
    REMARK = "remark"


class ColumnAlignment(StrEnum):
    """Where a column's text stands."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class _SanitizedFields:
    """Cleans every text of the frozen value that inherits it."""

    __slots__: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in type(self).__slots__:
            object.__setattr__(self, name, _sanitize(getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Masthead(_SanitizedFields):
    """The head of the first page: pairs stand left and right of each other."""

    pairs: tuple[tuple[str, str], ...]
    committee: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Heading(_SanitizedFields):
    """A heading that the contents list; levels from 1."""

    level: int
    text: str
    source: SourceReference | None = field(default=None, compare=False)
    key: str = ""
    """By what it is known when its text can change, as a theme's title can; empty: by its text."""


@dataclass(frozen=True, slots=True)
class Paragraph(_SanitizedFields):
    """Running text; a line break in it stays one."""

    text: str
    style: ParagraphStyle = ParagraphStyle.BODY
    has_markup: bool = False
    """Whether the text has the marks of `domain.marks`."""
    page_break_after: bool = False
    """Whether what follows begins a page."""
    source: SourceReference | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Bullets(_SanitizedFields):
    """A list."""

    items: tuple[str, ...]
    has_markup: bool = False
    """Whether the items have the marks of `domain.marks`."""
    sources: tuple[SourceReference | None, ...] = field(default=(), compare=False)
    """One for each item."""


@dataclass(frozen=True, slots=True)
class Column(_SanitizedFields):
    """A column: its heading, and its width as a share of the table's."""

    heading: str
    share: int
    align: ColumnAlignment = ColumnAlignment.START


@dataclass(frozen=True, slots=True)
class Table(_SanitizedFields):
    """Rows under headings; ``total`` says that the last row is their sum."""

    name: str
    """What the table is, for those who look for it in the value: ``speakers``, ``matrix`` …"""
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total_row: bool = False
    sources: tuple[SourceReference | None, ...] = field(default=(), compare=False)
    """One for each row, but for a total."""


@dataclass(frozen=True, slots=True)
class Series(_SanitizedFields):
    """One row of bars: a value for each category."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart(_SanitizedFields):
    """Bars beside the table that has the same figures."""

    name: str
    """The name of the table that it stands beside."""
    caption: str
    alt_text: str
    """What the chart says, in words, for those who do not see it."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str = "0"
    """How the values are shown, as spreadsheets write it: ``[m]:ss``."""
    is_stacked: bool = False
    """Whether the series are parts of one whole."""


Block = Heading | Paragraph | Bullets | Table | Chart


@dataclass(frozen=True, slots=True)
class Report(_SanitizedFields):
    """The whole document; ``created_ms`` is when it was drawn up (UTC)."""

    language_tag: str
    """The language as Word wants it: ``en-GB``."""
    title: str
    subject: str
    stamps: tuple[str, ...]
    """EXAMPLE, DRAFT: on every page."""
    masthead: Masthead
    toc_heading: str
    """The heading of the contents; a report without it has none."""
    page_number_labels: tuple[str, str]
    """What stands before the number of the page, and before that of the last page."""
    created_ms: int
    blocks: tuple[Block, ...]
    right_to_left: bool = False
    custom_properties: tuple[tuple[str, str], ...] = ()
    """Properties of the document by which its session is found again; nobody sees them on the page."""

    def table(self, name: str) -> Table | None:
        """Return the table of that name, if the report has it."""
        return next((b for b in self.blocks if isinstance(b, Table) and b.name == name), None)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, in order: what the contents list."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))


def _sanitize(value: object) -> object:
    if type(value) is str:
        return sanitize_text(value)
    if type(value) is tuple:
        return tuple([_sanitize(part) for part in value])
    return value
