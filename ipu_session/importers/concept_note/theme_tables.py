"""Extraction of themes from the document structure: a column of a table, or subheadings."""

from collections.abc import Sequence

from ipu_session.importers.concept_note.theme_vocabulary import THEME_HEADING
from ipu_session.importers.files.lines import CellPosition, LineStyle
from ipu_session.importers.files.paragraphs import SourceParagraph

TableThemeItem = tuple[str, str, int]
"""(theme, source text, number of the line where it begins)."""


def themes_in_table(text: Sequence[SourceParagraph]) -> list[TableThemeItem]:
    """Return the cells below the heading "Theme" of a table, each with its row as source; or none."""
    for paragraph in text:
        cell = paragraph.cell
        if cell is not None and cell.row == 0 and THEME_HEADING.fullmatch(paragraph.text):
            found = _read_column(text, cell)
            if len(found) > 1:
                return found
    return []


def _read_column(text: Sequence[SourceParagraph], head: CellPosition) -> list[TableThemeItem]:
    rows: dict[int, list[SourceParagraph]] = {}
    for paragraph in text:
        cell = paragraph.cell
        if cell is not None and cell.table == head.table and cell.row > 0:
            rows.setdefault(cell.row, []).append(paragraph)
    found: list[TableThemeItem] = []
    for row in rows.values():
        source = " ".join(paragraph.source for paragraph in row)
        own = (each for each in row if each.cell is not None and each.cell.column == head.column)
        found += ((each.text, source, each.number) for each in list(own)[:1])
    return found


def subheadings(text: Sequence[SourceParagraph], place: int) -> list[TableThemeItem]:
    """Return the headings one level below the heading at ``place``, each with its prose as source; or none."""
    head = text[place]
    below: list[list[SourceParagraph]] = []
    depth = head.level + 1
    for paragraph in text[place + 1 :]:
        if paragraph.style is LineStyle.HEADING and paragraph.level <= head.level:
            break
        if paragraph.style is LineStyle.HEADING and (paragraph.level == depth or not below):
            depth = paragraph.level
            below.append([paragraph])
        elif below:
            below[-1].append(paragraph)
        else:
            # Text before the first subheading: the announced themes may be a list in it.
            continue
    if len(below) < 2:
        return []
    return [(part[0].text, " ".join(each.source for each in part), part[0].number) for part in below]
