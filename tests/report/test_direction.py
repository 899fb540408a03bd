"""Right to left: everywhere in an Arabic report, and where there is Arabic in another."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.document import CT_Document
from docx.oxml.section import CT_HdrFtr

from ipu_session.domain.exchange.report_options import ReportLayout, ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.report_basis import ReportBasis
from ipu_session.report.content import build_report
from ipu_session.report.docx.bidi.elements import split_by_script
from ipu_session.report.docx.writer import build_docx
from ipu_session.report.language.catalog import load_catalog
from tests.report.sessions import MINUTE, OPENED_MS, made_session, with_note
from tests.report.word_reader import paragraphs, tables

RESOURCES = Path(__file__).parents[2] / "resources"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def document_of(language: str, session: Session | None = None, layout: ReportLayout = ReportLayout.THEMES) -> Document:
    words = load_catalog(language, RESOURCES / "report")
    now = Timestamp(OPENED_MS + 300 * MINUTE, 480)
    report = build_report(session or made_session(), now, words, ReportOptions(language, layout))
    return docx.Document(io.BytesIO(build_docx(report, RESOURCES / "templates" / "report.docx")))


def roots(document: Document) -> tuple[CT_Document, CT_HdrFtr, CT_HdrFtr]:
    section = document.sections[0]
    return document.element, section.header.part.element, section.footer.part.element


@pytest.fixture(scope="module", params=list(ReportLayout))
def arabic(request: pytest.FixtureRequest) -> Document:
    return document_of("ar", layout=request.param)


def test_every_paragraph_of_an_arabic_report_runs_from_right_to_left(arabic: Document) -> None:
    for root in roots(arabic):
        paragraphs = list(root.iter(f"{W}p"))
        assert paragraphs
        assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in paragraphs)


def test_every_table_and_the_section_run_from_right_to_left(arabic: Document) -> None:
    assert tables(arabic)
    assert all(table._tbl.tblPr.find(f"{W}bidiVisual") is not None for table in tables(arabic))
    assert arabic.sections[0]._sectPr.find(f"{W}bidi") is not None


def test_no_run_mixes_scripts_and_every_arabic_one_says_so(arabic: Document) -> None:
    for root in roots(arabic):
        for run in root.iter(f"{W}r"):
            text = "".join(each.text or "" for each in run.iter(f"{W}t"))
            arabic_letters = any("\u0620" <= letter <= "\u06ff" for letter in text)
            latin_letters = any(letter.isalpha() and letter < "\u0590" for letter in text)
            assert not (arabic_letters and latin_letters), text
            assert (run.find(f"{W}rPr/{W}rtl") is not None) == (not latin_letters), text


def test_alignment_is_only_centre_or_the_end(arabic: Document) -> None:
    found = {each.get(f"{W}val") for each in arabic.element.iter(f"{W}jc")}
    assert found <= {"center", "right"}


def test_the_language_is_arabic_for_arabic_letters(arabic: Document) -> None:
    languages = list(arabic.styles.element.iter(f"{W}lang"))
    assert {each.get(f"{W}bidi") for each in languages} == {"ar"}
    assert {each.get(f"{W}bidi") for each in arabic.settings.element.iter(f"{W}themeFontLang")} == {"ar"}


def test_what_is_bold_is_bold_in_arabic_too(arabic: Document) -> None:
    for properties in arabic.styles.element.iter(f"{W}rPr"):
        assert (properties.find(f"{W}b") is None) == (properties.find(f"{W}bCs") is None)
        assert (properties.find(f"{W}sz") is None) == (properties.find(f"{W}szCs") is None)


def test_the_text_stays_whole(arabic: Document) -> None:
    texts = [each.text for each in paragraphs(arabic)]
    assert "تنظيم المناقشة" in texts
    assert any("S. Kihika" in text for text in [*texts, *(c.text for c in tables(arabic)[0]._cells)])


def test_a_note_in_arabic_is_marked_in_an_english_report() -> None:
    session = with_note(made_session(2), 9_999, "قال النائب (Kihika) إن 5 دول وافقت")
    runs = list(document_of("en", session).element.iter(f"{W}r"))
    turned = ["".join(t.text for t in run.iter(f"{W}t")) for run in runs if run.find(f"{W}rPr/{W}rtl") is not None]
    assert turned == ["قال النائب", "إن 5 دول وافقت"]


def test_the_hash_of_the_record_stands_in_one_run() -> None:
    words = load_catalog("ar", RESOURCES / "report")
    basis = ReportBasis(3, "1234" + "5a04" * 15, 3)
    now = Timestamp(OPENED_MS + 300 * MINUTE, 480)
    report = build_report(made_session(), now, words, ReportOptions("ar"), basis)
    data = build_docx(report, RESOURCES / "templates" / "report.docx")
    body = docx.Document(io.BytesIO(data)).element.body
    assert "12345a045a045a04" in [each.text for each in body.iter(f"{W}t")]


def test_an_english_report_without_arabic_has_no_mark_of_direction() -> None:
    data = io.BytesIO()
    document_of("en").save(data)
    # Charts say in every report that they run from left to right.
    body = zipfile.ZipFile(data).read("word/document.xml").replace(b'<w:bidi w:val="0"/>', b"")
    assert all(word not in body for word in (b"w:bidi", b"w:rtl", b"bidiVisual"))


@pytest.mark.parametrize(("text", "left"), [
    ("السيدة S. Kihika (Kenya)، 3", ["S. Kihika (Kenya)"]),
    ("الوثيقة C-III/144/R.1.", ["C-III/144/R.1"]),
    ("في 2022", []),
    ("145th Assembly في", ["145th Assembly"]),
    ("«Who counts?» [2]", ["Who counts?\u200e"]),
    ("(UNHCR) 2:05", ["UNHCR"]),
    ("«Who counts.» (Kenya)", ["Who counts.\u200e", "Kenya"]),
    ("Members agreed. Some did not.", ["Members agreed. Some did not.\u200e"]),
    ("Members agreed. (مصر)", ["Members agreed.\u200e"]),
    ("- the pace of reform; [الموضوع 2]", ["the pace of reform;\u200e"]),
    ("قال UNHCR. (مصر)", ["UNHCR"]),
    ("UNHCR: قال", ["UNHCR"]),
    ("Según dijo, «nadie debe quedar»; 40 % (بيرو)", ["Según dijo, «nadie debe quedar»; 40 %\u200e"]),
    ("«Dijo «nadie».»", ["Dijo «nadie».\u200e"]),
    ("¿Quién paga? (بيرو)", ["\u200e¿Quién paga?\u200e"]),
    ("“Data first”, they said… (مصر)", ["\u200e“Data first”, they said…\u200e"]),
    ("“نحن مع UNHCR”", ["UNHCR"]),
    ("3,200 returnees in 2 years", ["\u200e3,200 returnees in 2 years"]),
    ("عام 2022 IPU", ["IPU"]),
    ("السيد\u00a0Kim I. (مصر)", ["Kim I.\u200e"]),
    ("السيدة L. Ádám-É.، بيرو", ["L. Ádám-É.\u200e"]),
    ("من UN. ثم", ["UN"]),
    ("a ((((( b", ["a", "b"]),
])  # fmt: skip
def test_latin_stretches_of_an_arabic_text(text: str, left: list[str]) -> None:
    parts = list(split_by_script(text, right_to_left=True))
    assert [part for part, turned in parts if not turned] == left
    assert "".join(part for part, _ in parts).translate({0x200E: None, 0x200F: None}) == text


@pytest.mark.parametrize("text", [
    "“a" * 20_000, "«a" * 20_000, "1," * 20_000, "a 1" * 20_000, "(" * 20_000 + "a",
    "a(" * 10_000, "a." * 10_000 + "(", "ا a" * 10_000,
])  # fmt: skip
@pytest.mark.timeout(10)
def test_hostile_text_costs_no_time(text: str) -> None:
    for right_to_left in (True, False):
        assert len("".join(p for p, _ in split_by_script(text, right_to_left=right_to_left))) >= len(text)
