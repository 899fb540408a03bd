"""Writes a report as a Word document in memory; equal reports give equal bytes."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ipu_session.domain.exchange.progress import Progress, no_progress
from ipu_session.report.docx.bidi.elements import make_template_rtl
from ipu_session.report.docx.block_ids import BlockEntry
from ipu_session.report.docx.block_rendering import CompressedText, compress, render
from ipu_session.report.docx.blocks import BlockXml, body_xml, build_block_xml, tag_control
from ipu_session.report.docx.charts import ChartWriter
from ipu_session.report.docx.custom_properties import write_custom_properties
from ipu_session.report.docx.fingerprint import StyleTable
from ipu_session.report.docx.headers_footers import add_headers_footers
from ipu_session.report.docx.manifest import BlockManifest, write_manifest
from ipu_session.report.docx.style_counterparts import DocumentStyles, read_document_styles
from ipu_session.report.docx.unique_ids import IdAllocator
from ipu_session.report.docx.wordml import W
from ipu_session.report.model import Report

if TYPE_CHECKING:
    from docx.document import Document

_MAX_PROPERTY_LENGTH = 255
"""Word's limit for the length of a document property."""

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_BODY_MARK = "<?report?>"
"""Placeholder for the blocks until the package is written: as a tree, blocks would take 100 times the memory."""


class ExportIdentity(Struct, frozen=True):
    """Keys of an export, without spaces, stored in the manifest so that a later export can be merged into the file."""

    export_key: str = "none"
    """Key of session, language, layout, length and attribution."""
    template_key: str = "own"


def build_docx(
    report: Report, template: Path | bytes, progress: Progress | None = None, origin: ExportIdentity | None = None
) -> bytes:
    """Return the report as a .docx based on ``template``; ``progress`` is called with (done, total)."""
    import docx

    report_progress = progress or no_progress
    origin = origin or ExportIdentity()
    document = docx.Document(io.BytesIO(template) if isinstance(template, bytes) else str(template))
    total = len(report.blocks) + 3
    if report.right_to_left:
        make_template_rtl(document)
    section = document.element.body.sectPr
    document_styles = read_document_styles(document.styles.element, section, right_to_left=report.right_to_left)
    body, entries = _render_body(document, blocks_with_progress(document, report, report_progress), document_styles)
    report_progress(total - 2, total)
    add_headers_footers(document, report, document_styles)
    _set_language(document, report)
    write_manifest(document, BlockManifest(origin.export_key, origin.template_key, bool(report.stamps), entries))
    return serialize(document, report, report_progress, total, body)


def _render_body(
    document: "Document", sources: Iterable[BlockXml], document_styles: DocumentStyles
) -> tuple[CompressedText, tuple[BlockEntry, ...]]:
    """Return the compressed body and the entries of its blocks; the document's body becomes a placeholder."""
    from docx.oxml import parse_xml
    from lxml import etree

    compressed, numbers, entries = CompressedText(), IdAllocator(), []
    highest: Counter[str] = Counter()
    style_table = StyleTable(document.styles.element)
    for number, source in enumerate(sources, start=1):
        root, more = render(source, number, document_styles)
        if source.group_key:
            highest[source.group_key] += 1
            tag_control(root[0], f"{source.group_key}_{highest[source.group_key]}")
        numbers.assign(root)
        mark = compress(root, more, style_table, compressed)
        if source.group_key:
            entries.append(BlockEntry(source.group_key, highest[source.group_key], mark))
    section = etree.tostring(document.element.body.sectPr, encoding="unicode")
    document.element.replace(document.element.body, parse_xml(body_xml(f"{_BODY_MARK}{section}")))
    return compressed, tuple(entries)


def serialize(
    document: "Document", report: Report, progress: Progress, total: int, body: CompressedText | None = None
) -> bytes:
    """Set the document's properties and return it as a file, with ``body`` in place of the placeholder."""
    _set_properties(document, report)
    out = io.BytesIO()
    document.save(out)
    progress(total - 1, total)
    data = _make_deterministic(out, str(document.part.partname).lstrip("/"), body or CompressedText())
    progress(total, total)
    return data


def blocks_with_progress(document: "Document", report: Report, progress: Progress) -> Iterator[BlockXml]:
    """Yield the blocks of a report, adding its charts to the document; ``progress`` is called with (done, total)."""
    total = len(report.blocks) + 3
    for done, piece in enumerate(build_block_xml(report, ChartWriter(document, report.language_tag)), start=1):
        yield piece
        if done % 20 == 0:
            progress(min(done, total - 2), total)


def _set_language(document: "Document", report: Report) -> None:
    """Set the document's language, on which spelling, screen readers and hyphenation depend."""
    names = ("bidi",) if report.right_to_left else ("val", "eastAsia")
    for part in (document.styles.element, document.settings.element):
        for element in part.iter(f"{{{W}}}lang", f"{{{W}}}themeFontLang"):
            for each in names:
                if each != "eastAsia" or element.get(f"{{{W}}}eastAsia"):
                    element.set(f"{{{W}}}{each}", report.language_tag)


def _set_properties(document: "Document", report: Report) -> None:
    created = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=report.created_ms)
    properties = document.core_properties
    properties.title = report.title[:_MAX_PROPERTY_LENGTH]
    properties.subject = report.subject[:_MAX_PROPERTY_LENGTH]
    properties.language = report.language_tag
    if report.custom_properties:
        write_custom_properties(document, dict(report.custom_properties))
    properties.created = properties.modified = created.replace(microsecond=0, tzinfo=None)


def _make_deterministic(written: io.BytesIO, main: str, body: CompressedText) -> bytes:
    """Return the package with a fixed date for every part, and the body in place of the placeholder."""
    out = io.BytesIO()
    with zipfile.ZipFile(written) as package, zipfile.ZipFile(out, "w") as same:
        for each in package.namelist():
            part = zipfile.ZipInfo(each, _ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            with package.open(each) as old, same.open(part, "w") as new:
                text = old.read()
                before, _, after = text.partition(_BODY_MARK.encode()) if each == main else (text, b"", b"")
                new.write(before)
                for piece in body.decompress() if each == main else ():
                    new.write(piece)
                new.write(after)
    return out.getvalue()
