"""Headers and footers: the template's content stays; title, stamps and page number are added if missing.

An empty header gets the title, an empty footer the page number. To a header with content only the stamps (DRAFT,
EXAMPLE) are added; a footer with content gets the page number below only if neither it nor the header has one. A
different first page gets only the stamps.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ipu_session.report.docx.style_counterparts import VALUE, DocumentStyles, adapt_to_document
from ipu_session.report.docx.wordml import W, field_xml, run_xml
from ipu_session.report.docx.xml_element import XmlElement, remove_element
from ipu_session.report.model import Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section, _Footer, _Header

_W = f"{{{W}}}"
_MAX_HEADER_LENGTH = 70
_VISIBLE_TAGS = tuple(f"{_W}{name}" for name in ("t", "drawing", "pict", "object", "fldSimple", "instrText", "tbl"))
_STAMP_STYLE = '<w:rStyle w:val="Stamp"/>'
_PAGE_FIELD = re.compile(r"\bPAGE\b")


def add_headers_footers(document: "Document", report: Report, document_styles: DocumentStyles) -> None:
    """Add title and stamps to the headers, and "page X of Y" to the footers, by the rules above."""
    section = document.sections[0]
    stamp = " · ".join(report.stamps)
    before, of = report.page_number_labels
    numbers = run_xml(before) + field_xml("PAGE", "1") + run_xml(of) + field_xml("NUMPAGES", "1")
    for header, footer in _header_footer_pairs(document, section):
        header_root, footer_root = _part_root(header), _part_root(footer)
        if _has_content(header_root):
            _set_stamp(header_root, stamp, document_styles)
        else:
            # The run of the stamp is written even if empty: a later export may fill it.
            stamped = run_xml("\t") + run_xml(stamp, _STAMP_STYLE)
            _insert_content(header_root, run_xml(_shorten_title(report.title)) + stamped, "Header", document_styles)
        if not _has_page_number(header_root) and not _has_page_number(footer_root):
            _insert_content(footer_root, numbers, "Footer", document_styles)
    if section.different_first_page_header_footer and stamp:
        _set_stamp(_part_root(section.first_page_header), stamp, document_styles)


def update_draft_stamp(document: "Document", report: Report, document_styles: DocumentStyles, *, stamped: bool) -> None:
    """Update the stamps in the headers; everything else stays as users left it.

    A header without stamp gets none if the last export had one (``stamped``): users have removed it.
    """
    stamp = " · ".join(report.stamps)
    for link in document.part.rels.values():
        if link.reltype.endswith("/header") and not link.is_external:
            root = link.target_part.element
            if not stamped or _find_stamp_runs(root, document_styles):
                _set_stamp(root, stamp, document_styles)


def _header_footer_pairs(document: "Document", section: "Section") -> Iterator[tuple["_Header", "_Footer"]]:
    yield section.header, section.footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header, section.even_page_footer


def _part_root(margin: "_Header | _Footer") -> XmlElement:
    """Return the root of a header or footer, which python-docx creates if the template has none."""
    if margin.is_linked_to_previous:
        margin.is_linked_to_previous = False
    root: XmlElement = margin.part.element
    return root


def _shorten_title(title: str) -> str:
    line = title.replace("\n", " ")
    return line if len(line) <= _MAX_HEADER_LENGTH else f"{line[:_MAX_HEADER_LENGTH].rstrip()}…"


def _has_content(root: XmlElement) -> bool:
    return next(root.iter(*_VISIBLE_TAGS), None) is not None


def _has_page_number(root: XmlElement) -> bool:
    codes = [each.text or "" for each in root.iter(f"{_W}instrText")]
    codes += [str(each.get(f"{_W}instr", "")) for each in root.iter(f"{_W}fldSimple")]
    return any(_PAGE_FIELD.search(code) for code in codes)


def _insert_content(root: XmlElement, content: str, style: str, document_styles: DocumentStyles) -> None:
    """Insert content into an empty header or footer, or as a paragraph below its content."""
    from docx.oxml import parse_xml

    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    paragraph = parse_xml(f'<w:p xmlns:w="{W}">{properties}{content}</w:p>')
    adapt_to_document([paragraph], document_styles)
    empty = None if _has_content(root) else root.find(f"{_W}p")
    if empty is None:
        root.append(paragraph)
    else:
        root.replace(empty, paragraph)


def _set_stamp(root: XmlElement, stamp: str, document_styles: DocumentStyles) -> None:
    stamped = _find_stamp_runs(root, document_styles)
    if stamped:
        _write_stamp(stamped, stamp)
    elif stamp:
        _insert_content(root, run_xml(stamp, _STAMP_STYLE), "Header", document_styles)


def _find_stamp_runs(root: XmlElement, document_styles: DocumentStyles) -> list[XmlElement]:
    runs = root.iter(f"{_W}r")
    styled_runs = ((each, each.find(f"{_W}rPr/{_W}rStyle")) for each in runs)
    return [
        each
        for each, style in styled_runs
        if style is not None and style.get(VALUE) == document_styles.style_id("Stamp")
    ]


def _write_stamp(stamped: list[XmlElement], stamp: str) -> None:
    """Write the stamp into the first run of ``stamped`` and remove the others."""
    from docx.oxml import parse_xml

    paragraph = parse_xml(f'<w:p xmlns:w="{W}">{run_xml(stamp)}</w:p>')
    for each in [child for child in stamped[0] if child.tag != f"{_W}rPr"]:
        stamped[0].remove(each)
    stamped[0].extend(list(paragraph[0]))
    for each in stamped[1:]:
        remove_element(each)
