"""A report laid out as a Word document, in memory; the same report gives the same bytes."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipu_session.report.block_ids import Entry, matched, numbered
from ipu_session.report.charts import Charts
from ipu_session.report.direction import turn_template
from ipu_session.report.frame import frame
from ipu_session.report.look import Look, fit, look_of
from ipu_session.report.memory import Memory, remember
from ipu_session.report.model import Report
from ipu_session.report.pieces import Piece, body_text, controls_of, inside, name_all, pieces
from ipu_session.report.properties import set_properties
from ipu_session.report.signature import Sheet, signature
from ipu_session.report.tidy import make_unique
from ipu_session.report.word_parts import W

if TYPE_CHECKING:
    from docx.document import Document

Progress = Callable[[int, int], None]
_LONGEST_PROPERTY = 255
"""Characters that Word takes in a property of a document."""

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report remembers of its making, so that it can be exported again; both in one word."""

    series: str = "none"
    """Of which session, in which language, layout and length, with or without names."""
    template: str = "own"


@dataclass(frozen=True, slots=True)
class Laid:
    """The blocks of a report laid out for a document, and what they are known by."""

    body: Any
    entries: list[Entry]
    before: list[Entry | None]
    """What each block was in an earlier report."""


def docx_bytes(
    report: Report, template: Path | bytes, progress: Progress | None = None, origin: Origin | None = None
) -> bytes:
    """Return the report as a .docx made from ``template``; ``progress`` hears (done, of how much)."""
    import docx

    tell = progress or _nobody
    origin = origin or Origin()
    document = docx.Document(io.BytesIO(template) if isinstance(template, bytes) else str(template))
    total = len(report.blocks) + 3
    if report.right_to_left:
        turn_template(document)
    section = document.element.body.sectPr
    look = look_of(document.styles.element, section, right_to_left=report.right_to_left)
    laid = lay_out(document, pieces_told(document, report, tell), look, ())
    # One body in place of the other: moving thousands of paragraphs one by one takes lxml minutes.
    document.element.replace(document.element.body, laid.body)
    make_unique(laid.body)
    tell(total - 2, total)
    frame(document, report, look)
    _language(document, report)
    remember(document, Memory(origin.series, origin.template, bool(report.stamps), tuple(laid.entries)))
    return saved(document, report, tell, total)


def lay_out(document: "Document", found: Sequence[Piece], look: Look, old: Sequence[Entry]) -> Laid:
    """Return the pieces of a report as a body that fits the document; ``old`` is what it held before."""
    from docx.oxml import parse_xml
    from lxml import etree

    section = etree.tostring(document.element.body.sectPr, encoding="unicode")
    body = parse_xml(body_text(found, section))
    fit(list(body)[:-1], look)
    sheet = Sheet(document.styles.element)
    controls = controls_of(body)
    named = [piece.group for piece in found if piece.group]
    new = [(group, signature(inside(control), sheet)) for group, control in zip(named, controls, strict=True)]
    before = matched(new, old)
    entries = numbered(new, before, old)
    name_all(controls, entries)
    return Laid(body, entries, before)


def saved(document: "Document", report: Report, tell: Progress, total: int) -> bytes:
    """Return a document that says what it is about, as the bytes of a file."""
    _properties(document, report)
    out = io.BytesIO()
    document.save(out)
    tell(total - 1, total)
    data = _same_each_time(out.getvalue())
    tell(total, total)
    return data


def pieces_told(document: "Document", report: Report, tell: Progress) -> list[Piece]:
    """Return the pieces of a report, its charts added to the document; ``tell`` hears how far it is."""
    found = []
    total = len(report.blocks) + 3
    for done, piece in enumerate(pieces(report, Charts(document, report.tag)), start=1):
        found.append(piece)
        if done % 20 == 0:
            tell(min(done, total - 2), total)
    return found


def _language(document: "Document", report: Report) -> None:
    """Say in which language the document is written: spelling, screen readers, hyphenation follow it."""
    names = ("bidi",) if report.right_to_left else ("val", "eastAsia")
    for part in (document.styles.element, document.settings.element):
        for element in part.iter(f"{{{W}}}lang", f"{{{W}}}themeFontLang"):
            for name in names:
                if name != "eastAsia" or element.get(f"{{{W}}}eastAsia"):
                    element.set(f"{{{W}}}{name}", report.tag)


def _properties(document: "Document", report: Report) -> None:
    created = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=report.created_ms)
    properties = document.core_properties
    properties.title = report.title[:_LONGEST_PROPERTY]
    properties.subject = report.subject[:_LONGEST_PROPERTY]
    properties.language = report.tag
    if report.marks:
        set_properties(document, dict(report.marks))
    properties.created = properties.modified = created.replace(microsecond=0, tzinfo=None)


def _same_each_time(data: bytes) -> bytes:
    """Return the package with a fixed date on every part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as same:
        for name in package.namelist():
            same.writestr(zipfile.ZipInfo(name, _ZIP_DATE), package.read(name), zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def _nobody(done: int, of: int) -> None:
    """Hear nothing."""
