"""A report laid out as a Word document, in memory; the same report gives the same bytes."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ipu_session.domain.exchange.progress import Progress, no_progress
from ipu_session.report.docx.bidi import turn_template
from ipu_session.report.docx.block_ids import Entry
from ipu_session.report.docx.block_rendering import Packed, drawn, put_away
from ipu_session.report.docx.blocks import Piece, body_text, name, pieces
from ipu_session.report.docx.charts import Charts
from ipu_session.report.docx.custom_properties import set_properties
from ipu_session.report.docx.document_styles import Look, look_of
from ipu_session.report.docx.fingerprint import Sheet
from ipu_session.report.docx.headers_footers import frame
from ipu_session.report.docx.manifest import Memory, remember
from ipu_session.report.docx.unique_ids import Numbers
from ipu_session.report.docx.wordml import W
from ipu_session.report.model import Report

if TYPE_CHECKING:
    from docx.document import Document

_LONGEST_PROPERTY = 255
"""Characters that Word takes in a property of a document."""

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_HERE = "<?report?>"
"""Where the blocks go when the document is written: as a tree they would take a hundred times the room."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a report remembers of its making, so that it can be exported again; both in one word."""

    series: str = "none"
    """Of which session, in which language, layout and length, with or without names."""
    template: str = "own"


def docx_bytes(
    report: Report, template: Path | bytes, progress: Progress | None = None, origin: Origin | None = None
) -> bytes:
    """Return the report as a .docx made from ``template``; ``progress`` hears (done, of how much)."""
    import docx

    tell = progress or no_progress
    origin = origin or Origin()
    document = docx.Document(io.BytesIO(template) if isinstance(template, bytes) else str(template))
    total = len(report.blocks) + 3
    if report.right_to_left:
        turn_template(document)
    section = document.element.body.sectPr
    look = look_of(document.styles.element, section, right_to_left=report.right_to_left)
    body, entries = _body(document, pieces_told(document, report, tell), look)
    tell(total - 2, total)
    frame(document, report, look)
    _language(document, report)
    remember(document, Memory(origin.series, origin.template, bool(report.stamps), entries))
    return saved(document, report, tell, total, body)


def _body(document: "Document", found: Iterable[Piece], look: Look) -> tuple[Packed, tuple[Entry, ...]]:
    """Return the text of the body, packed piece by piece, and its blocks; the document gets a mark for it."""
    from docx.oxml import parse_xml
    from lxml import etree

    packed, numbers, entries = Packed(), Numbers(), []
    highest: Counter[str] = Counter()
    sheet = Sheet(document.styles.element)
    for number, piece in enumerate(found, start=1):
        root, more = drawn(piece, number, look)
        if piece.group:
            highest[piece.group] += 1
            name(root[0], f"{piece.group}_{highest[piece.group]}")
        numbers.give(root)
        mark = put_away(root, more, sheet, packed)
        if piece.group:
            entries.append(Entry(piece.group, highest[piece.group], mark))
    section = etree.tostring(document.element.body.sectPr, encoding="unicode")
    document.element.replace(document.element.body, parse_xml(body_text(f"{_HERE}{section}")))
    return packed, tuple(entries)


def saved(
    document: "Document", report: Report, tell: Progress, total: int, body: Packed | None = None
) -> bytes:
    """Return a document that says what it is about, as the bytes of a file; ``body`` goes to its mark."""
    _properties(document, report)
    out = io.BytesIO()
    document.save(out)
    tell(total - 1, total)
    data = _same_each_time(out, str(document.part.partname).lstrip("/"), body or Packed())
    tell(total, total)
    return data


def pieces_told(document: "Document", report: Report, tell: Progress) -> Iterator[Piece]:
    """Yield the pieces of a report, its charts added to the document; ``tell`` hears how far it is."""
    total = len(report.blocks) + 3
    for done, piece in enumerate(pieces(report, Charts(document, report.tag)), start=1):
        yield piece
        if done % 20 == 0:
            tell(min(done, total - 2), total)


def _language(document: "Document", report: Report) -> None:
    """Say in which language the document is written: spelling, screen readers, hyphenation follow it."""
    names = ("bidi",) if report.right_to_left else ("val", "eastAsia")
    for part in (document.styles.element, document.settings.element):
        for element in part.iter(f"{{{W}}}lang", f"{{{W}}}themeFontLang"):
            for each in names:
                if each != "eastAsia" or element.get(f"{{{W}}}eastAsia"):
                    element.set(f"{{{W}}}{each}", report.tag)


def _properties(document: "Document", report: Report) -> None:
    created = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=report.created_ms)
    properties = document.core_properties
    properties.title = report.title[:_LONGEST_PROPERTY]
    properties.subject = report.subject[:_LONGEST_PROPERTY]
    properties.language = report.tag
    if report.marks:
        set_properties(document, dict(report.marks))
    properties.created = properties.modified = created.replace(microsecond=0, tzinfo=None)


def _same_each_time(made: io.BytesIO, main: str, body: Packed) -> bytes:
    """Return the package with a fixed date on every part, and the body where its mark stands."""
    out = io.BytesIO()
    with zipfile.ZipFile(made) as package, zipfile.ZipFile(out, "w") as same:
        for each in package.namelist():
            part = zipfile.ZipInfo(each, _ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            with package.open(each) as old, same.open(part, "w") as new:
                text = old.read()
                before, _, after = text.partition(_HERE.encode()) if each == main else (text, b"", b"")
                new.write(before)
                for piece in body.unpacked() if each == main else ():
                    new.write(piece)
                new.write(after)
    return out.getvalue()
