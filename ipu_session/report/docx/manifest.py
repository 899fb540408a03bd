"""Manifest of an exported report, stored in its custom properties, which Word and LibreOffice both preserve.

LibreOffice 7.4 drops custom XML parts and the tags of content controls (docs/decisions/0019).
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from ipu_session.report.docx.block_ids import BlockEntry
from ipu_session.report.docx.xml_element import XmlElement

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part

_PROPERTY_NAME = "Report blocks"
_FORMAT_VERSION = "1"
_STAMPED_WORD = "stamped"
_MAX_PROPERTY_LENGTH = 250
"""Maximum number of characters in a property; Word's limit is 255."""
_PART = "/docProps/custom.xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATIONSHIP_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_ENTRY_PATTERN = re.compile(r"([0-9a-f]{8})_(\d{1,6}):([0-9a-f]{10})")


class BlockManifest(Struct, frozen=True):
    """Keys of the export and of its template (see `ExportIdentity`), and the entries of its blocks in order."""

    export_key: str
    template_key: str
    has_stamp: bool
    """Whether the pages of the report had a stamp."""
    entries: tuple[BlockEntry, ...]


def write_manifest(document: "Document", manifest: BlockManifest) -> None:
    """Write the manifest into a document, replacing an earlier one."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    package = document.part.package
    properties_part = _find_properties_part(package)
    root = etree.Element(
        f"{{{_PROPERTIES_NAMESPACE}}}Properties", nsmap={"cp": _PROPERTIES_NAMESPACE, "vt": _VALUES_NAMESPACE}
    )
    if properties_part is not None:
        root.extend([each for each in _parse_xml(properties_part.blob) if not _is_manifest_property(each)])
        package.rels.pop(_relationship_id(package))
    for number, text in enumerate(_property_chunks(manifest), start=1):
        element = etree.SubElement(
            root, f"{{{_PROPERTIES_NAMESPACE}}}property", fmtid=_FORMAT_ID, name=f"{_PROPERTY_NAME} {number}"
        )
        etree.SubElement(element, f"{{{_VALUES_NAMESPACE}}}lpwstr").text = text
    for number, each in enumerate(root, start=2):
        each.set("pid", str(number))
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package.relate_to(Part(PackURI(_PART), _CONTENT_TYPE, data, package), _RELATIONSHIP_TYPE)


def read_manifest(document: "Document") -> BlockManifest | None:
    """Return the manifest of a document; None if it is not one of our reports."""
    properties_part = _find_properties_part(document.part.package)
    if properties_part is None:
        return None
    ours = sorted((int(number), text) for number, text in _numbered_texts(_parse_xml(properties_part.blob)))
    header, _, listed = "".join(text for _, text in ours).partition("|")
    parts = header.split(" ")
    if len(parts) != 4 or parts[0] != _FORMAT_VERSION:
        return None
    entries = (BlockEntry(group, int(number), mark) for group, number, mark in _ENTRY_PATTERN.findall(listed))
    return BlockManifest(parts[1], parts[2], parts[3] == _STAMPED_WORD, tuple(entries))


def _property_chunks(manifest: BlockManifest) -> Iterator[str]:
    listed = ";".join(f"{entry.id}:{entry.hash}" for entry in manifest.entries)
    stamped = _STAMPED_WORD if manifest.has_stamp else "plain"
    text = f"{_FORMAT_VERSION} {manifest.export_key} {manifest.template_key} {stamped}|{listed}"
    for start in range(0, len(text), _MAX_PROPERTY_LENGTH):
        yield text[start : start + _MAX_PROPERTY_LENGTH]


def _numbered_texts(root: XmlElement) -> Iterable[tuple[str, str]]:
    for each in root:
        number = str(each.get("name", "")).removeprefix(f"{_PROPERTY_NAME} ")
        if _is_manifest_property(each) and number.isascii() and number.isdecimal():
            yield number, "".join(map(str, each.itertext()))


def _is_manifest_property(element: XmlElement) -> bool:
    return str(element.get("name", "")).startswith(f"{_PROPERTY_NAME} ")


def _relationship_id(package: "OpcPackage") -> str:
    return next((id_ for id_, link in package.rels.items() if link.reltype == _RELATIONSHIP_TYPE), "")


def _find_properties_part(package: "OpcPackage") -> "Part | None":
    link = package.rels.get(_relationship_id(package))
    return None if link is None or link.is_external else link.target_part


def _parse_xml(blob: bytes) -> XmlElement:
    from lxml import etree

    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
