"""A report exported again onto one that people have worked on: their work stays, all else is renewed."""

import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import docx
import pytest
from msgspec.structs import replace

from ipu_session.domain.exchange.export_result import ExportResult, MergeResult
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.report import output_file
from ipu_session.report.errors import ReportError
from tests.call_observer import AnyFunction, observed_calls
from tests.full_disk import no_room
from tests.narrowing import not_none
from tests.report import hand_edits as edits
from tests.report.sessions import OFFSET_MIN, OPENED_MS, made_session
from tests.report.template_makers import with_logo
from tests.report.validation import validation_errors
from tests.report.word_reader import paragraphs
from tests.report.word_writer import write

NOW = Timestamp(OPENED_MS + 7_200_000, OFFSET_MIN)
KEPT = {
    "change_a_word": "EDITED", "change_formatting_only": "A total of",
    "add_a_paragraph_inside_a_block": "TYPED INSIDE",
    "delete_a_table_row": "Table 1", "edit_a_cell": "EDITED CELL", "add_a_comment": "A total of",
    "track_a_change": "TRACKED", "change_a_heading": "WHO TOOK PART",
}  # fmt: skip
"""Edits of one block, and what shows that it was kept."""


_ONCE = (
    r'<w:bookmarkStart [^>]*w:id="(\d+)"',
    r'<w:bookmarkStart [^>]*w:name="([^"]+)"',
    r'<w:sdtPr>(?:(?!</w:sdtPr>).)*<w:id w:val="(-?\d+)"',
    r'<wp:docPr [^>]*\bid="(\d+)"',
)


def export(
    path: Path, session: Session | None = None, language: str = "en", template: Path | None = None
) -> ExportResult:
    return write(session or made_session(), NOW, language, path, template)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.docx"
    export(path)
    return path


@pytest.fixture(params=["as Word leaves it", "by way of LibreOffice"])
def passed_on(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., None]:
    """What happens to the file between two exports, beside the edit."""

    def pass_on(path: Path) -> None:
        if request.param == "as Word leaves it":
            return
        home = f"-env:UserInstallation=file://{tmp_path}/office"
        out = tmp_path / "lo"
        run = ["soffice", home, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(path)]
        subprocess.run(run, check=True, capture_output=True)
        path.write_bytes((out / path.name).read_bytes())

    return pass_on


def body(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def told(path: Path) -> list[str]:
    """The text of the document, a line for each paragraph that says something."""
    return [p.text for p in paragraphs(docx.Document(str(path))) if p.text.strip()]


def assert_sound(path: Path, *, strict: bool = True) -> None:
    """Valid, and what no validator sees: numbers and names that stand once, contents that lead somewhere."""
    text = body(path)
    for found in _ONCE:
        values = re.findall(found, text)
        assert len(values) == len(set(values)), found
    assert sorted(re.findall(r'<w:bookmarkStart [^>]*w:id="(\d+)"', text)) == sorted(
        re.findall(r'<w:bookmarkEnd [^>]*w:id="(\d+)"', text)
    )
    entries = re.findall(r'<w:hyperlink w:anchor="(_Toc\w+)"', text)
    assert set(entries) <= set(re.findall(r'<w:bookmarkStart [^>]*w:name="(\w+)"', text))
    document = docx.Document(str(path))
    listed = [p.text for p in paragraphs(document) if re.fullmatch(r"toc \d", not_none(p.style).name.lower())]
    headings = [
        p.text for p in paragraphs(document) if re.fullmatch(r"[Hh]eading [12]", not_none(p.style).name) and p.text
    ]
    assert listed == headings
    assert text.count('fldCharType="begin"') == text.count('fldCharType="end"')
    if strict:
        assert validation_errors(path) == []


def test_a_report_left_alone_is_renewed_whole(report: Path, passed_on: Callable[..., None]) -> None:
    before = told(report)
    passed_on(report)
    done = export(report)
    assert told(report) == before
    assert not_none(done.merged).unchanged > 40
    assert replace(not_none(done.merged), unchanged=0) == MergeResult()
    assert_sound(report)


@pytest.mark.parametrize("name", KEPT)
def test_a_block_changed_by_hand_is_kept_and_the_others_are_renewed(
    name: str, report: Path, passed_on: Callable[..., None]
) -> None:
    whole = not_none(export(report).merged).unchanged
    edits.changed(report, getattr(edits, name))
    passed_on(report)
    by_word = "<w:tag " in body(report)
    done = export(report).merged
    # What was typed below a block of one paragraph is text between blocks once the controls are gone.
    between = name == "add_a_paragraph_inside_a_block" and not by_word
    assert done is not None
    assert len(done.kept) == 1 - between, done
    assert done.unchanged == whole - 1 + between
    assert (done.renewed, done.outdated, done.deleted, done.added, done.removed) == ((),) * 5
    with zipfile.ZipFile(report) as package:
        assert KEPT[name] in body(report) or KEPT[name] in "".join(told(report)), package.namelist()
    # LibreOffice's own saving is not always valid, and what was kept is as it was saved.
    assert_sound(report, strict=by_word)
    assert export(report).merged == done


def test_a_comment_stays_on_its_words(report: Path) -> None:
    edits.changed(report, edits.add_a_comment)
    export(report)
    assert "commentRangeStart" in body(report)
    with zipfile.ZipFile(report) as package:
        assert "REALLY?" in package.read("word/comments.xml").decode()


def test_what_is_typed_between_blocks_stays_in_its_place(report: Path, passed_on: Callable[..., None]) -> None:
    edits.changed(report, edits.add_a_paragraph_between_blocks)
    passed_on(report)
    done = export(report).merged
    lines = told(report)
    assert lines[lines.index("TYPED BETWEEN") - 1].startswith("A total of")
    assert done is not None
    assert done.kept == ()
    assert_sound(report)


@pytest.mark.parametrize("edit", [edits.delete_a_block, edits.delete_the_text_of_a_block])
def test_a_deleted_block_stays_deleted_and_is_named(
    edit: Callable[..., object], report: Path, passed_on: Callable[..., None]
) -> None:
    edits.changed(report, edit)
    if edit is edits.delete_a_block:
        passed_on(report)
    for _ in range(2):
        done = export(report).merged
        assert [text[:10] for text in not_none(done).deleted] == ["A total of"]
        assert not [line for line in told(report) if line.startswith(("A total of", "Click"))]
    assert_sound(report)


def test_a_deleted_section_stays_deleted_with_all_that_is_new_in_it(
    report: Path, passed_on: Callable[..., None]
) -> None:
    edits.changed(report, edits.delete_a_section)
    passed_on(report)
    done = export(report).merged
    assert done is not None
    assert len(done.deleted) == 4
    assert done.deleted[0] == "Participation"
    assert "Participation" not in told(report)
    assert_sound(report)


def test_a_moved_block_stays_where_it_was_moved_and_is_renewed(report: Path, passed_on: Callable[..., None]) -> None:
    edits.changed(report, edits.move_a_block)
    passed_on(report)
    done = export(report).merged
    assert told(report)[0].startswith("A total of")
    assert sum(line.startswith("A total of") for line in told(report)) == 1
    assert done is not None
    assert (done.kept, done.added, done.deleted) == ((), (), ())
    assert_sound(report)


def test_a_changed_header_stays(report: Path, passed_on: Callable[..., None]) -> None:
    edits.changed(report, edits.edit_the_header)
    passed_on(report)
    export(report)
    with zipfile.ZipFile(report) as package:
        assert "OUR HEADER" in "".join(package.read(n).decode() for n in package.namelist() if "header" in n)


def without_a_theme(session: Session) -> Session:
    return replace(session, themes=session.themes[:-1])


def test_what_is_new_comes_after_what_it_follows_and_what_is_gone_goes(tmp_path: Path) -> None:
    path, fresh = tmp_path / "r.docx", tmp_path / "fresh.docx"
    session = made_session()
    export(path, without_a_theme(session))
    done = export(path, session).merged
    export(fresh, session)
    assert told(path) == told(fresh)
    assert any("Theme" in text for text in not_none(done).added)
    back = export(path, without_a_theme(session)).merged
    assert back is not None
    assert back.removed
    assert_sound(path)


def test_a_theme_with_another_title_is_the_same_theme(report: Path) -> None:
    session = made_session()
    first = session.themes[0]
    edits.changed(report, edits.change_a_word)
    done = export(report, replace(session, themes=(replace(first, title="Renamed"), *session.themes[1:]))).merged
    assert done is not None
    assert (done.added, done.deleted, done.removed) == ((), (), ())
    assert any("Renamed" in text for text in not_none(done).renewed)


def test_a_block_changed_by_hand_and_in_the_session_is_named_as_outdated(report: Path) -> None:
    edits.changed(report, edits.edit_a_cell)
    session = made_session()
    person = next(iter(session.delegates))
    known = session.delegates[person]
    other = replace(
        session, delegates=session.delegates.set(person, replace(known, person=replace(known.person, name="X. OTHER")))
    )
    for _ in range(2):
        done = export(report, other).merged
        assert [text[:7] for text in not_none(done).outdated] == ["Table 1"]
    assert "EDITED CELL" in body(report)


def test_the_earlier_file_is_kept_beside_and_never_written_over(report: Path, tmp_path: Path) -> None:
    old = report.read_bytes()
    edits.changed(report, edits.change_a_word)
    edited = report.read_bytes()
    first = export(report)
    edits.changed(report, edits.edit_a_cell)
    second = export(report)
    beside = sorted(each.name for each in tmp_path.glob("*.docx"))
    assert len(beside) == 3
    assert first.previous_file != second.previous_file
    assert Path(first.previous_file).read_bytes() == edited != old


def test_a_failed_export_leaves_no_copy(report: Path, tmp_path: Path) -> None:
    edits.changed(report, edits.change_a_word)
    before = report.read_bytes()
    copies: list[str] = []

    def on_replace(replace_file: AnyFunction, frame: FrameType) -> None:
        copies.extend(each.name for each in tmp_path.glob("report (*).docx"))

    # The copy of the old file has room, the longer new one has not.
    with (
        observed_calls([output_file.replace_file], on_replace),
        no_room(above=len(before)),
        pytest.raises(ReportError),
    ):
        export(report, made_session(60))
    assert len(copies) == 1
    assert report.read_bytes() == before
    assert [each.name for each in tmp_path.glob("*.docx")] == ["report.docx"]


@pytest.mark.parametrize("other", ["another language", "another session", "a foreign file", "no Word file"])
def test_what_is_no_report_of_this_session_is_replaced_and_kept_beside(other: str, report: Path) -> None:
    session, language = made_session(), "en"
    if other == "another language":
        language = "fr"
    elif other == "another session":
        limits = tuple(replace(each, at_ms=each.at_ms + 1) for each in session.limits)
        session = replace(session, limits=limits)
        export(report, replace(session, limits=()))
    else:
        report.write_bytes(with_logo() if other == "a foreign file" else b"notes of mine")
    before = report.read_bytes()
    done = export(report, session, language)
    assert done.merged is None
    assert Path(done.previous_file).read_bytes() == before
    assert_sound(report)


def test_an_earlier_report_keeps_its_look_and_says_so(report: Path, tmp_path: Path) -> None:
    house = tmp_path / "house.docx"
    house.write_bytes(with_logo())
    done = export(report, template=house)
    assert done.is_template_ignored
    assert done.merged is not None
    fresh = tmp_path / "in-house-look.docx"
    export(fresh, template=house)
    edits.changed(fresh, edits.change_a_word)
    again = export(fresh, template=house)
    assert not again.is_template_ignored
    assert len(not_none(again.merged).kept) == 1
    assert_sound(fresh)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_an_unchanged_export_writes_the_same_bytes_and_leaves_no_copy(tmp_path: Path, language: str) -> None:
    path = tmp_path / "report.docx"
    export(path, language=language)
    written = path.read_bytes()

    done = export(path, language=language)

    assert path.read_bytes() == written
    assert done.previous_file == ""
    assert [file.name for file in tmp_path.iterdir()] == ["report.docx"]


def test_a_caption_changed_by_hand_above_figures_that_changed_since_is_told_as_outdated(report: Path) -> None:
    edits.changed(report, edits.edit_a_chart_caption)

    again = export(report)
    later = export(report, made_session(30))

    assert any("CAPTION OF OURS" in text for text in not_none(again.merged).kept)
    assert any("CAPTION OF OURS" in text for text in not_none(later.merged).outdated)
