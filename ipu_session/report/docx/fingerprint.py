"""Fingerprint of a block's text and formatting, stable when a program only opens and saves the file.

Text, styles and direct formatting count; run boundaries, ids and formatting that repeats the style do not.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ipu_session.report.docx.style_counterparts import VALUE, iter_style_names
from ipu_session.report.docx.style_names import STYLE_ROLES, normalize_style_name
from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.xml_element import XmlElement

_W = f"{{{W}}}"
_P, _R, _T, _TBL, _TR, _TC = (f"{_W}{name}" for name in ("p", "r", "t", "tbl", "tr", "tc"))
_PSTYLE, _JC, _TCPR = f"{_W}pStyle", f"{_W}jc", f"{_W}tcPr"
_BIDI, _RTL = f"{_W}bidi", f"{_W}rtl"
_PPR, _RPR, _SDT = f"{_W}pPr", f"{_W}rPr", f"{_W}sdt"
_IGNORED_TAGS = {
    f"{_W}{name}"
    for name in ("bookmarkStart", "bookmarkEnd", "proofErr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr",
                 "tblPrEx", "lastRenderedPageBreak", "pPr", "rPr", "softHyphen")
}  # fmt: skip
_WRAPPER_TAGS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "hyperlink")}
_BOOKMARK_TAGS = {f"{_W}bookmarkStart", f"{_W}bookmarkEnd"}
_TEXT_EQUIVALENTS = {f"{_W}tab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_TOGGLES = ("b", "i", "strike", "dstrike", "caps", "smallCaps", "vanish")
_VALUE_PROPERTIES = ("u", "highlight", "vertAlign", "color", "sz")
_DEFAULT_VALUES = {"", "none", "auto", "baseline"}
_OFF_VALUES = {"0", "false", "off"}
_TRACKED_CHANGE_TAGS = {
    f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "trPrChange")
}
_CHAIN_LIMIT = 20
_WHITESPACE = re.compile(r"[ \t\r\n]+")
CharacterFormat = dict[str, str]


class StyleTable:
    """The styles of a document, as far as fingerprints depend on them."""

    def __init__(self, styles: XmlElement) -> None:
        self._styles: dict[str, XmlElement] = {}
        self.roles: dict[str, str] = {}
        """By the id of each style of the document: our id for it, or its normalized name if we have none."""
        self.character_format = cache(self._read_character_format)
        """Returns the character formatting of a style, given by its id, including that of the styles it is based on."""
        self._default_style_id = ""
        for style in styles.iterchildren(f"{_W}style"):
            style_id = style.get(f"{_W}styleId", "")
            name = normalize_style_name(next(iter_style_names(style), style_id))
            self._styles[style_id] = style
            self.roles[style_id] = STYLE_ROLES.get(name, name)
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in {"1", "true", "on"}:
                self._default_style_id = style_id
        defaults = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        self._defaults = _read_format(defaults) if defaults is not None else {}

    def style_id(self, paragraph: XmlElement) -> str:
        """Return the id of a paragraph's style."""
        # The schema puts these elements first; searching for them takes ten times as long.
        properties = paragraph[0] if len(paragraph) and paragraph[0].tag == _PPR else None
        style_reference = properties[0] if properties is not None and len(properties) else None
        if style_reference is None or style_reference.tag != _PSTYLE:
            return self._default_style_id
        return style_reference.get(VALUE, "")

    def role(self, paragraph: XmlElement) -> str:
        """Return our id for a paragraph's style, or its normalized name if we have none."""
        style = self.style_id(paragraph)
        return self.roles.get(style, style)

    def _read_character_format(self, style: str) -> CharacterFormat:
        character_format = dict(self._defaults)
        for each in reversed(self._inheritance_chain(style)):
            properties = each.find(_RPR)
            character_format |= _read_format(properties) if properties is not None else {}
        return character_format

    def _inheritance_chain(self, style: str) -> list[XmlElement]:
        chain: list[XmlElement] = []
        while style in self._styles and len(chain) < _CHAIN_LIMIT:
            chain.append(self._styles[style])
            base = chain[-1].find(f"{_W}basedOn")
            style = "" if base is None else str(base.get(VALUE))
        return chain


def fingerprint(elements: Sequence[XmlElement], style_table: StyleTable, more: Iterable[XmlElement] = ()) -> str:
    """Return the fingerprint of a block (10 hexadecimal digits); ``more`` tables hold other rows of its last table."""
    digest = hashlib.sha256()
    separator = b""
    for token in _block_tokens(elements, style_table, more):
        digest.update(separator + token.encode("utf-8", "replace"))
        separator = b"\x1d"
    return digest.hexdigest()[:10]


def plain_text(elements: Iterable[XmlElement]) -> str:
    """Return the text of a block on one line, without tracked deletions."""
    # Not ``element.text``: python-docx redefines it for paragraphs.
    texts = (
        (each.text or "") if each.tag == _T else " "
        for element in elements
        for each in element.iter(_T, f"{_W}tab", f"{_W}br", _P)
    )
    # Non-breaking spaces, as in French, are kept.
    return _WHITESPACE.sub(" ", "".join(texts)).strip()


def _block_tokens(elements: Sequence[XmlElement], style_table: StyleTable, more: Iterable[XmlElement]) -> Iterator[str]:
    last = len(elements) - 1
    for index, element in enumerate(elements):
        if index == last and element.tag == _TBL:
            yield from _table_tokens(element, style_table, more)
        else:
            yield from _element_tokens(element, style_table, is_table_formatted=False)


def _table_tokens(table: XmlElement, style_table: StyleTable, more: Iterable[XmlElement] = ()) -> Iterator[str]:
    """Yield the tokens of a table whose other rows are in ``more``; its style formats the first and last row."""
    others = iter(more)
    part: XmlElement | None = table
    while part is not None:
        following = next(others, None)
        rows = part.findall(_TR)
        table_formatted = [*(rows[:1] if part is table else ()), *(rows[-1:] if following is None else ())]
        for row in part:
            yield from _row_tokens(row, style_table, is_table_formatted=row in table_formatted)
        part = following


def _element_tokens(element: XmlElement, style_table: StyleTable, *, is_table_formatted: bool) -> Iterator[str]:
    """Yield the tokens of an element; ``is_table_formatted`` if the table style formats its text."""
    tag = element.tag
    if tag == _P:
        yield _paragraph_token(element, style_table, is_table_formatted=is_table_formatted)
    elif tag == _TBL:
        yield from _table_tokens(element, style_table)
    elif tag in _WRAPPER_TAGS or tag == _TC:
        for child in element:
            yield from _element_tokens(child, style_table, is_table_formatted=is_table_formatted)
    elif tag not in _IGNORED_TAGS:
        yield f"<{tag}>"


def _row_tokens(row: XmlElement, style_table: StyleTable, *, is_table_formatted: bool) -> Iterator[str]:
    if row.tag != _TR:
        yield from _element_tokens(row, style_table, is_table_formatted=False)
        return
    yield "/"
    yield from _tracked_change_tokens(row.find(f"{_W}trPr"))
    for cell in row:
        if cell.tag == _TC:
            yield "|"
        if len(cell) == 2 and cell[0].tag == _TCPR and cell[1].tag == _P:
            # Fast path: nearly all cells have this form.
            yield _paragraph_token(cell[1], style_table, is_table_formatted=is_table_formatted)
        elif cell.tag != f"{_W}trPr":
            yield from _element_tokens(cell, style_table, is_table_formatted=is_table_formatted)


def _paragraph_token(paragraph: XmlElement, style_table: StyleTable, *, is_table_formatted: bool) -> str:
    style = style_table.style_id(paragraph)
    role = style_table.roles.get(style, style)
    properties = paragraph[0] if len(paragraph) and paragraph[0].tag == _PPR else None
    pieces = [role]
    if properties is not None and len(properties) > 1:
        pieces += _paragraph_format_tokens(properties, role)
    unformatted = _unformatted_text(paragraph)
    if unformatted is not None:
        return f"{''.join([*pieces, unformatted])}\x1f0"
    style_format = style_table.character_format(style)
    before = ""
    for text, formatting in _formatted_runs(paragraph, style_format, is_table_formatted=is_table_formatted):
        if formatting != before and text.strip():
            pieces.append(f"\x1e{formatting}\x1e")
            before = formatting
        pieces.append(text)
    # LibreOffice 7.4 moves line breaks of a block's first paragraph to its start, so only their number counts.
    token = "".join(pieces)
    return f"{token.replace(chr(10), '')}\x1f{token.count(chr(10))}"


def _unformatted_text(paragraph: XmlElement) -> str | None:
    """Return the text of a paragraph if its runs have no formatting and only text, as most do; else None."""
    texts = []
    for index, child in enumerate(paragraph):
        if child.tag not in _BOOKMARK_TAGS and (index or child.tag != _PPR):
            if child.tag != _R or not len(child):
                return None
            *properties, text = child
            if text.tag != _T or (properties and not _is_only_rtl(properties)):
                return None
            texts.append(text.text or "")
    return "".join(texts)


def _is_only_rtl(before: list[XmlElement]) -> bool:
    """Whether the only run property is right-to-left."""
    properties = before[0]
    return len(before) == 1 and properties.tag == _RPR and len(properties) == 1 and properties[0].tag == _RTL


def _paragraph_format_tokens(properties: XmlElement, role: str) -> Iterator[str]:
    """Yield the tokens of a paragraph's alignment, page and section break, list and tracked changes."""
    relevant = [each for each in properties if each.tag not in {_PSTYLE, _BIDI}]
    if not relevant:
        return
    if len(relevant) == 1 and relevant[0].tag == _JC:
        value = relevant[0].get(VALUE)
        yield f"<{value}>" if value in {"center", "both"} else ""
        return
    for each in properties:
        name = each.tag.removeprefix(_W)
        value = each.get(VALUE, "")
        if name == "jc" and value in {"center", "both"}:
            yield f"<{value}>"
        elif (name == "pageBreakBefore" and value not in _OFF_VALUES) or name == "sectPr":
            yield f"<{name}>"
        elif name == "numPr" and role == "BodyText" and (number := each.find(f"{_W}numId")) is not None:
            yield "<list>" if number.get(VALUE) != "0" else ""
    yield from _tracked_change_tokens(properties)


def _tracked_change_tokens(properties: "XmlElement | None") -> Iterator[str]:
    if properties is not None:
        yield from (f"<{each.tag}>" for each in properties.iter(*_TRACKED_CHANGE_TAGS))


def _formatted_runs(
    parent: XmlElement, style_format: CharacterFormat, *, is_table_formatted: bool
) -> Iterator[tuple[str, str]]:
    """Yield spans of text with their direct formatting."""
    for child in parent:
        tag = child.tag
        if tag == _R:
            yield (
                _run_text(child),
                _direct_formatting(child.find(_RPR), style_format, is_table_formatted=is_table_formatted),
            )
        elif tag in _WRAPPER_TAGS:
            yield from _formatted_runs(child, style_format, is_table_formatted=is_table_formatted)
        elif tag not in _IGNORED_TAGS:
            yield f"<{tag}>", ""
            yield from _formatted_runs(child, style_format, is_table_formatted=is_table_formatted)


def _run_text(run: XmlElement) -> str:
    pieces: list[str] = []
    for child in run:
        tag = child.tag
        if tag == _T:
            pieces.append(child.text or "")
        elif tag in _TEXT_EQUIVALENTS:
            pieces.append(_TEXT_EQUIVALENTS[tag])
        elif tag == f"{_W}br":
            pieces.append("\f" if child.get(f"{_W}type") == "page" else "\n")
        elif tag not in _IGNORED_TAGS:
            pieces.append(f"<{tag}>")
    return "".join(pieces)


def _direct_formatting(
    properties: "XmlElement | None", style_format: CharacterFormat, *, is_table_formatted: bool
) -> str:
    if properties is None:
        return ""
    direct = _read_format(properties)
    skipped = {"b", "color", "sz"} if is_table_formatted else ()
    tokens = [
        f"{name}={value}"
        for name, value in sorted(direct.items())
        if name not in skipped and style_format.get(name, "") != value
    ]
    return ";".join([*tokens, *_tracked_change_tokens(properties)])


def _read_format(properties: XmlElement) -> CharacterFormat:
    character_format: CharacterFormat = {}
    for each in properties:
        name = each.tag.removeprefix(_W)
        if name in _TOGGLES:
            character_format[name] = "" if each.get(VALUE, "1") in _OFF_VALUES else "1"
        elif name in _VALUE_PROPERTIES:
            value = str(each.get(VALUE, "")).lower()
            character_format[name] = "" if value in _DEFAULT_VALUES else value
    return character_format
