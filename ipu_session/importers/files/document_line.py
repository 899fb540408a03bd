"""Lines of a document: the common output of all text readers."""

import re
from enum import StrEnum

from msgspec import Struct

TEXT_LIMIT_CHARS = 400_000
"""Maximum length of a document, in characters, about 120 pages; the rest is not read."""
LABEL = re.compile(
    r"(?:place|venue|location|lieu|lugar|sede|dates?|day|jour|fecha|día|deadline|date limite|délai|"
    r"fecha límite|plazo|(?:standing )?committee|commission(?: permanente)?|comisión(?: permanente)?)"
    r"(?:\s+(?:and|of|for|et|du|de|des|pour|y|del|para)\s+(?:the |les |la |las |el )?(?:written )?"
    r"(?:time|debate|contributions?|submission|heure|débat|hora|contribuciones)(?: écrites| escritas)?)?"
    r"\s*:?",
    re.IGNORECASE,
)
"""Line that is only a label, whose value is in the next line or after a gap: place, date, deadline, committee."""


class LineStyle(StrEnum):
    """Style of a line in the word processor."""

    PLAIN = ""
    TITLE = "title"
    HEADING = "heading"
    MARGIN = "margin"
    """Header, footer or footnote; also given to paragraphs in which no themes are searched."""


class CellPosition(Struct, frozen=True):
    """Indexes of a table in the document and of a cell in the table, all from 0."""

    table: int
    row: int
    column: int


class SourceLine(Struct, frozen=True):
    """A line of text; ``is_paragraph`` if the file marks it as a whole paragraph, not as a wrapped line."""

    text: str
    number: int
    is_paragraph: bool = False
    level: int = -1
    """Level in a list of the word processor, or of a heading, from 0; -1 for anything else."""
    style: LineStyle = LineStyle.PLAIN
    cell: CellPosition | None = None


def split_plain_text(text: str) -> tuple[SourceLine, ...]:
    """Return the lines of plain text, numbered from 1; a page break becomes an empty line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n\n")
    return tuple(SourceLine(line, number) for number, line in enumerate(text.split("\n"), 1))
