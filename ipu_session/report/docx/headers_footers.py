"""The headers and footers of every page: what the template has stays, what must be there is added.

An empty header is given the title, an empty footer the page's number. In a header that says something only
the stamps (DRAFT, EXAMPLE) are added; a footer that says something gets the page's number below only if
neither it nor its header has one. A first page of its own gets the stamps alone.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ipu_session.report.docx.document_styles import VALUE, Look, fit
from ipu_session.report.docx.wordml import W, field, run
from ipu_session.report.model import Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_W = f"{{{W}}}"
_LONGEST_HEADER = 70
_SHOWN = tuple(f"{_W}{name}" for name in ("t", "drawing", "pict", "object", "fldSimple", "instrText", "tbl"))
_STAMP = '<w:rStyle w:val="Stamp"/>'
_PAGE = re.compile(r"\bPAGE\b")


def frame(document: "Document", report: Report, look: Look) -> None:
    """Fill the header (title and stamps) and the footer (page X of Y) of every page."""
    section = document.sections[0]
    stamp = " · ".join(report.stamps)
    before, of = report.page
    numbers = run(before) + field("PAGE", "1") + run(of) + field("NUMPAGES", "1")
    for header, footer in _pairs(document, section):
        head, foot = _root(header), _root(footer)
        if _says_something(head):
            _stamp(head, stamp, look)
        else:
            # Without a stamp its place is kept for a later export.
            stamped = run("\t") + run(stamp, _STAMP)
            _fill(head, run(_short(report.title)) + stamped, "Header", look)
        if not _counts_pages(head) and not _counts_pages(foot):
            _fill(foot, numbers, "Footer", look)
    if section.different_first_page_header_footer and stamp:
        _stamp(_root(section.first_page_header), stamp, look)


def restamp(document: "Document", report: Report, look: Look, *, stamped: bool) -> None:
    """Let the stamps say what is true now; all else there is as people left it.

    Where there was one (``stamped``) and is none any more, people took it out.
    """
    stamp = " · ".join(report.stamps)
    for link in document.part.rels.values():
        if link.reltype.endswith("/header") and not link.is_external:
            root = link.target_part.element
            if not stamped or _stamped(root, look):
                _stamp(root, stamp, look)


def _pairs(document: "Document", section: "Section") -> Iterator[tuple[Any, Any]]:
    yield section.header, section.footer
    if document.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header, section.even_page_footer


def _root(margin: Any) -> Any:
    """Return the header or footer itself, made if the template has none."""
    if margin.is_linked_to_previous:
        margin.is_linked_to_previous = False
    return margin.part.element


def _short(title: str) -> str:
    line = title.replace("\n", " ")
    return line if len(line) <= _LONGEST_HEADER else f"{line[:_LONGEST_HEADER].rstrip()}…"


def _says_something(root: Any) -> bool:
    return next(root.iter(*_SHOWN), None) is not None


def _counts_pages(root: Any) -> bool:
    codes = [each.text or "" for each in root.iter(f"{_W}instrText")]
    codes += [str(each.get(f"{_W}instr", "")) for each in root.iter(f"{_W}fldSimple")]
    return any(_PAGE.search(code) for code in codes)


def _fill(root: Any, content: str, style: str, look: Look) -> None:
    """Put content into an empty header or footer, or into a paragraph below what it says."""
    from docx.oxml import parse_xml

    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    made = parse_xml(f'<w:p xmlns:w="{W}">{properties}{content}</w:p>')
    fit([made], look)
    empty = None if _says_something(root) else root.find(f"{_W}p")
    if empty is None:
        root.append(made)
    else:
        root.replace(empty, made)


def _stamp(root: Any, stamp: str, look: Look) -> None:
    stamped = _stamped(root, look)
    if stamped:
        _say(stamped, stamp)
    elif stamp:
        _fill(root, run(stamp, _STAMP), "Header", look)


def _stamped(root: Any, look: Look) -> list[Any]:
    runs = root.iter(f"{_W}r")
    named = ((each, each.find(f"{_W}rPr/{_W}rStyle")) for each in runs)
    return [each for each, style in named if style is not None and style.get(VALUE) == look.style("Stamp")]


def _say(stamped: list[Any], stamp: str) -> None:
    """Let the first of these runs say the stamp, and take the others away."""
    from docx.oxml import parse_xml

    made = parse_xml(f'<w:p xmlns:w="{W}">{run(stamp)}</w:p>')
    for each in [child for child in stamped[0] if child.tag != f"{_W}rPr"]:
        stamped[0].remove(each)
    stamped[0].extend(list(made[0]))
    for each in stamped[1:]:
        each.getparent().remove(each)
