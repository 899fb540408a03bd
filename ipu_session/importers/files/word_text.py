"""Text out of a Word file, with its lists, headings, tables, content controls and page headers.

Read part by part: python-docx shows neither what stands in content controls nor in headers of other sections.
Only the styles are held as a tree; the text goes through ``WordReader`` element by element.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipu_session.importers.files.errors import IntakeError, IntakeTrouble
from ipu_session.importers.files.lines import Line, Style
from ipu_session.importers.files.ooxml import MAIN_PART, linked_parts
from ipu_session.importers.files.word_stream import RawParagraph, W, WordReader
from ipu_session.importers.files.xml_parts import parsed
from ipu_session.importers.files.zip_package import unpack_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

ELEMENT_LIMIT = 200_000
"""Elements that are read of all parts together; 100 pages of plain text have 30,000."""
_STYLES_LIMIT_BYTES = 4_000_000
_CHUNK_BYTES = 1 << 16
_MARGINS = ("header", "footer", "footnotes", "endnotes")
_W = f"{{{W}}}"
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


@dataclass(frozen=True, slots=True)
class WordText:
    """The lines of a .docx (page headers first, footers and notes last), and how far it was read."""

    lines: tuple[Line, ...]
    pictures: int = 0
    is_cut: bool = False


def word_text(data: bytes, name: str) -> WordText:
    """Return the text of a .docx; raises ``IntakeError``."""
    parts = unpack_xml(data, name)
    if MAIN_PART not in parts:
        raise IntakeError(IntakeTrouble.DAMAGED, name)
    links = dict[str, list[str]]()
    for kind, part in linked_parts(parts, MAIN_PART):
        links.setdefault(kind, []).append(part)
    style_part = next((part for part in links.get("styles", ["word/styles.xml"]) if part in parts), "")
    if len(parts.get(style_part, b"")) > _STYLES_LIMIT_BYTES:
        # A hundred times those of Word's own template: the text is read as if it were plain.
        style_part = ""
    styles = _styles(parsed(parts[style_part], name)) if style_part else {}
    reader = WordReader(ELEMENT_LIMIT)
    # The text before the margins: what is cut is at the end of what matters least.
    body = _read(reader, parts[MAIN_PART], name)
    above, below = (
        [each for part in _beside(parts, links, kinds) for each in _read(reader, parts[part], name)]
        for kinds in (_MARGINS[:1], _MARGINS[1:])
    )
    lines: list[Line] = []
    for read, is_margin in ((above, True), (body, False), (below, True)):
        _add_lines(lines, read, styles, is_margin=is_margin)
    return WordText(tuple(lines), reader.pictures, reader.is_spent)


def _beside(parts: Mapping[str, bytes], links: Mapping[str, list[str]], kinds: Iterable[str]) -> list[str]:
    """Return the parts of these kinds: those linked to, or by their names where no part is linked."""
    if links:
        return sorted({part for kind in kinds for part in links.get(kind, []) if part in parts})
    names = tuple(f"word/{kind}" for kind in kinds)
    return sorted(part for part in parts if part.startswith(names) and part.endswith(".xml"))


def _read(reader: WordReader, part: bytes, name: str) -> list[RawParagraph]:
    """Feed a part to the reader piece by piece, until its end or until the reader has had enough."""
    from lxml import etree

    reader.begin()
    parser = etree.XMLParser(
        target=reader, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        for at in range(0, len(part), _CHUNK_BYTES):
            if reader.is_spent:
                return reader.paragraphs
            if reader.is_too_deep:
                raise IntakeError(IntakeTrouble.TOO_LARGE, name)
            parser.feed(part[at : at + _CHUNK_BYTES])
        parser.close()
    except (etree.LxmlError, ValueError) as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name, str(error)[:80]) from error
    return reader.paragraphs


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


def _add_lines(
    lines: list[Line], read: Iterable[RawParagraph], styles: Mapping[str, _StyleFacts], *, is_margin: bool
) -> None:
    """Add paragraphs as numbered lines."""
    for paragraph in read:
        chain = _chain(paragraph.style, styles)
        style = _style(chain)
        level = _list_level(paragraph, chain) if style is Style.PLAIN else _depth(chain)
        text, cell = "".join(paragraph.pieces), paragraph.cell
        several = style is Style.PLAIN and level < 0
        if is_margin:
            style, level = Style.MARGIN, -1
        for line in text.split("\n") if several else [text.replace("\n", " ")]:
            lines.append(Line(line, len(lines) + 1, whole=True, level=level, style=style, cell=cell))


def _depth(chain: tuple[_StyleFacts, ...]) -> int:
    return next((facts.outline for facts in chain if facts.outline >= 0), -1)


def _chain(style_id: str, styles: Mapping[str, _StyleFacts]) -> tuple[_StyleFacts, ...]:
    """Return the paragraph's style and those it is based on; a circle of styles ends somewhere."""
    chain: list[_StyleFacts] = []
    while style_id in styles and len(chain) < _CHAIN_LIMIT:
        chain.append(styles[style_id])
        style_id = styles[style_id].based_on
    return tuple(chain)


def _list_level(paragraph: RawParagraph, chain: tuple[_StyleFacts, ...]) -> int:
    """Return the level in a list, or -1; list number 0 takes a paragraph out of its style's list."""
    if not paragraph.is_listed:
        return 0 if any(style.listed for style in chain) else -1
    if paragraph.list_id == "0":
        return -1
    level = paragraph.list_level
    return int(level) if level.isascii() and level.isdecimal() and len(level) < 3 else 0


def _style(chain: tuple[_StyleFacts, ...]) -> Style:
    for facts in chain:
        if facts.name in {"title", "titre", "título", "puesto"}:
            return Style.TITLE
        if facts.outline >= 0:
            return Style.HEADING
    return Style.PLAIN
