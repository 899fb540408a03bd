"""Rebuilds the table of contents of an edited report from its present headings."""

import re
from collections.abc import Iterator

from ipu_session.report.docx.blocks import SDT, P, insert_bookmark
from ipu_session.report.docx.fingerprint import StyleTable, plain_text
from ipu_session.report.docx.style_counterparts import DocumentStyles, adapt_to_document
from ipu_session.report.docx.wordml import W, heading_bookmark_name, toc_xml
from ipu_session.report.docx.xml_element import XmlElement, remove_element
from ipu_session.report.model import Heading

_W = f"{{{W}}}"
_TOC_FIELD = re.compile(r"^\s*TOC\b")
HEADING_LEVELS = {"Heading1": 1, "Heading2": 2, "Heading3": 3}
"""Heading level by our style id."""

_HEADING_BOOKMARK_PREFIX = "_Toc"
_WITHOUT_DIRECTION_MARKS = dict.fromkeys(map(ord, "\u200e\u200f"))
"""Direction marks are removed, because they are added again when the entries are written."""


def find_toc(body: XmlElement) -> list[XmlElement]:
    """Return the elements of the body that the contents field spans; empty if the field was deleted."""
    for start in body:
        if not any(_TOC_FIELD.match(each.text or "") for each in start.iter(f"{_W}instrText")):
            continue
        if start.tag == SDT:
            return [start]
        return _field_elements(start)
    return []


def _field_elements(start: XmlElement) -> list[XmlElement]:
    elements: list[XmlElement] = []
    open_fields = 0
    element: XmlElement | None = start
    while element is not None and element.tag != f"{_W}sectPr":
        elements.append(element)
        for mark in element.iter(f"{_W}fldChar"):
            kind = mark.get(f"{_W}fldCharType", "")
            open_fields += {"begin": 1, "end": -1}.get(kind, 0)
        if open_fields <= 0:
            break
        element = element.getnext()
    return elements


def rebuild_toc(body: XmlElement, style_table: StyleTable, document_styles: DocumentStyles) -> None:
    """Replace the contents field by one for the present headings, and name the bookmarks that its entries link to."""
    from docx.oxml import parse_xml

    old = find_toc(body)
    headings = _collect_headings(body, style_table, outside=old)
    if not old:
        return
    entries = list(parse_xml(f'<w:body xmlns:w="{W}">{toc_xml(headings)}</w:body>'))
    adapt_to_document(entries, document_styles)
    for each in entries:
        old[0].addprevious(each)
    for each in old:
        body.remove(each)


def _collect_headings(body: XmlElement, style_table: StyleTable, outside: list[XmlElement]) -> list[Heading]:
    headings: list[Heading] = []
    skipped = set(outside)
    for top in body:
        for paragraph in [] if top in skipped else _paragraphs_outside_tables(top):
            level = HEADING_LEVELS.get(style_table.role(paragraph), 0)
            text = plain_text([paragraph]).translate(_WITHOUT_DIRECTION_MARKS) if level else ""
            if text:
                headings.append(Heading(level, text))
                _set_heading_bookmark(paragraph, heading_bookmark_name(len(headings)))
    return headings


def _paragraphs_outside_tables(top: XmlElement) -> Iterator[XmlElement]:
    """Yield the paragraphs of an element of the body, except those in tables."""
    if top.tag == P:
        yield top
    elif top.tag == SDT:
        for element in top.iterfind(f"{_W}sdtContent/*"):
            yield from _paragraphs_outside_tables(element)


def _set_heading_bookmark(paragraph: XmlElement, name: str) -> None:
    """Name a heading's _Toc bookmark, inserted if there is none; remove any other _Toc bookmark from the paragraph."""
    old = [
        mark
        for mark in paragraph.iter(f"{_W}bookmarkStart")
        if str(mark.get(f"{_W}name", "")).startswith(_HEADING_BOOKMARK_PREFIX)
    ]
    for mark in old[1:]:
        # `assign_unique_ids` removes its end mark.
        remove_element(mark)
    if old:
        old[0].set(f"{_W}name", name)
    else:
        insert_bookmark(paragraph, name)
