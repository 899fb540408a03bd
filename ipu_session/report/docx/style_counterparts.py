"""Styles of a document based on another template: the counterparts of our styles, and its text width."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from ipu_session.report.docx.bidi.elements import apply_bidi
from ipu_session.report.docx.style_names import STYLE_NAMES, STYLE_ROLES, normalize_style_name
from ipu_session.report.docx.wordml import TEXT_WIDTH_TWIPS, W
from ipu_session.report.docx.xml_element import XmlElement, find_required

_W = f"{{{W}}}"
VALUE = f"{_W}val"
_STYLE_ID = f"{_W}styleId"
_EMU_PER_TWIP = 635
"""English Metric Units in a twip."""
_EXTENT_TAG = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_STYLE_TYPES = {"Stamp": "character", "ReportTable": "table"}
_CHAIN_LIMIT = 20
_NEUTRAL_CHART_PROPERTIES = {
    "spacing": {"line": "240", "lineRule": "auto"},
    "ind": {"left": "0", "leftChars": "0", "right": "0", "rightChars": "0", "firstLine": "0",
            "firstLineChars": "0"},
}  # fmt: skip
"""Properties set on the paragraph of a chart, in schema order, after the direction element."""
_MIN_WIDTH_TWIPS = 2_000
"""A text width below this, in twips, is taken for an error in the template."""


class DocumentStyles(Struct, frozen=True):
    """Style ids of the document where they differ from ours, its text width in twips, and its direction."""

    style_ids: Mapping[str, str]
    text_width_twips: int = TEXT_WIDTH_TWIPS
    right_to_left: bool = False
    distorts_charts: bool = False
    """Whether body text is indented or has exact line heights, which would crop charts."""

    def style_id(self, ours: str) -> str:
        """Return the document's id for one of our style ids."""
        return self.style_ids.get(ours, ours)


def read_document_styles(styles: XmlElement, section: XmlElement, *, right_to_left: bool) -> DocumentStyles:
    """Read the styles, text width and direction of a document."""
    counterparts = {ours: find_style(styles, ours) for ours in STYLE_NAMES}
    ids = {ours: style.get(_STYLE_ID, "") for ours, style in counterparts.items() if style is not None}
    differing = {ours: theirs for ours, theirs in ids.items() if theirs != ours}
    distorts_charts = _distorts_charts(styles, counterparts["BodyText"])
    return DocumentStyles(differing, read_text_width(section), right_to_left, distorts_charts)


def _distorts_charts(styles: XmlElement, style: "XmlElement | None") -> bool:
    by_id = {each.get(_STYLE_ID): each for each in styles.iterchildren(f"{_W}style")}
    property_elements = [styles.find(f"{_W}docDefaults/{_W}pPrDefault/{_W}pPr")]
    while style is not None and len(property_elements) < _CHAIN_LIMIT:
        property_elements.append(style.find(f"{_W}pPr"))
        base = style.find(f"{_W}basedOn")
        style = None if base is None else by_id.get(base.get(VALUE))
    return any(
        properties.find(f"{_W}ind") is not None
        or any(each.get(f"{_W}lineRule") == "exact" for each in properties.iterchildren(f"{_W}spacing"))
        for properties in property_elements
        if properties is not None
    )


def find_style(styles: XmlElement, ours: str) -> "XmlElement | None":
    """Return the counterpart of our style, by its name, by our id, or by a name in another language; else None."""
    kind = _STYLE_TYPES.get(ours, "paragraph")
    candidates = [style for style in styles.iterchildren(f"{_W}style") if style.get(f"{_W}type") == kind]
    tests = (
        lambda style: STYLE_NAMES[ours][0] in iter_style_names(style),
        lambda style: style.get(_STYLE_ID) == ours,
        lambda style: any(STYLE_ROLES.get(normalize_style_name(name)) == ours for name in iter_style_names(style)),
    )
    return next((style for test in tests for style in candidates if test(style)), None)


def iter_style_names(style: XmlElement) -> Iterator[str]:
    """Yield the name of a style, then its aliases."""
    for tag in ("name", "aliases"):
        element = style.find(f"{_W}{tag}")
        if element is not None:
            names = str(element.get(VALUE, ""))
            yield from [names] if tag == "name" else map(str.strip, names.split(","))


def read_text_width(section: XmlElement) -> int:
    """Return the width between the margins of a section in twips; if missing or too small, that of our template."""
    page, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    if page is None or margins is None:
        return TEXT_WIDTH_TWIPS
    sides = sum(max(0, parse_twips(margins, side)) for side in ("left", "right", "gutter"))
    width = parse_twips(page, "w") - sides
    return width if width >= _MIN_WIDTH_TWIPS else TEXT_WIDTH_TWIPS


def parse_twips(element: XmlElement, name: str) -> int:
    """Return a length attribute in twips; 0 if it is invalid."""
    value = str(element.get(f"{_W}{name}", ""))
    digits = value.partition(".")[0]
    return int(digits) if digits.lstrip("-").isdecimal() and len(digits) < 7 else 0


def adapt_to_document(
    elements: Iterable[XmlElement], document_styles: DocumentStyles, *, is_directed: bool = False
) -> None:
    """Convert elements made for our own template to the styles, width and direction of a document.

    ``is_directed``: the direction of runs, paragraphs and tables is set already.
    """
    wide = document_styles.text_width_twips != TEXT_WIDTH_TWIPS
    for element in elements:
        if not is_directed:
            apply_bidi(element, right_to_left=document_styles.right_to_left)
        if document_styles.distorts_charts:
            _neutralize_chart_paragraphs(element)
        if not document_styles.style_ids and not wide:
            continue
        for reference in element.iter(f"{_W}pStyle", f"{_W}rStyle", f"{_W}tblStyle"):
            reference.set(VALUE, document_styles.style_id(reference.get(VALUE, "")))
        if wide:
            _scale_to_width(element, document_styles.text_width_twips)


def _neutralize_chart_paragraphs(element: XmlElement) -> None:
    """Reset indents and line spacing in the paragraphs of charts."""
    from lxml import etree

    for drawing in element.iter(f"{_W}drawing"):
        paragraph = next(drawing.iterancestors(f"{_W}p"))
        direction = find_required(paragraph, f"{_W}pPr/{_W}bidi")
        for name, values in reversed(_NEUTRAL_CHART_PROPERTIES.items()):
            property_element = etree.Element(f"{_W}{name}", {f"{_W}{key}": value for key, value in values.items()})
            direction.addnext(property_element)


def _scale_to_width(element: XmlElement, width: int) -> None:
    for table in element.iter(f"{_W}tbl"):
        for measured in table.iter(f"{_W}tblW", f"{_W}gridCol", f"{_W}tcW"):
            if measured.get(f"{_W}type", "dxa") == "dxa":
                measured.set(f"{_W}w", str(parse_twips(measured, "w") * width // TEXT_WIDTH_TWIPS))
    for extent in element.iter(_EXTENT_TAG):
        wide = int(extent.get("cx", "0"))
        if wide > width * _EMU_PER_TWIP:
            extent.set("cy", str(int(extent.get("cy", "0")) * width * _EMU_PER_TWIP // wide))
            extent.set("cx", str(width * _EMU_PER_TWIP))
