"""The blocks of a report in WordprocessingML, each in a content control.

Word keeps a content control (``w:sdt``) together and moves it as a whole; it is invisible to users. Its tag, and
bookmarks in its first and last paragraph, identify the block at the next export (docs/decisions/0019). LibreOffice 7.4
drops the tag and keeps the bookmarks.
"""

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from msgspec import Struct

from ipu_session.report.docx.block_ids import group_keys, hash_group_key
from ipu_session.report.docx.charts import ChartWriter
from ipu_session.report.docx.style_counterparts import VALUE
from ipu_session.report.docx.wordml import W, block_xml, heading_xml, paragraph_xml, rows_xml, table_xml, toc_xml
from ipu_session.report.docx.xml_element import XmlElement, find_required, remove_element
from ipu_session.report.model import Block, Chart, Heading, Masthead, Paragraph, ParagraphStyle, Report, Table

_W = f"{{{W}}}"
SDT, CONTENT, TAG = f"{_W}sdt", f"{_W}sdtContent", f"{_W}tag"
P, TBL = f"{_W}p", f"{_W}tbl"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_CONTROL_PROPERTIES = (
    '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj><w15:appearance w15:val="hidden"/>'
)
"""Building block without a frame: in other kinds of controls LibreOffice 7.4 loses bold, comments and line breaks."""
_BOOKMARK_PREFIX = "_r"
ROWS_PER_CHUNK = 250
"""Maximum number of rows of a table in one chunk of XML."""
_SHORT_REMARK_LENGTH = 300
"""Maximum length, in characters, of a remark kept with the next block; a longer one could leave half a page empty."""
FIRST, LAST = "a", "z"
"""Suffixes of the bookmarks of a block's first and last paragraph."""


class BlockXml(Struct, frozen=True):
    """A block as WordprocessingML; ``group_key`` is "" for the table of contents."""

    group_key: str
    xml: str
    more_rows: Iterable[str] = ()
    """Further rows of the table at its end, in chunks: a tree of all rows would need too much memory."""


def build_block_xml(report: Report, charts: ChartWriter) -> Iterator[BlockXml]:
    """Yield the masthead, the table of contents and the blocks of a report."""
    yield from _masthead_xml(report.masthead)
    if report.toc_heading:
        yield BlockXml(hash_group_key("contents"), paragraph_xml(report.toc_heading, "ContentsHeading"))
        yield BlockXml("", toc_xml(report.headings))
    number = 0
    for (before, block, after), group in zip(_with_neighbours(report), group_keys(report.blocks), strict=True):
        if isinstance(block, Heading):
            number += 1
            yield BlockXml(group, heading_xml(block, number))
        elif isinstance(block, Chart):
            yield BlockXml(group, charts.add(block, keep_next=_is_remark(after)))
        elif isinstance(block, Table) and len(block.rows) > ROWS_PER_CHUNK:
            keep_next = _is_remark(after)
            yield BlockXml(
                group,
                table_xml(block, slice(ROWS_PER_CHUNK), keep_next=keep_next),
                _row_chunks(block, keep_next=keep_next),
            )
        else:
            yield BlockXml(group, block_xml(block, keep_next=_keeps_with_next(before, block, after)))


def _with_neighbours(report: Report) -> Iterator[tuple[Block | None, Block, Block | None]]:
    """Yield each block with its predecessor and successor."""
    blocks = report.blocks
    yield from zip((None, *blocks[:-1]), blocks, (*blocks[1:], None), strict=True)


def _keeps_with_next(before: Block | None, block: Block, after: Block | None) -> bool:
    """Return whether a block is kept with the next: if that is a remark, or if it is a short remark below a heading."""
    if _is_remark(after):
        return True
    is_short_remark = _is_remark(block) and len(block.text) <= _SHORT_REMARK_LENGTH
    return isinstance(before, Heading) and is_short_remark and not isinstance(after, Heading | None)


def _is_remark(block: Block | None) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.style is ParagraphStyle.REMARK


def _row_chunks(block: Table, *, keep_next: bool) -> Iterator[str]:
    for start in range(ROWS_PER_CHUNK, len(block.rows), ROWS_PER_CHUNK):
        yield rows_xml(block, slice(start, start + ROWS_PER_CHUNK), keep_next=keep_next)


def _masthead_xml(masthead: Masthead) -> Iterator[BlockXml]:
    pairs = "".join(paragraph_xml(f"{left}\t{right}", "Masthead") for left, right in masthead.pairs)
    committee = paragraph_xml(masthead.committee, "Committee") if masthead.committee else ""
    for name, text in (("masthead", pairs), ("committee", committee)):
        if text:
            yield BlockXml(hash_group_key(name), text)
    yield BlockXml(hash_group_key("kind"), paragraph_xml(masthead.kind, "Subtitle"))
    yield BlockXml(hash_group_key("title"), paragraph_xml(masthead.title, "Title"))


def control_body_xml(group: str, text: str, number: int) -> str:
    """Return a body with a block in a content control with an empty tag; for ``group`` "" there is no control."""
    if not group:
        return body_xml(text)
    start = f'<w:sdt><w:sdtPr><w:tag w:val=""/><w:id w:val="{number}"/>{_CONTROL_PROPERTIES}</w:sdtPr><w:sdtContent>'
    return body_xml(f"{start}{text}</w:sdtContent></w:sdt>")


def rows_body_xml(text: str) -> str:
    """Return a body with the rows in a table without properties."""
    return body_xml(f"<w:tbl>{text}</w:tbl>")


def body_xml(content: str) -> str:
    """Return a body that declares the namespaces of a content control."""
    return f'<w:body xmlns:w="{W}" xmlns:w15="{_W15}">{content}</w:body>'


def control_content(control: XmlElement) -> list[XmlElement]:
    """Return the elements inside a content control."""
    content = control.find(CONTENT)
    return [] if content is None else list(content)


def tag_control(control: XmlElement, block: str) -> None:
    """Set the tag of a content control to the id ``block``, and insert the bookmarks of the block."""
    find_required(control, f"{_W}sdtPr/{TAG}").set(VALUE, block)
    content = control_content(control)
    for element, end in zip((content[0], *content[1:][-1:]), (FIRST, LAST), strict=False):
        # The end bookmark of a table is in its first row, because users add and delete rows at the end.
        insert_bookmark(next(element.iter(P)), f"{_BOOKMARK_PREFIX}{block}{end}")


def insert_bookmark(paragraph_: XmlElement, name: str) -> None:
    """Insert a bookmark at the start of a paragraph, its name as provisional id; `assign_unique_ids` numbers it."""
    from lxml import etree

    index = 0 if paragraph_.find(f"{_W}pPr") is None else 1
    start, end = etree.Element(f"{_W}bookmarkStart"), etree.Element(f"{_W}bookmarkEnd")
    start.set(f"{_W}name", name)
    for each in (end, start):
        each.set(f"{_W}id", name)
        paragraph_.insert(index, each)


def bookmarks_in(paragraph_: XmlElement) -> set[tuple[str, str]]:
    """Return the block bookmarks in a paragraph, as pairs of the block's id and `FIRST` or `LAST`."""
    names = (str(mark.get(f"{_W}name", "")) for mark in paragraph_.iter(f"{_W}bookmarkStart"))
    ours = [each.removeprefix(_BOOKMARK_PREFIX) for each in names if each.startswith(_BOOKMARK_PREFIX)]
    return {(each[:-1], each[-1]) for each in ours if each[-1:] in {FIRST, LAST}}


def remove_bookmarks(element: XmlElement) -> None:
    """Remove the start marks of block bookmarks; `assign_unique_ids` removes their end marks."""
    for mark in list(element.iter(f"{_W}bookmarkStart")):
        if str(mark.get(f"{_W}name", "")).startswith(_BOOKMARK_PREFIX):
            remove_element(mark)
