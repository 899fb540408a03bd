"""Validates a house template; each unsafe feature has an error code and a sentence of its own."""

import re

from ipu_session.report.docx.opc_package import (
    Parts,
    Relationship,
    find_main_part,
    parse_part,
    parse_relationships,
    read_content_types,
)
from ipu_session.report.docx.xml_element import XmlElement
from ipu_session.report.errors import ReportError, ReportErrorCode

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN_CONTENT_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")
_MACRO_KINDS = {"vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars"}
_OBJECT_KINDS = {"oleObject", "control", "aFChunk", "subDocument", "activeXControlBinary"}
_PLAIN_ADDRESS = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_FETCHING_FIELD = re.compile(
    r"(?:^|\s)(?:DDE|DDEAUTO|LINK|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|DATABASE|MACROBUTTON|AUTOTEXT|RD)\s",
    re.IGNORECASE,
)
"""Fields that fetch external content or run code when Word updates them."""


def check_safe(parts: Parts, path: str) -> None:
    """Raise ReportError for a file that is not a Word document, macros, embedded objects, and external content."""
    kinds = read_content_types(parts, path)
    for part, kind in kinds.items():
        if "macroEnabled" in kind or "vbaProject" in kind or part.lower().endswith("vbaproject.bin"):
            raise ReportError(ReportErrorCode.TEMPLATE_MACROS, path, part)
    main = find_main_part(parts, path)
    if not kinds.get(main, "").endswith(_MAIN_CONTENT_TYPES):
        raise ReportError(ReportErrorCode.TEMPLATE_NOT_WORD, path, main)
    for name in sorted(part for part in parts if part.endswith(".rels")):
        for link in parse_relationships(parts, name, path):
            _check_relationship(link, path, name)


def _check_relationship(link: Relationship, path: str, part_name: str) -> None:
    code: ReportErrorCode | None = None
    if link.kind in _MACRO_KINDS:
        code = ReportErrorCode.TEMPLATE_MACROS
    elif link.kind == "attachedTemplate":
        # Not copied; reported by `find_ignored_features`.
        return
    elif link.kind in _OBJECT_KINDS:
        code = ReportErrorCode.TEMPLATE_OBJECTS
    elif link.is_external and link.kind == "image":
        code = ReportErrorCode.TEMPLATE_LINKED_IMAGE
    elif link.is_external and not (link.kind == "hyperlink" and _PLAIN_ADDRESS.match(link.target)):
        code = ReportErrorCode.TEMPLATE_LINKS
    if code is not None:
        raise ReportError(code, path, part_name, detail=link.target[:80])


def find_ignored_features(document: XmlElement, parts: Parts, main: str, path: str) -> tuple[str, ...]:
    """Return the features that are not copied: ``attached``, ``picture``, ``columns``, ``orientation``."""
    rels = (link for name in parts if name.endswith(".rels") for link in parse_relationships(parts, name, path))
    attached = any(link.kind == "attachedTemplate" for link in rels)
    columns = (str(each.get(f"{_W}num", "1")) for each in document.iter(f"{_W}cols"))
    pages = {str(each.get(f"{_W}orient", "portrait")) for each in document.iter(f"{_W}pgSz")}
    pictures = next(document.iter(f"{_W}drawing", f"{_W}pict"), None) is not None
    features = {
        "attached": attached,
        "picture": pictures,
        "columns": any(number not in {"", "0", "1"} for number in columns),
        "orientation": len(pages) > 1,
    }
    return tuple(name for name, is_present in features.items() if is_present)


def check_fields(root: XmlElement, path: str, part_name: str) -> None:
    """Raise ReportError if a header or footer has a field that fetches content or runs code."""
    code = "".join(element.text or "" for element in root.iter(f"{_W}instrText"))
    codes = [code, *(str(element.get(f"{_W}instr", "")) for element in root.iter(f"{_W}fldSimple"))]
    if any(_FETCHING_FIELD.search(f"{each} ") for each in codes):
        raise ReportError(ReportErrorCode.TEMPLATE_FIELDS, path, part_name)


def parse_required_part(parts: Parts, part: str, path: str) -> XmlElement:
    """Return the root of a required part; ReportError if it is missing or not well-formed."""
    if part not in parts:
        raise ReportError(ReportErrorCode.DAMAGED, path, part)
    return parse_part(parts[part], path, part)
