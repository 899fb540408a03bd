"""Builds the report's template from an institution's own Word file (docs/decisions/0018).

Styles, lists, theme, page setup, headers and footers with their pictures are copied into a new package; text, authors
and hidden content are left behind. Template languages (placeholders, tags) are not interpreted.
"""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import PurePosixPath

from msgspec import Struct, field

from ipu_session.report.docx.bidi.elements import apply_bidi
from ipu_session.report.docx.opc_package import (
    CONTENT_TYPES_PART,
    Parts,
    R,
    Relationship,
    build_content_types_part,
    build_relationships_part,
    find_main_part,
    parse_part,
    read_content_types,
    read_relationships,
    relationships_part_name,
    serialize_part,
    unzip_parts,
    zip_parts,
)
from ipu_session.report.docx.style_counterparts import read_text_width
from ipu_session.report.docx.templates.sanitize import (
    KEPT_SECTION_TAGS,
    are_styles_rtl,
    empty_document,
    merge_settings,
    normalize_numbering,
    sanitize_fonts,
    sanitize_header_footer,
    sanitize_styles,
)
from ipu_session.report.docx.templates.style_import import StyleParts, add_missing_styles
from ipu_session.report.docx.templates.validate import (
    check_fields,
    check_safe,
    find_ignored_features,
    parse_required_part,
)
from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.xml_element import XmlElement, find_required
from ipu_session.report.errors import ReportError, ReportErrorCode

_W = f"{{{W}}}"
_R = f"{{{R}}}"
_CONTENT_TYPES = {name: f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
          for name in ("styles", "numbering", "settings", "fontTable", "header", "footer")}  # fmt: skip
_CONTENT_TYPES["document"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_CONTENT_TYPES["theme"] = "application/vnd.openxmlformats-officedocument.theme+xml"
_CONTENT_TYPES["core"] = "application/vnd.openxmlformats-package.core-properties+xml"
_FOLDER = "word"


class HouseTemplate(Struct, frozen=True):
    """A template as a file, and the names of the styles that were added to it."""

    data: bytes
    added_styles: tuple[str, ...]
    ignored_features: tuple[str, ...] = ()
    """Features of the institution's file that were not copied, named by `find_ignored_features`."""


def build_house_template(parts: Parts, path: str, own_template: bytes) -> HouseTemplate:
    """Return the template built from the parts of an institution's file; ReportError if it is unsafe or damaged."""
    check_safe(parts, path)
    return _TemplateBuilder(parts, path, unzip_parts(own_template)).build()


class _TemplateBuilder(Struct):
    """Package under construction, from ``source_parts`` (the institution's file) and ``own_parts`` (our template)."""

    source_parts: Parts
    path: str
    own_parts: Parts
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relationships: list[Relationship] = field(default_factory=list)
    picture_names: dict[str, str] = field(default_factory=dict)
    """New part name of each picture copied, by its old part name."""
    is_rtl: bool = False
    """Whether the institution's file is right-to-left; its headers and footers are then marked right-to-left."""

    def build(self) -> HouseTemplate:
        main = find_main_part(self.source_parts, self.path)
        document = parse_required_part(self.source_parts, main, self.path)
        part_of_kind = {
            link.kind: link.target
            for link in read_relationships(self.source_parts, main, self.path)
            if not link.is_external
        }
        margins = {link.id: link for link in read_relationships(self.source_parts, main, self.path)}
        styles = self._source_root(part_of_kind, "styles")
        self.is_rtl = styles is not None and are_styles_rtl(styles)
        section = self._build_section(document, margins)
        added = self._add_styles(part_of_kind, read_text_width(section))
        self._add_theme_and_fonts(part_of_kind)
        settings = self._source_root(part_of_kind, "settings")
        own_settings = parse_part(self.own_parts["word/settings.xml"], self.path, "word/settings.xml")
        self._add_part("settings", serialize_part(merge_settings(own_settings, settings)))
        self.parts["word/document.xml"] = serialize_part(empty_document(section))
        self.parts[relationships_part_name("word/document.xml")] = build_relationships_part(self.relationships, _FOLDER)
        self.parts["docProps/core.xml"] = self.own_parts["docProps/core.xml"]
        self.types |= {"word/document.xml": _CONTENT_TYPES["document"], "docProps/core.xml": _CONTENT_TYPES["core"]}
        first = [Relationship("rId1", "officeDocument", "word/document.xml", is_external=False)]
        first.append(Relationship("rId2", "core-properties", "docProps/core.xml", is_external=False))
        self.parts["_rels/.rels"] = build_relationships_part(first, "")
        ignored = find_ignored_features(document, self.source_parts, main, self.path)
        return HouseTemplate(
            zip_parts({**self.parts, CONTENT_TYPES_PART: build_content_types_part(self.types)}), added, ignored
        )

    def _source_root(self, part_of_kind: dict[str, str], kind: str) -> "XmlElement | None":
        return parse_required_part(self.source_parts, part_of_kind[kind], self.path) if kind in part_of_kind else None

    def _add_part(self, kind: str, data: bytes, name: str = "") -> str:
        """Add a part under a name of our own; return its relationship id in the document."""
        name = name or f"{_FOLDER}/{kind}.xml"
        self.parts[name] = data
        self.types[name] = _CONTENT_TYPES[kind]
        self.relationships.append(Relationship(f"rId{len(self.relationships) + 1}", kind, name, is_external=False))
        return self.relationships[-1].id

    def _add_styles(self, part_of_kind: dict[str, str], width: int) -> tuple[str, ...]:
        own = StyleParts(
            *(parse_part(self.own_parts[f"word/{name}.xml"], self.path, name) for name in ("styles", "numbering"))
        )
        styles, numbering = self._source_root(part_of_kind, "styles"), self._source_root(part_of_kind, "numbering")
        theirs = StyleParts(
            deepcopy(own.styles) if styles is None else sanitize_styles(styles),
            _new_element("numbering") if numbering is None else normalize_numbering(numbering),
        )
        added = add_missing_styles(theirs, own, width)
        self._add_part("styles", serialize_part(theirs.styles))
        self._add_part("numbering", serialize_part(theirs.numbering))
        if numbering is not None:
            self._copy_relationships(part_of_kind["numbering"], "word/numbering.xml", theirs.numbering)
        return added

    def _add_theme_and_fonts(self, part_of_kind: dict[str, str]) -> None:
        theme = self._source_root(part_of_kind, "theme")
        own_theme = self.own_parts["word/theme/theme1.xml"]
        self._add_part("theme", own_theme if theme is None else serialize_part(theme), "word/theme/theme1.xml")
        if theme is not None:
            self._copy_relationships(part_of_kind["theme"], "word/theme/theme1.xml", theme)
        fonts = self._source_root(part_of_kind, "fontTable")
        own_fonts = self.own_parts["word/fontTable.xml"]
        self._add_part("fontTable", own_fonts if fonts is None else serialize_part(sanitize_fonts(fonts)))

    def _build_section(self, document: XmlElement, margins: dict[str, Relationship]) -> XmlElement:
        """Return the page setup of the last section, with the headers and footers in force there."""
        sections = list(document.iter(f"{_W}sectPr"))
        page = sections[-1] if sections else None
        if page is None:
            own_document = parse_required_part(self.own_parts, "word/document.xml", self.path)
            page = find_required(own_document, f".//{_W}sectPr")
        section = _new_element("sectPr")
        section.extend(list(self._header_footer_references(sections, margins)))
        section.extend([deepcopy(each) for each in page if each.tag in KEPT_SECTION_TAGS])
        return section

    def _header_footer_references(
        self, sections: list[XmlElement], margins: dict[str, Relationship]
    ) -> Iterator[XmlElement]:
        """Copy the headers and footers of the last section, inherited or its own, and yield references to them."""
        holding: dict[tuple[str, str], Relationship] = {}
        for section in sections:
            for tag in ("header", "footer"):
                for element in section.iterchildren(f"{_W}{tag}Reference"):
                    link = margins.get(element.get(f"{_R}id", ""))
                    if link is not None and not link.is_external:
                        holding[tag, element.get(f"{_W}type", "default")] = link
        for number, ((tag, kind), link) in enumerate(sorted(holding.items()), start=1):
            root = parse_required_part(self.source_parts, link.target, self.path)
            check_fields(root, self.path, link.target)
            if self.is_rtl:
                apply_bidi(root, right_to_left=True)
            name = f"{_FOLDER}/{tag}{number}.xml"
            self._copy_relationships(link.target, name, root)
            reference = _new_element(f"{tag}Reference")
            reference.set(f"{_W}type", kind)
            reference.set(f"{_R}id", self._add_part(tag, serialize_part(sanitize_header_footer(root)), name))
            yield reference

    def _copy_relationships(self, part: str, name: str, root: XmlElement) -> None:
        """Copy the pictures and hyperlinks that a part refers to; ReportError for any other relationship."""
        used = {str(value) for each in root.iter() for key, value in each.items() if str(key).startswith(_R)}
        links = [link for link in read_relationships(self.source_parts, part, self.path) if link.id in used]
        unsupported = next((link for link in links if link.kind not in {"image", "hyperlink"}), None)
        if unsupported is not None or used - {link.id for link in links} - {""}:
            raise ReportError(ReportErrorCode.TEMPLATE_OBJECTS, self.path, part)
        carried = [
            link
            if link.is_external
            else Relationship(link.id, link.kind, self._copy_picture(link.target), is_external=False)
            for link in links
        ]
        if carried:
            self.parts[relationships_part_name(name)] = build_relationships_part(
                carried, str(PurePosixPath(name).parent)
            )

    def _copy_picture(self, part: str) -> str:
        kind = read_content_types(self.source_parts, self.path).get(part, "")
        if part not in self.source_parts or not kind.startswith("image/"):
            raise ReportError(ReportErrorCode.TEMPLATE_OBJECTS, self.path, part)
        if part not in self.picture_names:
            ending = PurePosixPath(part).suffix.lower()
            name = f"{_FOLDER}/media/image{len(self.picture_names) + 1}{ending}"
            self.picture_names[part] = name
            self.parts[name] = self.source_parts[part]
            self.types[name] = kind
        return self.picture_names[part]


def _new_element(name: str) -> XmlElement:
    from lxml import etree

    return etree.Element(f"{_W}{name}", nsmap={"w": W, "r": R})
