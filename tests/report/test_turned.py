"""What is turned as text reads as what is turned as a tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ipu_session.report.docx.bidi import direct
from ipu_session.report.docx.bidi_text import turned
from ipu_session.report.docx.blocks import body_text
from ipu_session.report.docx.wordml import caption, heading, plain
from ipu_session.report.model import Align, Bullets, Column, Heading, Paragraph, Table
from ipu_session.report.sanitize import clean

MIXED = (
    "السيدة S. Kihika (Kenya)", "A <common> “register” & more. (مصر)", " بيرو ", "", "2:05 / 3:00",
    "**Members** agreed, *وبيرو*", "قال UNHCR: 45 %", "«Who counts?»",
)  # fmt: skip
COLUMNS = (Column(MIXED[0], 3), Column("ب", 1, Align.END), Column("c", 1, Align.CENTRE))


def as_a_tree(text):
    root = etree.fromstring(body_text(text))
    direct(root, right_to_left=True)
    return etree.tostring(root, encoding="unicode")


def as_text(text):
    return etree.tostring(etree.fromstring(body_text(turned(text))), encoding="unicode")


@pytest.mark.parametrize("text", [
    plain(Table("t", MIXED[0], COLUMNS, (MIXED[:3], MIXED[3:6]), total=True)),
    plain(Bullets(MIXED)),
    plain(Bullets(MIXED, marked=True)),
    heading(Heading(1, MIXED[0]), 3),
    caption(MIXED[1]),
    *(plain(Paragraph(text)) for text in MIXED),
])  # fmt: skip
def test_our_forms_are_turned_alike(text):
    assert as_text(text) == as_a_tree(text)


@given(st.text(st.sampled_from("aب1 .«»()“”?:%<&\u200e"), max_size=30).map(clean))
def test_any_text_is_turned_alike(text):
    assert as_text(plain(Bullets((text,)))) == as_a_tree(plain(Bullets((text,))))


@pytest.mark.parametrize("text", [
    plain(Paragraph("أ\nب")), plain(Paragraph("أ\tب")), "<w:p><w:drawing/></w:p>",
])  # fmt: skip
def test_other_forms_are_left_to_the_tree(text):
    assert turned(text) is None
