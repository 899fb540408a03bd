"""What is turned as text reads as what is turned as a tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ipu_session.report.docx.bidi.elements import apply_bidi
from ipu_session.report.docx.bidi.text import to_rtl
from ipu_session.report.docx.blocks import body_xml
from ipu_session.report.docx.wordml import block_xml, caption_xml, heading_xml
from ipu_session.report.model import Bullets, Column, ColumnAlignment, Heading, Paragraph, Table
from ipu_session.report.sanitize import sanitize_text
from tests.narrowing import not_none

MIXED = (
    "السيدة S. Kihika (Kenya)", "A <common> “register” & more. (مصر)", " بيرو ", "", "2:05 / 3:00",
    "**Members** agreed, *وبيرو*", "قال UNHCR: 45 %", "«Who counts?»",
)  # fmt: skip
COLUMNS = (Column(MIXED[0], 3), Column("ب", 1, ColumnAlignment.END), Column("c", 1, ColumnAlignment.CENTRE))


def as_a_tree(text: str) -> str:
    root = etree.fromstring(body_xml(text))
    apply_bidi(root, right_to_left=True)
    return etree.tostring(root, encoding="unicode")


def as_text(text: str) -> str:
    return etree.tostring(etree.fromstring(body_xml(not_none(to_rtl(text)))), encoding="unicode")


@pytest.mark.parametrize("text", [
    block_xml(Table("t", MIXED[0], COLUMNS, (MIXED[:3], MIXED[3:6]), has_total_row=True)),
    block_xml(Bullets(MIXED)),
    block_xml(Bullets(MIXED, has_markup=True)),
    heading_xml(Heading(1, MIXED[0]), 3),
    caption_xml(MIXED[1]),
    *(block_xml(Paragraph(text)) for text in MIXED),
])  # fmt: skip
def test_our_forms_are_turned_alike(text: str) -> None:
    assert as_text(text) == as_a_tree(text)


@given(st.text(st.sampled_from("aب1 .«»()“”?:%<&\u200e"), max_size=30).map(sanitize_text))
def test_any_text_is_turned_alike(text: str) -> None:
    assert as_text(block_xml(Bullets((text,)))) == as_a_tree(block_xml(Bullets((text,))))


@pytest.mark.parametrize("text", [
    block_xml(Paragraph("أ\nب")), block_xml(Paragraph("أ\tب")), "<w:p><w:drawing/></w:p>",
])  # fmt: skip
def test_other_forms_are_left_to_the_tree(text: str) -> None:
    assert to_rtl(text) is None
