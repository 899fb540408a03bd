"""Merges a new export into a report edited in Word since the last one (docs/decisions/0019).

Blocks that users left unchanged are replaced, blocks changed by hand are kept, deleted blocks stay deleted, and text
typed between blocks stays in place. A new block is inserted after its predecessor in the report.
"""

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from ipu_session.domain.exchange.export_result import MergeResult
from ipu_session.domain.exchange.progress import Progress
from ipu_session.report.docx.block_ids import BlockEntry
from ipu_session.report.docx.block_rendering import (
    BlockUpdate,
    RenderedBlock,
    find_relationship_ids,
    pair_with_previous,
    render_all,
)
from ipu_session.report.docx.blocks import control_content
from ipu_session.report.docx.charts import read_chart_values
from ipu_session.report.docx.fingerprint import StyleTable, plain_text
from ipu_session.report.docx.headers_footers import update_draft_stamp
from ipu_session.report.docx.manifest import BlockManifest, read_manifest, write_manifest
from ipu_session.report.docx.merging.locate import LocatedBlock, find_blocks, unwrap_foreign_controls, wrap_in_control
from ipu_session.report.docx.opc_package import (
    Parts,
    find_main_part,
    parse_part,
    serialize_part,
    unzip_parts,
    zip_parts,
)
from ipu_session.report.docx.style_counterparts import DocumentStyles, read_document_styles, read_text_width
from ipu_session.report.docx.table_of_contents import find_toc, rebuild_toc
from ipu_session.report.docx.templates.sanitize import declare_namespaces
from ipu_session.report.docx.templates.style_import import StyleParts, add_missing_styles
from ipu_session.report.docx.unique_ids import assign_unique_ids
from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.writer import ExportIdentity, blocks_with_progress, serialize
from ipu_session.report.docx.xml_element import XmlElement
from ipu_session.report.errors import ReportError
from ipu_session.report.model import Report

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import _Relationship

_EXCERPT_LENGTH = 60
_NUMBERING_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


class PreviousReport(Struct, frozen=True):
    """The previous report with the edits made in it."""

    document: "Document"
    manifest: BlockManifest


def load_previous(parts: Parts, series: str, path: str) -> PreviousReport | None:
    """Return the report in the parts of a file; None if it has another export key than ``series``, or is no report."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        main = find_main_part(parts, path)
        root = declare_namespaces(parse_part(parts[main], path, main))
        document = docx.Document(io.BytesIO(zip_parts({**parts, main: serialize_part(root)})))
        manifest = read_manifest(document)
        is_complete = _is_complete(document)
    except (ReportError, PackageNotFoundError, LookupError, ValueError, TypeError, AttributeError, XMLSyntaxError):
        # python-docx raises many types of exceptions for damaged packages.
        return None
    return (
        PreviousReport(document, manifest)
        if manifest is not None and manifest.export_key == series and is_complete
        else None
    )


def _is_complete(document: "Document") -> bool:
    """Whether python-docx has read the parts that a merge changes as XML; it reads parts of unknown type as bytes."""
    from docx.opc.part import XmlPart

    links = document.part.rels.values()
    changed = [
        link.target_part
        for link in links
        if link.reltype == _NUMBERING_RELATIONSHIP or (link.reltype.endswith("/header") and not link.is_external)
    ]
    return (
        document.element.body.sectPr is not None
        and document.styles.element is not None
        and document.settings.element is not None
        and document.core_properties.title is not None
        and all(isinstance(part, XmlPart) for part in changed)
    )


def merge_into(
    report: Report, earlier: PreviousReport, own_template: bytes, progress: Progress, origin: ExportIdentity
) -> tuple[bytes, MergeResult]:
    """Return the previous report, brought up to date, as a file, and the outcome for its blocks."""
    document = earlier.document
    total = len(report.blocks) + 3
    body = document.element.body
    document_styles = _complete_styles(document, own_template, right_to_left=report.right_to_left)
    unwrap_foreign_controls(body, earlier.manifest.entries)
    style_table = StyleTable(document.styles.element)
    rendered = list(render_all(blocks_with_progress(document, report, progress), document_styles, style_table))
    used = set(find_relationship_ids(body)).union(*(block.relationship_ids for block in rendered))
    located = find_blocks(body, earlier.manifest.entries, style_table)
    media = _MediaComparison(document.part.rels)
    merge = _BlockMerger(earlier.manifest.entries, located, find_toc(body)[-1:], media)
    merge.merge_body(body, rendered)
    progress(total - 2, total)
    assign_unique_ids(body)
    rebuild_toc(body, style_table, document_styles)
    assign_unique_ids(body)
    _drop_relationships(document, used - set(find_relationship_ids(body)))
    update_draft_stamp(document, report, document_styles, stamped=earlier.manifest.has_stamp)
    template, stamped = earlier.manifest.template_key, bool(report.stamps)
    write_manifest(document, BlockManifest(origin.export_key, template, stamped, tuple(merge.entries)))
    return serialize(document, report, progress, total), merge.result()


class _BlockMerger(Struct):
    """Merges blocks in report order; a new block is inserted after ``_last_element``."""

    previous_entries: tuple[BlockEntry, ...]
    located: dict[str, LocatedBlock]
    toc_elements: list[XmlElement]
    """The last element of the table of contents; empty if it was deleted."""
    media: "_MediaComparison"
    entries: list[BlockEntry] = field(default_factory=list)
    outcomes: dict[str, list[str]] = field(default_factory=dict)
    unchanged_count: int = 0
    _last_element: "XmlElement | None" = None
    _deleted_heading_level: int = 0
    """Level of the nearest heading above that was deleted by hand; 0 if there is none."""

    def merge_body(self, body: XmlElement, rendered: list[RenderedBlock]) -> None:
        """Merge the rendered blocks into the body, in place."""
        steps = pair_with_previous([block for block in rendered if block.group_key], self.previous_entries)
        for block in rendered:
            if not block.group_key:
                self._last_element = next(iter(self.toc_elements), self._last_element)
                continue
            step = next(steps)
            before = step.previous
            if block.level and block.level <= self._deleted_heading_level:
                self._deleted_heading_level = 0
            located = self.located.pop(before.id, None) if before is not None else None
            if located is not None and before is not None:
                self.entries.append(self._update_existing(located, step, before))
                self._last_element = located.elements[-1]
            elif before is not None or self._deleted_heading_level:
                self._record_outcome("deleted", control_content(step.build_control()))
                self._deleted_heading_level = self._deleted_heading_level or block.level
                self.entries.append(step.entry)
            else:
                self._insert(body, step.build_control())
                self.entries.append(step.entry)
        self._remove_stale()

    def result(self) -> MergeResult:
        """Return the outcome for the blocks."""
        return MergeResult(
            unchanged=self.unchanged_count, **{name: tuple(texts) for name, texts in self.outcomes.items()}
        )

    def _update_existing(self, located: LocatedBlock, step: BlockUpdate, before: BlockEntry) -> BlockEntry:
        """Replace a block, unless it was edited; return its entry for the manifest."""
        entry = step.entry
        document_ids, new_ids = (
            [id_ for each in located.content for id_ in find_relationship_ids(each)],
            step.rendered.relationship_ids,
        )
        # Another program rewrites the XML of a chart: the chart is replaced, but its figures count as
        # unchanged.
        same = self.media.is_same_media(document_ids, new_ids)
        as_before = before.hash == entry.hash and (same or self.media.has_same_data(document_ids, new_ids))
        if located.fingerprint in {before.hash, entry.hash}:
            if not (located.fingerprint == entry.hash and same and located.is_in_control):
                located.replace_with(step.build_control())
            if as_before:
                self.unchanged_count += 1
            else:
                self._record_outcome("renewed", located.content)
            return entry
        self._record_outcome("kept" if as_before else "outdated", located.content)
        if not located.is_in_control:
            wrap_in_control(located, step.build_control())
        return replace(entry, hash=before.hash)

    def _insert(self, body: XmlElement, control: XmlElement) -> None:
        if self._last_element is None:
            body.insert(0, control)
        else:
            self._last_element.addnext(control)
        self._last_element = control
        self._record_outcome("added", control_content(control))

    def _remove_stale(self) -> None:
        """Remove blocks that the report no longer has; edited blocks become ordinary text."""
        old = {entry.id: entry for entry in self.previous_entries}
        for block, located in self.located.items():
            untouched = located.fingerprint == old[block].hash
            self._record_outcome("removed" if untouched else "outdated", located.content)
            if untouched:
                located.remove()
            else:
                located.unwrap()

    def _record_outcome(self, name: str, content: list[XmlElement]) -> None:
        self.outcomes.setdefault(name, []).append(_excerpt(content))


class _MediaComparison:
    """Compares the charts and pictures of blocks, which are stored in separate parts."""

    def __init__(self, links: Mapping[str, "_Relationship"]) -> None:
        self._relationships = links

    def is_same_media(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether the parts with these relationship ids are the same in the same order, byte for byte."""
        return self._media_bytes(some) == self._media_bytes(others)

    def has_same_data(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether the charts with these relationship ids have the same figures, whatever their XML."""
        return [*map(read_chart_values, self._media_bytes(some))] == [
            *map(read_chart_values, self._media_bytes(others))
        ]

    def _media_bytes(self, ids: Iterable[str]) -> list[bytes]:
        links = [self._relationships[id_] for id_ in ids if id_ in self._relationships]
        return [link.target_ref.encode() if link.is_external else bytes(link.target_part.blob) for link in links]


def _excerpt(elements: list[XmlElement]) -> str:
    text = plain_text(elements)
    return text if len(text) <= _EXCERPT_LENGTH else f"{text[:_EXCERPT_LENGTH].rstrip()}…"


def _complete_styles(document: "Document", own_template: bytes, *, right_to_left: bool) -> DocumentStyles:
    """Add missing styles from our own template to the document and return its styles."""
    parts = unzip_parts(own_template)
    ours = StyleParts(*(parse_part(parts[f"word/{name}.xml"], "", name) for name in ("styles", "numbering")))
    section = document.element.body.sectPr
    add_missing_styles(StyleParts(document.styles.element, _numbering_root(document)), ours, read_text_width(section))
    return read_document_styles(document.styles.element, section, right_to_left=right_to_left)


def _numbering_root(document: "Document") -> XmlElement:
    """Return the numbering definitions of a document; created if a program removed them as unused."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart
    from docx.oxml import parse_xml

    links = document.part.rels.values()
    numbering_part = next((link.target_part for link in links if link.reltype == _NUMBERING_RELATIONSHIP), None)
    if numbering_part is None:
        root = parse_xml(f'<w:numbering xmlns:w="{W}"/>')
        numbering_part = XmlPart(PackURI("/word/numbering.xml"), _NUMBERING_TYPE, root, document.part.package)
        document.part.relate_to(numbering_part, _NUMBERING_RELATIONSHIP)
    element: XmlElement = numbering_part.element
    return element


def _drop_relationships(document: "Document", ids: set[str]) -> None:
    """Drop the relationships with these ids, so that parts of replaced blocks are not written."""
    for id_ in ids & set(document.part.rels):
        document.part.rels.pop(id_)
