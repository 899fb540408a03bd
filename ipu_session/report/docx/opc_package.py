"""OPC package of a Word file: parts, relationships, content types, zipping.

Parts were unzipped within size limits and hold no DTD (importers/files/zip_package.py); `app` passes them in.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from typing import cast

from msgspec import Struct

from ipu_session.report.docx.xml_element import XmlElement
from ipu_session.report.errors import ReportError, ReportErrorCode

Parts = Mapping[str, bytes]
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES_PART = "[Content_Types].xml"
_PACKAGE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006"
_DEFAULT_CONTENT_TYPES = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


class Relationship(Struct, frozen=True):
    """Relationship of a part: to another part by name, or to an external target."""

    id: str
    kind: str
    """Last segment of the relationship type: ``image``, ``header`` …"""
    target: str
    is_external: bool


def parse_part(part: bytes, path: str, part_name: str) -> XmlElement:
    """Return the root of an XML part; ReportError if it is not well-formed."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        return etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReportError(ReportErrorCode.DAMAGED, path, part_name) from error


def serialize_part(root: XmlElement) -> bytes:
    """Return an XML part as bytes."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def relationships_part_name(part: str) -> str:
    """Return the name of the relationships part of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def read_relationships(parts: Parts, part: str, path: str) -> list[Relationship]:
    """Return the relationships of a part; empty if it has none."""
    name = relationships_part_name(part)
    return parse_relationships(parts, name, path) if name in parts else []


def parse_relationships(parts: Parts, name: str, path: str) -> list[Relationship]:
    """Return the relationships in one .rels part."""
    folder = posixpath.dirname(posixpath.dirname(name))
    return [
        _to_relationship(element, folder) for element in parse_part(parts[name], path, name) if element.get("Target")
    ]


def _to_relationship(element: XmlElement, folder: str) -> Relationship:
    target = str(element.get("Target"))
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(str(element.get("Id", "")), str(element.get("Type", "")).rsplit("/", 1)[-1], target, external)


def read_content_types(parts: Parts, path: str) -> dict[str, str]:
    """Return the content type of every part, by name of the part; "" if unknown."""
    root = parse_part(parts.get(CONTENT_TYPES_PART, b""), path, CONTENT_TYPES_PART)
    by_ending = {str(e.get("Extension", "")).lower(): str(e.get("ContentType", "")) for e in root}
    by_name = {str(e.get("PartName", "")).lstrip("/"): str(e.get("ContentType", "")) for e in root}
    return {
        part: by_name.get(part) or by_ending.get(part.rsplit(".", 1)[-1].lower(), "")
        for part in parts
        if part != CONTENT_TYPES_PART
    }


def find_main_part(parts: Parts, path: str) -> str:
    """Return the name of the main document part; ReportError if there is none."""
    main_parts = [link.target for link in read_relationships(parts, "", path) if link.kind == "officeDocument"]
    if not main_parts or main_parts[0] not in parts:
        raise ReportError(ReportErrorCode.DAMAGED, path, "_rels/.rels")
    return main_parts[0]


def build_relationships_part(relationships: Iterable[Relationship], folder: str) -> bytes:
    """Return a .rels part for a part in ``folder``."""
    from lxml import etree

    space = f"{_PACKAGE_NAMESPACE}/relationships"
    root = etree.Element(f"{{{space}}}Relationships", nsmap=_default_namespace(space))
    for link in relationships:
        package = link.kind == "core-properties"
        kind = f"{_PACKAGE_NAMESPACE}/relationships/metadata/{link.kind}" if package else f"{R}/{link.kind}"
        element = etree.SubElement(root, f"{{{space}}}Relationship", Id=link.id, Type=kind)
        element.set("Target", link.target if link.is_external else posixpath.relpath(link.target, folder or "."))
        if link.is_external:
            element.set("TargetMode", "External")
    return serialize_part(root)


def build_content_types_part(types: Mapping[str, str]) -> bytes:
    """Return the content types part."""
    from lxml import etree

    space = f"{_PACKAGE_NAMESPACE}/content-types"
    root = etree.Element(f"{{{space}}}Types", nsmap=_default_namespace(space))
    for ending, kind in _DEFAULT_CONTENT_TYPES.items():
        etree.SubElement(root, f"{{{space}}}Default", Extension=ending, ContentType=kind)
    for name in sorted(types):
        etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{name}", ContentType=types[name])
    return serialize_part(root)


def zip_parts(parts: Parts) -> bytes:
    """Return the parts as a package; equal parts give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in sorted(parts, key=lambda each: (each != CONTENT_TYPES_PART, each)):
            package.writestr(zipfile.ZipInfo(name, _ZIP_DATE), parts[name], zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def unzip_parts(package: bytes) -> dict[str, bytes]:
    """Return the parts of a package made by the program; importers/files/zip_package.py unzips any other."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _default_namespace(space: str) -> dict[str, str]:
    """Return a namespace map without a prefix."""
    # lxml-stubs 0.5 has no None for the default namespace.
    return cast("dict[str, str]", {None: space})
