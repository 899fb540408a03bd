"""A report exported again: its charts, its direction and its stamps are those of the new one, once each."""

import re
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace

from ipu_session.app.services.report_export import build_checked_report, export_key, write_report
from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.report.docx import blocks
from ipu_session.ui.core.app_services import ExportTarget
from tests.narrowing import not_none
from tests.report.hand_edits import changed
from tests.report.sessions import OFFSET_MIN, OPENED_MS, made_session
from tests.report.template_makers import edited
from tests.report.validation import validation_errors
from tests.report.word_reader import paragraphs

NOW = Timestamp(OPENED_MS + 7_200_000, OFFSET_MIN)


def export(
    path: Path, language: str, session: Session | None = None, stamps: tuple[str, ...] | None = None
) -> ExportResult:
    choice = ReportOptions(language)
    session = session or made_session()
    report = build_checked_report(session, NOW, choice)
    if stamps is not None:
        report = replace(report, stamps=stamps)
    return write_report(report, export_key(session, choice), ExportTarget(path))


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def headers(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(n).decode() for n in package.namelist() if "word/header" in n)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_new_gives_the_same_bytes(language: str, tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    export(path, language)
    # The first time bookmarks change their places.
    export(path, language)
    first = path.read_bytes()
    again = export(path, language)
    assert path.read_bytes() == first
    assert again.previous_file == ""
    assert again.merged is not None
    assert again.merged.renewed == again.merged.kept == again.merged.added == ()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_changed_figures_give_new_charts_in_place_of_the_old_and_direction_is_said_once(
    language: str, tmp_path: Path
) -> None:
    path = tmp_path / "r.docx"
    export(path, language)
    changed(path, lambda body, document: paragraphs(document)[-2].add_run(" EDITED"))
    done = export(path, language, made_session(60))
    assert not_none(done.merged).renewed
    assert " EDITED" in part(path, "word/document.xml")
    assert validation_errors(path) == []
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
    assert len(names) == len(set(names))
    charts = [name for name in names if re.fullmatch(r"word/charts/[^/]+[.]xml", name)]
    body = part(path, "word/document.xml")
    assert len(charts) == body.count("<c:chart ") > 0
    assert len([name for name in names if name.startswith("word/embeddings/")]) == len(charts)
    for properties in re.findall(r"<w:(?:pPr|tblPr|rPr|sectPr)>.*?</w:(?:pPr|tblPr|rPr|sectPr)>", body):
        assert properties.count("<w:bidiVisual/>") <= 1
    assert "<w:rtl/><w:rtl/>" not in body
    assert "<w:bidi/><w:bidi/>" not in body
    if language == "ar":
        assert body.count("<w:tbl>") == body.count("<w:bidiVisual/>")


def test_a_stamp_goes_and_comes_back_but_not_where_people_took_it_out(tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    for stamps in (("DRAFT",), (), ("DRAFT",)):
        export(path, "en", stamps=stamps)
        assert headers(path).count("DRAFT") == len(stamps)

    fresh = tmp_path / "fresh.docx"
    export(fresh, "en", stamps=())
    export(fresh, "en", stamps=("DRAFT",))
    assert headers(fresh).count("DRAFT") == 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_table_laid_out_in_pieces_is_found_and_renewed_as_one(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, whole = tmp_path / "r.docx", tmp_path / "whole.docx"
    export(path, language)
    export(path, language, made_session(60))
    monkeypatch.setattr(blocks, "ROWS_PER_CHUNK", 7)
    export(whole, language)
    done = export(whole, language, made_session(60))
    assert done.merged is not None
    assert done.merged.kept == done.merged.outdated == ()
    assert part(whole, "word/document.xml") == part(path, "word/document.xml")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("[Content_Types].xml", "core-properties+xml"),
        ("[Content_Types].xml", "wordprocessingml.settings+xml"),
        ("docProps/core.xml", "coreProperties"),
    ],
)
def test_a_file_whose_parts_are_something_else_is_kept_beside_a_new_report(
    name: str, word: str, tmp_path: Path
) -> None:
    path = tmp_path / "r.docx"
    export(path, "en")
    strange = edited(path.read_bytes(), name, lambda text: text.replace(word, "other"))
    path.write_bytes(strange)
    again = export(path, "en")
    assert Path(again.previous_file).read_bytes() == strange
    assert again.merged is None
    assert validation_errors(path) == []


@pytest.mark.parametrize("kind", ["header", "numbering"])
def test_a_part_of_an_unknown_type_makes_it_another_file(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "r.docx"
    export(path, "en")
    damaged = edited(path.read_bytes(), "[Content_Types].xml", lambda text: text.replace(f".{kind}+xml", ".other+xml"))
    path.write_bytes(damaged)
    again = export(path, "en")
    assert again.merged is None
    assert Path(again.previous_file).read_bytes() == damaged
