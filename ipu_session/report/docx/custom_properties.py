"""Custom document properties, by which a report is linked to its session."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ipu_session.report.docx.wordml import escape

if TYPE_CHECKING:
    from docx.document import Document

CUSTOM_PROPERTIES_PART = "docProps/custom.xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATIONSHIP_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY_ID = 2
"""Word counts the ids of these properties from 2."""


def write_custom_properties(document: "Document", marks: Mapping[str, str]) -> None:
    """Write custom properties into the document; other custom properties in it stay."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    link = next((each for each in package.rels.values() if each.reltype == _RELATIONSHIP_TYPE), None)
    earlier = {} if link is None else read_custom_properties(link.target_part.blob)
    xml = _properties_xml({**earlier, **marks}).encode()
    if link is not None:
        del package.rels[link.rId]
        name = link.target_part.partname
    else:
        name = PackURI(f"/{CUSTOM_PROPERTIES_PART}")
    package.relate_to(Part(name, _CONTENT_TYPE, xml, package), _RELATIONSHIP_TYPE)


def read_custom_properties(xml: bytes) -> dict[str, str]:
    """Return the custom properties in a part as strings, by name."""
    from lxml import etree

    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    return {each.get("name", ""): each[0].text or "" for each in root.iter(f"{{{_NS}}}property") if len(each)}


def _properties_xml(properties: Mapping[str, str]) -> str:
    entries = [
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{_escape_attribute(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), start=_FIRST_PROPERTY_ID)
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_NS}" xmlns:vt="{_VT}">{"".join(entries)}</Properties>'
    )


def _escape_attribute(text: str) -> str:
    return escape(text).replace('"', "&quot;")
