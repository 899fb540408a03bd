"""Themes that a word processor's own structure shows: a column of a table, or headings below a heading."""

from collections.abc import Sequence

from ipu_session.importers.concept_note.theme_vocabulary import HEADING
from ipu_session.importers.files.lines import Cell, Style
from ipu_session.importers.files.paragraphs import Paragraph

Found = tuple[str, str, int]
"""A theme, its source, and the line where it begins."""


def in_table(text: Sequence[Paragraph]) -> list[Found]:
    """Return the themes below the heading "Theme" of a table, each with its whole row; or none."""
    for paragraph in text:
        cell = paragraph.cell
        if cell is not None and cell.row == 0 and HEADING.fullmatch(paragraph.text):
            found = _column(text, cell)
            if len(found) > 1:
                return found
    return []


def _column(text: Sequence[Paragraph], head: Cell) -> list[Found]:
    rows: dict[int, list[Paragraph]] = {}
    for paragraph in text:
        cell = paragraph.cell
        if cell is not None and cell.table == head.table and cell.row > 0:
            rows.setdefault(cell.row, []).append(paragraph)
    found: list[Found] = []
    for row in rows.values():
        source = " ".join(paragraph.source for paragraph in row)
        own = (each for each in row if each.cell is not None and each.cell.column == head.column)
        found += ((each.text, source, each.number) for each in list(own)[:1])
    return found


def under_heading(text: Sequence[Paragraph], place: int) -> list[Found]:
    """Return the headings one step below a heading, each with the prose that follows it; or none."""
    head = text[place]
    below: list[list[Paragraph]] = []
    depth = head.level + 1
    for paragraph in text[place + 1 :]:
        if paragraph.style is Style.HEADING and paragraph.level <= head.level:
            break
        if paragraph.style is Style.HEADING and (paragraph.level == depth or not below):
            depth = paragraph.level
            below.append([paragraph])
        elif below:
            below[-1].append(paragraph)
        else:
            # Something else than headings stands first: what is announced may be a list there.
            continue
    if len(below) < 2:
        return []
    return [(part[0].text, " ".join(each.source for each in part), part[0].number) for part in below]
