"""Extraction of themes from the document structure: a column of a table, or subheadings."""

from collections.abc import Sequence

from ipu_session.importers.concept_note.theme_vocabulary import THEME_HEADING
from ipu_session.importers.files.document_line import CellPosition, LineStyle
from ipu_session.importers.files.paragraph_reconstruction import SourceParagraph

TableThemeItem = tuple[str, str, int]
"""(theme, source text, number of the line where it begins)."""


def themes_in_table(text: Sequence[SourceParagraph]) -> list[TableThemeItem]:
    """Return the cells below the heading "Theme" of a table, each with its row as source; else []."""
    for paragraph in text:
        cell = paragraph.cell
        if cell is not None and cell.row == 0 and THEME_HEADING.fullmatch(paragraph.text):
            items = _read_column(text, cell)
            if len(items) > 1:
                return items
    return []


def _read_column(text: Sequence[SourceParagraph], heading: CellPosition) -> list[TableThemeItem]:
    rows: dict[int, list[SourceParagraph]] = {}
    for paragraph in text:
        cell = paragraph.cell
        if cell is not None and cell.table == heading.table and cell.row > 0:
            rows.setdefault(cell.row, []).append(paragraph)
    items: list[TableThemeItem] = []
    for row in rows.values():
        source = " ".join(paragraph.source for paragraph in row)
        cells = (each for each in row if each.cell is not None and each.cell.column == heading.column)
        items += ((each.text, source, each.number) for each in list(cells)[:1])
    return items


def subheadings(text: Sequence[SourceParagraph], index: int) -> list[TableThemeItem]:
    """Return the headings one level below the heading at ``index``, each with its prose as source; else []."""
    heading = text[index]
    sections: list[list[SourceParagraph]] = []
    depth = heading.level + 1
    for paragraph in text[index + 1 :]:
        if paragraph.style is LineStyle.HEADING and paragraph.level <= heading.level:
            break
        if paragraph.style is LineStyle.HEADING and (paragraph.level == depth or not sections):
            depth = paragraph.level
            sections.append([paragraph])
        elif sections:
            sections[-1].append(paragraph)
        else:
            # Text before the first subheading: the announced themes may be a list in it.
            continue
    if len(sections) < 2:
        return []
    return [(part[0].text, " ".join(each.source for each in part), part[0].number) for part in sections]
