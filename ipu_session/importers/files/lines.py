"""Lines of a document, as every reader hands them on."""

import re
from dataclasses import dataclass
from enum import StrEnum

TEXT_LIMIT_CHARS = 400_000
"""Characters of a document, about 120 pages; what follows is not read."""
LABEL = re.compile(
    r"(?:place|venue|location|lieu|lugar|sede|dates?|day|jour|fecha|día|deadline|date limite|délai|"
    r"fecha límite|plazo|(?:standing )?committee|commission(?: permanente)?|comisión(?: permanente)?)"
    r"(?:\s+(?:and|of|for|et|du|de|des|pour|y|del|para)\s+(?:the |les |la |las |el )?(?:written )?"
    r"(?:time|debate|contributions?|submission|heure|débat|hora|contribuciones)(?: écrites| escritas)?)?"
    r"\s*:?",
    re.IGNORECASE,
)
"""A line that only says what the next one is: a place, a date, a deadline, a committee."""


class LineStyle(StrEnum):
    """What a word processor says a line is."""

    PLAIN = ""
    TITLE = "title"
    HEADING = "heading"
    MARGIN = "margin"
    """In the header, the footer or a footnote of the page."""


@dataclass(frozen=True, slots=True)
class CellPosition:
    """Where in which table of the document something stands, all from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of text; ``whole`` if the file says that it is a paragraph, not a piece of a wrapped one."""

    text: str
    number: int
    is_paragraph: bool = False
    level: int = -1
    """Depth in one of Word's own lists, or of a heading, from 0; -1 for anything else."""
    style: LineStyle = LineStyle.PLAIN
    cell: CellPosition | None = None


def split_plain_text(text: str) -> tuple[SourceLine, ...]:
    """Return the lines of plain text, numbered from 1; a page break is an empty line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n\n")
    return tuple(SourceLine(line, number) for number, line in enumerate(text.split("\n"), 1))
