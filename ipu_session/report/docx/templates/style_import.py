"""Adds the styles that a document lacks from our own template."""

from copy import deepcopy

from msgspec import Struct

from ipu_session.report.docx.style_counterparts import VALUE, find_style, iter_style_names, parse_twips
from ipu_session.report.docx.style_names import STYLE_NAMES
from ipu_session.report.docx.templates.style_isolation import isolate_added_style, isolate_from_running_text
from ipu_session.report.docx.wordml import TEXT_WIDTH_TWIPS, W
from ipu_session.report.docx.xml_element import XmlElement, find_required, remove_element

_W = f"{{{W}}}"
_STYLE_ID = f"{_W}styleId"
_CHAIN_LIMIT = 20
_ON_VALUES = {"1", "true", "on"}


class StyleParts(Struct, frozen=True):
    """Styles and numbering of a document."""

    styles: XmlElement
    numbering: XmlElement


def add_missing_styles(theirs: StyleParts, ours: StyleParts, width: int) -> tuple[str, ...]:
    """Add the styles that a document lacks, and bullets to its list style if it has none; return the names."""
    missing = [each for each in STYLE_NAMES if find_style(theirs.styles, each) is None]
    added = [_import_style(theirs.styles, _required_style(ours.styles, each), width) for each in missing]
    by_ours = {each: _required_style(theirs.styles, each).get(_STYLE_ID, "") for each in STYLE_NAMES}
    for style in added:
        following = style.find(f"{_W}next")
        if following is not None:
            following.set(VALUE, by_ours.get(following.get(VALUE, ""), style.get(_STYLE_ID, "")))
        if style.get(_STYLE_ID) != by_ours["ListBullet"]:
            isolate_added_style(style, ours.styles, theirs.styles)
    isolate_from_running_text(theirs.styles)
    names = [next(iter_style_names(style)) for style in added]
    bullets = _required_style(theirs.styles, "ListBullet")
    if not _is_list_style(theirs.styles, bullets):
        _add_bullet_list(bullets, theirs.numbering, ours.numbering)
        if bullets not in added:
            names.append(f"{next(iter_style_names(bullets))} (•)")
    return tuple(names)


def _required_style(styles: XmlElement, ours: str) -> XmlElement:
    """Return the counterpart of our style; ValueError if there is none."""
    counterpart = find_style(styles, ours)
    if counterpart is None:
        raise ValueError(f"no style {ours}")
    return counterpart


def _import_style(styles: XmlElement, style: XmlElement, width: int) -> XmlElement:
    copy = deepcopy(style)
    taken = {each.get(_STYLE_ID) for each in styles.iterchildren(f"{_W}style")}
    if copy.get(_STYLE_ID) in taken:
        copy.set(_STYLE_ID, f"Report{copy.get(_STYLE_ID)}")

    _rebase_style(styles, copy)
    for number in copy.iterfind(f"{_W}pPr/{_W}numPr"):
        remove_element(number)
    for tab in copy.iter(f"{_W}tab"):
        if parse_twips(tab, "pos") == TEXT_WIDTH_TWIPS:
            tab.set(f"{_W}pos", str(width))
    styles.append(copy)
    return copy


def _rebase_style(styles: XmlElement, style_copy: XmlElement) -> None:
    """Base a style on the document's own default style of its type."""
    base = style_copy.find(f"{_W}basedOn")
    if base is None:
        return
    defaults = [
        style
        for style in styles.iterchildren(f"{_W}style")
        if style.get(f"{_W}type") == style_copy.get(f"{_W}type") and style.get(f"{_W}default") in _ON_VALUES
    ]
    if defaults:
        base.set(VALUE, defaults[0].get(_STYLE_ID, ""))
    else:
        style_copy.remove(base)


def _is_list_style(styles: XmlElement, style: XmlElement) -> bool:
    """Whether paragraphs of this style belong to a list by their style."""
    by_id = {each.get(_STYLE_ID): each for each in styles.iterchildren(f"{_W}style")}
    for _ in range(_CHAIN_LIMIT):
        number = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
        if number is not None:
            return str(number.get(VALUE)) != "0"
        base = style.find(f"{_W}basedOn")
        if base is None or base.get(VALUE) not in by_id:
            break
        style = by_id[base.get(VALUE)]
    return False


def _add_bullet_list(style: XmlElement, theirs: XmlElement, ours: XmlElement) -> None:
    """Give a style a list definition of its own, with our bullets."""
    from lxml import etree

    kind = deepcopy(find_required(ours, f"{_W}abstractNum"))
    kind_id = _next_free_id(theirs, "abstractNum", "abstractNumId")
    kind.set(f"{_W}abstractNumId", kind_id)
    for reference in kind.iter(f"{_W}pStyle"):
        reference.set(VALUE, style.get(_STYLE_ID, ""))
    number_id = _next_free_id(theirs, "num", "numId")
    number = etree.Element(f"{_W}num")
    number.set(f"{_W}numId", number_id)
    etree.SubElement(number, f"{_W}abstractNumId").set(VALUE, kind_id)
    first = theirs.find(f"{_W}num")
    last = theirs.find(f"{_W}numIdMacAtCleanup")
    theirs.insert(_insert_index(theirs, first if first is not None else last), kind)
    theirs.insert(_insert_index(theirs, last), number)
    properties = _ensure_paragraph_properties(style)
    for old in properties.findall(f"{_W}numPr"):
        properties.remove(old)
    list_property = etree.Element(f"{_W}numPr")
    etree.SubElement(list_property, f"{_W}ilvl").set(VALUE, "0")
    etree.SubElement(list_property, f"{_W}numId").set(VALUE, number_id)
    before = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
    index = sum(1 for each in properties if each.tag in {f"{_W}{name}" for name in before})
    properties.insert(index, list_property)


def _next_free_id(root: XmlElement, tag: str, name: str) -> str:
    return str(1 + max((parse_twips(each, name) for each in root.iterchildren(f"{_W}{tag}")), default=0))


def _insert_index(root: XmlElement, before: "XmlElement | None") -> int:
    return len(root) if before is None else root.index(before)


def _ensure_paragraph_properties(style: XmlElement) -> XmlElement:
    """Return the paragraph properties of a style; created in schema order if missing."""
    from lxml import etree

    properties = style.find(f"{_W}pPr")
    if properties is None:
        properties = etree.Element(f"{_W}pPr")
        after = [style.find(f"{_W}{tag}") for tag in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")]
        style.insert(_insert_index(style, next((each for each in after if each is not None), None)), properties)
    return properties
