"""The contents of a report that people have worked on: written anew for the headings that are there."""

import re
from collections.abc import Iterator
from typing import Any

from ipu_session.report.docx.blocks import SDT, P, put_bookmark
from ipu_session.report.docx.document_styles import Look, fit
from ipu_session.report.docx.fingerprint import Sheet, text_of
from ipu_session.report.docx.wordml import W, anchor, contents
from ipu_session.report.model import Heading

_W = f"{{{W}}}"
_CONTENTS = re.compile(r"^\s*TOC\b")
LEVELS = {"Heading1": 1, "Heading2": 2, "Heading3": 3}
"""The level of a heading by the id of its style in our own template."""

_HEADING_MARK = "_Toc"
_UNMARKED = dict.fromkeys(map(ord, "\u200e\u200f"))
"""The marks of direction are put into what is written anew."""


def find_contents(body: Any) -> list[Any]:
    """Return the elements of the body that the contents field goes through; none if it was deleted."""
    for start in body:
        if not any(_CONTENTS.match(each.text or "") for each in start.iter(f"{_W}instrText")):
            continue
        if start.tag == SDT:
            return [start]
        return _until_its_end(start)
    return []


def _until_its_end(start: Any) -> list[Any]:
    found: list[Any] = []
    open_fields = 0
    element = start
    while element is not None and element.tag != f"{_W}sectPr":
        found.append(element)
        for mark in element.iter(f"{_W}fldChar"):
            kind = mark.get(f"{_W}fldCharType")
            open_fields += {"begin": 1, "end": -1}.get(kind, 0)
        if open_fields <= 0:
            break
        element = element.getnext()
    return found


def renew_contents(body: Any, sheet: Sheet, look: Look) -> None:
    """Let the contents list the headings that are there, each with a bookmark that its entry leads to."""
    from docx.oxml import parse_xml

    old = find_contents(body)
    headings = _headings(body, sheet, outside=old)
    if not old:
        return
    made = list(parse_xml(f'<w:body xmlns:w="{W}">{contents(headings)}</w:body>'))
    fit(made, look)
    for each in made:
        old[0].addprevious(each)
    for each in old:
        body.remove(each)


def _headings(body: Any, sheet: Sheet, outside: list[Any]) -> list[Heading]:
    found: list[Heading] = []
    skipped = set(outside)
    for top in body:
        for paragraph in [] if top in skipped else _paragraphs(top):
            level = LEVELS.get(sheet.role(paragraph), 0)
            text = text_of([paragraph]).translate(_UNMARKED) if level else ""
            if text:
                found.append(Heading(level, text))
                _lead_to(paragraph, anchor(len(found)))
    return found


def _paragraphs(top: Any) -> Iterator[Any]:
    """Yield the paragraphs of an element of the body but for those in tables."""
    if top.tag == P:
        yield top
    elif top.tag == SDT:
        for element in top.iterfind(f"{_W}sdtContent/*"):
            yield from _paragraphs(element)


def _lead_to(paragraph: Any, name: str) -> None:
    """Let the bookmark of a heading have this name; it stays where it is, one more goes."""
    old = [
        mark
        for mark in paragraph.iter(f"{_W}bookmarkStart")
        if str(mark.get(f"{_W}name", "")).startswith(_HEADING_MARK)
    ]
    for mark in old[1:]:
        # Half of a bookmark goes when they are numbered.
        mark.getparent().remove(mark)
    if old:
        old[0].set(f"{_W}name", name)
    else:
        put_bookmark(paragraph, name)
