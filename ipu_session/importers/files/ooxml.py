"""Open Packaging Conventions: finds the main part, and converts Strict namespaces to Transitional ones.

Word Online names the main part ``word/document2.xml``, and "Strict Open XML Document" has other namespaces for the
same elements (ISO/IEC 29500-1 and -4, Annex A). Both are normalized once, when a package is unpacked, so that the
readers need not handle them.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping

PACKAGE_RELATIONSHIPS = "_rels/.rels"
CONTENT_TYPES = "[Content_Types].xml"
MAIN_PART = "word/document.xml"
_KINDS = (
    (b"wordprocessingml", "docx"),
    (b"ms-word", "docx"),
    (b"sheet.binary", "xlsb"),
    (b"spreadsheetml", "xlsx"),
    (b"ms-excel", "xlsx"),
    (b"presentationml", "pptx"),
    (b"ms-powerpoint", "pptx"),
)
_KIND_OF_PART = {
    MAIN_PART: "docx",
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsb",
    "ppt/presentation.xml": "pptx",
}
_TAG = re.compile(rb"<(?:\w+:)?(?:Relationship|Override)\b[^<>]*>")
_ATTRIBUTE = re.compile(rb"""\b(Type|Target|TargetMode|PartName|ContentType)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MAIN_RELATIONSHIP = b"/relationships/officeDocument"
_STRICT = b"http://purl.oclc.org/ooxml/"
_CONFORMANCE = re.compile(rb"""\s(?:\w+:)?conformance\s*=\s*(?:"strict"|'strict')""")
_TRANSITIONAL = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"presentationml/main", b"presentationml/2006/main"),
    (b"officeDocument/relationships/customProperties", b"officeDocument/2006/relationships/custom-properties"),
    (b"officeDocument/relationships/extendedProperties", b"officeDocument/2006/relationships/extended-properties"),
    (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
    (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
    (b"officeDocument/docPropsVTypes", b"officeDocument/2006/docPropsVTypes"),
    (b"officeDocument/", b"officeDocument/2006/"),
    (b"drawingml/", b"drawingml/2006/"),
    (b"schemaLibrary/main", b"schemaLibrary/2006/main"),
)
"""Replacement of the path after ``http://purl.oclc.org/ooxml/`` by one after ``http://schemas.openxmlformats.org/``."""


def relationships_part(part: str) -> str:
    """Return the name of the part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def find_main_part(links: bytes) -> str:
    """Return the main part's name from the relationships of a package; "" if there is none."""
    for link in _parse_attributes(links):
        if link.get("Type", "").encode().endswith(_MAIN_RELATIONSHIP) and link.get("TargetMode") != "External":
            return link.get("Target", "").removeprefix("/").removeprefix("./")
    return ""


def detect_ooxml_kind(names: set[str], links: bytes, types: bytes) -> str:
    """Return docx, xlsx, xlsb or pptx for a package with these parts; "" for any other."""
    main = find_main_part(links)
    kind_by_name = next((kind for part, kind in _KIND_OF_PART.items() if part in names), "")
    if main not in names or main in _KIND_OF_PART:
        return kind_by_name
    override = next((each for each in _parse_attributes(types) if each.get("PartName", "").lstrip("/") == main), {})
    mime = override.get("ContentType", "").encode()
    return next((kind for word, kind in _KINDS if word in mime), kind_by_name)


def related_parts(parts: Mapping[str, bytes], part: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, name) of each part that ``part`` has a relationship to; the kind is the last segment of its type."""
    for link in _parse_attributes(parts.get(relationships_part(part), b"")):
        if link.get("TargetMode") != "External":
            target = link.get("Target", "")
            name = target.lstrip("/") if target.startswith("/") else _join_path(posixpath.dirname(part), target)
            yield link.get("Type", "").rpartition("/")[2], name


def normalize_package(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Word file with ``word/document.xml`` as the main one, in Transitional namespaces.

    Parts of any other package are returned unchanged.
    """
    main = find_main_part(parts.get(PACKAGE_RELATIONSHIPS, b""))
    links, types = parts.get(PACKAGE_RELATIONSHIPS, b""), parts.get(CONTENT_TYPES, b"")
    if detect_ooxml_kind(set(parts), links, types) != "docx":
        return parts
    if _STRICT in links or _STRICT in parts.get(main, b""):
        parts = {name: _to_transitional(name, part) for name, part in parts.items()}
    if main in parts and main != MAIN_PART and MAIN_PART not in parts:
        parts = _rename_main_part(parts, main)
    return parts


def _to_transitional(name: str, part: bytes) -> bytes:
    if _STRICT not in part or not name.endswith((".xml", ".rels")):
        return part
    for strict, transitional in _TRANSITIONAL:
        part = part.replace(_STRICT + strict, b"http://schemas.openxmlformats.org/" + transitional)
    return _CONFORMANCE.sub(b"", part, count=1)


def _rename_main_part(parts: Mapping[str, bytes], main: str) -> dict[str, bytes]:
    """Return the parts with the main part and its relationships renamed to the usual names."""
    old_name, usual_name = main.encode(), MAIN_PART.encode()
    renamed = {
        {main: MAIN_PART, relationships_part(main): relationships_part(MAIN_PART)}.get(name, name): part
        for name, part in parts.items()
    }
    for name in (PACKAGE_RELATIONSHIPS, CONTENT_TYPES):
        pattern = rb"""(["'])(/?)(?:\./)?%s\1""" % re.escape(old_name)
        renamed[name] = re.sub(pattern, rb"\1\2%s\1" % usual_name, parts.get(name, b""))
    folder = posixpath.dirname(main)
    links = relationships_part(MAIN_PART)
    if folder != posixpath.dirname(MAIN_PART) and links in renamed:
        renamed[links] = _TAG.sub(lambda tag: _make_target_absolute(tag[0], folder), renamed[links])
    return renamed


def _make_target_absolute(tag: bytes, folder: str) -> bytes:
    """Return a relationship tag with its target as an absolute path."""
    if b"External" in tag:
        return tag
    return re.sub(
        rb"""(\bTarget\s*=\s*)(["'])(?!/)([^"']*)\2""",
        lambda match: b"%s%s/%s%s" % (match[1], match[2], _join_path(folder, match[3].decode()).encode(), match[2]),
        tag,
    )


def _join_path(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, target))


def _parse_attributes(part: bytes) -> Iterator[dict[str, str]]:
    """Yield the attributes of each relationship or content type in a part."""
    for tag in _TAG.finditer(part):
        yield {
            match[1].decode(): (match[2] or match[3] or b"").decode("utf-8", "replace")
            for match in _ATTRIBUTE.finditer(tag[0])
        }
