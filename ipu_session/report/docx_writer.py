"""A report laid out as a Word document, in memory; the same report gives the same bytes."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ipu_session.report.charts import Charts
from ipu_session.report.direction import set_direction
from ipu_session.report.model import Chart, Heading, Masthead, Report
from ipu_session.report.properties import set_properties
from ipu_session.report.word_parts import W, contents, field, heading, paragraph, plain, run

if TYPE_CHECKING:
    from docx.document import Document

Progress = Callable[[int, int], None]
_LONGEST_HEADER = 70
_LONGEST_PROPERTY = 255
"""Characters that Word takes in a property of a document."""

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def docx_bytes(report: Report, template: Path, progress: Progress | None = None) -> bytes:
    """Return the report as a .docx made from ``template``; ``progress`` hears (done, of how much)."""
    import docx
    from docx.oxml import parse_xml
    from lxml import etree

    tell = progress or _nobody
    document = docx.Document(str(template))
    total = len(report.blocks) + 3
    pieces = [_head(report)]
    if report.contents:
        pieces += [paragraph(report.contents, "ContentsHeading"), contents(report.headings)]
    for done, piece in enumerate(_pieces(report, Charts(document, report.tag)), start=1):
        pieces.append(piece)
        if done % 20 == 0:
            tell(done, total)
    # One body in place of the other: moving thousands of paragraphs one by one takes lxml minutes.
    section = etree.tostring(document.element.body.sectPr, encoding="unicode")
    body = parse_xml(f'<w:body xmlns:w="{W}">{"".join(pieces)}{section}</w:body>')
    document.element.replace(document.element.body, body)
    tell(total - 2, total)
    _frame(document, report)
    _language(document, report)
    set_direction(document, right_to_left=report.right_to_left)
    _properties(document, report)
    out = io.BytesIO()
    document.save(out)
    tell(total - 1, total)
    data = _same_each_time(out.getvalue())
    tell(total, total)
    return data


def _pieces(report: Report, charts: Charts) -> Iterator[str]:
    number = 0
    for block in report.blocks:
        if isinstance(block, Heading):
            number += 1
            yield heading(block, number)
        elif isinstance(block, Chart):
            yield charts.add(block)
        else:
            yield plain(block)


def _head(report: Report) -> str:
    head: Masthead = report.masthead
    pairs = [paragraph(f"{left}\t{right}", "Masthead") for left, right in head.pairs]
    committee = paragraph(head.committee, "Committee") if head.committee else ""
    return f"{''.join(pairs)}{committee}{paragraph(head.kind, 'Subtitle')}{paragraph(head.title, 'Title')}"


def _frame(document: "Document", report: Report) -> None:
    """Fill the header (title and stamps) and the footer (page X of Y) of every page."""
    section = document.sections[0]
    title = report.title.replace("\n", " ")
    short = title if len(title) <= _LONGEST_HEADER else f"{title[:_LONGEST_HEADER].rstrip()}…"
    stamp = " · ".join(report.stamps)
    stamped = run("\t") + run(stamp, '<w:rStyle w:val="Stamp"/>') if stamp else ""
    _refill(section.header.part.element[0], run(short) + stamped)
    before, of = report.page
    numbers = run(before) + field("PAGE", "1") + run(of) + field("NUMPAGES", "1")
    _refill(section.footer.part.element[0], numbers)


def _refill(found: Any, content: str) -> None:
    from docx.oxml import parse_xml

    made = parse_xml(f'<w:p xmlns:w="{W}">{content}</w:p>')
    found.extend(list(made))


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
