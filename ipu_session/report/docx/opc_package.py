"""The parts of a Word file: what each of them leads to, and the file made of them again.

The parts were unpacked within limits and hold no DTD (importers/files/zip_package.py); `app` passes them in.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ipu_session.report.errors import ReportError, ReportTrouble

Parts = Mapping[str, bytes]
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ENDINGS = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Link:
    """What a part refers to: another part by name, or a place outside."""

    id: str
    kind: str
    """The last word of its type: ``image``, ``header`` …"""
    target: str
    external: bool


def parsed(part: bytes, path: str, place: str) -> Any:
    """Return the root of an XML part; ReportError if it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True)
    try:
        return etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReportError(ReportTrouble.DAMAGED, path, place) from error


def serialized(root: Any) -> bytes:
    """Return an XML part as a package has it."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def links_name(part: str) -> str:
    """Return the name of the part that says where ``part`` leads."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def links(parts: Parts, part: str, path: str) -> list[Link]:
    """Return where a part leads; none if it leads nowhere."""
    name = links_name(part)
    return links_in(parts, name, path) if name in parts else []


def links_in(parts: Parts, name: str, path: str) -> list[Link]:
    """Return the links of one .rels part."""
    folder = posixpath.dirname(posixpath.dirname(name))
    return [_link(element, folder) for element in parsed(parts[name], path, name) if element.get("Target")]


def _link(element: Any, folder: str) -> Link:
    target = str(element.get("Target"))
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Link(str(element.get("Id", "")), str(element.get("Type", "")).rsplit("/", 1)[-1], target, external)


def content_types(parts: Parts, path: str) -> dict[str, str]:
    """Return the kind of content of every part that has one."""
    root = parsed(parts.get(TYPES, b""), path, TYPES)
    by_ending = {str(e.get("Extension", "")).lower(): str(e.get("ContentType", "")) for e in root}
    by_name = {str(e.get("PartName", "")).lstrip("/"): str(e.get("ContentType", "")) for e in root}
    return {
        part: by_name.get(part) or by_ending.get(part.rsplit(".", 1)[-1].lower(), "")
        for part in parts
        if part != TYPES
    }


def main_part(parts: Parts, path: str) -> str:
    """Return the name of the part that holds the text; ReportError if there is none."""
    found = [link.target for link in links(parts, "", path) if link.kind == "officeDocument"]
    if not found or found[0] not in parts:
        raise ReportError(ReportTrouble.DAMAGED, path, "_rels/.rels")
    return found[0]


def links_part(found: Iterable[Link], folder: str) -> bytes:
    """Return a .rels part for a part in ``folder``."""
    from lxml import etree

    space = f"{_PACKAGE}/relationships"
    root = etree.Element(f"{{{space}}}Relationships", nsmap=_unnamed(space))
    for link in found:
        package = link.kind == "core-properties"
        kind = f"{_PACKAGE}/relationships/metadata/{link.kind}" if package else f"{R}/{link.kind}"
        element = etree.SubElement(root, f"{{{space}}}Relationship", Id=link.id, Type=kind)
        element.set("Target", link.target if link.external else posixpath.relpath(link.target, folder or "."))
        if link.external:
            element.set("TargetMode", "External")
    return serialized(root)


def types_part(types: Mapping[str, str]) -> bytes:
    """Return the part that says what kind of content each other part has."""
    from lxml import etree

    space = f"{_PACKAGE}/content-types"
    root = etree.Element(f"{{{space}}}Types", nsmap=_unnamed(space))
    for ending, kind in _ENDINGS.items():
        etree.SubElement(root, f"{{{space}}}Default", Extension=ending, ContentType=kind)
    for name in sorted(types):
        etree.SubElement(root, f"{{{space}}}Override", PartName=f"/{name}", ContentType=types[name])
    return serialized(root)


def packed(parts: Parts) -> bytes:
    """Return parts as a package; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in sorted(parts, key=lambda each: (each != TYPES, each)):
            package.writestr(zipfile.ZipInfo(name, _DATE), parts[name], zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def unpacked(package: bytes) -> dict[str, bytes]:
    """Return the parts of a package of our own; others are unpacked by importers/files/zip_package.py."""
    with zipfile.ZipFile(io.BytesIO(package)) as found:
        return {name: found.read(name) for name in found.namelist()}


def _unnamed(space: str) -> dict[Any, str]:
    """Return the declaration of a namespace without a prefix."""
    return {None: space}
