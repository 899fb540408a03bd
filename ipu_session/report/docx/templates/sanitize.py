"""Reduces each part of a house template to what determines its appearance."""

from copy import deepcopy
from typing import cast

from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.xml_element import XmlElement, find_required, remove_element

_W = f"{{{W}}}"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

KEPT_SECTION_TAGS = frozenset(
    f"{_W}{name}" for name in ("pgSz", "pgMar", "pgBorders", "pgNumType", "titlePg", "textDirection", "docGrid")
)
"""No columns and line numbers: the report's own tables use the whole width between the margins."""

_HIDDEN_TAGS = tuple(
    f"{_W}{name}"
    for name in ("placeholder", "commentRangeStart", "commentRangeEnd", "commentReference", "permStart", "permEnd")
)
_DIRECTION_TAGS = tuple(f"{_W}{name}" for name in ("bidi", "rtl", "bidiVisual"))
_OFF_VALUES = {"0", "false", "off"}
_EMBEDDED_FONT_TAGS = tuple(f"{_W}embed{face}" for face in ("Regular", "Bold", "Italic", "BoldItalic"))
_COPIED_SETTINGS = (
    ("zoom", ("mirrorMargins", "gutterAtTop")),
    ("defaultTabStop", ("autoHyphenation", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders")),
    ("themeFontLang", ("clrSchemeMapping",)),
)
"""Names of settings copied from the template, each after the setting of ours named before them (schema order)."""


def empty_document(section: XmlElement) -> XmlElement:
    """Return a document without text, with ``section`` as its last section and the namespaces that the writer needs."""
    from lxml import etree

    names = {"w": W, "r": _R, "mc": _MC, "w15": _W15}
    root = etree.Element(f"{_W}document", nsmap=names)
    root.set(f"{{{_MC}}}Ignorable", "w15")
    etree.SubElement(root, f"{_W}body").append(section)
    return root


def declare_namespaces(document: XmlElement) -> XmlElement:
    """Return the document root with the namespaces the writer needs, and the same body."""
    from lxml import etree

    ignorable = f"{{{_MC}}}Ignorable"
    prefixes = str(document.get(ignorable, "")).split()
    if "w15" in prefixes and document.nsmap.get("w15") == _W15:
        return document
    root = etree.Element(document.tag, nsmap={**cast("dict[str, str]", document.nsmap), "w": W, "mc": _MC, "w15": _W15})
    for key, value in document.attrib.items():
        root.set(key, value)
    root.set(ignorable, " ".join(dict.fromkeys([*prefixes, "w15"])))
    root.extend(list(document))
    return root


def are_styles_rtl(styles: XmlElement) -> bool:
    """Return whether styles set text right-to-left, as in a template made in Arabic."""
    return any(each.get(f"{_W}val", "1") not in _OFF_VALUES for each in styles.iter(f"{_W}bidi"))


def sanitize_styles(styles: XmlElement) -> XmlElement:
    """Remove revision ids from styles and add a language element if it is missing; return the styles.

    Text directions are removed, too: the report sets them on each paragraph and run.
    """
    from lxml import etree

    for mark in list(styles.iter(f"{_W}rsid", *_DIRECTION_TAGS)):
        remove_element(mark)
    defaults = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    if defaults is not None and defaults.find(f"{_W}lang") is None:
        after = [defaults.find(f"{_W}{tag}") for tag in ("eastAsianLayout", "specVanish", "oMath")]
        first = next((each for each in after if each is not None), None)
        lang = etree.Element(f"{_W}lang")
        defaults.insert(len(defaults) if first is None else defaults.index(first), lang)
    return styles


def sanitize_fonts(fonts: XmlElement) -> XmlElement:
    """Return the font table without embedded fonts and without LibreOffice's character set names."""
    for embedded in list(fonts.iter(*_EMBEDDED_FONT_TAGS)):
        remove_element(embedded)
    for letters in fonts.iter(f"{_W}charset"):
        letters.attrib.pop(f"{_W}characterSet", "")
    return fonts


def normalize_numbering(numbering: XmlElement) -> XmlElement:
    """Return numbering with the alignment values of Word 2007's schema; LibreOffice 7.4 also writes later values."""
    for aligned in numbering.iter(f"{_W}lvlJc"):
        value = str(aligned.get(f"{_W}val", ""))
        aligned.set(f"{_W}val", {"start": "left", "end": "right"}.get(value, value))
    return numbering


def sanitize_header_footer(root: XmlElement) -> XmlElement:
    """Return a header or footer without comments, permissions, and bindings of controls to custom XML."""
    for each in list(root.iter(*_HIDDEN_TAGS)):
        remove_element(each)
    for bound in list(root.iter(f"{_W}dataBinding")):
        if "core-properties" not in str(bound.get(f"{_W}prefixMappings", "")):
            remove_element(bound)
    return root


def merge_settings(ours: XmlElement, theirs: "XmlElement | None") -> XmlElement:
    """Return our settings, with those of the template that affect its pages."""
    if theirs is None:
        return ours
    stop = theirs.find(f"{_W}defaultTabStop")
    if stop is not None:
        ours.replace(find_required(ours, f"{_W}defaultTabStop"), deepcopy(stop))
    for after, names in _COPIED_SETTINGS:
        index = ours.index(find_required(ours, f"{_W}{after}")) + 1
        for name in reversed(names):
            setting = theirs.find(f"{_W}{name}")
            if setting is not None:
                ours.insert(index, deepcopy(setting))
    return ours
