"""What of each part of a house template is needed for the looks; the rest of it stays behind."""

from copy import deepcopy
from typing import Any

from ipu_session.report.docx.wordml import W

_W = f"{{{W}}}"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

KEPT_SECTION_TAGS = frozenset(
    f"{_W}{name}" for name in ("pgSz", "pgMar", "pgBorders", "pgNumType", "titlePg", "textDirection", "docGrid")
)
"""One column, no line numbers: the report's own tables go from margin to margin."""

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
"""What is taken over of the settings, and after which of ours it stands (the order is the schema's)."""


def empty_document(section: Any) -> Any:
    """Return a document without text on that page; it declares what the writer's marks need."""
    from lxml import etree

    names = {"w": W, "r": _R, "mc": _MC, "w15": _W15}
    root = etree.Element(f"{_W}document", nsmap=names)
    root.set(f"{{{_MC}}}Ignorable", "w15")
    etree.SubElement(root, f"{_W}body").append(section)
    return root


def declare_namespaces(document: Any) -> Any:
    """Return the root of a document that declares what the writer's marks need, with the same body."""
    from lxml import etree

    ignorable = f"{{{_MC}}}Ignorable"
    prefixes = str(document.get(ignorable, "")).split()
    if "w15" in prefixes and document.nsmap.get("w15") == _W15:
        return document
    root = etree.Element(document.tag, nsmap={**document.nsmap, "w": W, "mc": _MC, "w15": _W15})
    for key, value in document.attrib.items():
        root.set(key, value)
    root.set(ignorable, " ".join(dict.fromkeys([*prefixes, "w15"])))
    root.extend(list(document))
    return root


def are_styles_rtl(styles: Any) -> bool:
    """Return whether styles make text run from right to left, as those of a template made in Arabic do."""
    return any(each.get(f"{_W}val", "1") not in _OFF_VALUES for each in styles.iter(f"{_W}bidi"))


def sanitize_styles(styles: Any) -> Any:
    """Return styles that say in which language they are, without the marks of who made them when.

    Nor do they say in which direction: the report says it of each paragraph and run, as its language has it.
    """
    from lxml import etree

    for mark in list(styles.iter(f"{_W}rsid", *_DIRECTION_TAGS)):
        mark.getparent().remove(mark)
    defaults = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    if defaults is not None and defaults.find(f"{_W}lang") is None:
        after = [defaults.find(f"{_W}{tag}") for tag in ("eastAsianLayout", "specVanish", "oMath")]
        first = next((each for each in after if each is not None), None)
        lang = etree.Element(f"{_W}lang")
        defaults.insert(len(defaults) if first is None else defaults.index(first), lang)
    return styles


def sanitize_fonts(fonts: Any) -> Any:
    """Return the names of fonts without the fonts themselves, nor LibreOffice's words for their letters."""
    for embedded in list(fonts.iter(*_EMBEDDED_FONT_TAGS)):
        embedded.getparent().remove(embedded)
    for letters in fonts.iter(f"{_W}charset"):
        letters.attrib.pop(f"{_W}characterSet", None)
    return fonts


def normalize_numbering(numbering: Any) -> Any:
    """Return lists in the words of Word 2007's schema: LibreOffice 7.4 mixes a later one's in."""
    for aligned in numbering.iter(f"{_W}lvlJc"):
        value = str(aligned.get(f"{_W}val", ""))
        aligned.set(f"{_W}val", {"start": "left", "end": "right"}.get(value, value))
    return numbering


def sanitize_header_footer(root: Any) -> Any:
    """Return a header or footer without comments, and without controls filled from hidden parts."""
    for each in list(root.iter(*_HIDDEN_TAGS)):
        each.getparent().remove(each)
    for bound in list(root.iter(f"{_W}dataBinding")):
        if "core-properties" not in str(bound.get(f"{_W}prefixMappings", "")):
            bound.getparent().remove(bound)
    return root


def merge_settings(ours: Any, theirs: Any) -> Any:
    """Return our settings with those of the template that its pages need."""
    if theirs is None:
        return ours
    stop = theirs.find(f"{_W}defaultTabStop")
    if stop is not None:
        ours.replace(ours.find(f"{_W}defaultTabStop"), deepcopy(stop))
    for after, names in _COPIED_SETTINGS:
        place = ours.index(ours.find(f"{_W}{after}")) + 1
        for name in reversed(names):
            found = theirs.find(f"{_W}{name}")
            if found is not None:
                ours.insert(place, deepcopy(found))
    return ours
