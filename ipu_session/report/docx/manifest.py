"""What a report remembers of its making, in its own properties: Word and LibreOffice both keep those.

LibreOffice 7.4 drops custom XML parts and the tags of content controls (docs/decisions/0019).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ipu_session.report.docx.block_ids import Entry

_NAME = "Report blocks"
_FORMAT = "1"
_STAMPED = "stamped"
_LONGEST = 250
"""Characters that Word takes in a property of a document: 255."""
_PART = "/docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_ENTRY = re.compile(r"([0-9a-f]{8})_(\d{1,6}):([0-9a-f]{10})")


@dataclass(frozen=True, slots=True)
class Memory:
    """Which session, language and layout a report is of, which template it had, and its blocks in order."""

    series: str
    template: str
    stamped: bool
    """Whether its pages had a stamp."""
    entries: tuple[Entry, ...]


def remember(document: Any, memory: Memory) -> None:
    """Write into a document what it is to remember, in place of what it remembered."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    package = document.part.package
    found = _part(package)
    root = etree.Element(f"{{{_SPACE}}}Properties", nsmap={"cp": _SPACE, "vt": _VALUES})
    if found is not None:
        root.extend([each for each in _parsed(found.blob) if not _is_ours(each)])
        package.rels.pop(_link_of(package))
    for number, text in enumerate(_pieces(memory), start=1):
        made = etree.SubElement(root, f"{{{_SPACE}}}property", fmtid=_SET, name=f"{_NAME} {number}")
        etree.SubElement(made, f"{{{_VALUES}}}lpwstr").text = text
    for number, each in enumerate(root, start=2):
        each.set("pid", str(number))
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package.relate_to(Part(PackURI(_PART), _TYPE, data, package), _LINK)


def remembered(document: Any) -> Memory | None:
    """Return what a document remembers, None if it is no report of ours."""
    found = _part(document.part.package)
    if found is None:
        return None
    ours = sorted((int(number), text) for number, text in _texts(_parsed(found.blob)))
    head, _, listed = "".join(text for _, text in ours).partition("|")
    parts = head.split(" ")
    if len(parts) != 4 or parts[0] != _FORMAT:
        return None
    entries = (Entry(group, int(number), mark) for group, number, mark in _ENTRY.findall(listed))
    return Memory(parts[1], parts[2], parts[3] == _STAMPED, tuple(entries))


def _pieces(memory: Memory) -> Iterator[str]:
    listed = ";".join(f"{entry.id}:{entry.hash}" for entry in memory.entries)
    stamped = _STAMPED if memory.stamped else "plain"
    text = f"{_FORMAT} {memory.series} {memory.template} {stamped}|{listed}"
    for start in range(0, len(text), _LONGEST):
        yield text[start : start + _LONGEST]


def _texts(root: Any) -> Iterable[tuple[str, str]]:
    for each in root:
        number = str(each.get("name", "")).removeprefix(f"{_NAME} ")
        if _is_ours(each) and number.isascii() and number.isdecimal():
            yield number, "".join(each.itertext())


def _is_ours(element: Any) -> bool:
    return str(element.get("name", "")).startswith(f"{_NAME} ")


def _link_of(package: Any) -> str:
    return next((id_ for id_, link in package.rels.items() if link.reltype == _LINK), "")


def _part(package: Any) -> Any:
    link = package.rels.get(_link_of(package))
    return None if link is None or link.is_external else link.target_part


def _parsed(blob: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
