"""The properties of a document that no program of its own knows: by them a report finds its session again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ipu_session.report.docx.wordml import escape

if TYPE_CHECKING:
    from docx.document import Document

PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2
"""Word counts these properties from 2."""


def set_properties(document: "Document", marks: Mapping[str, str]) -> None:
    """Give the document these properties; those that its template had of other names stay."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    known = next((each for each in package.rels.values() if each.reltype == _RELATION), None)
    kept = {} if known is None else read_properties(known.target_part.blob)
    xml = _xml({**kept, **marks}).encode()
    if known is not None:
        del package.rels[known.rId]
        name = known.target_part.partname
    else:
        name = PackURI(f"/{PART}")
    package.relate_to(Part(name, _TYPE, xml, package), _RELATION)


def read_properties(xml: bytes) -> dict[str, str]:
    """Return the properties of a part as text, by their names."""
    from lxml import etree

    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    return {each.get("name", ""): each[0].text or "" for each in root.iter(f"{{{_NS}}}property") if len(each)}


def _xml(properties: Mapping[str, str]) -> str:
    entries = [
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{_attribute(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties.items(), start=_FIRST)
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_NS}" xmlns:vt="{_VT}">{"".join(entries)}</Properties>'
    )


def _attribute(text: str) -> str:
    return escape(text).replace('"', "&quot;")
