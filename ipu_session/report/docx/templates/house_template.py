"""An institution's own Word file as the template of the report (docs/decisions/0018).

Its styles, lists, theme, page, headers and footers with their pictures are taken over into a package made
anew; its text, its people and everything hidden in it stay behind. No language of templates is read in it.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from ipu_session.report.docx.bidi import direct
from ipu_session.report.docx.document_styles import text_width
from ipu_session.report.docx.opc_package import (
    TYPES,
    Link,
    Parts,
    R,
    content_types,
    links,
    links_name,
    links_part,
    main_part,
    packed,
    parsed,
    serialized,
    types_part,
    unpacked,
)
from ipu_session.report.docx.templates.sanitize import (
    SECTION_KEPT,
    cleaned_fonts,
    cleaned_lists,
    cleaned_margin,
    cleaned_styles,
    document_of,
    run_from_right_to_left,
    settings_of,
)
from ipu_session.report.docx.templates.style_import import StyleParts, add_missing
from ipu_session.report.docx.templates.validate import (
    left_out,
    refuse_fetching_fields,
    refuse_unsafe,
    root_of,
)
from ipu_session.report.docx.wordml import W
from ipu_session.report.errors import ReportError, ReportTrouble

_W = f"{{{W}}}"
_R = f"{{{R}}}"
_KINDS = {name: f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
          for name in ("styles", "numbering", "settings", "fontTable", "header", "footer")}  # fmt: skip
_KINDS["document"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KINDS["theme"] = "application/vnd.openxmlformats-officedocument.theme+xml"
_KINDS["core"] = "application/vnd.openxmlformats-package.core-properties+xml"
_FOLDER = "word"


@dataclass(frozen=True, slots=True)
class HouseTemplate:
    """A template ready to be written on, and the names of the styles that it lacked."""

    data: bytes
    styles_added: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    """What was not taken over: ``attached``, ``picture``, ``columns``, ``orientation``."""


def house_template(parts: Parts, path: str, own: bytes) -> HouseTemplate:
    """Return the parts of an institution's file as a template; ReportError says what is wrong with it."""
    refuse_unsafe(parts, path)
    return _House(parts, path, unpacked(own)).made()


@dataclass(slots=True)
class _House:
    """The package being made: ``theirs`` is what it is made from, ``own`` is our own template."""

    theirs: Parts
    path: str
    own: Parts
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    """Our name for each picture that is taken over."""
    turned: bool = False
    """Whether it was made to run from right to left: its headers and footers go on doing so."""

    def made(self) -> HouseTemplate:
        main = main_part(self.theirs, self.path)
        document = root_of(self.theirs, main, self.path)
        beside = {link.kind: link.target for link in links(self.theirs, main, self.path) if not link.external}
        margins = {link.id: link for link in links(self.theirs, main, self.path)}
        styles = self._root(beside, "styles")
        self.turned = styles is not None and run_from_right_to_left(styles)
        section = self._section(document, margins)
        added = self._styles(beside, text_width(section))
        self._theme(beside)
        settings = self._root(beside, "settings")
        own_settings = parsed(self.own["word/settings.xml"], self.path, "word/settings.xml")
        self._add("settings", serialized(settings_of(own_settings, settings)))
        self.parts["word/document.xml"] = serialized(document_of(section))
        self.parts[links_name("word/document.xml")] = links_part(self.links, _FOLDER)
        self.parts["docProps/core.xml"] = self.own["docProps/core.xml"]
        self.types |= {"word/document.xml": _KINDS["document"], "docProps/core.xml": _KINDS["core"]}
        first = [Link("rId1", "officeDocument", "word/document.xml", external=False)]
        first.append(Link("rId2", "core-properties", "docProps/core.xml", external=False))
        self.parts["_rels/.rels"] = links_part(first, "")
        gone = left_out(document, self.theirs, main, self.path)
        return HouseTemplate(packed({**self.parts, TYPES: types_part(self.types)}), added, gone)

    def _root(self, beside: dict[str, str], kind: str) -> Any:
        return root_of(self.theirs, beside[kind], self.path) if kind in beside else None

    def _add(self, kind: str, data: bytes, name: str = "") -> str:
        """Take a part up under a name of ours, and return the id by which the document refers to it."""
        name = name or f"{_FOLDER}/{kind}.xml"
        self.parts[name] = data
        self.types[name] = _KINDS[kind]
        self.links.append(Link(f"rId{len(self.links) + 1}", kind, name, external=False))
        return self.links[-1].id

    def _styles(self, beside: dict[str, str], width: int) -> tuple[str, ...]:
        own = StyleParts(*(parsed(self.own[f"word/{n}.xml"], self.path, n) for n in ("styles", "numbering")))
        styles, numbering = self._root(beside, "styles"), self._root(beside, "numbering")
        theirs = StyleParts(
            deepcopy(own.styles) if styles is None else cleaned_styles(styles),
            _element("numbering") if numbering is None else cleaned_lists(numbering),
        )
        added = add_missing(theirs, own, width)
        self._add("styles", serialized(theirs.styles))
        self._add("numbering", serialized(theirs.numbering))
        if numbering is not None:
            self._carry_links(beside["numbering"], "word/numbering.xml", theirs.numbering)
        return added

    def _theme(self, beside: dict[str, str]) -> None:
        theme = self._root(beside, "theme")
        own = self.own["word/theme/theme1.xml"]
        self._add("theme", own if theme is None else serialized(theme), "word/theme/theme1.xml")
        if theme is not None:
            self._carry_links(beside["theme"], "word/theme/theme1.xml", theme)
        fonts = self._root(beside, "fontTable")
        own_fonts = self.own["word/fontTable.xml"]
        self._add("fontTable", own_fonts if fonts is None else serialized(cleaned_fonts(fonts)))

    def _section(self, document: Any, margins: dict[str, Link]) -> Any:
        """Return the last section's page, with the headers and footers that hold there."""
        sections = list(document.iter(f"{_W}sectPr"))
        page = sections[-1] if sections else None
        if page is None:
            page = root_of(self.own, "word/document.xml", self.path).find(f".//{_W}sectPr")
        kept = _element("sectPr")
        kept.extend(list(self._margins(sections, margins)))
        kept.extend([deepcopy(each) for each in page if each.tag in SECTION_KEPT])
        return kept

    def _margins(self, sections: list[Any], margins: dict[str, Link]) -> Iterator[Any]:
        """Yield references to the headers and footers: a section without one has that of the one before."""
        holding: dict[tuple[str, str], Link] = {}
        for section in sections:
            for tag in ("header", "footer"):
                for element in section.iterchildren(f"{_W}{tag}Reference"):
                    link = margins.get(element.get(f"{_R}id", ""))
                    if link is not None and not link.external:
                        holding[tag, element.get(f"{_W}type", "default")] = link
        for number, ((tag, kind), link) in enumerate(sorted(holding.items()), start=1):
            root = root_of(self.theirs, link.target, self.path)
            refuse_fetching_fields(root, self.path, link.target)
            if self.turned:
                direct(root, right_to_left=True)
            name = f"{_FOLDER}/{tag}{number}.xml"
            self._carry_links(link.target, name, root)
            reference = _element(f"{tag}Reference")
            reference.set(f"{_W}type", kind)
            reference.set(f"{_R}id", self._add(tag, serialized(cleaned_margin(root)), name))
            yield reference

    def _carry_links(self, part: str, name: str, root: Any) -> None:
        """Take over the pictures and addresses that a part refers to; ReportError for anything else."""
        used = {value for e in root.iter() for key, value in e.attrib.items() if key.startswith(_R)}
        found = [link for link in links(self.theirs, part, self.path) if link.id in used]
        strange = next((link for link in found if link.kind not in {"image", "hyperlink"}), None)
        if strange is not None or used - {link.id for link in found} - {""}:
            raise ReportError(ReportTrouble.TEMPLATE_OBJECTS, self.path, part)
        carried = [
            link if link.external else Link(link.id, link.kind, self._picture(link.target), external=False)
            for link in found
        ]
        if carried:
            self.parts[links_name(name)] = links_part(carried, str(PurePosixPath(name).parent))

    def _picture(self, part: str) -> str:
        kind = content_types(self.theirs, self.path).get(part, "")
        if part not in self.theirs or not kind.startswith("image/"):
            raise ReportError(ReportTrouble.TEMPLATE_OBJECTS, self.path, part)
        if part not in self.pictures:
            ending = PurePosixPath(part).suffix.lower()
            name = f"{_FOLDER}/media/image{len(self.pictures) + 1}{ending}"
            self.pictures[part] = name
            self.parts[name] = self.theirs[part]
            self.types[name] = kind
        return self.pictures[part]


def _element(name: str) -> Any:
    from lxml import etree

    return etree.Element(f"{_W}{name}", nsmap={"w": W, "r": R})
