"""The Word file: valid, whole, accessible, and the same each time."""

import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.table import CT_Row

from ipu_session.domain.exchange.report_options import DEFAULT_OPTIONS, ReportLength, ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.report_basis import ReportBasis
from ipu_session.report.content import build_report
from ipu_session.report.docx import blocks as pieces
from ipu_session.report.docx.writer import build_docx
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.model import Bullets, Column, Heading, Masthead, Paragraph, ParagraphStyle, Report, Table
from tests.narrowing import not_none
from tests.report.sessions import OFFSET_MIN, OPENED_MS, empty_session, made_session
from tests.report.validation import validation_errors
from tests.report.word_reader import paragraphs, tables
from tools import make_template

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "resources" / "templates" / "report.docx"
NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
NASTY = 'Ben & <b>"Jerry"</b>\u2028\x0b tab\there \u202e\ud800 ]]> {{ x }} عربي é 🙂'


def of(
    session: Session, language: str = "en", choice: ReportOptions = DEFAULT_OPTIONS, basis: ReportBasis | None = None
) -> Report:
    words = load_catalog(language, ROOT / "resources" / "report")
    return build_report(session, Timestamp(OPENED_MS + 7_200_000, OFFSET_MIN), words, choice, basis)


def written(report: Report) -> bytes:
    return build_docx(report, TEMPLATE)


def nasty() -> Report:
    """A report in which every text is what a bad paste brings."""
    table = Table("t", NASTY, (Column(NASTY, 1), Column("", 3)), ((NASTY, ""), ("", NASTY)), has_total_row=True)
    blocks = (
        Heading(1, NASTY), Paragraph(NASTY, page_break_after=True), Paragraph("", ParagraphStyle.REMARK),
        Bullets((NASTY, "")), Heading(2, NASTY), Heading(3, NASTY), table,
        Table("none", "empty", (Column("a", 1),), ()),
    )  # fmt: skip
    head = Masthead(((NASTY, NASTY),), NASTY, NASTY, NASTY * 9)
    return Report("en-GB", NASTY * 9, NASTY, (NASTY,), head, NASTY, (NASTY, NASTY), 0, blocks)


REPORTS = {
    "small": lambda: of(empty_session()),
    "rich": lambda: of(made_session()),
    "french": lambda: of(made_session(), "fr"),
    "going on": lambda: of(made_session(closed=False)),
    "nasty": nasty,
}


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_valid_and_python_docx_opens_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    path.write_bytes(written(REPORTS[name]()))
    assert validation_errors(path) == []
    assert paragraphs(docx.Document(str(path)))


@pytest.fixture(scope="module")
def report() -> Report:
    return of(made_session())


@pytest.fixture(scope="module")
def package(report: Report) -> ZipFile:
    return zipfile.ZipFile(io.BytesIO(written(report)))


@pytest.fixture(scope="module")
def document(report: Report) -> Document:
    return docx.Document(io.BytesIO(written(report)))


def body(package: zipfile.ZipFile) -> str:
    return package.read("word/document.xml").decode()


def test_the_contents_are_filled_in_lead_to_their_headings_and_name_no_page(
    document: Document, package: ZipFile, report: Report
) -> None:
    entries = [p.text for p in paragraphs(document) if not_none(p.style).name.lower().startswith("toc")]
    assert entries == [heading.text for heading in report.headings]
    text = body(package)
    targets = re.findall(r'<w:hyperlink w:anchor="(\w+)"', text)
    assert targets == re.findall(r'<w:bookmarkStart [^>]*w:name="(_Toc\w+)"', text)
    assert text.count('fldCharType="begin"') == text.count('fldCharType="end"') == 1
    assert "\\n" in not_none(re.search(r"<w:instrText[^>]*>([^<]*)", text))[1]
    assert b"updateFields" not in package.read("word/settings.xml")


def test_headings_are_real_and_skip_no_level(document: Document, report: Report) -> None:
    levels = [
        int(not_none(p.style).name[-1]) for p in paragraphs(document) if not_none(p.style).name.startswith("Heading")
    ]
    assert levels == [heading.level for heading in report.headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_repeats_its_head_and_tears_no_row(document: Document) -> None:
    assert len(tables(document)) >= 6
    for table in tables(document):
        rows = table._tbl.tr_lst
        assert rows[0].findall("w:trPr/w:tblHeader", NS)
        assert all(row.findall("w:trPr/w:cantSplit", NS) for row in rows)
        assert table._tbl.findall("w:tblPr/w:tblCaption", NS)
        widths = [
            int(not_none(column.get(f"{{{NS['w']}}}w"))) for column in table._tbl.findall("w:tblGrid/w:gridCol", NS)
        ]
        assert sum(widths) == 9070


def stays(row: CT_Row) -> bool:
    """Whether every paragraph of a row keeps it with what follows."""
    return all(p.find("w:pPr/w:keepNext", NS) is not None for p in row.iter(f"{{{NS['w']}}}p"))


def test_a_table_is_parted_in_its_midst_alone_and_stays_with_its_remark(document: Document) -> None:
    by_caption = {
        not_none(not_none(table._tbl.find("w:tblPr/w:tblCaption", NS)).get(f"{{{NS['w']}}}val")).partition(". ")[
            2
        ]: table
        for table in tables(document)
    }
    speakers = [
        stays(row) for row in by_caption["Speakers heard, in the order in which they took the floor"]._tbl.tr_lst
    ]
    assert speakers == [True] * 2 + [False] * (len(speakers) - 5) + [True] * 3
    not_heard = [stays(row) for row in by_caption["Registered but not heard"]._tbl.tr_lst]
    assert not_heard == [True] * (len(not_heard) - 1) + [False]


def test_a_remark_stays_between_a_heading_and_what_it_is_about(document: Document) -> None:
    found = [(not_none(p.style).name, p._p.find("w:pPr/w:keepNext", NS) is not None) for p in paragraphs(document)]
    kept = [here[1] for before, here in pairwise(found) if here[0] == "Remark" and before[0] == "Heading 2"]
    assert kept
    assert all(kept[:-1])


@pytest.mark.parametrize("length", list(ReportLength))
def test_the_last_line_does_not_stand_alone_on_a_page(length: ReportLength) -> None:
    report = of(made_session(), choice=ReportOptions(length=length), basis=ReportBasis(3, "5a04" * 16, 3))
    *_, before, last = docx.Document(io.BytesIO(written(report))).element.body.iter(f"{{{NS['w']}}}p")
    assert "5a04 5a04" in "".join(last.itertext())
    assert before.find("w:pPr/w:keepNext", NS) is not None
    assert (before.find(".//w:drawing", NS) is not None) is (length is ReportLength.FULL)


def test_each_page_says_its_number_and_how_many_there_are(package: ZipFile) -> None:
    footer = package.read("word/footer1.xml").decode()
    texts = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", footer)
    assert "".join(texts) == "Page 1 of 1"
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


def test_the_stamp_is_on_every_page() -> None:
    package = zipfile.ZipFile(io.BytesIO(written(of(made_session(closed=False)))))
    assert "DRAFT" in package.read("word/header1.xml").decode()
    assert body(package).count("headerReference") == 1
    assert "titlePg" not in body(package)


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("fr", "fr-FR"), ("es", "es-ES")])
def test_it_says_in_which_language_it_is(language: str, tag: str) -> None:
    package = zipfile.ZipFile(io.BytesIO(written(of(made_session(), language))))
    assert f'w:lang w:val="{tag}"' in package.read("word/styles.xml").decode()
    assert f'themeFontLang w:val="{tag}"' in package.read("word/settings.xml").decode()


def test_its_properties_tell_of_the_debate_and_of_no_program(
    package: ZipFile, document: Document, report: Report
) -> None:
    properties = document.core_properties
    assert properties.title == report.title
    assert properties.author == ""
    assert properties.language == "en-GB"
    whole = b"".join(package.read(name) for name in package.namelist()).lower()
    for word in (b"python", b"libreoffice", b"stylesWithEffects".lower()):
        assert word not in whole


def test_it_is_a4_of_today_s_word(document: Document, package: ZipFile) -> None:
    section = document.sections[0]
    assert (round(not_none(section.page_width).mm), round(not_none(section.page_height).mm)) == (210, 297)
    settings = package.read("word/settings.xml").decode()
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', settings)


def test_identities_and_names_stand_once(package: ZipFile) -> None:
    names = package.namelist()
    assert len(names) == len(set(names))
    marks = re.findall(r'bookmarkStart [^>]*w:id="(\d+)"', body(package))
    assert len(marks) == len(set(marks))
    assert all(b"<!DOCTYPE" not in package.read(name) for name in names)


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert written(report) == written(report)


def test_how_far_it_is_is_told_to_the_end(report: Report) -> None:
    told = []
    build_docx(report, TEMPLATE, lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1]
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_the_template_is_what_its_parts_make(tmp_path: Path) -> None:
    made = tmp_path / "report.docx"
    make_template.pack(made)
    assert made.read_bytes() == TEMPLATE.read_bytes()
    assert validation_errors(made) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_long_table_is_laid_out_in_pieces_and_reads_as_one(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def long() -> bytes:
        return written(of(made_session(20), language))

    whole = long()
    monkeypatch.setattr(pieces, "ROWS_PER_CHUNK", 3)
    assert long() == whole
