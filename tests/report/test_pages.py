"""Where the pages of a report break, as LibreOffice prints it: nothing is parted from what it belongs to."""

import subprocess

import pytest
from msgspec.structs import replace

from ipu_session.app import paths
from ipu_session.app.services.report_export import build_checked_report
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.report.docx.writer import build_docx
from ipu_session.report.model import Bullets, Column, Heading, Paragraph, ParagraphStyle, Table
from tests.report.sessions import OFFSET_MIN, OPENED_MS, made_session

NOW = Timestamp(OPENED_MS + 7_200_000, OFFSET_MIN)
COLUMNS = (Column("Number", 1), Column("Name", 1))


def rows(count: int) -> tuple[tuple[str, str], ...]:
    return tuple((f"row {n} of {count}", "name") for n in range(1, count + 1))


SPEECH = (
    Heading(1, "A heading above all"),
    Heading(3, "No. 1: a speaker"),
    Paragraph("Time used: 2:51 of 3:00.", ParagraphStyle.REMARK),
    Paragraph("Points made", ParagraphStyle.LEAD),
    Bullets(("first", "second", "third")),
)
TABLES = (
    Table("short", "Table 1. Short", COLUMNS, rows(7)),
    Paragraph("What the short table means.", ParagraphStyle.REMARK),
    Table("long", "Table 2. Long", COLUMNS, (*rows(45), ("Total", "45")), has_total_row=True),
    Paragraph("What the long table means.", ParagraphStyle.REMARK),
)
ENDING = (Paragraph("The last step.\nAnd when it is."), Paragraph("The last line.", ParagraphStyle.REMARK))
NEVER_LAST = ("A heading above all", "No. 1: a speaker", "Time used: 2:51 of 3:00.", "Points made",
              "Table 1. Short", "Table 2. Long", "Number Name", "row 1 of 45 name",
              "row 45 of 45 name", "And when it is.")  # fmt: skip


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The lines of each page, for both groups of blocks at every height of the page where it matters."""
    end = Paragraph("The page ends.", page_break_after=True)
    blocks = [end]
    for group, heights in ((SPEECH, range(25, 34)), (TABLES, range(16, 33)), (ENDING, range(29, 34))):
        for height in heights:
            blocks += [*(Paragraph(f"line {n}") for n in range(height)), *group, end]
    made = replace(build_checked_report(made_session(1), NOW, ReportOptions()), blocks=tuple(blocks), toc_heading="")
    folder = tmp_path_factory.mktemp("pages")
    file = folder / "report.docx"
    file.write_bytes(build_docx(made, paths.resources_dir() / "templates" / "report.docx"))
    home = f"-env:UserInstallation=file://{folder}/office"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(convert, check=True, capture_output=True)
    read = ["pdftotext", "-layout", str(file.with_suffix(".pdf")), "-"]
    text = subprocess.run(read, check=True, capture_output=True).stdout.decode()
    found = [[" ".join(line.split()) for line in page.split("\n") if line.strip()] for page in text.split("\f")]
    return [lines[1:-1] for lines in found if lines]


def test_nothing_that_belongs_to_what_follows_ends_a_page(pages: list[list[str]]) -> None:
    assert len(pages) > 45
    assert [lines[-1] for lines in pages if lines[-1] in NEVER_LAST] == []


def test_no_page_is_empty_wherever_a_new_one_is_begun(pages: list[list[str]]) -> None:
    assert all(pages)
    assert len([lines for lines in pages if lines[0] == "line 0"]) == 9 + 17 + 5


def test_no_page_begins_with_the_last_row_of_a_table(pages: list[list[str]]) -> None:
    again = [lines[1] for lines in pages if lines[0] == "Number Name"]
    assert again
    assert not {"Total 45", "row 45 of 45 name"} & set(again)
    assert not [each for each in again if each.endswith("of 7 name")]
