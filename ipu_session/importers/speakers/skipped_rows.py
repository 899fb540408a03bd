"""Recognition of rows that are not speakers: repeated headings, totals, page numbers, notes, group headings."""

import re
from collections.abc import Sequence

from ipu_session.domain.model.rules import Category
from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.speakers.column_headings import NAME_PARTS, detect_fields
from ipu_session.importers.speakers.vocabulary import is_category, parse_category

_TOTAL = re.compile(r"(?:grand |sub ?|sous )?(?:total|totaux|totales|المجموع|مجموع|الاجمالي)\b.{0,40}")
_PAGE = re.compile(r"(?:page|pagina|صفحه) ?\d+(?: ?(?:of|de|sur|من|/)? ?\d+)?|\d+ (?:of|de|sur) \d+")
_NOTE = re.compile(
    r"\s*(?:[*†‡§¹²³]|(?:note|n\.?b\.?|source|remarque|nota|fuente|updated|mis à jour|as of|printed)\b)", re.IGNORECASE
)
_GROUPS = frozenset(
    fold(group)
    for group in (
        *("African", "Arab", "Asia-Pacific", "Eurasia", "GRULAC", "Twelve Plus", "12+", "Africa", "Americas"),
        *("Africain", "Arabe", "Asie-Pacifique", "Eurasie", "Douze Plus", "Africano", "Asia-Pacífico", "Europe"),
        *(
            "Asia",
            "Latin America",
            "Latin America and the Caribbean",
            "Amérique latine et Caraïbes",
            "América Latina y el Caribe",
            "Oceania",
            "Observers",
            "Observateurs",
            "Observadores",
            "Members",
            "Membres",
        ),
        *("Experts", "Panellists", "Associate Members", "Speakers", "Guests", "Invités", "Orateurs"),
    )
)
_GROUP = re.compile(r"(?:group|groupe|grupo)? ?(?:of |des |du |de )?(.+?) ?(?:group|groupe|grupo|states|countries)?")


def skip_reason(cells: Sequence[str], fields: Sequence[str]) -> str | None:
    """Return None for a row that is to be read.

    For a row to be skipped, return the text to be reported; "" for a repeated heading row, which is not reported.
    """
    filled = [cell for cell in cells if cell.strip()]
    if _is_repeated_heading(cells, fields):
        return ""
    folded = fold(filled[0])
    if _TOTAL.fullmatch(folded) and not _has_name(cells, fields):
        return " ".join(" ".join(filled).split())
    if len(filled) > 1 and len(set(filled)) > 1:
        return None
    text = " ".join(filled[0].split())
    nobody = _PAGE.fullmatch(folded) or _NOTE.match(text) or not any(map(str.isalpha, text)) or is_group(folded)
    return text if nobody else None


def is_group(folded: str) -> bool:
    """Return whether a folded text is a group of delegations or a category of speakers."""
    match = _GROUP.fullmatch(folded)
    return folded in _GROUPS or (match is not None and match[1] in _GROUPS) or is_category(folded)


def category_of_section(folded: str) -> Category | None:
    """Return the category of a section heading, given folded: Observers, Experts; None for any other text."""
    for form in (folded, folded.removesuffix("s"), folded.removesuffix("es")):
        if is_category(form):
            return parse_category(form)
    return None


def _is_repeated_heading(cells: Sequence[str], fields: Sequence[str]) -> bool:
    row_fields = detect_fields(cells)
    pairs = [(one, other) for one, other in zip(row_fields, fields, strict=False) if one]
    filled = sum(1 for cell in cells if cell.strip())
    return len(pairs) > 1 and all(one == other for one, other in pairs) and len(pairs) * 2 > filled


def _has_name(cells: Sequence[str], fields: Sequence[str]) -> bool:
    name_cells = [cell for cell, field in zip(cells, fields, strict=False) if field in NAME_PARTS]
    return any(any(map(str.isalpha, cell)) for cell in name_cells[:1]) and not _TOTAL.fullmatch(fold(name_cells[0]))
