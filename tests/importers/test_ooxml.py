"""Word files with other part names, or in Strict Open XML: every reader takes them as usual."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from ipu_session.domain.model.ids import Timestamp
from ipu_session.importers.concept_note.reader import read_concept_note
from ipu_session.importers.files.zip_package import unpack
from tests.importers.note_makers import in_folder, parts_of, real_list, strict, with_main_part
from tests.report.sessions import OFFSET_MIN, OPENED_MS, made_session
from tests.report.template_makers import with_logo
from tests.report.word_writer import write

NOW = Timestamp(OPENED_MS + 7_200_000, OFFSET_MIN)
KINDS = {
    "word-online": lambda data: with_main_part(data, "word/document2.xml"),
    "another-folder": lambda data: in_folder(data, "doc"),
    "strict": strict,
}
made = pytest.mark.parametrize("made", KINDS.values(), ids=KINDS)


@made
def test_a_concept_note_reads_the_same(tmp_path: Path, made: Callable[[bytes], bytes]) -> None:
    for name, data in (("usual.docx", real_list()), ("other.docx", made(real_list()))):
        (tmp_path / name).write_bytes(data)
    usual, other = (read_concept_note(tmp_path / name) for name in ("usual.docx", "other.docx"))
    assert other == usual
    assert usual.themes


@made
def test_a_template_gives_the_same_report(tmp_path: Path, made: Callable[[bytes], bytes]) -> None:
    for name, data in (("usual.docx", with_logo()), ("other.docx", made(with_logo()))):
        (tmp_path / name).write_bytes(data)
    reports = []
    for name in ("usual", "other"):
        report = tmp_path / f"report-{name}.docx"
        write(made_session(3), NOW, "en", report, tmp_path / f"{name}.docx")
        reports.append(parts_of(report.read_bytes()))
    usual, other = reports
    assert set(usual) == set(other)
    assert usual["word/document.xml"] == other["word/document.xml"]
    assert any(name.startswith("word/media/") for name in usual)


@pytest.mark.parametrize("made", [KINDS["word-online"], KINDS["strict"]])
def test_a_report_saved_otherwise_keeps_the_edits_by_hand(tmp_path: Path, made: Callable[[bytes], bytes]) -> None:
    report = tmp_path / "report.docx"
    write(made_session(3), NOW, "en", report)
    edited = docx.Document(str(report))
    edited.add_paragraph("Written by hand.")
    edited.save(str(report))
    report.write_bytes(made(report.read_bytes()))
    write(made_session(3), NOW, "en", report)
    assert any(paragraph.text == "Written by hand." for paragraph in docx.Document(str(report)).paragraphs)


def test_a_package_is_renamed_as_one(tmp_path: Path) -> None:
    data = real_list()
    parts = unpack(with_main_part(data, "word/document2.xml"), "x.docx")
    assert parts == parts_of(data)
    assert parts["word/document.xml"] == unpack(strict(data), "x.docx")["word/document.xml"]
