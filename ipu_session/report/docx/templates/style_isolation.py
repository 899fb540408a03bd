"""What a house template says of running text bends neither what is added to it nor its own headings.

The added styles rest on the template's plain style, for its fonts and size. What that style says of the
layout of running text (a first-line indent, a border, small capitals) would bend every table: each such
property is set in the added style to what it is in ours. The template's own headings, titles and captions
keep all that they say themselves; what they inherit from running text alone (`_BENDS`) is set off in them.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ipu_session.report.docx.document_styles import VALUE, find_style
from ipu_session.report.docx.style_names import NAMES
from ipu_session.report.docx.wordml import W

_W = f"{{{W}}}"
_CHAIN_LIMIT = 20
_PARAGRAPH = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid"),
    *("spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
    *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_RUN = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
    *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w"),
    *("kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign"),
    *("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
)
"""The properties in the order of the schema."""
_SIDES = ("top", "left", "bottom", "right", "between", "bar")
_OFF = {"val": "0"}
_NOTHING = {"val": "nil"}
_PLAIN_SHADE = {"val": "clear", "color": "auto", "fill": "auto"}
_NEUTRAL_PARAGRAPH: dict[str, dict[str, str]] = {
    **dict.fromkeys(("keepNext", "keepLines", "pageBreakBefore", "suppressLineNumbers"), _OFF),
    **dict.fromkeys(("contextualSpacing", "mirrorIndents"), _OFF),
    "numPr": {},
    "pBdr": {},
    "shd": _PLAIN_SHADE,
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
    "bdr": _NOTHING,
    "shd": _PLAIN_SHADE,
    "vertAlign": {"val": "baseline"},
}


_RUNNING = ("BodyText", "ListBullet")
_HEADS = tuple(role for role in NAMES if role not in {*_RUNNING, "Header", "Footer", "Stamp", "ReportTable"})
_FIRST = ("firstLine", "hanging", "firstLineChars", "hangingChars")
_LEFT = ("left", "leftChars", "start", "startChars")
_ZERO = {"", "0", "-1"}
_OFF_VALUES = {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class _Bend:
    """What running text may say, by which attributes, whether it bends a heading, what sets it off there."""

    name: str
    keys: tuple[str, ...]
    bent: Callable[[dict[str, str]], bool]
    plain: dict[str, str]


_ALIGNED = {"left", "start", "center", "right", "end"}


def _any_length(said: dict[str, str]) -> bool:
    return any(value not in _ZERO for value in said.values())


_BENDS = (
    # First the hanging one: its left indent is what the first line hangs out of.
    _Bend("ind", ("hanging", "hangingChars"), _any_length, dict.fromkeys(_LEFT[:2], "0")),
    _Bend("ind", _FIRST, _any_length, {"firstLine": "0", "firstLineChars": "0"}),
    _Bend("spacing", ("line", "lineRule"), lambda said: said.get("lineRule") == "exact",
          {"line": "240", "lineRule": "auto"}),
    _Bend("jc", ("val",), lambda said: said.get("val") not in _ALIGNED, {"val": "left"}),
    _Bend("numPr", (), lambda said: said.get("numId", "0") != "0", {}),
    _Bend("pageBreakBefore", (), lambda said: said.get("val", "1") not in _OFF_VALUES, _OFF),
)  # fmt: skip
_TABLE_BENDS = (
    _Bend("ind", _LEFT, _any_length, dict.fromkeys(_LEFT[:2], "0")),
    _Bend("ind", ("right", "rightChars", "end", "endChars"), _any_length,
          {"right": "0", "rightChars": "0"}),
)  # fmt: skip


def unbend_running(styles: Any) -> None:
    """Set off in the headings, titles and captions of a document what they inherit from its running text.

    Running text itself keeps its looks, but is neither held together from its first page to its last nor
    begun on a new page with each paragraph.
    """
    plain = [
        each
        for each in styles.iterchildren(f"{_W}style")
        if each.get(f"{_W}type") == "paragraph" and each.get(f"{_W}default", "0") not in _OFF_VALUES
    ]
    running = [
        each for style in (*plain[:1], find_style(styles, "BodyText")) for each in _chain(styles, style)
    ]
    for role in _HEADS:
        style = find_style(styles, role)
        if style is not None and style not in running:
            for bend in (*_BENDS, *(_TABLE_BENDS if role == "TableText" else ())):
                _set_off(styles, style, running, bend)
    for role in _RUNNING:
        style = find_style(styles, role)
        for name in ("keepNext", "pageBreakBefore"):
            said = _inherited(styles, style, _Bend(name, (), bool, {}))[1]
            if said is not None and said.get("val", "1") not in _OFF_VALUES:
                _put(style, name, _OFF)


def _set_off(styles: Any, style: Any, running: list[Any], bend: _Bend) -> None:
    sayer, said = _inherited(styles, style, bend)
    if said is not None and (sayer is None or sayer in running) and bend.bent(said):
        _put(style, bend.name, bend.plain)


def _inherited(styles: Any, style: Any, bend: _Bend) -> tuple[Any, dict[str, str] | None]:
    """Return the nearest style that says a property, None for the defaults, and what it says of it."""
    found = [(each, each.find(f"{_W}pPr/{_W}{bend.name}")) for each in _chain(styles, style)]
    for sayer, element in (*found, (None, _default(styles, "pPr", bend.name))):
        if element is not None:
            said = {key.removeprefix(_W): value for key, value in element.attrib.items()}
            if bend.name == "numPr":
                said = {each.tag.removeprefix(_W): each.get(VALUE, "") for each in element}
            if not bend.keys:
                return sayer, said
            told = {key: value for key, value in said.items() if key in bend.keys}
            if told:
                return sayer, told
    return None, None


def _put(style: Any, name: str, values: dict[str, str]) -> None:
    """Set attributes of a paragraph property of a style; what else it says stays."""
    from lxml import etree

    old = style.find(f"{_W}pPr/{_W}{name}")
    element = etree.Element(f"{_W}{name}") if old is None else deepcopy(old)
    for key, value in values.items():
        element.set(f"{_W}{key}", value)
    if name == "numPr":
        element = etree.Element(f"{_W}{name}")
        etree.SubElement(element, f"{_W}numId").set(VALUE, "0")
    _set(style, "pPr", _PARAGRAPH, element)


def unbend(made: Any, ours: Any, theirs: Any) -> None:
    """Set in an added style whatever the template's plain style says of layout to what it is in ours.

    ``ours`` and ``theirs`` are the styles of both documents; ``made`` is among theirs already.
    """
    if made.get(f"{_W}type") != "paragraph":
        return
    own = list(_chain(ours, _by_name(ours, made)))
    above = list(_chain(theirs, made))[1:]
    for group, order, neutral in (("pPr", _PARAGRAPH, _NEUTRAL_PARAGRAPH), ("rPr", _RUN, _NEUTRAL_RUN)):
        for name, plain in neutral.items():
            bent = any(style.find(f"{_W}{group}/{_W}{name}") is not None for style in above)
            bent = bent or (name != "color" and _default(theirs, group, name) is not None)
            if bent:
                _set(made, group, order, _as_ours(own, ours, group, name, plain))


def _by_name(styles: Any, made: Any) -> Any:
    name = made.find(f"{_W}name").get(f"{_W}val")
    found = (each for each in styles.iterchildren(f"{_W}style") if each.find(f"{_W}name") is not None)
    return next((each for each in found if each.find(f"{_W}name").get(f"{_W}val") == name), None)


def _chain(styles: Any, style: Any) -> Iterator[Any]:
    """Yield a style and those that it rests on."""
    by_id = {each.get(f"{_W}styleId"): each for each in styles.iterchildren(f"{_W}style")}
    for _ in range(_CHAIN_LIMIT):
        if style is None:
            return
        yield style
        base = style.find(f"{_W}basedOn")
        style = None if base is None else by_id.get(base.get(f"{_W}val"))


def _default(styles: Any, group: str, name: str) -> Any:
    return styles.find(f"{_W}docDefaults/{_W}{group}Default/{_W}{group}/{_W}{name}")


def _as_ours(own: list[Any], styles: Any, group: str, name: str, plain: dict[str, str]) -> Any:
    """Return a property as our style has it, what it does not say filled in."""
    from lxml import etree

    found = [style.find(f"{_W}{group}/{_W}{name}") for style in own] + [_default(styles, group, name)]
    said = [each for each in found if each is not None]
    if said and len(said[0]):
        return deepcopy(said[0])
    made = etree.Element(f"{_W}{name}")
    values = {f"{_W}{key}": value for key, value in plain.items()}
    for each in reversed(said):
        values.update(each.attrib)
    if f"{_W}hanging" in values:
        values.pop(f"{_W}firstLine", None)
    for key, value in values.items():
        made.set(key, value)
    if name == "numPr":
        etree.SubElement(made, f"{_W}numId").set(f"{_W}val", "0")
    for side in _SIDES if name == "pBdr" else ():
        etree.SubElement(made, f"{_W}{side}").set(f"{_W}val", "nil")
    return made


def _set(style: Any, group: str, order: tuple[str, ...], element: Any) -> None:
    """Put a property in its place in a style, instead of one that says less."""
    from lxml import etree

    properties = style.find(f"{_W}{group}")
    if properties is None:
        properties = etree.Element(f"{_W}{group}")
        after = [style.find(f"{_W}{tag}") for tag in (("rPr",) if group == "pPr" else ())]
        place = next((style.index(each) for each in after if each is not None), len(style))
        style.insert(place, properties)
    for old in properties.findall(element.tag):
        properties.remove(old)
    rank = {f"{_W}{name}": number for number, name in enumerate(order)}
    before = sum(rank.get(each.tag, 0) < rank[element.tag] for each in properties)
    properties.insert(before, element)
