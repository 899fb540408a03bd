"""The blocks of a report as they stand in the document, each in a content control of its own.

A content control (``w:sdt``) is what Word keeps together and moves about as one; people do not see it. Its
tag, and bookmarks in its first and last paragraph, say at the next export which block it is
(docs/decisions/0019). LibreOffice 7.4 drops the tag and keeps the bookmarks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeGuard

from ipu_session.report.docx.block_ids import group_of, groups
from ipu_session.report.docx.charts import Charts
from ipu_session.report.docx.document_styles import VALUE
from ipu_session.report.docx.wordml import W, contents, heading, paragraph, plain, rows_of, table
from ipu_session.report.model import Block, Chart, Heading, Masthead, Paragraph, Report, Style, Table

_W = f"{{{W}}}"
SDT, CONTENT, TAG = f"{_W}sdt", f"{_W}sdtContent", f"{_W}tag"
P, TBL = f"{_W}p", f"{_W}tbl"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_KIND = (
    '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj><w15:appearance w15:val="hidden"/>'
)
"""A building block without a frame: of any other kind LibreOffice 7.4 loses bold, comments, line breaks."""
_MARK = "_r"
ROWS = 250
"""So many rows of a table are laid out at once."""
_SHORT = 300
"""Letters of a remark that stays whole with what follows; a longer one would leave half a page empty."""
FIRST, LAST = "a", "z"
"""How the bookmarks of the first and the last paragraph of a block end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as WordprocessingML; ``group`` is by what it is known, empty for the contents themselves."""

    group: str
    text: str
    more: Iterable[str] = ()
    """Further rows of the table that ends it, some at a time: one tree of all would take much room."""


def pieces(report: Report, charts: Charts) -> Iterator[Piece]:
    """Yield the head of the report, its contents, and its blocks."""
    yield from _head(report.masthead)
    if report.contents:
        yield Piece(group_of("contents"), paragraph(report.contents, "ContentsHeading"))
        yield Piece("", contents(report.headings))
    number = 0
    for (before, block, after), group in zip(_neighbours(report), groups(report.blocks), strict=True):
        if isinstance(block, Heading):
            number += 1
            yield Piece(group, heading(block, number))
        elif isinstance(block, Chart):
            yield Piece(group, charts.add(block, stays=_is_remark(after)))
        elif isinstance(block, Table) and len(block.rows) > ROWS:
            stays = _is_remark(after)
            yield Piece(group, table(block, slice(ROWS), stays=stays), _more_rows(block, stays=stays))
        else:
            yield Piece(group, plain(block, stays=_stays(before, block, after)))


def _neighbours(report: Report) -> Iterator[tuple[Block | None, Block, Block | None]]:
    """Yield each block with the one before it and the one after it."""
    blocks = report.blocks
    yield from zip((None, *blocks[:-1]), blocks, (*blocks[1:], None), strict=True)


def _stays(before: Block | None, block: Block, after: Block | None) -> bool:
    """Whether a block stays with the next one: what has a remark below it, a remark below a heading."""
    if _is_remark(after):
        return True
    short = _is_remark(block) and len(block.text) <= _SHORT
    return isinstance(before, Heading) and short and not isinstance(after, Heading | None)


def _is_remark(block: Block | None) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.style is Style.REMARK


def _more_rows(block: Table, *, stays: bool) -> Iterator[str]:
    for start in range(ROWS, len(block.rows), ROWS):
        yield rows_of(block, slice(start, start + ROWS), stays=stays)


def _head(head: Masthead) -> Iterator[Piece]:
    pairs = "".join(paragraph(f"{left}\t{right}", "Masthead") for left, right in head.pairs)
    committee = paragraph(head.committee, "Committee") if head.committee else ""
    for name, text in (("masthead", pairs), ("committee", committee)):
        if text:
            yield Piece(group_of(name), text)
    yield Piece(group_of("kind"), paragraph(head.kind, "Subtitle"))
    yield Piece(group_of("title"), paragraph(head.title, "Title"))


def control_text(group: str, text: str, number: int) -> str:
    """Return a body with a piece in a control that has no name yet; the contents, of no group, in none."""
    if not group:
        return body_text(text)
    head = f'<w:sdt><w:sdtPr><w:tag w:val=""/><w:id w:val="{number}"/>{_KIND}</w:sdtPr><w:sdtContent>'
    return body_text(f"{head}{text}</w:sdtContent></w:sdt>")


def rows_text(text: str) -> str:
    """Return a body with rows in a table that says nothing of itself."""
    return body_text(f"<w:tbl>{text}</w:tbl>")


def body_text(content: str) -> str:
    """Return a body with the namespaces that a control needs."""
    return f'<w:body xmlns:w="{W}" xmlns:w15="{_W15}">{content}</w:body>'


def inside(control: Any) -> list[Any]:
    """Return what stands in a content control."""
    content = control.find(CONTENT)
    return [] if content is None else list(content)


def name(control: Any, block: str) -> None:
    """Give a content control, and its first and last paragraph, the name of a block."""
    control.find(f"{_W}sdtPr/{TAG}").set(VALUE, block)
    content = inside(control)
    for element, end in zip((content[0], *content[1:][-1:]), (FIRST, LAST), strict=False):
        # The last mark of a table is in its first row: rows are added and deleted at the end.
        put_bookmark(next(element.iter(P)), f"{_MARK}{block}{end}")


def put_bookmark(paragraph_: Any, called: str) -> None:
    """Mark the beginning of a paragraph; the bookmark has no number yet."""
    from lxml import etree

    place = 0 if paragraph_.find(f"{_W}pPr") is None else 1
    start, end = etree.Element(f"{_W}bookmarkStart"), etree.Element(f"{_W}bookmarkEnd")
    start.set(f"{_W}name", called)
    for each in (end, start):
        each.set(f"{_W}id", called)
        paragraph_.insert(place, each)


def marks_in(paragraph_: Any) -> set[tuple[str, str]]:
    """Return which blocks a paragraph is the first or the last of: (block, end)."""
    names = (str(mark.get(f"{_W}name", "")) for mark in paragraph_.iter(f"{_W}bookmarkStart"))
    ours = [each.removeprefix(_MARK) for each in names if each.startswith(_MARK)]
    return {(each[:-1], each[-1]) for each in ours if each[-1:] in {FIRST, LAST}}


def forget_marks(element: Any) -> None:
    """Take away the bookmarks that name blocks."""
    for mark in list(element.iter(f"{_W}bookmarkStart")):
        if str(mark.get(f"{_W}name", "")).startswith(_MARK):
            mark.getparent().remove(mark)
