"""Right to left: what Word needs to lay out Arabic, done to a finished document.

A report in Arabic runs from right to left throughout; names in Latin letters stay readable in it because each
stretch of them is a run of its own. A report in another language only has its Arabic stretches marked.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from ipu_session.report.word_parts import W

if TYPE_CHECKING:
    from docx.document import Document

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""The letters that are written from right to left, as a class of a pattern."""
_LTR = rf"(?:(?![{_RTL}])[^\W\d_])"
_BRACKETS = rf"\([^(){_RTL}]*\)"
_LEFT = re.compile(rf"\d*{_LTR}(?:(?:[^(){_RTL}]|{_BRACKETS})*(?:{_LTR}|[0-9]|{_BRACKETS}))?")
"""From the first Latin letter to the last, with the numbers and the closed brackets that belong to it."""
_RIGHT = re.compile(rf"[{_RTL}](?:(?!{_LTR}).)*[{_RTL}]|[{_RTL}]")
"""From the first Arabic letter to the last before a letter of another script."""

_BEFORE_BIDI = tuple(
    f"{{{W}}}{name}"
    for name in (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
    )
)  # fmt: skip
_AFTER_RTL = tuple(
    f"{{{W}}}{name}" for name in ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")
)
_AFTER_SECTION_BIDI = tuple(f"{{{W}}}{name}" for name in ("rtlGutter", "docGrid", "printerSettings"))


def set_direction(document: "Document", *, right_to_left: bool) -> None:
    """Mark every run by its script; in a right-to-left report also paragraphs, tables and sections."""
    section = document.sections[0]
    roots = (document.element, section.header.part.element, section.footer.part.element)
    for root in roots:
        for run in list(root.iter(f"{{{W}}}r")):
            _mark(run, right_to_left=right_to_left)
    if not right_to_left:
        return
    for root in roots:
        _turn(root)
    defaults = document.styles.element.find(f"{{{W}}}docDefaults/{{{W}}}pPrDefault/{{{W}}}pPr")
    if defaults is not None:
        _bidi(defaults)


def parts_by_script(text: str, *, right_to_left: bool) -> Iterator[tuple[str, bool]]:
    """Yield text in stretches, each with whether it runs from right to left, in a report that does or not."""
    other = _LEFT if right_to_left else _RIGHT
    at = 0
    for found in other.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], right_to_left
        yield found[0], not right_to_left
        at = found.end()
    if at < len(text):
        yield text[at:], right_to_left


def _turn(root: Any) -> None:
    for paragraph in root.iter(f"{{{W}}}p"):
        properties = paragraph.find(f"{{{W}}}pPr")
        if properties is None:
            properties = _made(root, "pPr")
            paragraph.insert(0, properties)
        _bidi(properties)
    for properties in root.iter(f"{{{W}}}tblPr"):
        style = properties.find(f"{{{W}}}tblStyle")
        properties.insert(0 if style is None else 1, _made(root, "bidiVisual"))
    for properties in root.iter(f"{{{W}}}sectPr"):
        after = [child for child in properties if child.tag in _AFTER_SECTION_BIDI]
        properties.insert(len(properties) - len(after), _made(root, "bidi"))


def _bidi(properties: Any) -> None:
    """Make a paragraph run from right to left, unless it says otherwise, as that of a chart does."""
    if properties.find(f"{{{W}}}bidi") is None:
        place = sum(child.tag in _BEFORE_BIDI for child in properties)
        properties.insert(place, _made(properties, "bidi"))


def _mark(run: Any, *, right_to_left: bool) -> None:
    """Split a run by script, and say of each part that is Arabic that it runs from right to left."""
    texts = list(run.iter(f"{{{W}}}t"))
    if not right_to_left and not any(_RIGHT.search(each.text or "") for each in texts):
        return
    if run.find(f"{{{W}}}rPr/{{{W}}}rtl") is not None:
        return
    pieces = [piece for child in run for piece in _pieces(child, right_to_left=right_to_left)]
    grouped: list[tuple[bool, list[Any]]] = []
    for piece, turned in pieces:
        if grouped and grouped[-1][0] == turned:
            grouped[-1][1].append(piece)
        else:
            grouped.append((turned, [piece]))
    _replace(run, grouped)


def _pieces(child: Any, *, right_to_left: bool) -> Iterator[tuple[Any, bool]]:
    """Yield what a run holds, text in stretches of one script; all else goes with the report."""
    if child.tag == f"{{{W}}}rPr":
        return
    if child.tag != f"{{{W}}}t":
        yield child, right_to_left
        return
    for text, turned in parts_by_script(child.text or "", right_to_left=right_to_left):
        piece = deepcopy(child)
        piece.text = text
        yield piece, turned


def _replace(run: Any, grouped: list[tuple[bool, list[Any]]]) -> None:
    properties = run.find(f"{{{W}}}rPr")
    for turned, pieces in grouped:
        made = _made(run, "r")
        if properties is not None or turned:
            made.append(_made(run, "rPr") if properties is None else deepcopy(properties))
        if turned:
            after = sum(child.tag in _AFTER_RTL for child in made[0])
            made[0].insert(len(made[0]) - after, _made(run, "rtl"))
        made.extend(pieces)
        run.addprevious(made)
    if grouped:
        run.getparent().remove(run)


def _made(near: Any, name: str) -> Any:
    return near.makeelement(f"{{{W}}}{name}")
