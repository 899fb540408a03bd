"""Speakers lists in files of every kind: the right sheet, hidden and struck rows, merged and stray cells."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
import xlsxwriter  # type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types

from ipu_session.domain.exchange.import_results import ListImportOptions, SpeakersList
from ipu_session.importers.files.errors import InputFileError
from ipu_session.importers.speakers.reader import read_speakers
from tests.importers.makers import DIRECTORY, FILES, ods_of, word_list_of, xlsb_of, zip_of

ROWS = [
    ["Delegation", "Name", "Title"],
    ["Kenya", "S. Kihika", "Ms."],
    ["", "W. Mwangi", "Mr."],
    ["Peru", "A. Flores", "Ms."],
]
NAMES = ["Ms. S. Kihika", "Mr. W. Mwangi", "Ms. A. Flores"]


def read(tmp_path: Path, name: str, data: bytes, sheet: str = "") -> SpeakersList:
    path = tmp_path / name
    path.write_bytes(data)
    return read_speakers(path, DIRECTORY, ListImportOptions(sheet=sheet))


def names(found: SpeakersList) -> list[str]:
    return [s.person.titled_name for s in found.speakers]


def asked(found: SpeakersList) -> list[tuple[int, str]]:
    return [(row.line, row.reason) for row in found.refused]


def book_of(
    *sheets: tuple[str, Sequence[Sequence[str]]],
    change: Callable[[xlsxwriter.Workbook, list[xlsxwriter.worksheet.Worksheet]], object] | None = None,
) -> bytes:
    """An .xlsx with (name, rows) sheets; ``change`` gets the workbook and its sheets."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    made = []
    for title, rows in sheets:
        sheet = book.add_worksheet(title)
        made.append(sheet)
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    if change:
        change(book, made)
    book.close()
    return out.getvalue()


def test_an_open_document_sheet_comes_in_and_what_is_hidden_or_struck_is_asked_about(tmp_path: Path) -> None:
    found = read(tmp_path, "a.ods", ods_of(ROWS, hidden=(2,), struck=(3,)))
    assert names(found) == NAMES[:1]
    assert asked(found) == [(3, "hidden-row"), (4, "struck-out")]
    assert found.sheet == "List"


def test_an_old_and_a_binary_workbook_come_in(tmp_path: Path) -> None:
    found = read_speakers(FILES / "speakers.xls", DIRECTORY)
    assert (found.sheet, names(found), asked(found)) == ("Speakers", NAMES[:2], [(4, "hidden-row")])
    found = read(tmp_path, "a.xlsb", xlsb_of(ROWS, hidden=(3,)))
    assert (names(found), asked(found)) == (NAMES[:2], [(4, "hidden-row")])
    with pytest.raises(InputFileError) as refused:
        read(tmp_path, "far.xlsb", xlsb_of(ROWS, far=True))
    assert refused.value.code.value == "too-large"


def test_hidden_struck_merged_and_error_cells_of_a_workbook(tmp_path: Path) -> None:
    def change(book: xlsxwriter.Workbook, sheets: list[xlsxwriter.worksheet.Worksheet]) -> None:
        sheet = sheets[0]
        sheet.set_row(3, None, None, {"hidden": True})
        struck = book.add_format({"font_strikeout": True})
        sheet.write(4, 1, "L. Struck", struck)
        sheet.write_formula(5, 1, "=A99", None, "#REF!")
        sheet.set_column(2, 2, None, None, {"hidden": True})
        sheet.merge_range(6, 0, 7, 0, "Chile")

    rows = [*ROWS, ["Mali", "L. Struck", "Mr."], ["France", "", "Ms."], ["", "E. One", ""], ["", "F. Two", ""]]
    found = read(tmp_path, "a.xlsx", book_of(("Speakers", rows), change=change))
    assert names(found) == ["Ms. S. Kihika", "Mr. W. Mwangi", "E. One", "F. Two"]
    assert [s.person.delegation for s in found.speakers][2:] == ["CL", "CL"]
    assert [s.line for s in found.doubtful_speakers] == [3]
    assert asked(found) == [(4, "hidden-row"), (5, "struck-out"), (6, "error-value")]
    assert [(r.reason, r.value) for r in found.remarks] == [("hidden-column", "Title")]


def test_the_visible_sheet_with_headings_is_read_and_named(tmp_path: Path) -> None:
    def hide(book: xlsxwriter.Workbook, sheets: list[xlsxwriter.worksheet.Worksheet]) -> None:
        sheets[1].activate()
        sheets[0].hide()

    for first, change in (("Cover", None), ("old", hide)):
        rows = [["Welcome"]] if first == "Cover" else [["Delegation", "Name"], ["France", "WITHDRAWN OLD"]]
        found = read(tmp_path, "a.xlsx", book_of((first, rows), ("List", ROWS), change=change))
        assert (found.sheet, names(found)) == ("List", NAMES)


def test_of_several_lists_the_user_says_which(tmp_path: Path) -> None:
    data = book_of(("Monday", ROWS), ("Tuesday", [["Delegation", "Name"], ["Mali", "B"]]))
    found = read(tmp_path, "a.xlsx", data)
    assert (found.speakers, found.refused, found.sheet, found.sheets) == ((), (), "", ("Monday", "Tuesday"))
    found = read(tmp_path, "a.xlsx", data, sheet="Tuesday")
    assert (names(found), found.sheet) == (["B"], "Tuesday")
    with pytest.raises(InputFileError) as refused:
        read(tmp_path, "a.xlsx", data, sheet="Friday")
    assert (refused.value.code.value, refused.value.detail) == ("no-such-sheet", "Monday, Tuesday")


def test_a_protected_sheet_and_workbook_are_no_bomb(tmp_path: Path) -> None:
    data = book_of(("List", ROWS), change=lambda book, sheets: sheets[0].protect("secret"))
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"<bookViews>", b'<workbookProtection lockStructure="1" workbookSpinCount="100000"/><bookViews>'
    )
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"<sheetProtection", b'<sheetProtection spinCount="100000"')
    assert b"spinCount" in parts["xl/worksheets/sheet1.xml"]
    assert names(read(tmp_path, "a.xlsx", zip_of(parts))) == NAMES


@pytest.mark.parametrize("cell", [(1_048_575, 0), (0, 16_383), (1_048_575, 16_383)])
def test_a_stray_cell_is_told_and_costs_no_memory(tmp_path: Path, cell: tuple[int, int]) -> None:
    data = book_of(("List", ROWS), change=lambda book, sheets: sheets[0].write(*cell, "x"))
    found = read(tmp_path, "a.xlsx", data)
    assert names(found) == NAMES
    assert [r.reason for r in found.remarks] == ["far-cell"]


def test_tables_of_a_word_document_are_one_list_if_their_columns_are_the_same(tmp_path: Path) -> None:
    more = [ROWS[0], ["Mali", "B. Example", "Mr."]]
    other = [["Time", "Room"], ["10:00", "A"]]
    found = read(tmp_path, "a.docx", word_list_of(ROWS, more, other, struck=(3,)))
    assert names(found) == [*NAMES[:2], "Mr. B. Example"]
    assert asked(found) == [(4, "struck-out")]


def test_a_word_document_without_a_table_says_what_is_wanted(tmp_path: Path) -> None:
    with pytest.raises(InputFileError) as refused:
        read(tmp_path, "a.docx", word_list_of())
    assert refused.value.code.value == "no-table"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.xls", b"\xef\xbb\xbf<!DOCTYPE html><html><table></table></html>", "html"),
        ("a.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "xml-spreadsheet"),
        ("a.rtf", b"{\\rtf1 x}", "rtf"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "image"),
        ("a.pages", zip_of({"Index/Document.iwa": b"x"}), "pages"),
        ("a.zip", zip_of({"list.csv": b"x"}), "zip"),
        ("a.pdf", b"%PDF-1.7", "pdf"),
    ],
)  # fmt: skip
def test_another_kind_is_named(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    with pytest.raises(InputFileError) as refused:
        read(tmp_path, name, data)
    assert (refused.value.code.value, refused.value.detail) == ("not-a-list", kind)


def test_a_hidden_row_does_not_make_its_twin_below_a_duplicate(tmp_path: Path) -> None:
    rows = [ROWS[0], ROWS[1], ROWS[1]]
    data = book_of(("L", rows), change=lambda book, sheets: sheets[0].set_row(1, None, None, {"hidden": True}))
    found = read(tmp_path, "a.xlsx", data)
    assert (names(found), asked(found)) == (NAMES[:1], [(2, "hidden-row")])


def test_a_text_list_under_the_name_of_a_workbook_of_old_comes_in(tmp_path: Path) -> None:
    assert names(read(tmp_path, "a.xls", b"Delegation\tName\nKenya\tA\n")) == ["A"]


def test_a_cell_struck_in_part_is_asked_about(tmp_path: Path) -> None:
    def change(book: xlsxwriter.Workbook, sheets: list[xlsxwriter.worksheet.Worksheet]) -> None:
        struck = book.add_format({"font_strikeout": True})
        sheets[0].write_rich_string(2, 1, struck, "A. Gone", " B. Instead")

    rows = [("Delegation", "Name"), ("Kenya", "S. Kihika"), ("Peru", "")]
    found = read(tmp_path, "a.xlsx", book_of(("L", rows), change=change))
    assert (names(found), asked(found)) == (["S. Kihika"], [(3, "struck-out")])


def test_a_list_within_a_table_that_lays_out_the_page_is_found(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(2, 1)
    outer.cell(0, 0).text = "Programme"
    inner = outer.cell(1, 0).add_table(2, 2)
    for at, text in enumerate(("Delegation", "Name", "Kenya", "S. Kihika")):
        inner.cell(at // 2, at % 2).text = text
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert names(read_speakers(path, DIRECTORY)) == ["S. Kihika"]
