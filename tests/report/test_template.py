"""House templates: their looks are taken over, what is hidden is not, and hostile ones are refused."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from msgspec.structs import replace

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.strings.export_messages import describe_export
from tests.narrowing import not_none
from tests.report import template_makers as makers
from tests.report.sessions import OFFSET_MIN, OPENED_MS, made_session
from tests.report.validation import validation_errors
from tests.report.word_reader import paragraphs, tables
from tests.report.word_writer import write

NOW = Timestamp(OPENED_MS + 7_200_000, OFFSET_MIN)


def written(
    template: bytes, folder: Path, session: Session | None = None, ending: str = "docx", language: str = "en"
) -> tuple[Path, ExportResult]:
    path = folder / f"house.{ending}"
    path.write_bytes(template)
    out = folder / "report.docx"
    done = write(session or made_session(), NOW, language, out, path)
    return out, done


def part(path: Path, pattern: str) -> str:
    """Every part whose name is like that, as one text."""
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(n).decode() for n in package.namelist() if re.search(pattern, n))


@pytest.mark.parametrize("name", makers.GOOD)
def test_a_report_on_a_house_template_is_valid_and_fits_between_its_margins(name: str, tmp_path: Path) -> None:
    path, _ = written(makers.GOOD[name](), tmp_path)
    assert validation_errors(path) == []
    document = docx.Document(str(path))
    section = document.sections[0]
    width = (
        (section.page_width - not_none(section.left_margin) - not_none(section.right_margin)) // 635
        if section.page_width
        else 9070
    )
    for table in tables(document):
        columns = [int(not_none(each.get(qn("w:w")))) for each in table._tbl.iter(qn("w:gridCol"))]
        assert abs(sum(columns) - width) <= len(columns)
    names = {not_none(p.style).name for p in paragraphs(document)}
    assert not any(not_none(p.style).name == "Normal" and p.text.strip() for p in paragraphs(document)), names


@pytest.mark.parametrize("name", ["french", "arabic"])
def test_styles_are_found_by_their_names_in_other_languages(name: str, tmp_path: Path) -> None:
    path, done = written(makers.GOOD[name](), tmp_path)
    wanted = {
        "french": ("Titre 1", "Corps de texte", "Liste à puces"),
        "arabic": ("العنوان 1", "نص أساسي", "تعداد نقطي"),
    }
    used = {not_none(p.style).name for p in paragraphs(docx.Document(str(path)))}
    assert set(wanted[name]) <= used
    assert "heading 1" not in done.styles_added
    assert "Lead" in done.styles_added


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_caption_does_not_cling_to_the_table_above_it(language: str, tmp_path: Path) -> None:
    path, _ = written(makers.with_logo(), tmp_path, language=language)
    found = docx.Document(str(path))
    captions = [p for p in paragraphs(found) if not_none(p.style).name == "Caption"]
    assert found.styles["Caption"].paragraph_format.space_before is None
    assert len(captions) > 8
    assert {p.paragraph_format.space_before.pt for p in captions} == {10}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_template_made_in_arabic_serves_every_language(language: str, tmp_path: Path) -> None:
    path, done = written(makers.arabic_house(), tmp_path, ending="dotx", language=language)
    assert validation_errors(path) == []
    assert "heading 1" not in done.styles_added
    styles, body = part(path, "word/styles.xml"), part(path, "word/document.xml")
    assert "<w:rtl" not in styles
    # Charts say in every report that they run from left to right.
    turned = body.replace('<w:bidi w:val="0"/>', "").count("<w:bidi/>")
    assert turned >= len(paragraphs(docx.Document(str(path)))) if language == "ar" else turned == 0
    for margin in ("header", "footer"):
        assert re.search("<w:pPr>(?:<w:pStyle [^>]*/>)?<w:bidi/>", part(path, rf"word/{margin}\d.xml"))


def test_a_template_made_by_libreoffice_serves_as_well(tmp_path: Path) -> None:
    (tmp_path / "in.docx").write_bytes(makers.with_logo())
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    run = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(tmp_path / "lo"),
        str(tmp_path / "in.docx"),
    ]
    subprocess.run(run, check=True, capture_output=True)
    path, done = written((tmp_path / "lo" / "in.docx").read_bytes(), tmp_path)
    assert validation_errors(path) == []
    assert "heading 1" not in done.styles_added
    assert "image/png" in part(path, "Content_Types")


def test_what_is_missing_is_added_from_ours_and_told(tmp_path: Path) -> None:
    path, done = written(makers.bare(), tmp_path)
    assert {"heading 1", "Body Text", "List Bullet", "Report Table", "Stamp"} <= set(done.styles_added)
    numbering = part(path, "word/numbering.xml")
    assert 'w:val="•"' in numbering


def test_the_logo_the_header_and_the_page_stay_and_the_body_goes(tmp_path: Path) -> None:
    path, _ = written(makers.with_logo(), tmp_path)
    header = part(path, r"word/header\d.xml")
    assert "Parliament of Examplia" in header
    assert "r:embed" in header
    assert "image" in part(path, r"word/_rels/header\d.xml.rels")
    assert part(path, r"word/footer\d.xml").count("PAGE") == 1
    (tmp_path / "plain").mkdir()
    plain, _ = written(makers.plain(), tmp_path / "plain")
    assert "only an example" not in part(plain, "document.xml")
    assert "NUMPAGES" in part(plain, r"word/footer\d.xml")
    assert not_none(docx.Document(str(plain)).sections[0].page_width).inches == pytest.approx(8.5)


def test_nothing_of_the_template_s_people_and_hidden_parts_comes_along(tmp_path: Path) -> None:
    hidden: dict[str, bytes | str] = {
        "customXml/item1.xml": "<secret/>", "word/comments.xml": "<c/>", "word/webSettings.xml": "<w/>",
        "word/glossary/document.xml": "<g/>", "docProps/thumbnail.jpeg": b"x",
    }  # fmt: skip
    path, _ = written(makers.with_parts(makers.plain(), hidden), tmp_path)
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        whole = b"".join(package.read(name) for name in names)
    for word in (b"Somebody Private", b"secret", b"python-docx"):
        assert word not in whole
    assert not [n for n in names if re.search("customXml|comments|webSettings|glossary|thumbnail|app.xml", n)]


def test_the_stamp_is_on_every_kind_of_page(tmp_path: Path) -> None:
    path, _ = written(makers.first_and_even_pages(), tmp_path, made_session(closed=False))
    with zipfile.ZipFile(path) as package:
        headers = [package.read(n).decode() for n in package.namelist() if re.match(r"word/header\d", n)]
    assert sorted(next(word for word in ("First", "Odd", "Even") if word in each) for each in headers) == [
        "Even",
        "First",
        "Odd",
    ]
    assert all("DRAFT" in each for each in headers)


def test_the_language_is_that_of_the_report(tmp_path: Path) -> None:
    path, _ = written(makers.bare(), tmp_path)
    assert "docDefaults" not in part(path, "word/styles.xml")
    (tmp_path / "logo").mkdir()
    path, _ = written(makers.with_logo(), tmp_path / "logo")
    assert 'w:lang w:val="en-GB"' in part(path, "word/styles.xml")


@pytest.mark.parametrize("name", makers.HOSTILE)
def test_a_template_that_is_not_safe_or_is_none_is_refused_by_name(name: str, tmp_path: Path) -> None:
    make, trouble = makers.HOSTILE[name]
    with pytest.raises(UserFacingError) as refused:
        written(make(), tmp_path)
    assert refused.value.code.value == trouble
    assert "house.docx" in refused.value.path
    assert not (tmp_path / "report.docx").exists()


def test_a_template_serves_every_session(tmp_path: Path) -> None:
    session = made_session()
    odd = replace(session, details=replace(session.details, title="A\x0b<b> & {{ x }}" * 9))
    path, _ = written(makers.with_logo(), tmp_path, odd)
    assert validation_errors(path) == []
    assert isinstance(path, Path)
    assert docx.Document(io.BytesIO(path.read_bytes())).core_properties.author == ""


BENT = {
    "indent": ('<w:ind w:left="300" w:firstLine="709"/>', "ind", {"left": "0", "firstLine": "0"}),
    "hanging": ('<w:ind w:left="700" w:hanging="700"/>', "ind", {"left": "0", "firstLine": "0"}),
    "alignment": ('<w:jc w:val="both"/>', "jc", {"val": "left"}),
    "keep": ("<w:keepNext/><w:keepLines/>", "keepLines", {"val": "0"}),
    "break": ("<w:pageBreakBefore/>", "pageBreakBefore", {"val": "0"}),
    "shade": ('<w:shd w:val="clear" w:fill="FF0000"/>', "shd", {"fill": "auto"}),
}


def with_normal(paragraph: str = "", run: str = "") -> bytes:
    """A template whose plain style says this of paragraphs, and this of runs."""
    normal = re.compile(r'(<w:style [^>]*w:styleId="Normal"[^>]*>.*?)</w:style>', re.DOTALL)

    def change(text: str) -> str:
        bare = re.sub(r"<w:pPr>.*?</w:pPr>|<w:rPr>.*?</w:rPr>", "", not_none(normal.search(text))[1], flags=re.DOTALL)
        made = f"{bare}<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        return normal.sub(lambda found: made, text, count=1)

    return makers.edited(makers.plain(), "word/styles.xml", change)


def style_of(path: Path, name: str) -> etree._Element:
    style: etree._Element = docx.Document(str(path)).styles[name].element
    return style


@pytest.mark.parametrize("bent", BENT)
def test_what_the_plain_style_says_of_layout_bends_no_table(bent: str, tmp_path: Path) -> None:
    said, tag, expected = BENT[bent]
    path, done = written(with_normal(said), tmp_path)
    assert validation_errors(path) == []
    assert "Table Text" in done.styles_added or "table text" in map(str.lower, done.styles_added)
    found = not_none(style_of(path, "Table Text").find(qn("w:pPr"))).find(qn(f"w:{tag}"))
    assert {key: not_none(found).get(qn(f"w:{key}")) for key in expected} == expected


@pytest.mark.parametrize("tag", ["caps", "smallCaps", "i", "strike", "vanish"])
def test_what_the_plain_style_says_of_letters_bends_no_table(tag: str, tmp_path: Path) -> None:
    path, _ = written(with_normal(run=f"<w:{tag}/>"), tmp_path)
    assert validation_errors(path) == []
    assert (
        not_none(not_none(style_of(path, "Table Text").find(qn("w:rPr"))).find(qn(f"w:{tag}"))).get(qn("w:val")) == "0"
    )


def test_an_attached_template_is_left_out_with_a_word(tmp_path: Path) -> None:
    path, done = written(makers.attached(), tmp_path)
    assert done.left_out == ("attached",)
    assert "attachedTemplate" not in part(path, r"\.rels$")
    assert list(describe_export(done, str))[-1].startswith("The template attached")


def test_columns_pictures_and_pages_that_are_not_taken_over_are_told(tmp_path: Path) -> None:
    def change(text: str) -> str:
        picture = "<w:p><w:r><w:pict/></w:r></w:p>"
        wide = (
            '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            '<w:cols w:num="2"/></w:sectPr></w:pPr></w:p>'
        )
        return text.replace("<w:body>", f"<w:body>{picture}{wide}", 1)

    path, done = written(makers.edited(makers.plain(), "word/document.xml", change), tmp_path)
    assert set(done.left_out) == {"picture", "columns", "orientation"}
    assert validation_errors(path) == []
    assert "w:cols" not in part(path, r"word/document.xml")


def test_a_template_with_nothing_left_out_tells_nothing(tmp_path: Path) -> None:
    assert written(makers.with_logo(), tmp_path)[1].left_out == ()
