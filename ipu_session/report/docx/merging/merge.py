"""A report exported again onto one that people have worked on in Word (docs/decisions/0019).

Blocks left alone are written anew, those changed by hand stay as they are, those deleted stay deleted, and
what was typed between them stays where it is. A new block comes after the one that it follows in the report.
"""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ipu_session.domain.exchange.export_result import Merged
from ipu_session.domain.exchange.progress import Progress
from ipu_session.report.docx.block_ids import Entry
from ipu_session.report.docx.block_rendering import Laid, Step, laid_out, link_ids, steps_of
from ipu_session.report.docx.blocks import inside
from ipu_session.report.docx.charts import figures_in
from ipu_session.report.docx.document_styles import Look, look_of, text_width
from ipu_session.report.docx.fingerprint import Sheet, text_of
from ipu_session.report.docx.headers_footers import restamp
from ipu_session.report.docx.manifest import Memory, remember, remembered
from ipu_session.report.docx.merging.locate import Place, find_blocks, into_control, open_strange_controls
from ipu_session.report.docx.opc_package import Parts, main_part, packed, parsed, serialized, unpacked
from ipu_session.report.docx.table_of_contents import find_contents, renew_contents
from ipu_session.report.docx.templates.sanitize import declared
from ipu_session.report.docx.templates.style_import import StyleParts, add_missing
from ipu_session.report.docx.unique_ids import make_unique
from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.writer import Origin, pieces_told, saved
from ipu_session.report.errors import ReportError
from ipu_session.report.model import Report

if TYPE_CHECKING:
    from docx.document import Document

_SHORT = 60
_NUMBERING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A report that was written before, as people left it."""

    document: "Document"
    memory: Memory


def earlier_report(parts: Parts, series: str, path: str) -> Earlier | None:
    """Return the parts of a file as an earlier report of this series; None if it is anything else."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        main = main_part(parts, path)
        root = declared(parsed(parts[main], path, main))
        document = docx.Document(io.BytesIO(packed({**parts, main: serialized(root)})))
        memory = remembered(document)
        numbering = [link for link in document.part.rels.values() if link.reltype == _NUMBERING]
        whole = document.element.body.sectPr is not None and document.styles.element is not None
        whole = whole and all(hasattr(link.target_part, "element") for link in numbering)
        whole = whole and document.settings.element is not None and document.core_properties.title is not None
    except (
        ReportError,
        PackageNotFoundError,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        XMLSyntaxError,
    ):
        # python-docx says it in as many ways as a package can be broken in.
        return None
    return Earlier(document, memory) if memory is not None and memory.series == series and whole else None


def exported_again(
    report: Report, earlier: Earlier, own: bytes, progress: Progress, origin: Origin
) -> tuple[bytes, Merged]:
    """Return the earlier report brought up to date, and what became of each of its blocks."""
    document = earlier.document
    total = len(report.blocks) + 3
    body = document.element.body
    look = _completed(document, own, right_to_left=report.right_to_left)
    open_strange_controls(body, earlier.memory.entries)
    sheet = Sheet(document.styles.element)
    laid = list(laid_out(pieces_told(document, report, progress), look, sheet))
    used = set(link_ids(body)).union(*(block.links for block in laid))
    places = find_blocks(body, earlier.memory.entries, sheet)
    shows = _Shows(document.part.rels)
    merge = _Merge(earlier.memory.entries, places, find_contents(body)[-1:], shows)
    merge.run(body, laid)
    progress(total - 2, total)
    make_unique(body)
    renew_contents(body, sheet, look)
    make_unique(body)
    _drop_links(document, used - set(link_ids(body)))
    restamp(document, report, look, stamped=earlier.memory.stamped)
    template, stamped = earlier.memory.template, bool(report.stamps)
    remember(document, Memory(origin.series, template, stamped, tuple(merge.entries)))
    return saved(document, report, progress, total), merge.told()


@dataclass(slots=True)
class _Merge:
    """Goes through the blocks of the report in their order; ``after`` is what a new one comes after."""

    old: tuple[Entry, ...]
    places: dict[str, Place]
    contents: list[Any]
    """The last element of the contents, none if they were deleted."""
    shows: "_Shows"
    entries: list[Entry] = field(default_factory=list)
    lists: dict[str, list[str]] = field(default_factory=dict)
    unchanged: int = 0
    _after: Any = None
    _deleted_below: int = 0
    """The level of the heading that was deleted by hand, 0 if that above is there."""

    def run(self, body: Any, laid: list[Laid]) -> None:
        """Bring the body up to date."""
        steps = steps_of([block for block in laid if block.group], self.old)
        for block in laid:
            if not block.group:
                self._after = next(iter(self.contents), self._after)
                continue
            step = next(steps)
            before = step.before
            if block.level and block.level <= self._deleted_below:
                self._deleted_below = 0
            place = self.places.pop(before.id, None) if before is not None else None
            if place is not None and before is not None:
                self.entries.append(self._there(place, step, before))
                self._after = place.elements[-1]
            elif before is not None or self._deleted_below:
                self._list("deleted", inside(step.control()))
                self._deleted_below = self._deleted_below or block.level
                self.entries.append(step.entry)
            else:
                self._put(body, step.control())
                self.entries.append(step.entry)
        self._vanished()

    def told(self) -> Merged:
        """Return what became of the blocks."""
        return Merged(unchanged=self.unchanged, **{name: tuple(texts) for name, texts in self.lists.items()})

    def _there(self, place: Place, step: Step, before: Entry) -> Entry:
        """Renew a block, or leave it to those who changed it; return what is remembered of it."""
        entry = step.entry
        theirs, ours = [id_ for each in place.content for id_ in link_ids(each)], step.laid.links
        # Another program writes a chart in words of its own: it is put anew, but its figures are the same.
        same = self.shows.same(theirs, ours)
        as_before = before.hash == entry.hash and (same or self.shows.alike(theirs, ours))
        if place.signature in {before.hash, entry.hash}:
            if not (place.signature == entry.hash and same and place.in_control):
                place.replace(step.control())
            if as_before:
                self.unchanged += 1
            else:
                self._list("renewed", place.content)
            return entry
        self._list("kept" if as_before else "outdated", place.content)
        if not place.in_control:
            into_control(place, step.control())
        return replace(entry, hash=before.hash)

    def _put(self, body: Any, control: Any) -> None:
        if self._after is None:
            body.insert(0, control)
        else:
            self._after.addnext(control)
        self._after = control
        self._list("added", inside(control))

    def _vanished(self) -> None:
        """Take away what the session no longer has; what people have worked on becomes text of theirs."""
        old = {entry.id: entry for entry in self.old}
        for block, place in self.places.items():
            untouched = place.signature == old[block].hash
            self._list("removed" if untouched else "outdated", place.content)
            if untouched:
                place.remove()
            else:
                place.let_go()

    def _list(self, name: str, content: list[Any]) -> None:
        self.lists.setdefault(name, []).append(_short(content))


class _Shows:
    """Compares the charts and pictures of blocks, which stand in parts of their own."""

    def __init__(self, links: Mapping[str, Any]) -> None:
        self._links = links

    def same(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether both show the same, in the same order."""
        return self._shown(some) == self._shown(others)

    def alike(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether both charts have the same figures, in whatever words."""
        return [*map(figures_in, self._shown(some))] == [*map(figures_in, self._shown(others))]

    def _shown(self, ids: Iterable[str]) -> list[bytes]:
        links = [self._links[id_] for id_ in ids if id_ in self._links]
        return [
            link.target_ref.encode() if link.is_external else bytes(link.target_part.blob) for link in links
        ]


def _short(elements: list[Any]) -> str:
    text = text_of(elements)
    return text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()}…"


def _completed(document: "Document", own: bytes, *, right_to_left: bool) -> Look:
    """Return the look of a document, its styles completed from our own template."""
    parts = unpacked(own)
    ours = StyleParts(*(parsed(parts[f"word/{name}.xml"], "", name) for name in ("styles", "numbering")))
    section = document.element.body.sectPr
    add_missing(StyleParts(document.styles.element, _numbering(document)), ours, text_width(section))
    return look_of(document.styles.element, section, right_to_left=right_to_left)


def _numbering(document: "Document") -> Any:
    """Return the lists of a document; a program that finds none used may have left them out."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart
    from docx.oxml import parse_xml

    links = document.part.rels.values()
    found = next((link.target_part for link in links if link.reltype == _NUMBERING), None)
    if found is None:
        root = parse_xml(f'<w:numbering xmlns:w="{W}"/>')
        found = XmlPart(PackURI("/word/numbering.xml"), _NUMBERING_TYPE, root, document.part.package)
        document.part.relate_to(found, _NUMBERING)
    return found.element


def _drop_links(document: "Document", ids: set[str]) -> None:
    """Forget the parts that only blocks written anew referred to."""
    for id_ in ids & set(document.part.rels):
        document.part.rels.pop(id_)
