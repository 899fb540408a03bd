"""Renders the blocks of a report one at a time and stores them as compressed XML.

The body of 5,000 interventions takes 100 MB as one tree, 1 MB as compressed text.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from ipu_session.report.docx.bidi.text import to_rtl
from ipu_session.report.docx.block_ids import BlockEntry, assign_ids, match_previous
from ipu_session.report.docx.blocks import (
    SDT,
    BlockXml,
    P,
    body_xml,
    control_body_xml,
    control_content,
    rows_body_xml,
    tag_control,
)
from ipu_session.report.docx.fingerprint import StyleTable, fingerprint
from ipu_session.report.docx.opc_package import R
from ipu_session.report.docx.style_counterparts import DocumentStyles, adapt_to_document
from ipu_session.report.docx.table_of_contents import HEADING_LEVELS
from ipu_session.report.docx.xml_element import XmlElement

_COMPRESSION_LEVEL = 1
_CHUNK_BYTES = 1 << 20
_BODY_END = "</w:body>"
_RELATIONSHIP_PREFIX = f"{{{R}}}"


class CompressedText:
    """Compressed text, written once and read once from the beginning."""

    def __init__(self) -> None:
        self._compressor = zlib.compressobj(_COMPRESSION_LEVEL)
        self._parts: list[bytes] = []

    def append(self, text: bytes) -> None:
        """Append text."""
        self._parts.append(self._compressor.compress(text))

    def decompress(self) -> Iterator[bytes]:
        """Yield the text in chunks; nothing can be appended afterwards."""
        unpacker = zlib.decompressobj()
        for part in (*self._parts, self._compressor.flush()):
            remaining = part
            while remaining:
                yield unpacker.decompress(remaining, _CHUNK_BYTES)
                remaining = unpacker.unconsumed_tail
        yield unpacker.flush()


class RenderedBlock(Struct, frozen=True):
    """A block as compressed XML, with what merging needs to know about it."""

    group_key: str
    """Key of its group; "" for the table of contents."""
    hash: str
    level: int
    """Heading level; 0 for other blocks."""
    relationship_ids: tuple[str, ...]
    """Ids of the relationships that the block uses (charts)."""
    xml: CompressedText


class BlockUpdate(Struct, frozen=True):
    """A rendered block, its entry in the new report, and in the previous report (None if the block is new)."""

    rendered: RenderedBlock
    entry: BlockEntry
    previous: BlockEntry | None

    def build_control(self) -> XmlElement:
        """Return the block in a content control tagged with its id."""
        from lxml import etree

        start, end = body_xml("").split("><")
        text = b"".join(self.rendered.xml.decompress())
        control = etree.fromstring(b"".join((f"{start}>".encode(), text, f"<{end}".encode())))[0]
        tag_control(control, self.entry.id)
        return control


def pair_with_previous(rendered: Iterable[RenderedBlock], old: Sequence[BlockEntry]) -> Iterator[BlockUpdate]:
    """Yield the blocks with their entries in the previous report."""
    blocks = list(rendered)
    new = [(block.group_key, block.hash) for block in blocks]
    before = match_previous(new, old)
    yield from map(BlockUpdate, blocks, assign_ids(new, before, old), before)


def render_all(
    sources: Iterable[BlockXml], document_styles: DocumentStyles, style_table: StyleTable
) -> Iterator[RenderedBlock]:
    """Yield the blocks of a report, rendered in the styles of a document."""
    for number, source in enumerate(sources, start=1):
        root, more = render(source, number, document_styles)
        content = control_content(root[0]) if source.group_key else []
        level, links = _heading_level(content, style_table), tuple(find_relationship_ids(root))
        compressed = CompressedText()
        mark = compress(root, more, style_table, compressed)
        yield RenderedBlock(source.group_key, mark, level, links, compressed)


def render(source: BlockXml, number: int, document_styles: DocumentStyles) -> tuple[XmlElement, Iterable[XmlElement]]:
    """Return a body with one block in an untagged control, and an iterable of bodies with further table rows.

    The further rows belong to the table at the end of the block.
    """
    root = _apply_styles(source.xml, lambda text: control_body_xml(source.group_key, text, number), document_styles)
    return root, (
        _apply_styles(rows, rows_body_xml, document_styles) for rows in source.more_rows
    ) if source.more_rows else ()


def compress(root: XmlElement, more: Iterable[XmlElement], style_table: StyleTable, compressed: CompressedText) -> str:
    """Compress the content of a body, with further rows of its last table; return its fingerprint."""
    text, end = _inner_xml(root), b""
    if more:
        text, end = _split_at_table(text)
    compressed.append(text)
    content = [each for control in root.iterchildren(SDT) for each in control_content(control)]
    mark = fingerprint(content, style_table, _compress_rows(more, compressed))
    compressed.append(end)
    return mark


def _compress_rows(more: Iterable[XmlElement], compressed: CompressedText) -> Iterator[XmlElement]:
    for root in more:
        text = _inner_xml(root)
        compressed.append(text[text.index(b">") + 1 : text.rindex(b"<")])
        yield root[0]


def _split_at_table(text: bytes) -> tuple[bytes, bytes]:
    """Return the text up to the end tag of its last table, and the rest."""
    end = text.rindex(b"</w:tbl>")
    return text[:end], text[end:]


def _apply_styles(text: str, wrap: Callable[[str], str], document_styles: DocumentStyles) -> XmlElement:
    """Return generated XML as a tree, with the styles and direction of the document."""
    from lxml import etree

    rtl_text = to_rtl(text) if document_styles.right_to_left else None
    root = etree.fromstring(wrap(text if rtl_text is None else rtl_text).encode())
    adapt_to_document(list(root), document_styles, is_directed=rtl_text is not None)
    return root


def _inner_xml(root: XmlElement) -> bytes:
    """Return the content of a body as XML text."""
    from lxml import etree

    xml: bytes = etree.tostring(root, encoding="UTF-8")
    return xml[xml.index(b">") + 1 : -len(_BODY_END)] if len(root) else b""


def find_relationship_ids(element: XmlElement) -> list[str]:
    """Return the relationship ids used in an element, in document order."""
    attributes = (pair for each in element.iter() for pair in each.items())
    return [str(value) for name, value in attributes if str(name).startswith(_RELATIONSHIP_PREFIX)]


def _heading_level(content: list[XmlElement], style_table: StyleTable) -> int:
    return HEADING_LEVELS.get(style_table.role(content[0]), 0) if content and content[0].tag == P else 0
