"""Locates the blocks of an earlier report in the document, by content controls or else by bookmarks."""

from collections.abc import Iterable

from msgspec import Struct

from ipu_session.report.docx.block_ids import BlockEntry
from ipu_session.report.docx.blocks import (
    CONTENT,
    FIRST,
    LAST,
    SDT,
    TAG,
    TBL,
    P,
    bookmarks_in,
    control_content,
    remove_bookmarks,
)
from ipu_session.report.docx.fingerprint import StyleTable, fingerprint, plain_text
from ipu_session.report.docx.style_counterparts import VALUE
from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.xml_element import XmlElement, find_required, remove_element

_W = f"{{{W}}}"
_PICTURE_TAGS = tuple(f"{_W}{name}" for name in ("drawing", "pict", "object"))
_VISIBLE_TAGS = (*_PICTURE_TAGS, f"{_W}br", f"{_W}tbl")


class LocatedBlock(Struct):
    """A block in the document: its control, or else its paragraphs and tables."""

    elements: list[XmlElement]
    fingerprint: str

    @property
    def content(self) -> list[XmlElement]:
        """The paragraphs and tables of the block."""
        return _block_content(self.elements)

    @property
    def is_in_control(self) -> bool:
        """Whether the block is still in its content control."""
        return bool(self.elements[0].tag == SDT)

    def replace_with(self, control: XmlElement) -> None:
        """Replace the block by its new version, in a content control."""
        self.elements[0].addprevious(control)
        self.remove()
        self.elements = [control]

    def unwrap(self) -> None:
        """Turn the block into ordinary text, without bookmarks and control."""
        for element in self.content:
            remove_bookmarks(element)
        if self.elements[0].tag == SDT:
            _unwrap_control(self.elements[0])

    def remove(self) -> None:
        """Remove the block from the document."""
        for element in self.elements:
            remove_element(element)


def find_blocks(body: XmlElement, entries: Iterable[BlockEntry], style_table: StyleTable) -> dict[str, LocatedBlock]:
    """Return the blocks that the document still has, by id; a block without content counts as deleted."""
    known_ids = {entry.id for entry in entries}
    elements_of = _find_by_control(body, known_ids)
    _add_by_bookmark(body, known_ids, elements_of)
    return {
        block: LocatedBlock(elements, fingerprint(_block_content(elements), style_table))
        for block, elements in elements_of.items()
        if _has_content(_block_content(elements))
    }


def unwrap_foreign_controls(body: XmlElement, entries: Iterable[BlockEntry]) -> None:
    """Unwrap controls around blocks that are not those of a block: LibreOffice 7.4 puts one around several."""
    known_ids = {entry.id for entry in entries}
    is_changed = True
    while is_changed:
        is_changed = False
        for control in list(body.iterchildren(SDT)):
            if _control_tag(control) not in known_ids and bookmarks_in(control):
                _unwrap_control(control)
                is_changed = True


def _find_by_control(body: XmlElement, known_ids: set[str]) -> dict[str, list[XmlElement]]:
    elements_of: dict[str, list[XmlElement]] = {}
    for control in list(body.iter(SDT)):
        block = _control_tag(control)
        if block in known_ids and block not in elements_of and not _is_placeholder(control):
            elements_of[block] = [control]
        elif block in known_ids:
            # A copy of a block, or an emptied control, is not a block any more.
            _unwrap_control(control)
    return elements_of


def _add_by_bookmark(body: XmlElement, known_ids: set[str], elements_of: dict[str, list[XmlElement]]) -> None:
    """Add to ``elements_of`` the blocks that are no longer in a control, found by their bookmarks."""
    taken: set[XmlElement] = set()
    for element in body.iterchildren(P, TBL):
        for block, end in sorted(bookmarks_in(element)):
            if block in known_ids and block not in elements_of and element not in taken:
                elements_of[block] = _elements_of_block(element, block) if end == FIRST else [element]
                taken |= set(elements_of[block])


def _block_content(elements: list[XmlElement]) -> list[XmlElement]:
    return control_content(elements[0]) if elements[0].tag == SDT else elements


def _control_tag(control: XmlElement) -> str:
    tag = control.find(f"{_W}sdtPr/{TAG}")
    return "" if tag is None else str(tag.get(VALUE, ""))


def _is_placeholder(control: XmlElement) -> bool:
    """Whether the control shows Word's placeholder text, because all its content was deleted."""
    return control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _unwrap_control(control: XmlElement) -> None:
    """Replace a control by its content; a placeholder is removed."""
    for element in [] if _is_placeholder(control) else control_content(control):
        control.addprevious(element)
    remove_element(control)


def _elements_of_block(paragraph: XmlElement, block: str) -> list[XmlElement]:
    """Return the elements from a block's first bookmark to its last; only the first element if the last is missing."""
    elements = [paragraph]
    element = paragraph.getnext()
    while element is not None and element.tag in {P, TBL}:
        marks = bookmarks_in(element)
        elements.append(element)
        if (block, LAST) in marks:
            return elements
        if any(other != block and end == FIRST for other, end in marks):
            break
        element = element.getnext()
    return [paragraph]


def _has_content(elements: list[XmlElement]) -> bool:
    shown = any(next(each.iter(*_VISIBLE_TAGS), None) is not None for each in elements)
    return shown or bool(plain_text(elements))


def wrap_in_control(block: LocatedBlock, control: XmlElement) -> None:
    """Put the paragraphs of a block that lost its control into a control again."""
    if block.elements[0].tag == SDT:
        return
    content = find_required(control, CONTENT)
    for element in list(content):
        content.remove(element)
    block.elements[0].addprevious(control)
    for element in block.elements:
        for inner in list(element.iterchildren(SDT)):
            _unwrap_control(inner)
        content.append(element)
    block.elements = [control]
