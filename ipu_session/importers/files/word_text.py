"""Text extraction from Word files, with lists, headings, tables, content controls and page headers.

The parts are parsed directly: python-docx gives no access to text in content controls or in headers of other
sections. Only the styles are held as a tree; the text is streamed through ``WordParserTarget``.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from ipu_session.importers.files.document_line import LineStyle, SourceLine
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.ooxml import MAIN_PART, related_parts
from ipu_session.importers.files.word_stream import RawParagraph, W, WordParserTarget
from ipu_session.importers.files.xml_parts import parse_xml
from ipu_session.importers.files.zip_package import unpack_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

ELEMENT_LIMIT = 200_000
"""Maximum number of elements in all parts together; 100 pages of plain text have 30,000."""
_STYLES_LIMIT_BYTES = 4_000_000
_CHUNK_BYTES = 1 << 16
_MARGINS = ("header", "footer", "footnotes", "endnotes")
_W = f"{{{W}}}"
_LIST_STYLES = ("list bullet", "list number", "list continue", "liste à puces", "liste à numéros")
_OUTLINE_LEVELS = tuple("012345678")
"""Values of ``w:outlineLvl`` that are headings; 9 is body text."""
_STYLE_CHAIN_LIMIT = 20


class _WordStyle(Struct, frozen=True):
    """Properties of a paragraph style."""

    name: str
    based_on: str
    is_list: bool
    outline_level: int
    """Level as a heading, from 0; -1 for other styles."""


class WordText(Struct, frozen=True):
    """The lines of a .docx (page headers first, footers and notes last), and whether it was cut."""

    lines: tuple[SourceLine, ...]
    pictures: int = 0
    is_cut: bool = False


def extract_word_text(data: bytes, name: str) -> WordText:
    """Return the text of a .docx; InputFileError if it cannot be read."""
    parts = unpack_xml(data, name)
    if MAIN_PART not in parts:
        raise InputFileError(InputErrorCode.DAMAGED, name)
    links = dict[str, list[str]]()
    for kind, part in related_parts(parts, MAIN_PART):
        links.setdefault(kind, []).append(part)
    style_part = next((part for part in links.get("styles", ["word/styles.xml"]) if part in parts), "")
    if len(parts.get(style_part, b"")) > _STYLES_LIMIT_BYTES:
        # A hundred times the size of the styles in Word's own template: read the text without styles.
        style_part = ""
    styles = _parse_styles(parse_xml(parts[style_part], name)) if style_part else {}
    reader = WordParserTarget(ELEMENT_LIMIT)
    # The body before headers and footers: what exceeds the limit is then the least important text.
    body = _parse_part(reader, parts[MAIN_PART], name)
    headers, footers = (
        [each for part in _parts_of_kinds(parts, links, kinds) for each in _parse_part(reader, parts[part], name)]
        for kinds in (_MARGINS[:1], _MARGINS[1:])
    )
    lines: list[SourceLine] = []
    for paragraphs, is_margin in ((headers, True), (body, False), (footers, True)):
        _add_lines(lines, paragraphs, styles, is_margin=is_margin)
    return WordText(tuple(lines), reader.pictures, reader.is_spent)


def _parts_of_kinds(parts: Mapping[str, bytes], links: Mapping[str, list[str]], kinds: Iterable[str]) -> list[str]:
    """Return the parts of these kinds: those with a relationship, or by their names if there are no relationships."""
    if links:
        return sorted({part for kind in kinds for part in links.get(kind, []) if part in parts})
    names = tuple(f"word/{kind}" for kind in kinds)
    return sorted(part for part in parts if part.startswith(names) and part.endswith(".xml"))


def _parse_part(reader: WordParserTarget, part: bytes, name: str) -> list[RawParagraph]:
    """Feed a part to the parser in chunks, until its end or until the element limit."""
    from lxml import etree

    reader.begin_part()
    parser = etree.XMLParser(target=reader, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        for offset in range(0, len(part), _CHUNK_BYTES):
            if reader.is_spent:
                return reader.paragraphs
            if reader.is_too_deep:
                raise InputFileError(InputErrorCode.TOO_LARGE, name)
            parser.feed(part[offset : offset + _CHUNK_BYTES])
        parser.close()
    except (etree.LxmlError, ValueError) as error:
        raise InputFileError(InputErrorCode.DAMAGED, name, str(error)[:80]) from error
    return reader.paragraphs


def _parse_styles(root: "_Element") -> dict[str, _WordStyle]:
    return {style.get(f"{_W}styleId", ""): _parse_style(style) for style in root.iter(f"{_W}style")}


def _parse_style(style: "_Element") -> _WordStyle:
    name = _val_attribute(style.find(f"{_W}name")).lower()
    numbering = style.find(f"{_W}pPr/{_W}numPr")
    return _WordStyle(
        name,
        _val_attribute(style.find(f"{_W}basedOn")),
        is_list=numbering is not None or name.startswith(_LIST_STYLES),
        outline_level=_outline_level(name, _val_attribute(style.find(f"{_W}pPr/{_W}outlineLvl"))),
    )


def _outline_level(name: str, level: str) -> int:
    if level in _OUTLINE_LEVELS:
        return int(level)
    if name.startswith(("heading", "titre ", "título ")):
        return max(0, int(name[-1]) - 1) if name[-1] in _OUTLINE_LEVELS else 0
    return -1


def _val_attribute(element: "_Element | None") -> str:
    return "" if element is None else str(element.get(f"{_W}val", ""))


def _add_lines(
    lines: list[SourceLine], read: Iterable[RawParagraph], styles: Mapping[str, _WordStyle], *, is_margin: bool
) -> None:
    """Append paragraphs as numbered lines."""
    for paragraph in read:
        chain = _style_chain(paragraph.style, styles)
        style = _line_style(chain)
        level = _list_level(paragraph, chain) if style is LineStyle.PLAIN else _heading_level(chain)
        text, cell = "".join(paragraph.pieces), paragraph.cell
        several = style is LineStyle.PLAIN and level < 0
        if is_margin:
            style, level = LineStyle.MARGIN, -1
        for line in text.split("\n") if several else [text.replace("\n", " ")]:
            lines.append(SourceLine(line, len(lines) + 1, is_paragraph=True, level=level, style=style, cell=cell))


def _heading_level(chain: tuple[_WordStyle, ...]) -> int:
    return next((style.outline_level for style in chain if style.outline_level >= 0), -1)


def _style_chain(style_id: str, styles: Mapping[str, _WordStyle]) -> tuple[_WordStyle, ...]:
    """Return a style and the styles that it is based on; cut after 20, since a damaged file may have a cycle."""
    chain: list[_WordStyle] = []
    while style_id in styles and len(chain) < _STYLE_CHAIN_LIMIT:
        chain.append(styles[style_id])
        style_id = styles[style_id].based_on
    return tuple(chain)


def _list_level(paragraph: RawParagraph, chain: tuple[_WordStyle, ...]) -> int:
    """Return the level in a list, from 0; -1 outside lists. ``numId`` 0 takes a paragraph out of its style's list."""
    if not paragraph.is_listed:
        return 0 if any(style.is_list for style in chain) else -1
    if paragraph.list_id == "0":
        return -1
    level = paragraph.list_level
    return int(level) if level.isascii() and level.isdecimal() and len(level) < 3 else 0


def _line_style(chain: tuple[_WordStyle, ...]) -> LineStyle:
    for style in chain:
        if style.name in {"title", "titre", "título", "puesto"}:
            return LineStyle.TITLE
        if style.outline_level >= 0:
            return LineStyle.HEADING
    return LineStyle.PLAIN
