"""Native charts: a chart part that Word can edit, with its figures in an embedded workbook.

The XML is written here, without python-pptx (docs/decisions/0020).
"""

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ipu_session.report.docx.wordml import KEEP_NEXT, caption_xml, escape
from ipu_session.report.model import Chart

if TYPE_CHECKING:
    from docx.document import Document

_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WORKBOOK_ID = "rId1"
"""Relationship id from a chart part to its workbook."""

_FIRST_DRAWING_ID = 1000
"""Lower bound of drawing ids: the logo of a house template has a small one."""

_WIDTH_EMU = 5_759_450
"""Width of the text in English Metric Units, 360,000 to the centimetre."""
_BAR_HEIGHT_EMU = 170_000
_PADDING_EMU = 396_000
_MAX_HEIGHT_EMU = 7_900_000
_DARK, _LIGHT = "17324F", "C77A1E"
"""Contrast 13:1 and 3.4:1 against white, 3.9:1 against each other; distinct for all types of colour blindness."""
_FILLS = ((_DARK, "FFFFFF"), (_LIGHT, "000000"))
"""For each series the colour of its bars, and of the labels on them."""
_INK = "1A1F26"
_RULE = "8A94A0"
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")


class ChartWriter:
    """Adds charts to one document, numbered from 1."""

    def __init__(self, document: "Document", language: str) -> None:
        self._document = document
        self._language = language
        self._count = 0

    def add(self, chart: Chart, *, keep_next: bool = False) -> str:
        """Add the parts of a chart to the document; return its caption and the paragraph that shows it.

        With ``keep_next`` the paragraph is kept with the next one.
        """
        from docx.opc.constants import RELATIONSHIP_TYPE as RT
        from docx.opc.part import Part

        self._count += 1
        number, package = self._count, self._document.part.package
        # The document may contain charts of an earlier export.
        workbook_name = package.next_partname("/word/embeddings/chart%d.xlsx")
        workbook_part = Part(workbook_name, _XLSX_TYPE, build_chart_workbook(chart), package)
        name = package.next_partname("/word/charts/chart%d.xml")
        part = Part(name, _CHART_TYPE, chart_xml(chart, self._language).encode(), package)
        part.load_rel(RT.PACKAGE, workbook_part, _WORKBOOK_ID)
        relation = self._document.part.relate_to(part, RT.CHART)
        return caption_xml(chart.caption) + _drawing_paragraph(chart, relation, number, KEEP_NEXT if keep_next else "")


def build_chart_workbook(chart: Chart) -> bytes:
    """Return the figures as a workbook: one row for each category, one column for each series."""
    import xlsxwriter  # type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})
        form = workbook.add_format({"num_format": chart.number_format})
        worksheet = workbook.add_worksheet("Figures")
        worksheet.set_column(0, 0, 40)
        for row, category in enumerate(chart.categories, start=1):
            worksheet.write_string(row, 0, category)
        for column, series in enumerate(chart.series, start=1):
            worksheet.write_string(0, column, series.name)
            for row, value in enumerate(series.values, start=1):
                worksheet.write_number(row, column, value, form)
    return out.getvalue()


def chart_xml(chart: Chart, language: str) -> str:
    """Return the XML of the chart part; ``language`` is the language tag of its text, such as ``en-GB``."""
    grouping, overlap = ("percentStacked", 100) if chart.is_stacked else ("clustered", 0)
    series = "".join(_series_xml(chart, number) for number in range(len(chart.series)))
    legend = (
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text_properties(_INK)}</c:legend>'
        if len(chart.series) > 1
        else ""
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:date1904 val="0"/>'
        f'<c:lang val="{language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="45"/><c:overlap val="{overlap}"/>'
        f'<c:axId val="1"/><c:axId val="2"/></c:barChart>{_AXES_XML}</c:plotArea>{legend}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text_properties(_INK)}<c:externalData r:id="{_WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def read_chart_values(part: bytes) -> list[float]:
    """Return the cached values of a chart part, whichever program wrote it; empty for any other part."""
    from lxml import etree

    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return []
    texts = (each.text or "" for each in root.iterfind(f".//{{{_C}}}val//{{{_C}}}v"))
    return [round(float(text), 6) for text in texts if _NUMBER.fullmatch(text)]


def _text_properties(colour: str) -> str:
    """Return the text properties of a chart: fonts of the document's theme, nine points."""
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="0">{_solid_fill(colour)}'
        '<a:latin typeface="+mn-lt"/><a:cs typeface="+mn-cs"/></a:defRPr></a:pPr>'
        "<a:endParaRPr/></a:p></c:txPr>"
    )


def _solid_fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


_AXES_XML = (
    '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
    f'<c:spPr><a:ln w="9525">{_solid_fill(_RULE)}</a:ln></c:spPr>{_text_properties(_INK)}'
    '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
    '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
    '<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
)
"""Categories from top to bottom; the value axis is hidden, because every bar is labelled."""


def _series_xml(chart: Chart, number: int) -> str:
    series, column = chart.series[number], "BC"[number]
    bar, ink = _FILLS[number]
    last = len(chart.categories) + 1
    label_position, colour = ("ctr", ink) if chart.is_stacked else ("outEnd", _INK)
    form = escape(chart.number_format).replace('"', "&quot;")
    labels = (
        f'<c:dLbls><c:numFmt formatCode="{form}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text_properties(colour)}"
        f'<c:dLblPos val="{label_position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    values = (
        f"<c:val><c:numRef><c:f>Figures!${column}$2:${column}${last}</c:f><c:numCache>"
        f"<c:formatCode>{escape(chart.number_format)}</c:formatCode>{_cached_points(map(repr, series.values))}"
        "</c:numCache></c:numRef></c:val>"
    )
    names = _string_cache(f"Figures!$A$2:$A${last}", chart.categories)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx>{_string_cache(f'Figures!${column}$1', (series.name,))}</c:tx>"
        f'<c:spPr>{_solid_fill(bar)}<a:ln w="9525">{_solid_fill("FFFFFF")}</a:ln></c:spPr><c:invertIfNegative val="0"/>'
        f"{labels}<c:cat>{names}</c:cat>{values}</c:ser>"
    )


def _string_cache(formula: str, texts: Iterable[str]) -> str:
    return f"<c:strRef><c:f>{formula}</c:f><c:strCache>{_cached_points(map(escape, texts))}</c:strCache></c:strRef>"


def _cached_points(values: Iterable[str]) -> str:
    points = [f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in enumerate(values)]
    return f'<c:ptCount val="{len(points)}"/>{"".join(points)}'


def _drawing_paragraph(chart: Chart, relation: str, number: int, more: str) -> str:
    """Return the paragraph of a chart, with ``more`` among its properties.

    Its direction is set explicitly to left-to-right, also in a right-to-left report.
    """
    rows: int = len(chart.categories) * (1 if chart.is_stacked else len(chart.series) + 1)
    height = min(_MAX_HEIGHT_EMU, _PADDING_EMU * len(chart.series) + _BAR_HEIGHT_EMU * (rows + 1))
    alt = escape(chart.alt_text).replace('"', "&quot;").replace("\n", " ")
    return (
        f'<w:p><w:pPr><w:pStyle w:val="BodyText"/>{more}<w:bidi w:val="0"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_WIDTH_EMU}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{_FIRST_DRAWING_ID + number}" name="Chart {number}" descr="{alt}"/>'
        "<wp:cNvGraphicFramePr/>"
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" xmlns:r="{_R}" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
