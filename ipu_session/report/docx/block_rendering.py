"""The blocks of a report laid out for a document, each by itself and then put away as packed text.

As one tree the body of 5,000 interventions takes a hundred megabytes, as packed text one.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ipu_session.report.docx.bidi_text import turned
from ipu_session.report.docx.block_ids import Entry, matched, numbered
from ipu_session.report.docx.blocks import SDT, P, Piece, body_text, control_text, inside, name, rows_text
from ipu_session.report.docx.document_styles import Look, fit
from ipu_session.report.docx.fingerprint import Sheet, signature
from ipu_session.report.docx.opc_package import R
from ipu_session.report.docx.table_of_contents import LEVELS

_QUICK = 1
_CHUNK = 1 << 20
_END = "</w:body>"
_REFERS = f"{{{R}}}"


class Packed:
    """Text that is put away packed, to be read once more from its beginning."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(_QUICK)
        self._parts: list[bytes] = []

    def put(self, text: bytes) -> None:
        """Add text at the end."""
        self._parts.append(self._packer.compress(text))

    def unpacked(self) -> Iterator[bytes]:
        """Yield the text in pieces; nothing can be added afterwards."""
        unpacker = zlib.decompressobj()
        for part in (*self._parts, self._packer.flush()):
            left = part
            while left:
                yield unpacker.decompress(left, _CHUNK)
                left = unpacker.unconsumed_tail
        yield unpacker.flush()


@dataclass(frozen=True, slots=True)
class Laid:
    """A block laid out for a document, and put away."""

    group: str
    """By what it is known, empty for the contents."""
    hash: str
    level: int
    """Of a heading; 0 for anything else."""
    links: tuple[str, ...]
    """The ids by which it refers to other parts."""
    xml: Packed


@dataclass(frozen=True, slots=True)
class Step:
    """A block of the report, what it is called, and what it was in an earlier report, None if it is new."""

    laid: Laid
    entry: Entry
    before: Entry | None

    def control(self) -> Any:
        """Return the block in a content control of its name."""
        from lxml import etree

        start, end = body_text("").split("><")
        text = b"".join(self.laid.xml.unpacked())
        control = etree.fromstring(b"".join((f"{start}>".encode(), text, f"<{end}".encode())))[0]
        name(control, self.entry.id)
        return control


def steps_of(laid: Iterable[Laid], old: Sequence[Entry]) -> Iterator[Step]:
    """Yield blocks with what they were in an earlier report."""
    blocks = list(laid)
    new = [(block.group, block.hash) for block in blocks]
    before = matched(new, old)
    yield from map(Step, blocks, numbered(new, before, old), before)


def laid_out(found: Iterable[Piece], look: Look, sheet: Sheet) -> Iterator[Laid]:
    """Yield the pieces of a report as they fit a document; the contents without a hash."""
    for number, piece in enumerate(found, start=1):
        root, more = drawn(piece, number, look)
        content = inside(root[0]) if piece.group else []
        level, links = _level(content, sheet), tuple(link_ids(root))
        packed = Packed()
        mark = put_away(root, more, sheet, packed)
        yield Laid(piece.group, mark, level, links, packed)


def drawn(piece: Piece, number: int, look: Look) -> tuple[Any, Iterable[Any]]:
    """Return a body that holds one piece as it fits a document, its control without a name; and further rows.

    These belong to the table that ends it, and come in bodies that hold a table of them.
    """
    root = _fitted(piece.text, lambda text: control_text(piece.group, text, number), look)
    return root, (_fitted(rows, rows_text, look) for rows in piece.more) if piece.more else ()


def put_away(root: Any, more: Iterable[Any], sheet: Sheet, packed: Packed) -> str:
    """Put away what stands in a body, and further rows of the table that ends it; return its signature."""
    text, end = _text_in(root), b""
    if more:
        text, end = _parted(text)
    packed.put(text)
    content = [each for control in root.iterchildren(SDT) for each in inside(control)]
    mark = signature(content, sheet, _rows_put_away(more, packed))
    packed.put(end)
    return mark


def _rows_put_away(more: Iterable[Any], packed: Packed) -> Iterator[Any]:
    for root in more:
        text = _text_in(root)
        packed.put(text[text.index(b">") + 1 : text.rindex(b"<")])
        yield root[0]


def _parted(text: bytes) -> tuple[bytes, bytes]:
    """Return text in two at the end of its last table."""
    end = text.rindex(b"</w:tbl>")
    return text[:end], text[end:]


def _fitted(text: str, framed: Callable[[str], str], look: Look) -> Any:
    """Return what we have written as it fits a document."""
    from lxml import etree

    already = turned(text) if look.right_to_left else None
    root = etree.fromstring(framed(text if already is None else already).encode())
    fit(list(root), look, turned=already is not None)
    return root


def _text_in(root: Any) -> bytes:
    """Return what stands in a body as text."""
    from lxml import etree

    whole: bytes = etree.tostring(root, encoding="UTF-8")
    return whole[whole.index(b">") + 1 : -len(_END)] if len(root) else b""


def link_ids(element: Any) -> list[str]:
    """Return the ids by which an element refers to other parts, in their order."""
    return [value for each in element.iter() for name, value in each.items() if name.startswith(_REFERS)]


def _level(content: list[Any], sheet: Sheet) -> int:
    return LEVELS.get(sheet.role(content[0]), 0) if content and content[0].tag == P else 0
