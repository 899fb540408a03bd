"""The blocks of a report laid out for a document, each by itself and then put away as packed text.

As one tree the body of 5,000 interventions takes a hundred megabytes, as packed text one.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ipu_session.report.docx.bidi_text import to_rtl
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
from ipu_session.report.docx.document_styles import DocumentStyles, adapt_to_document
from ipu_session.report.docx.fingerprint import StyleTable, fingerprint
from ipu_session.report.docx.opc_package import R
from ipu_session.report.docx.table_of_contents import HEADING_LEVELS

_COMPRESSION_LEVEL = 1
_CHUNK_BYTES = 1 << 20
_BODY_END = "</w:body>"
_RELATIONSHIP_PREFIX = f"{{{R}}}"


class CompressedText:
    """Text that is put away packed, to be read once more from its beginning."""

    def __init__(self) -> None:
        self._compressor = zlib.compressobj(_COMPRESSION_LEVEL)
        self._parts: list[bytes] = []

    def append(self, text: bytes) -> None:
        """Add text at the end."""
        self._parts.append(self._compressor.compress(text))

    def decompress(self) -> Iterator[bytes]:
        """Yield the text in pieces; nothing can be added afterwards."""
        unpacker = zlib.decompressobj()
        for part in (*self._parts, self._compressor.flush()):
            left = part
            while left:
                yield unpacker.decompress(left, _CHUNK_BYTES)
                left = unpacker.unconsumed_tail
        yield unpacker.flush()


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """A block laid out for a document, and put away."""

    group_key: str
    """By what it is known, empty for the contents."""
    hash: str
    level: int
    """Of a heading; 0 for anything else."""
    relationship_ids: tuple[str, ...]
    """The ids by which it refers to other parts."""
    xml: CompressedText


@dataclass(frozen=True, slots=True)
class BlockUpdate:
    """A block of the report, what it is called, and what it was in an earlier report, None if it is new."""

    rendered: RenderedBlock
    entry: BlockEntry
    previous: BlockEntry | None

    def build_control(self) -> Any:
        """Return the block in a content control of its name."""
        from lxml import etree

        start, end = body_xml("").split("><")
        text = b"".join(self.rendered.xml.decompress())
        control = etree.fromstring(b"".join((f"{start}>".encode(), text, f"<{end}".encode())))[0]
        tag_control(control, self.entry.id)
        return control


def pair_with_previous(laid: Iterable[RenderedBlock], old: Sequence[BlockEntry]) -> Iterator[BlockUpdate]:
    """Yield blocks with what they were in an earlier report."""
    blocks = list(laid)
    new = [(block.group_key, block.hash) for block in blocks]
    before = match_previous(new, old)
    yield from map(BlockUpdate, blocks, assign_ids(new, before, old), before)


def render_all(found: Iterable[BlockXml], look: DocumentStyles, sheet: StyleTable) -> Iterator[RenderedBlock]:
    """Yield the pieces of a report as they fit a document; the contents without a hash."""
    for number, piece in enumerate(found, start=1):
        root, more = render(piece, number, look)
        content = control_content(root[0]) if piece.group_key else []
        level, links = _heading_level(content, sheet), tuple(find_relationship_ids(root))
        packed = CompressedText()
        mark = compress(root, more, sheet, packed)
        yield RenderedBlock(piece.group_key, mark, level, links, packed)


def render(piece: BlockXml, number: int, look: DocumentStyles) -> tuple[Any, Iterable[Any]]:
    """Return a body that holds one piece as it fits a document, its control without a name; and further rows.

    These belong to the table that ends it, and come in bodies that hold a table of them.
    """
    root = _apply_styles(piece.xml, lambda text: control_body_xml(piece.group_key, text, number), look)
    return root, (_apply_styles(rows, rows_body_xml, look) for rows in piece.more_rows) if piece.more_rows else ()


def compress(root: Any, more: Iterable[Any], sheet: StyleTable, packed: CompressedText) -> str:
    """Put away what stands in a body, and further rows of the table that ends it; return its signature."""
    text, end = _inner_xml(root), b""
    if more:
        text, end = _split_at_table(text)
    packed.append(text)
    content = [each for control in root.iterchildren(SDT) for each in control_content(control)]
    mark = fingerprint(content, sheet, _compress_rows(more, packed))
    packed.append(end)
    return mark


def _compress_rows(more: Iterable[Any], packed: CompressedText) -> Iterator[Any]:
    for root in more:
        text = _inner_xml(root)
        packed.append(text[text.index(b">") + 1 : text.rindex(b"<")])
        yield root[0]


def _split_at_table(text: bytes) -> tuple[bytes, bytes]:
    """Return text in two at the end of its last table."""
    end = text.rindex(b"</w:tbl>")
    return text[:end], text[end:]


def _apply_styles(text: str, framed: Callable[[str], str], look: DocumentStyles) -> Any:
    """Return what we have written as it fits a document."""
    from lxml import etree

    already = to_rtl(text) if look.right_to_left else None
    root = etree.fromstring(framed(text if already is None else already).encode())
    adapt_to_document(list(root), look, turned=already is not None)
    return root


def _inner_xml(root: Any) -> bytes:
    """Return what stands in a body as text."""
    from lxml import etree

    whole: bytes = etree.tostring(root, encoding="UTF-8")
    return whole[whole.index(b">") + 1 : -len(_BODY_END)] if len(root) else b""


def find_relationship_ids(element: Any) -> list[str]:
    """Return the ids by which an element refers to other parts, in their order."""
    return [value for each in element.iter() for name, value in each.items() if name.startswith(_RELATIONSHIP_PREFIX)]


def _heading_level(content: list[Any], sheet: StyleTable) -> int:
    return HEADING_LEVELS.get(sheet.role(content[0]), 0) if content and content[0].tag == P else 0
