"""Bidi markup that Word needs for Arabic, applied to all generated content.

An Arabic report is right-to-left throughout; Latin spans in it become runs of their own, so that they stay readable. In
a report in another language only the Arabic spans are marked.
"""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.xml_element import XmlElement, remove_element

if TYPE_CHECKING:
    from docx.document import Document

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Right-to-left letters (Hebrew to Arabic blocks), as the inside of a character class."""
_LTR = rf"(?:(?![{_RTL}])[^\W\d_])"
_ARABIC_LETTER, _LATIN_LETTER = re.compile(f"[{_RTL}]"), re.compile(_LTR)
_CLOSED = rf"\([^(){_RTL}]*\)|«[^«»{_RTL}]*»"
_LTR_SPAN = re.compile(
    rf"(?:(?<!.)\d[\d.,:/]*[ \u00a0])?(?P<open>“(?=[^“”{_RTL}]*”))?[¿¡]?\d*{_LTR}"
    rf"(?:(?:[^()[\]«»{_RTL}]|{_CLOSED})*(?:{_LTR}|[0-9](?:[ \u00a0]?%)?|{_CLOSED}))?"
    r"(?:[?!…]+|\.{3}|\.(?=[»”])|(?<=[ \u00a0.-][A-ZÀ-ÖØ-Þ])\.)?(?(open)”?)"
)
"""From the first Latin letter to the last, with numbers, brackets, quotations and punctuation in between.

An initial at the end keeps its full stop: Kim I.
"""
_CLOSING_MARK = re.compile(r"[.:;,](?=\s*$|\s+[(\[])")
"""Punctuation at the end of a text, or before a bracket; it belongs to a Latin span at the start of the text."""
_LTR_WORD = re.compile(rf"\d*{_LTR}")
_WORD_CHARACTER = re.compile(r"\w")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STARTS_WITH_NUMBER = re.compile(r"\W*\d")
_LEFT_MARK, _RIGHT_MARK = "\u200e", "\u200f"
_RTL_SPAN = re.compile(rf"[{_RTL}](?:(?!{_LTR}).)*[{_RTL}]|[{_RTL}]")
"""From the first right-to-left letter to the last before a letter of another script."""

_BEFORE_BIDI = tuple(
    f"{{{W}}}{name}"
    for name in (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
    )
)  # fmt: skip
_AFTER_RTL = tuple(f"{{{W}}}{name}" for name in ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"))
_BEFORE_VISUAL = tuple(f"{{{W}}}{name}" for name in ("tblStyle", "tblpPr", "tblOverlap"))
_AFTER_SECTION_BIDI = tuple(f"{{{W}}}{name}" for name in ("rtlGutter", "docGrid", "printerSettings"))


def apply_bidi(root: XmlElement, *, right_to_left: bool) -> None:
    """Mark right-to-left runs, split by script; in a right-to-left report also paragraphs, tables and sections."""
    # One paragraph at a time: a list of all runs of a long table would need as much memory as the table.
    for paragraph in root.iter(f"{{{W}}}p"):
        for run in _runs_to_mark(paragraph, right_to_left=right_to_left):
            _mark_run(run, right_to_left=right_to_left)
    if right_to_left:
        _set_rtl_properties(root)


def make_template_rtl(document: "Document") -> None:
    """Make a template right-to-left: body, sections, headers, footers and default paragraph properties."""
    apply_bidi(document.element, right_to_left=True)
    for link in document.part.rels.values():
        if link.reltype.endswith(("/header", "/footer")) and not link.is_external:
            apply_bidi(link.target_part.element, right_to_left=True)
    defaults = document.styles.element.find(f"{{{W}}}docDefaults/{{{W}}}pPrDefault/{{{W}}}pPr")
    if defaults is not None:
        _set_paragraph_bidi(defaults)


def split_by_script(text: str, *, right_to_left: bool) -> Iterator[tuple[str, bool]]:
    """Yield the text in spans of one script, each with True if it is right-to-left; direction marks are added."""
    position = 0
    for begin, end in _latin_spans(text) if right_to_left else (match.span() for match in _RTL_SPAN.finditer(text)):
        if begin > position:
            between = text[position:begin]
            yield _separate_latin_spans(between) if right_to_left and position else between, right_to_left
        yield _isolate_latin(text[begin:end]) if right_to_left else text[begin:end], not right_to_left
        position = end
    if position < len(text):
        yield _guard_leading_number(text[position:]) if right_to_left and position else text[position:], right_to_left


def _latin_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the Latin spans."""
    for match in _LTR_SPAN.finditer(text):
        begin, end = match.span()
        closes = _CLOSING_MARK.match(text, end)
        if closes and not _WORD_CHARACTER.search(text, 0, begin):
            end = closes.end()
        yield begin, end


def _isolate_latin(text: str) -> str:
    """Return Latin text with left-to-right marks where its ends would attach to adjacent Arabic text."""
    before = "" if _LTR_WORD.match(text) else _LEFT_MARK
    after = "" if text[-1].isalnum() or text[-1] == ")" else _LEFT_MARK
    return f"{before}{text}{after}"


def _separate_latin_spans(text: str) -> str:
    """Return the text between two Latin spans; punctuation or a number at the start gets a right-to-left mark."""
    return _guard_leading_number(text) if _ARABIC_LETTER.search(text) or text.isspace() else _RIGHT_MARK + text


def _guard_leading_number(text: str) -> str:
    """Return text that follows a Latin span; if it begins with a number, a right-to-left mark separates them."""
    return _RIGHT_MARK + text if _STARTS_WITH_NUMBER.match(text) else text


def _set_rtl_properties(root: XmlElement) -> None:
    for paragraph in root.iter(f"{{{W}}}p"):
        properties = paragraph.find(f"{{{W}}}pPr")
        if properties is None:
            properties = _new_element(root, "pPr")
            paragraph.insert(0, properties)
        _set_paragraph_bidi(properties)
    for properties in root.iter(f"{{{W}}}tblPr"):
        if properties.find(f"{{{W}}}bidiVisual") is None:
            before = [child for child in properties if child.tag in _BEFORE_VISUAL]
            properties.insert(len(before), _new_element(root, "bidiVisual"))
    for properties in root.iter(f"{{{W}}}sectPr"):
        if properties.find(f"{{{W}}}bidi") is None:
            after = [child for child in properties if child.tag in _AFTER_SECTION_BIDI]
            properties.insert(len(properties) - len(after), _new_element(root, "bidi"))


def _set_paragraph_bidi(properties: XmlElement) -> None:
    """Make a paragraph right-to-left unless it has an explicit direction, as that of a chart does."""
    if properties.find(f"{{{W}}}bidi") is None:
        index = sum(child.tag in _BEFORE_BIDI for child in properties)
        properties.insert(index, _new_element(properties, "bidi"))


def _runs_to_mark(root: XmlElement, *, right_to_left: bool) -> list[XmlElement]:
    """Return the runs to be marked: all, or in a left-to-right report those with right-to-left letters."""
    if right_to_left:
        return list(root.iter(f"{{{W}}}r"))
    texts = [each for each in root.iter(f"{{{W}}}t") if _ARABIC_LETTER.search(each.text or "")]
    return list(dict.fromkeys(run for text in texts if (run := text.getparent()) is not None))


def _mark_run(run: XmlElement, *, right_to_left: bool) -> None:
    """Split a run where the script changes, and mark the right-to-left parts."""
    properties = run.find(f"{{{W}}}rPr")
    if properties is not None and properties.find(f"{{{W}}}rtl") is not None:
        return
    if right_to_left and not any(_LATIN_LETTER.search(text.text or "") for text in run.iter(f"{{{W}}}t")):
        _set_run_rtl(run)
        return
    pieces = [piece for child in run for piece in _split_run_child(child, right_to_left=right_to_left)]
    grouped: list[tuple[bool, list[XmlElement]]] = []
    for piece, is_rtl in pieces:
        if grouped and grouped[-1][0] == is_rtl:
            grouped[-1][1].append(piece)
        else:
            grouped.append((is_rtl, [piece]))
    if [is_rtl for is_rtl, _ in grouped] != [False] or _joined_text(grouped[0][1]) != _joined_text(run):
        _replace_run(run, grouped)


def _joined_text(pieces: Iterable[XmlElement]) -> str:
    return "".join(piece.text or "" for piece in pieces if piece.tag == f"{{{W}}}t")


def _set_run_rtl(run: XmlElement) -> None:
    properties = run.find(f"{{{W}}}rPr")
    if properties is None:
        properties = _new_element(run, "rPr")
        run.insert(0, properties)
    after = sum(child.tag in _AFTER_RTL for child in properties)
    properties.insert(len(properties) - after, _new_element(run, "rtl"))


def _split_run_child(child: XmlElement, *, right_to_left: bool) -> Iterator[tuple[XmlElement, bool]]:
    """Yield the children of a run, text split by script; other children have the direction of the report."""
    if child.tag == f"{{{W}}}rPr":
        return
    if child.tag != f"{{{W}}}t":
        yield child, right_to_left
        return
    for text, is_rtl in split_by_script(child.text or "", right_to_left=right_to_left):
        piece = deepcopy(child)
        piece.text = text
        if text != text.strip():
            piece.set(_SPACE, "preserve")
        yield piece, is_rtl


def _replace_run(run: XmlElement, grouped: list[tuple[bool, list[XmlElement]]]) -> None:
    properties = run.find(f"{{{W}}}rPr")
    for is_rtl, pieces in grouped:
        new_run = _new_element(run, "r")
        if properties is not None:
            new_run.append(deepcopy(properties))
        if is_rtl:
            _set_run_rtl(new_run)
        new_run.extend(pieces)
        run.addprevious(new_run)
    if grouped:
        remove_element(run)


def _new_element(near: XmlElement, name: str) -> XmlElement:
    return near.makeelement(f"{{{W}}}{name}")
