"""Lines of a document, as every reader hands them on."""

from dataclasses import dataclass
from enum import StrEnum

TEXT_LIMIT = 400_000
"""Characters of a document, about 120 pages; what follows is not read."""


class Style(StrEnum):
    """What a word processor says a line is."""

    PLAIN = ""
    TITLE = "title"
    HEADING = "heading"
    MARGIN = "margin"
    """In the header, the footer or a footnote of the page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in which table of the document something stands, all from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; ``whole`` if the file says that it is a paragraph, not a piece of a wrapped one."""

    text: str
    number: int
    whole: bool = False
    level: int = -1
    """Depth in one of Word's own lists, or of a heading, from 0; -1 for anything else."""
    style: Style = Style.PLAIN
    cell: Cell | None = None


def plain_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of plain text, numbered from 1; a page break is an empty line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n\n")
    return tuple(Line(line, number) for number, line in enumerate(text.split("\n"), 1))
