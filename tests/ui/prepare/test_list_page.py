"""A speakers list in the window: looked over, mapped, corrected in place by keyboard, added in one step."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ipu_session.app.services.file_services import read_pasted_speakers, read_speakers
from ipu_session.domain.model.session import Gender, Person
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.prepare.speakers_import_page import SpeakersImportPage
from ipu_session.ui.prepare.workspace import PrepareWorkspace
from ipu_session.ui.widgets.rows.tables import set_current_row
from tests.accessible_names import nameless
from tests.builders import a_session
from tests.construction import complete
from tests.fake_services import fake_services
from tests.file_dialogs import choose_file
from tests.importers.makers import word_list_of, zip_of
from tests.importers.test_list_files import ROWS, book_of
from tests.narrowing import not_none

LIST = """Country;Hotel;Name;Title;Born
Kenya;Hilton;S. Kihika;Ms.;03/04/1990
Kenyya;;W. Mwangi;Mr.;1975
Peru;;;Ms.;
France;;A. Dupont;M.;1980
"""


@pytest.fixture
def bridge(qapp: QApplication) -> SessionBridge:
    return SessionBridge(a_session())


@pytest.fixture
def page(qtbot: QtBot, bridge: SessionBridge) -> SpeakersImportPage:
    errands = fake_services(read_speakers=read_speakers, parse_speakers=read_pasted_speakers)
    whole = complete(PrepareWorkspace(bridge, errands))
    qtbot.addWidget(whole)
    whole.resize(1366, 700)
    whole.tabs.setCurrentWidget(whole.speakers)
    whole.show()
    qtbot.waitActive(whole)
    return whole.speakers


def paste(page: SpeakersImportPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.read_clipboard()


def opened(page: SpeakersImportPage, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    page.choose_file()
    choose_file(path)


def results(page: SpeakersImportPage) -> list[str]:
    return [line.cells[4] for line in page.imported_rows.model.rows]


def queue(bridge: SessionBridge) -> list[Person]:
    session = bridge.session
    return [session.person(session.requests[request].delegate) for request in session.queue]


def typed(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def answer(page: SpeakersImportPage) -> None:
    """Answer the three questions of LIST by the keyboard: the day, the delegation, the name."""
    QTest.keyClick(page.imported_rows.view, Qt.Key.Key_Return)
    assert page.imported_rows.row_editor.born.hasFocus()
    typed(page.imported_rows.row_editor.born, "3.4.1990")
    QTest.keyClick(page.imported_rows.row_editor.born, Qt.Key.Key_Return)
    assert (page.imported_rows.view.currentIndex().row(), page.imported_rows.view.hasFocus()) == (1, True)
    page.imported_rows.row_editor.suggestions_box.setCurrentIndex(0)
    page.imported_rows.row_editor.suggestions_box.activated.emit(0)
    QTest.keyClick(page.imported_rows.row_editor.delegation, Qt.Key.Key_Return)
    assert page.imported_rows.view.currentIndex().row() == 2
    QTest.keyClick(page.imported_rows.view, Qt.Key.Key_F4)
    assert page.imported_rows.row_editor.name.hasFocus()
    typed(page.imported_rows.row_editor.name, "R. Quispe")
    page.imported_rows.row_editor.gender_box.setCurrentIndex(2)
    QTest.keyClick(page.imported_rows.row_editor.name, Qt.Key.Key_Return)


def test_each_question_is_said_and_the_keyboard_stands_at_the_first(page: SpeakersImportPage) -> None:
    paste(page, LIST)
    assert results(page) == [
        "day first or month first: 03/04/1990",
        "no such delegation: Kenyya",
        "names nobody; write the name",
        "✓",
    ]
    assert "2 rows can be taken over, 2 are not. 1 is to be looked at." in page.message.text()
    assert "Column not used: Hotel" in page.remarks_label.text()
    assert page.imported_rows.view.hasFocus()
    assert page.imported_rows.view.currentIndex().row() == 0


def test_the_nearest_delegation_is_proposed_and_not_taken_by_itself(page: SpeakersImportPage) -> None:
    paste(page, LIST)
    page.imported_rows.view.selectRow(1)
    assert page.imported_rows.row_editor.delegation.text() == "Kenyya"
    assert [
        page.imported_rows.row_editor.suggestions_box.itemText(n)
        for n in range(page.imported_rows.row_editor.suggestions_box.count())
    ] == ["Kenya"]
    QTest.keyClick(page.imported_rows.row_editor.submit_button, Qt.Key.Key_Space)
    assert "no such delegation" in page.imported_rows.row_editor.message.text()
    assert results(page)[1] == "no such delegation: Kenyya"


def test_questions_are_answered_in_place_by_keyboard_and_all_goes_on_as_one_step(
    page: SpeakersImportPage, bridge: SessionBridge
) -> None:
    paste(page, LIST)
    answer(page)
    assert results(page) == ["corrected", "corrected", "corrected", "✓"]
    assert page.add_button.hasFocus()
    QTest.keyClick(page.add_button, Qt.Key.Key_Return)
    assert [(p.delegation, p.titled_name, p.born) for p in queue(bridge)] == [
        ("KE", "Ms. S. Kihika", "1990-04-03"),
        ("KE", "Mr. W. Mwangi", "1975"),
        ("PE", "Ms. R. Quispe", ""),
        ("FR", "M. A. Dupont", "1980"),
    ]
    assert queue(bridge)[2].gender is Gender.MAN
    assert page.message.text() == "4 names were put on the list."
    bridge.undo()
    assert queue(bridge) == []


def test_counts_are_true_when_a_list_comes_again(page: SpeakersImportPage, bridge: SessionBridge) -> None:
    paste(page, "Country,Name\nKenya,A\nPeru,B\n")
    page.submit()
    paste(page, "Country,Name\nKenya,a\nPeru,B\nFrance,C\n")
    page.submit()
    assert page.message.text() == "1 name was put on the list. 2 stood on it already."
    assert len(queue(bridge)) == 3


def test_a_list_that_is_wholly_there_says_so(page: SpeakersImportPage, bridge: SessionBridge) -> None:
    for _ in range(2):
        paste(page, "Country,Name\nKenya,A\n")
        page.submit()
    assert page.message.text() == "0 names were put on the list. 1 stood on it already."
    assert len(queue(bridge)) == 1


def test_a_column_is_read_otherwise_and_the_corrections_stay(page: SpeakersImportPage) -> None:
    paste(page, LIST.replace("Name", "Who"))
    assert results(page).count("names nobody; write the name") == 3
    box = page.column_mapping.boxes[2].field_box
    assert box.accessibleName() == "Column “Who” is read as"
    box.setFocus()
    box.setCurrentIndex(box.findData("name"))
    box.activated.emit(box.currentIndex())
    assert page.column_mapping.boxes[2].field_box is box
    assert results(page)[3] == "✓"
    assert not_none(page.speakers_list).unused_headings == ("Hotel",)


def test_a_list_without_known_headings_is_mapped_by_hand(page: SpeakersImportPage) -> None:
    paste(page, "Wer;Woher\nA. Example;Kenya\n")
    assert "No heading is known" in page.message.text()
    for column, field in enumerate(("name", "delegation")):
        box = page.column_mapping.boxes[column].field_box
        box.setCurrentIndex(box.findData(field))
        box.activated.emit(box.currentIndex())
    assert results(page) == ["✓"]


def test_of_several_sheets_one_is_chosen(page: SpeakersImportPage, tmp_path: Path) -> None:
    opened(page, tmp_path / "a.xlsx", book_of(("Mon", ROWS), ("Tue", [["Country", "Name"], ["Mali", "B"]])))
    assert page.imported_rows.model.rowCount() == 0
    assert page.source_bar.sheet_box.isVisible()
    assert page.source_bar.sheet_box.hasFocus()
    assert "Several sheets" in page.message.text()
    page.source_bar.sheet_box.setCurrentIndex(1)
    page.source_bar.sheet_box.activated.emit(1)
    assert [line.cells[2] for line in page.imported_rows.model.rows] == ["B"]
    assert "sheet or table: Tue" in page.remarks_label.text()


def test_what_was_corrected_on_one_sheet_is_not_put_on_another(page: SpeakersImportPage, tmp_path: Path) -> None:
    sheets = (("Mon", ROWS), ("Tue", [["Country", "Name"], ["France", "B"], ["Peru", "C"]]))
    opened(page, tmp_path / "a.xlsx", book_of(*sheets))
    for number in (0, 1):
        page.source_bar.sheet_box.setCurrentIndex(number)
        page.source_bar.sheet_box.activated.emit(number)
        if not number:
            page.imported_rows.view.selectRow(0)
            typed(page.imported_rows.row_editor.name, "Somebody Else")
            page.imported_rows.row_editor.submit()
            page.imported_rows.view.selectRow(1)
            page.imported_rows.row_editor.leave_out()
            assert results(page)[:2] == ["corrected", "left out"]
    assert [line.cells[2] for line in page.imported_rows.model.rows] == ["B", "C"]
    assert results(page) == ["✓", "✓"]


def test_dates_and_capitals_are_chosen_for_the_whole_list(page: SpeakersImportPage) -> None:
    paste(page, "Country;Nom;Prénom;DOB\nKenya;KIHIKA;Susan;03/04/1990\n")
    assert page.imported_rows.model.rows[0].cells[2] == "Susan Kihika"
    page.source_bar.date_order_box.setCurrentIndex(1)
    page.source_bar.date_order_box.activated.emit(1)
    assert not_none(page.speakers_list).speakers[0].person.born == "1990-04-03"
    page.source_bar.capitals_box.click()
    assert page.imported_rows.model.rows[0].cells[2] == "Susan KIHIKA"
    assert not_none(page.speakers_list).speakers[0].person.born == "1990-04-03"


def test_a_row_is_left_out_and_taken_again(page: SpeakersImportPage) -> None:
    paste(page, "Country,Name\nKenya,A\nPeru,B\n")
    page.imported_rows.view.setFocus()
    page.imported_rows.view.selectRow(0)
    QTest.keyClick(page.imported_rows.view, Qt.Key.Key_Delete)
    assert results(page) == ["left out", "✓"]
    page.imported_rows.view.selectRow(0)
    page.imported_rows.row_editor.submit()
    assert results(page) == ["corrected", "✓"]


def test_hidden_and_struck_rows_are_taken_by_one_press(page: SpeakersImportPage, tmp_path: Path) -> None:
    opened(page, tmp_path / "a.docx", word_list_of(ROWS, struck=(1,)))
    assert results(page)[0] == "is struck through"
    page.imported_rows.view.selectRow(0)
    page.imported_rows.row_editor.submit()
    assert results(page)[0] == "corrected"


def test_another_kind_of_file_is_named_with_what_is_wanted(page: SpeakersImportPage, tmp_path: Path) -> None:
    opened(page, tmp_path / "a.zip", zip_of({"x": b"y"}))
    assert "an archive" in page.message.text()
    assert "Wanted is a speakers list" in page.message.text()


def test_every_control_has_a_name_while_a_list_is_looked_over(page: SpeakersImportPage) -> None:
    paste(page, LIST)
    assert nameless(page) == []


def test_nothing_of_the_list_is_rendered(page: SpeakersImportPage) -> None:
    paste(page, "Country,Name,<b>x</b>\nKenya,<img src=x>,\n<i>Nowhere</i>,A,\n")
    assert page.imported_rows.row_editor.found_label.textFormat() is Qt.TextFormat.PlainText
    assert page.remarks_label.textFormat() is Qt.TextFormat.PlainText
    assert page.column_mapping.boxes[2].heading == "<b>x</b>"


def test_columns_can_be_mapped_in_every_list_not_only_in_the_first(page: SpeakersImportPage) -> None:
    for text in ("Country,Name\nKenya,A\n", "Pays;Nom;Titre\nPérou;B;Mme\n", LIST):
        paste(page, text)
        QApplication.processEvents()
        assert [box.isVisible() for box in page.column_mapping.boxes] == [True] * len(page.column_mapping.boxes)
        assert page.column_mapping.height() >= page.column_mapping.boxes[0].sizeHint().height(), text


def test_what_was_typed_for_a_row_comes_back_with_the_row_until_it_is_taken(page: SpeakersImportPage) -> None:
    paste(page, LIST)
    editor = page.imported_rows.row_editor
    set_current_row(page.imported_rows.view, 1)
    editor.name.setText("W. Mwangi half")
    set_current_row(page.imported_rows.view, 0)
    assert editor.name.text() == "S. Kihika"
    set_current_row(page.imported_rows.view, 1)
    assert editor.name.text() == "W. Mwangi half"
    editor.delegation.setText("Kenya")
    editor.submit()
    set_current_row(page.imported_rows.view, 1)
    assert (editor.name.text(), editor.delegation.text()) == ("W. Mwangi half", "Kenya")
    editor.name.setText("W. Mwangi")
    set_current_row(page.imported_rows.view, 0)
    set_current_row(page.imported_rows.view, 1)
    assert editor.name.text() == "W. Mwangi"
    editor.submit()
    assert editor._half_typed == {}
