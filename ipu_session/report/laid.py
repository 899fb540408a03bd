"""The blocks of a report laid out for a document, each by itself and then put away as packed text.

As one tree the body of 5,000 interventions takes a hundred megabytes, as packed text one.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ipu_session.report.block_ids import Entry, matched, numbered
from ipu_session.report.contents import LEVELS
from ipu_session.report.look import Look, fit
from ipu_session.report.opc import R
from ipu_session.report.pieces import P, Piece, control_text, inside, name
from ipu_session.report.signature import Sheet, signature
from ipu_session.report.turned import turned

_QUICK = 1
_CHUNK = 1 << 20
_END = "</w:body>"
_REFERS = f"{{{R}}}"


class Packed:
    """Text that is put away packed, to be read once more from its beginning."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(_QUICK)
        self._parts: list[bytes] = []

    def put(self, text: bytes | memoryview) -> None:
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
    xml: bytes


@dataclass(frozen=True, slots=True)
class Step:
    """A block of the report, what it is called, and what it was in an earlier report, None if it is new."""

    laid: Laid
    entry: Entry
    before: Entry | None

    def control(self) -> Any:
        """Return the block in a content control of its name."""
        from lxml import etree

        control = etree.fromstring(zlib.decompress(self.laid.xml))[0]
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
    from lxml import etree

    for number, piece in enumerate(found, start=1):
        root = drawn(piece, number, look)
        content = inside(root[0]) if piece.group else []
        xml = zlib.compress(etree.tostring(root), _QUICK)
        yield Laid(piece.group, signature(content, sheet), _level(content, sheet), tuple(link_ids(root)), xml)


def drawn(piece: Piece, number: int, look: Look) -> Any:
    """Return a body that holds one piece as it fits a document, its control without a name."""
    from lxml import etree

    already = turned(piece.text) if look.right_to_left else None
    parser = etree.XMLParser()
    for text in control_text(piece if already is None else Piece(piece.group, already), number):
        for start in range(0, len(text), _CHUNK):
            parser.feed(text[start : start + _CHUNK].encode())
    root = parser.close()
    fit(list(root), look, turned=already is not None)
    return root


def text_in(root: Any) -> memoryview:
    """Return what stands in a body as text."""
    from lxml import etree

    whole: bytes = etree.tostring(root, encoding="UTF-8")
    return memoryview(whole)[whole.index(b">") + 1 : -len(_END) if len(root) else None]


def link_ids(element: Any) -> list[str]:
    """Return the ids by which an element refers to other parts, in their order."""
    return [value for each in element.iter() for name, value in each.items() if name.startswith(_REFERS)]


def _level(content: list[Any], sheet: Sheet) -> int:
    return LEVELS.get(sheet.role(content[0]), 0) if content and content[0].tag == P else 0
