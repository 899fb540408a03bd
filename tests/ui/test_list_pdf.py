"""The list of speakers laid out: pages, texts, right to left, three hundred names in good time."""

import re
import subprocess
import time
import unicodedata
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QApplication

from ipu_session.domain.exchange.printable_list import PrintableList, PrintableRow, PrintableSection
from ipu_session.ui.dialogs.speakers_list_layout import paint_list, render_list_pdf
from tests.fake_services import A_PAPER
from tests.patience import slowdown


def rows(count: int, origin: str = "International Organization for Migration") -> tuple[PrintableRow, ...]:
    return tuple(PrintableRow(str(n), f"{origin} {n}", f"Ms. N. {n}", "3:00") for n in range(1, count + 1))


def long(count: int, heard_rows: tuple[tuple[str, str, str, str], ...] = A_PAPER.heard_rows) -> PrintableList:
    return replace(A_PAPER, sections=(PrintableSection("many", rows(count), 3),), heard_rows=heard_rows)


def text_of(pdf: bytes, tmp_path: Path) -> list[str]:
    file = tmp_path / "list.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    # Letters that the font joins come apart again: "ﬁ".
    return unicodedata.normalize("NFKC", done.stdout.decode()).split("\f")[:-1]


def test_one_page_has_all_that_the_list_says(qapp: QApplication, tmp_path: Path) -> None:
    (page,) = text_of(render_list_pdf(A_PAPER), tmp_path)
    for text in ("List of speakers", "Sitting 1", "Has the floor: Kenya", "Peru", "Mr. P. Alvarez", "3:00"):
        assert text in page
    assert page.index("Peru") < page.index("Heard") < page.index("Samoa")
    assert "Page 1 of 1" in page


def test_every_name_stands_on_one_page_and_each_page_says_which_it_is(qapp: QApplication, tmp_path: Path) -> None:
    pages = text_of(render_list_pdf(long(40)), tmp_path)
    assert len(pages) > 2
    found = [int(number) for page in pages for number in re.findall(r"Ms\. N\. (\d+)", page)]
    assert found == list(range(1, 41))
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page
        assert "List of speakers" in page


def test_a_name_of_any_length_stays_on_the_paper(qapp: QApplication, tmp_path: Path) -> None:
    row = PrintableRow("1", "x" * 400, "", "3:00")
    (page, *_) = text_of(render_list_pdf(replace(A_PAPER, sections=(PrintableSection("one", (row,)),))), tmp_path)
    assert page.count("x") > 390


def test_arabic_is_laid_from_the_right(qapp: QApplication, tmp_path: Path) -> None:
    words = (PrintableSection("١", (PrintableRow("1", "كينيا", "Ms. S. Kihika", "3:00"),)),)
    arabic = replace(A_PAPER, is_right_to_left=True, heading="قائمة المتكلمين", sections=words)
    file = tmp_path / "ar.pdf"
    file.write_bytes(render_list_pdf(arabic))
    done = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, check=True)
    place = {
        line.split(">")[1].split("<")[0]: float(line.split('xMin="')[1].split('"')[0])
        for line in done.stdout.decode().splitlines()
        if "<word" in line
    }
    assert place["3:00"] < 200 < place["Kihika"]


def test_three_hundred_names_take_no_time_that_is_felt(qapp: QApplication) -> None:
    started = time.thread_time()
    render_list_pdf(long(300))
    assert time.thread_time() - started < 0.5 * slowdown()


@pytest.mark.parametrize("dpi", [72, 600])
def test_pages_do_not_hang_on_the_printer_s_dots(qapp: QApplication, tmp_path: Path, dpi: int) -> None:
    writer = QPdfWriter(str(tmp_path / "p.pdf"))
    writer.setResolution(dpi)
    other = QPdfWriter(str(tmp_path / "q.pdf"))
    other.setResolution(300)
    assert paint_list(writer, long(30)) == paint_list(other, long(30))
