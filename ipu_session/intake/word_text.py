"""Text out of a Word file, with its lists, headings, tables, content controls and page headers.

Read part by part: python-docx shows neither what stands in content controls nor in headers of other sections.
"""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipu_session.intake.errors import IntakeError, IntakeTrouble
from ipu_session.intake.lines import Cell, Line, Style
from ipu_session.intake.package import unpack_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}pPr"}
_BREAKS = {f"{_W}br", f"{_W}cr"}
_SPACES = {f"{_W}tab": " ", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_LIST_STYLES = ("list bullet", "list number", "list continue", "liste à puces", "liste à numéros")
_DEPTHS = tuple("012345678")
"""As Word counts outline levels; its ninth is body text."""
_CHAIN_LIMIT = 20


@dataclass(frozen=True, slots=True)
class _StyleFacts:
    """What a paragraph style says."""

    name: str
    based_on: str
    listed: bool
    outline: int
    """Depth as a heading, from 0; -1 for what is none."""


def word_lines(data: bytes, name: str) -> tuple[Line, ...]:
    """Return the lines of a .docx: page headers first, footers and notes last."""
    parts = unpack_xml(data, name)
    main = next((part for part in parts if part.lower() == "word/document.xml"), "")
    if not main:
        raise IntakeError(IntakeTrouble.DAMAGED, name)
    folder = posixpath.dirname(main)
    styles = _styles(_parsed(parts[f"{folder}/styles.xml"], name)) if f"{folder}/styles.xml" in parts else {}
    found: list[Line] = []
    for part in (*_beside(parts, folder, "header"), main, *_beside(parts, folder, "foot")):
        lines = _paragraphs(_parsed(parts[part], name), styles)
        found += lines if part == main else (replace(line, level=-1, style=Style.MARGIN) for line in lines)
    return tuple(replace(line, number=number) for number, line in enumerate(found, 1))


def _beside(parts: Iterable[str], folder: str, prefix: str) -> list[str]:
    return sorted(part for part in parts if part.startswith(f"{folder}/{prefix}") and part.endswith(".xml"))


def _parsed(part: bytes, name: str) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name, str(error)[:80]) from error


def _styles(root: "_Element") -> dict[str, _StyleFacts]:
    return {style.get(f"{_W}styleId", ""): _style_facts(style) for style in root.iter(f"{_W}style")}


def _style_facts(style: "_Element") -> _StyleFacts:
    name = _value(style.find(f"{_W}name")).lower()
    numbering = style.find(f"{_W}pPr/{_W}numPr")
    return _StyleFacts(
        name,
        _value(style.find(f"{_W}basedOn")),
        listed=numbering is not None or name.startswith(_LIST_STYLES),
        outline=_outline(name, _value(style.find(f"{_W}pPr/{_W}outlineLvl"))),
    )


def _outline(name: str, level: str) -> int:
    if level in _DEPTHS:
        return int(level)
    if name.startswith(("heading", "titre ", "título ")):
        return max(0, int(name[-1]) - 1) if name[-1] in _DEPTHS else 0
    return -1


def _value(element: "_Element | None") -> str:
    return "" if element is None else str(element.get(f"{_W}val", ""))


def _paragraphs(root: "_Element", styles: dict[str, _StyleFacts]) -> Iterator[Line]:
    """Yield the paragraphs in the order of the text, not yet numbered."""
    tables = {table: number for number, table in enumerate(root.iter(f"{_W}tbl"))}
    for paragraph in root.iter(f"{_W}p"):
        if any(ancestor.tag in _SKIPPED for ancestor in paragraph.iterancestors()):
            continue
        chain = _chain(paragraph, styles)
        style = _style(chain)
        level = _list_level(paragraph, chain) if style is Style.PLAIN else _depth(chain)
        text, cell = _text(paragraph), _cell(paragraph, tables)
        if style is Style.PLAIN and level < 0:
            for line in text.split("\n"):
                yield Line(line, 0, whole=True, cell=cell)
        else:
            yield Line(text.replace("\n", " "), 0, whole=True, level=level, style=style, cell=cell)


def _depth(chain: tuple[_StyleFacts, ...]) -> int:
    return next((facts.outline for facts in chain if facts.outline >= 0), -1)


def _cell(paragraph: "_Element", tables: "dict[_Element, int]") -> Cell | None:
    """Return the cell of the innermost table that a paragraph stands in."""
    cell = next(paragraph.iterancestors(f"{_W}tc"), None)
    row = None if cell is None else next(cell.iterancestors(f"{_W}tr"), None)
    table = None if row is None else next(row.iterancestors(f"{_W}tbl"), None)
    if cell is None or row is None or table is None:
        return None
    before = sum(_span(each) for each in cell.itersiblings(f"{_W}tc", preceding=True))
    rows = sum(1 for _ in row.itersiblings(f"{_W}tr", preceding=True))
    return Cell(tables[table], rows, before)


def _span(cell: "_Element") -> int:
    """Return how many columns a cell is wide."""
    span = _value(cell.find(f"{_W}tcPr/{_W}gridSpan"))
    return int(span) if span.isascii() and span.isdecimal() else 1


def _chain(paragraph: "_Element", styles: dict[str, _StyleFacts]) -> tuple[_StyleFacts, ...]:
    """Return the paragraph's style and those it is based on; a circle of styles ends somewhere."""
    chain: list[_StyleFacts] = []
    style_id = _value(paragraph.find(f"{_W}pPr/{_W}pStyle"))
    while style_id in styles and len(chain) < _CHAIN_LIMIT:
        chain.append(styles[style_id])
        style_id = styles[style_id].based_on
    return tuple(chain)


def _list_level(paragraph: "_Element", chain: tuple[_StyleFacts, ...]) -> int:
    """Return the level in a list, or -1; list number 0 takes a paragraph out of its style's list."""
    own = paragraph.find(f"{_W}pPr/{_W}numPr")
    if own is None:
        return 0 if any(style.listed for style in chain) else -1
    if _value(own.find(f"{_W}numId")) == "0":
        return -1
    level = _value(own.find(f"{_W}ilvl"))
    return int(level) if level.isascii() and level.isdecimal() else 0


def _style(chain: tuple[_StyleFacts, ...]) -> Style:
    for facts in chain:
        if facts.name in {"title", "titre", "título", "puesto"}:
            return Style.TITLE
        if facts.outline >= 0:
            return Style.HEADING
    return Style.PLAIN


def _text(element: "_Element") -> str:
    """Return the text below a paragraph; paragraphs inside it (text boxes) are read by themselves."""
    pieces: list[str] = []
    stack = list(reversed(element))
    while stack:
        child = stack.pop()
        if child.tag in _BREAKS:
            pieces.append("\n")
        elif child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in _SPACES:
            pieces.append(_SPACES[str(child.tag)])
        elif child.tag not in _SKIPPED and child.tag != f"{_W}p":
            stack.extend(reversed(child))
    return "".join(pieces)
