"""Charts that Word can edit: the figures of their tables, the message in words, the same bytes each time."""

import io
import re
import zipfile
from pathlib import Path
from zipfile import ZipFile

import pytest
import python_calamine
from lxml import etree
from msgspec.structs import replace

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Gender, Session
from ipu_session.report.content import build_report
from ipu_session.report.docx.writer import build_docx
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.model import Chart, Report, Series, Table
from tests.narrowing import not_none
from tests.report.sessions import OFFSET_MIN, OPENED_MS, empty_session, made_session
from tests.report.validation import validation_errors

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "resources" / "templates" / "report.docx"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def of(session: Session, language: str = "en") -> Report:
    words = load_catalog(language, ROOT / "resources" / "report")
    return build_report(session, Timestamp(OPENED_MS + 7_200_000, OFFSET_MIN), words)


def charts_of(report: Report) -> dict[str, Chart]:
    return {block.name: block for block in report.blocks if isinstance(block, Chart)}


def package_of(report: Report) -> ZipFile:
    return zipfile.ZipFile(io.BytesIO(build_docx(report, TEMPLATE)))


@pytest.fixture(scope="module")
def report() -> Report:
    return of(made_session())


@pytest.fixture(scope="module")
def package(report: Report) -> ZipFile:
    return package_of(report)


def test_each_stands_below_the_table_that_has_its_figures(report: Report) -> None:
    assert list(charts_of(report)) == ["people", "groups", "themes"]
    latest = None
    for block in report.blocks:
        latest = block.name if isinstance(block, Table) else latest
        if isinstance(block, Chart):
            assert block.name == latest


def test_the_figures_are_those_of_the_tables(report: Report) -> None:
    charts = charts_of(report)
    groups, table = charts["groups"], report.table("groups")
    assert groups.categories == tuple(row[0] for row in not_none(table).rows)
    shown = [f"{(s := round(v * 86_400)) // 60}:{s % 60:02d}" for v in groups.series[0].values]
    assert shown == [row[3] for row in not_none(table).rows]
    people = not_none(report.table("people")).rows
    for series, row in zip(charts["people"].series, people[:2], strict=True):
        assert (series.name, *(f"{v}%" for v in series.values)) == (row[0], row[2], row[4])
    themes = zip(*(series.values for series in charts["themes"].series), strict=True)
    assert [(str(i), str(n)) for i, n in themes] == [row[1:] for row in not_none(report.table("themes")).rows]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", r"Women were 44 per cent of the delegates heard and used \d\d per cent of the speaking time"),
        ("fr", r"Les femmes représentent 44\u00a0% des délégués entendus et \d\d\u00a0% du temps de parole"),
    ],
)
def test_the_message_stands_in_words(language: str, said: str) -> None:
    charts = charts_of(of(made_session(), language))
    assert re.search(said, charts["people"].alt_text)
    assert all(chart.alt_text and "{" not in chart.alt_text for chart in charts.values())


def test_a_tie_names_both_and_a_theme_nobody_touched_is_named() -> None:
    alt = charts_of(of(made_session()))["themes"].alt_text
    assert re.search(r"Most interventions: Theme \d", alt)
    assert "Nothing recorded: Theme" in alt


@pytest.mark.parametrize("session", [empty_session(), made_session(0)])
def test_without_figures_there_is_no_chart(session: Session) -> None:
    assert charts_of(of(session)) == {}


def test_without_a_gender_or_a_note_the_others_stay() -> None:
    session = made_session(notes=False)
    people = {
        key: replace(delegate, person=replace(delegate.person, gender=Gender.NOT_STATED))
        for key, delegate in session.delegates.items()
    }
    unknown = replace(session, delegates=session.delegates.update(people))
    assert "people" not in charts_of(of(unknown))
    assert "groups" in charts_of(of(unknown))


def test_word_can_edit_each(package: ZipFile, report: Report) -> None:
    for number, chart in enumerate(charts_of(report).values(), start=1):
        part = etree.fromstring(package.read(f"word/charts/chart{number}.xml"))
        [external] = part.iter(f"{C}externalData")
        rels = package.read(f"word/charts/_rels/chart{number}.xml.rels").decode()
        assert f"../embeddings/chart{number}.xlsx" in rels
        assert set(external.attrib.values()) == {"rId1"}
        book = package.read(f"word/embeddings/chart{number}.xlsx")
        rows = python_calamine.load_workbook(io.BytesIO(book)).get_sheet_by_index(0).to_python()
        assert [row[0] for row in rows[1:]] == list(chart.categories)
        assert rows[0][1:] == [series.name for series in chart.series]
        cached = [[float(not_none(v.text)) for v in val.iter(f"{C}v")] for val in part.iter(f"{C}val")]
        assert cached == [list(series.values) for series in chart.series]


def test_drawings_have_their_own_identities_alternative_texts_and_direction(package: ZipFile, report: Report) -> None:
    body = package.read("word/document.xml").decode()
    ids = re.findall(r'<wp:docPr id="(\d+)"', body)
    assert len(ids) == len(set(ids)) == len(charts_of(report))
    assert len(re.findall(r'<wp:docPr [^>]*descr="[^"]{40,}"', body)) == len(ids)
    marks = "(?:<w:bookmark[^>]*>)*"
    assert len(re.findall(f'<w:bidi w:val="0"/></w:pPr>{marks}<w:r><w:drawing>', body)) == len(ids)


def test_every_axis_has_a_number_that_is_not_negative_and_colour_is_never_alone(package: ZipFile) -> None:
    parts = [name for name in package.namelist() if name.startswith("word/charts/chart")]
    assert parts
    for name in parts:
        part = etree.fromstring(package.read(name))
        assert all(int(not_none(axis.get("val"))) > 0 for axis in part.iter(f"{C}axId"))
        series = list(part.iter(f"{C}ser"))
        assert [not_none(s.find(f"{C}dLbls/{C}showVal")).get("val") for s in series] == ["1"] * len(series)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_bars_differ_from_the_paper_and_from_each_other_in_grey_too(package: ZipFile) -> None:
    part = etree.fromstring(package.read("word/charts/chart1.xml"))
    bars, labels = (
        [not_none(not_none(s.find(path)).get("val")) for s in part.iter(f"{C}ser")]
        for path in (f"{C}spPr/{{*}}solidFill/{{*}}srgbClr", f"{C}dLbls/{C}txPr//{{*}}srgbClr")
    )
    assert contrast(*bars) >= 3
    assert all(contrast(bar, "FFFFFF") >= 3 for bar in bars)
    assert all(contrast(bar, label) >= 4.5 for bar, label in zip(bars, labels, strict=True))


def test_whatever_its_texts_the_package_is_valid_and_the_same_each_time(report: Report, tmp_path: Path) -> None:
    nasty = 'Ben & <b>"Jerry"</b>\x0b \u202e =1+1 عربي 🙂'
    chart = Chart("c", nasty, nasty, (nasty, ""), (Series(nasty, (1, 0.5)),), '"<&>"0')
    made = replace(report, blocks=(*report.blocks, chart))
    path = tmp_path / "r.docx"
    path.write_bytes(build_docx(made, TEMPLATE))
    assert validation_errors(path) == []
    assert build_docx(made, TEMPLATE) == path.read_bytes()
