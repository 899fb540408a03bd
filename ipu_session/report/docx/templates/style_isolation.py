"""Isolates added styles and headings from the paragraph layout that a house template gives to body text.

Added styles are based on the template's default style, for its fonts and size. Layout properties of that style
(first-line indent, border, small capitals) would distort every table, so each is set to our own value in the added
style. The template's own headings, titles and captions keep their own properties; those inherited from body text only
(`_INHERITED_PROPERTIES`) are reset.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy

from msgspec import Struct

from ipu_session.report.docx.style_counterparts import VALUE, find_style
from ipu_session.report.docx.style_names import STYLE_NAMES
from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.xml_element import XmlElement, find_required

_W = f"{{{W}}}"
_CHAIN_LIMIT = 20
_PARAGRAPH_PROPERTY_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid"),
    *("spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
    *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_RUN_PROPERTY_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
    *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w"),
    *("kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign"),
    *("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
)
"""The properties in schema order."""
_BORDER_SIDES = ("top", "left", "bottom", "right", "between", "bar")
_OFF = {"val": "0"}
_NO_BORDER = {"val": "nil"}
_NO_SHADING = {"val": "clear", "color": "auto", "fill": "auto"}
_NEUTRAL_PARAGRAPH: dict[str, dict[str, str]] = {
    **dict.fromkeys(("keepNext", "keepLines", "pageBreakBefore", "suppressLineNumbers"), _OFF),
    **dict.fromkeys(("contextualSpacing", "mirrorIndents"), _OFF),
    "numPr": {},
    "pBdr": {},
    "shd": _NO_SHADING,
    "spacing": {
        "before": "0", "beforeAutospacing": "0", "after": "0", "afterAutospacing": "0", "line": "240",
        "lineRule": "auto",
    },
    "ind": {
        "left": "0", "leftChars": "0", "right": "0", "rightChars": "0", "firstLine": "0",
        "firstLineChars": "0",
    },
    "jc": {"val": "left"},
    "textAlignment": {"val": "auto"},
    "outlineLvl": {"val": "9"},
}  # fmt: skip
_NEUTRAL_RUN: dict[str, dict[str, str]] = {
    **dict.fromkeys(("b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"), _OFF),
    **dict.fromkeys(("shadow", "emboss", "imprint", "vanish", "spacing", "position"), _OFF),
    "color": {"val": "auto"},
    "w": {"val": "100"},
    "highlight": {"val": "none"},
    "u": {"val": "none"},
    "effect": {"val": "none"},
    "bdr": _NO_BORDER,
    "shd": _NO_SHADING,
    "vertAlign": {"val": "baseline"},
}


_RUNNING_TEXT_ROLES = ("BodyText", "ListBullet")
_HEADING_ROLES = tuple(
    role for role in STYLE_NAMES if role not in {*_RUNNING_TEXT_ROLES, "Header", "Footer", "Stamp", "ReportTable"}
)
_FIRST_LINE_ATTRIBUTES = ("firstLine", "hanging", "firstLineChars", "hangingChars")
_LEFT_INDENT_ATTRIBUTES = ("left", "leftChars", "start", "startChars")
_ZERO_LENGTHS = {"", "0", "-1"}
_OFF_VALUES = {"0", "false", "off"}


class _InheritedProperty(Struct, frozen=True):
    """A paragraph property that may be inherited: name, attributes, whether values of them distort, neutral values."""

    name: str
    attributes: tuple[str, ...]
    is_distorting: Callable[[dict[str, str]], bool]
    neutral_values: dict[str, str]


_PLAIN_ALIGNMENTS = {"left", "start", "center", "right", "end"}


def _has_length(attributes: dict[str, str]) -> bool:
    return any(value not in _ZERO_LENGTHS for value in attributes.values())


_INHERITED_PROPERTIES = (
    # Hanging first: with a hanging indent the left indent, from which the first line hangs, is reset, too.
    _InheritedProperty(
        "ind", ("hanging", "hangingChars"), _has_length, dict.fromkeys(_LEFT_INDENT_ATTRIBUTES[:2], "0")
    ),
    _InheritedProperty("ind", _FIRST_LINE_ATTRIBUTES, _has_length, {"firstLine": "0", "firstLineChars": "0"}),
    _InheritedProperty("spacing", ("line", "lineRule"), lambda attributes: attributes.get("lineRule") == "exact",
          {"line": "240", "lineRule": "auto"}),
    _InheritedProperty("jc", ("val",), lambda attributes: attributes.get("val") not in _PLAIN_ALIGNMENTS,
          {"val": "left"}),
    _InheritedProperty("numPr", (), lambda attributes: attributes.get("numId", "0") != "0", {}),
    _InheritedProperty("pageBreakBefore", (), lambda attributes: attributes.get("val", "1") not in _OFF_VALUES, _OFF),
)  # fmt: skip
_TABLE_INHERITED_PROPERTIES = (
    _InheritedProperty("ind", _LEFT_INDENT_ATTRIBUTES, _has_length, dict.fromkeys(_LEFT_INDENT_ATTRIBUTES[:2], "0")),
    _InheritedProperty("ind", ("right", "rightChars", "end", "endChars"), _has_length,
          {"right": "0", "rightChars": "0"}),
)  # fmt: skip


def isolate_from_running_text(styles: XmlElement) -> None:
    """Reset what headings, titles and captions of a document inherit from its body text.

    Body text keeps its layout, except *keep with next* and *page break before*, which are switched off.
    """
    defaults = [
        each
        for each in styles.iterchildren(f"{_W}style")
        if each.get(f"{_W}type") == "paragraph" and each.get(f"{_W}default", "0") not in _OFF_VALUES
    ]
    running = [
        each for style in (*defaults[:1], find_style(styles, "BodyText")) for each in _inheritance_chain(styles, style)
    ]
    for role in _HEADING_ROLES:
        style = find_style(styles, role)
        if style is not None and style not in running:
            for inherited in (*_INHERITED_PROPERTIES, *(_TABLE_INHERITED_PROPERTIES if role == "TableText" else ())):
                _neutralize(styles, style, running, inherited)
    for role in _RUNNING_TEXT_ROLES:
        style = find_style(styles, role)
        for name in ("keepNext", "pageBreakBefore"):
            attributes = _find_inherited(styles, style, _InheritedProperty(name, (), bool, {}))[1]
            if style is not None and attributes is not None and attributes.get("val", "1") not in _OFF_VALUES:
                _set_attributes(style, name, _OFF)


def _neutralize(
    styles: XmlElement, style: XmlElement, running: list[XmlElement], inherited: _InheritedProperty
) -> None:
    source, attributes = _find_inherited(styles, style, inherited)
    if attributes is not None and (source is None or source in running) and inherited.is_distorting(attributes):
        _set_attributes(style, inherited.name, inherited.neutral_values)


def _find_inherited(
    styles: XmlElement, style: "XmlElement | None", inherited: _InheritedProperty
) -> tuple["XmlElement | None", dict[str, str] | None]:
    """Return the nearest style that sets a property, and the values; the style is None if the defaults set it.

    Both are None if the property is not set.
    """
    elements = [(each, each.find(f"{_W}pPr/{_W}{inherited.name}")) for each in _inheritance_chain(styles, style)]
    for source, element in (*elements, (None, _find_default(styles, "pPr", inherited.name))):
        if element is not None:
            attributes = {str(key).removeprefix(_W): str(value) for key, value in element.items()}
            if inherited.name == "numPr":
                attributes = {each.tag.removeprefix(_W): each.get(VALUE, "") for each in element}
            if not inherited.attributes:
                return source, attributes
            relevant = {key: value for key, value in attributes.items() if key in inherited.attributes}
            if relevant:
                return source, relevant
    return None, None


def _set_attributes(style: XmlElement, name: str, values: dict[str, str]) -> None:
    """Set attributes of a paragraph property in a style; its other attributes are kept."""
    from lxml import etree

    old = style.find(f"{_W}pPr/{_W}{name}")
    element = etree.Element(f"{_W}{name}") if old is None else deepcopy(old)
    for key, value in values.items():
        element.set(f"{_W}{key}", value)
    if name == "numPr":
        element = etree.Element(f"{_W}{name}")
        etree.SubElement(element, f"{_W}numId").set(VALUE, "0")
    _set_property(style, "pPr", _PARAGRAPH_PROPERTY_ORDER, element)


def isolate_added_style(added: XmlElement, ours: XmlElement, theirs: XmlElement) -> None:
    """Set layout properties inherited from the template's default style to our own values in an added style.

    ``ours`` are the styles of our template, ``theirs`` those of the document, which include ``added``.
    """
    if added.get(f"{_W}type") != "paragraph":
        return
    own_chain = list(_inheritance_chain(ours, _find_by_name(ours, added)))
    parents = list(_inheritance_chain(theirs, added))[1:]
    for group, order, neutral in (
        ("pPr", _PARAGRAPH_PROPERTY_ORDER, _NEUTRAL_PARAGRAPH),
        ("rPr", _RUN_PROPERTY_ORDER, _NEUTRAL_RUN),
    ):
        for name, neutral_values in neutral.items():
            is_inherited = any(style.find(f"{_W}{group}/{_W}{name}") is not None for style in parents)
            is_inherited = is_inherited or (name != "color" and _find_default(theirs, group, name) is not None)
            if is_inherited:
                _set_property(added, group, order, _build_own_property(own_chain, ours, group, name, neutral_values))


def _find_by_name(styles: XmlElement, added: XmlElement) -> "XmlElement | None":
    name = find_required(added, f"{_W}name").get(VALUE)
    named = ((each, each.find(f"{_W}name")) for each in styles.iterchildren(f"{_W}style"))
    return next((each for each, other in named if other is not None and other.get(VALUE) == name), None)


def _inheritance_chain(styles: XmlElement, style: "XmlElement | None") -> Iterator[XmlElement]:
    """Yield a style and those it is based on; nothing for None."""
    by_id = {each.get(f"{_W}styleId"): each for each in styles.iterchildren(f"{_W}style")}
    for _ in range(_CHAIN_LIMIT):
        if style is None:
            return
        yield style
        base = style.find(f"{_W}basedOn")
        style = None if base is None else by_id.get(base.get(f"{_W}val"))


def _find_default(styles: XmlElement, group: str, name: str) -> "XmlElement | None":
    return styles.find(f"{_W}docDefaults/{_W}{group}Default/{_W}{group}/{_W}{name}")


def _build_own_property(
    own_chain: list[XmlElement], styles: XmlElement, group: str, name: str, neutral_values: dict[str, str]
) -> XmlElement:
    """Return a property with the values of our style; neutral values replace missing values."""
    from lxml import etree

    elements = [style.find(f"{_W}{group}/{_W}{name}") for style in own_chain] + [_find_default(styles, group, name)]
    present = [each for each in elements if each is not None]
    if present and len(present[0]):
        return deepcopy(present[0])
    element = etree.Element(f"{_W}{name}")
    values = {f"{_W}{key}": value for key, value in neutral_values.items()}
    for each in reversed(present):
        values.update((str(key), str(value)) for key, value in each.items())
    if f"{_W}hanging" in values:
        values.pop(f"{_W}firstLine", None)
    for key, value in values.items():
        element.set(key, value)
    if name == "numPr":
        etree.SubElement(element, f"{_W}numId").set(f"{_W}val", "0")
    for side in _BORDER_SIDES if name == "pBdr" else ():
        etree.SubElement(element, f"{_W}{side}").set(f"{_W}val", "nil")
    return element


def _set_property(style: XmlElement, group: str, order: tuple[str, ...], element: XmlElement) -> None:
    """Set a property of a style in schema order, replacing an existing one."""
    from lxml import etree

    properties = style.find(f"{_W}{group}")
    if properties is None:
        properties = etree.Element(f"{_W}{group}")
        after = [style.find(f"{_W}{tag}") for tag in (("rPr",) if group == "pPr" else ())]
        index = next((style.index(each) for each in after if each is not None), len(style))
        style.insert(index, properties)
    for old in properties.findall(element.tag):
        properties.remove(old)
    rank = {f"{_W}{name}": number for number, name in enumerate(order)}
    before = sum(rank.get(each.tag, 0) < rank[element.tag] for each in properties)
    properties.insert(before, element)
