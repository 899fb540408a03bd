"""Written contributions by keyboard: registered, flagged, corrected, read, quoted, saved out, never lost."""

import hashlib
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import ContributionId, DelegationId
from ipu_session.domain.model.session import NoteKind
from ipu_session.ui.contributions.text_reader import ContributionReader
from ipu_session.ui.dialogs.file_dialog import FileDialog
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from tests.builders import person
from tests.fake_services import A_FILE
from tests.file_dialogs import choose_file, open_file_dialog
from tests.narrowing import not_none
from tests.ui.announcements import POLITE, record_announcements
from tests.ui.contributions.conftest import Desk
from tests.ui.debate.debate_fixture import CTRL, SHIFT, send

Key = Qt.Key
PERU = replace(
    A_FILE, name="peru.docx", data=b"peru", digest=hashlib.sha256(b"peru").hexdigest(),
    delegation=DelegationId("PE"), title="Vues du Pérou", language="fr", pages=1, is_page_count_estimated=True,
)  # fmt: skip
SCAN = replace(
    A_FILE, name="scan.pdf", data=b"scan", digest=hashlib.sha256(b"scan").hexdigest(),
    delegation=DelegationId(""), title="", language="", text="", words=0,
)  # fmt: skip


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(not_none(QApplication.focusWidget()), key, modifier)


def write(text: str) -> None:
    send(not_none(QApplication.focusWidget()), text)


def tab(count: int = 1) -> None:
    for _ in range(count):
        press(Key.Key_Tab)


def test_an_entry_is_typed_by_keyboard_alone_and_received_today(desk: Desk) -> None:
    desk.pane.focus_entry()
    write("ken")
    tab(2)
    write("3")
    press(Key.Key_Return)
    [entry] = desk.entries
    assert (entry.delegation, entry.received, entry.pages) == ("KE", "2022-03-22", 3)
    assert desk.rows()[0][7] == "◷ late · ▤ too long"
    assert "1 received, 1 late, 1 too long" in desk.pane.announcement_label.text()
    assert not desk.pane.form.has_content
    desk.bridge.undo()
    assert desk.entries == []


def test_the_form_says_at_once_what_will_be_flagged(desk: Desk) -> None:
    form = desk.pane.form
    assert form.message.text().startswith("◷ late")
    form.fields.received.line.setText("2022-03-19")
    assert form.message.text() == ""
    form.fields.pages_box.setValue(3)
    assert form.message.text().startswith("▤ too long")


def test_a_form_that_cannot_be_registered_says_why_and_goes_there(desk: Desk) -> None:
    form = desk.pane.form
    desk.pane.focus_entry()
    press(Key.Key_Return)
    assert (form.message.text(), form.fields.delegation.line.hasFocus()) == ("Which delegation sent it?", True)
    write("peru")
    form.fields.themes.line.setText("2 9")
    press(Key.Key_Return)
    assert form.fields.themes.line.hasFocus()
    form.fields.themes.line.setText("#2,1")
    assert form.fields.themes.message_label.text() == "Policy responses · Current situation"
    form.fields.received.line.setText("soon")
    press(Key.Key_Return)
    assert form.fields.received.line.hasFocus()
    assert desk.entries == []


def test_a_file_that_comes_in_fills_the_form_and_is_kept_when_it_is_confirmed(desk: Desk) -> None:
    desk.pane.focus_entry()
    desk.come("kenya.pdf")
    form = desk.pane.form
    assert (form.fields.delegation.line.text(), form.fields.pages_box.value(), form.fields.title.text()) == (
        "Kenya",
        3,
        "Views of Kenya",
    )
    assert desk.rows()[0][2] == "To be confirmed (1)"
    press(Key.Key_Return)
    [entry] = desk.entries
    assert (entry.file, entry.text, entry.words) == ("kenya.pdf", A_FILE.text, 14)
    assert desk.service.read_attachment(entry.digest) == A_FILE.data
    assert [row[1] for row in desk.rows()] == ["Kenya"]


def test_several_dropped_files_are_confirmed_one_after_the_other(desk: Desk) -> None:
    desk.files |= {"/sent/peru.docx": PERU, "/sent/scan.pdf": SCAN}
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in desk.files] + [QUrl("https://example.org/x.pdf")])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, buttons, none)
    QApplication.sendEvent(desk.pane, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, buttons, none)
    QApplication.sendEvent(desk.pane, dropped)
    desk.settle()
    assert [row[1] for row in desk.rows()[1:]] == ["Kenya", "Peru", "delegation not known"]
    desk.pane.focus_entry()
    press(Key.Key_Return)
    assert desk.pane.form.fields.delegation.line.text() == "Peru"
    assert "reckoned" in desk.pane.form.file_field.label.text()
    press(Key.Key_Return)
    assert "picture" in desk.pane.form.file_field.label.text()
    write("samoa")
    press(Key.Key_Return)
    assert [(e.delegation, e.file) for e in desk.entries] == [
        ("KE", "kenya.pdf"),
        ("PE", "peru.docx"),
        ("WS", "scan.pdf"),
    ]
    assert len(desk.journal.files) == 3


def test_what_is_no_file_of_this_machine_is_not_taken(desk: Desk) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/x.pdf")])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(desk.pane, event)
    assert not event.isAccepted()


def test_a_bad_file_is_told_and_the_others_come_in(desk: Desk) -> None:
    desk.come("none.pdf", "kenya.pdf")
    assert "/sent/none.pdf" in desk.pane.message.text()
    assert desk.pane.form.fields.delegation.line.text() == "Kenya"


def test_a_file_that_is_registered_already_is_told(desk: Desk) -> None:
    desk.come("kenya.pdf")
    desk.pane.form.submit()
    desk.come("kenya.pdf")
    assert desk.pane.message.text() == "kenya.pdf is registered already: Kenya"
    assert len(desk.rows()) == 1


def test_what_is_half_typed_stays_when_a_file_comes_in(desk: Desk) -> None:
    desk.pane.focus_entry()
    write("peru")
    desk.come("kenya.pdf")
    assert desk.pane.form.fields.delegation.line.text() == "peru"
    press(Key.Key_Return)
    assert desk.entries[0].delegation == "PE"
    assert desk.pane.form.fields.delegation.line.text() == "Kenya"


def test_half_typed_and_waiting_survive_a_new_window(desk: Desk) -> None:
    desk.files["/sent/peru.docx"] = PERU
    desk.come("kenya.pdf", "peru.docx")
    desk.pane.form.fields.title.setText("half a ti")
    desk.pane.form.fields.pages_box.setValue(7)
    desk.open()
    form = desk.pane.form
    assert (form.fields.title.text(), form.fields.pages_box.value(), form.fields.delegation.line.text()) == (
        "half a ti",
        7,
        "Kenya",
    )
    assert len(desk.rows()) == 3
    form.submit()
    assert (desk.entries[0].title, desk.entries[0].pages, desk.entries[0].file) == ("half a ti", 7, "kenya.pdf")
    assert desk.service.read_attachment(A_FILE.digest) == A_FILE.data
    desk.pane.form.submit()
    desk.open()
    assert not desk.pane.form.has_content
    assert desk.service.read_draft("contribution") == ""


def test_a_waiting_file_that_is_gone_is_told_and_the_rest_of_the_form_stays(desk: Desk) -> None:
    desk.come("kenya.pdf")
    desk.files.clear()
    desk.pane.form.fields.title.setText("typed")
    desk.open()
    assert "/sent/kenya.pdf" in desk.pane.message.text()
    assert desk.pane.form.fields.title.text() == "typed"
    desk.pane.form.submit()
    assert (desk.entries[0].title, desk.entries[0].digest) == ("typed", "")


def test_an_entry_is_corrected_removed_and_brought_back(desk: Desk) -> None:
    desk.register(title="before")
    desk.pane.register.view.setFocus()
    press(Key.Key_F4)
    assert desk.pane.form.fields.delegation.line.hasFocus()
    desk.pane.form.fields.title.setText("after")
    press(Key.Key_Return)
    assert [e.title for e in desk.entries] == ["after"]
    desk.pane.register.view.setFocus()
    press(Key.Key_Delete)
    assert desk.entries == []
    desk.bridge.undo()
    assert [e.title for e in desk.entries] == ["after"]


def test_a_half_typed_correction_survives_a_new_window(desk: Desk) -> None:
    number = desk.register(title="before")
    desk.pane.register.view.setFocus()
    press(Key.Key_F4)
    desk.pane.form.fields.title.setText("after")
    desk.open()
    assert (desk.pane.form.entry, desk.pane.form.fields.title.text()) == (number, "after")


def test_escape_leaves_the_form_and_then_the_page(desk: Desk, qtbot: QtBot) -> None:
    desk.pane.focus_entry()
    write("peru")
    press(Key.Key_Escape)
    assert not desk.pane.form.has_content
    with qtbot.waitSignal(desk.pane.closed):
        press(Key.Key_Escape)


def test_a_file_is_attached_to_an_entry(desk: Desk, tmp_path: Path) -> None:
    desk.register(title="by post", pages=2)
    desk.pane.register.view.setFocus()
    press(Key.Key_F4)
    sent = tmp_path / "kenya.pdf"
    sent.touch()
    desk.files[str(sent)] = A_FILE
    desk.pane.form.file_field.button.click()
    choose_file(sent)
    desk.settle()
    desk.pane.form.submit()
    [entry] = desk.entries
    assert (entry.title, entry.pages, entry.file, entry.text) == ("by post", 2, "kenya.pdf", A_FILE.text)
    assert desk.service.read_attachment(entry.digest) == A_FILE.data


def test_the_kept_file_is_saved_out_as_it_was_sent(desk: Desk, tmp_path: Path) -> None:
    desk.come("kenya.pdf")
    desk.pane.form.submit()
    desk.pane.register.view.setFocus()
    press(Key.Key_S, CTRL)
    assert open_file_dialog().chosen_files[0].name == "kenya.pdf"
    choose_file(tmp_path / "k.pdf")
    assert desk.written == {tmp_path / "k.pdf": A_FILE.data}
    desk.host.activateWindow()
    desk.pane.register.view.setFocus()
    press(Key.Key_S, CTRL)
    choose_file(tmp_path / "full")
    assert "full" in desk.pane.message.text()


def test_a_file_that_is_not_in_the_session_is_said_and_can_be_attached_again(desk: Desk) -> None:
    desk.come("kenya.pdf")
    desk.pane.form.submit()
    desk.journal.files.clear()
    desk.pane.register.view.setFocus()
    press(Key.Key_S, CTRL)
    assert "not in this session" in desk.pane.message.text()
    desk.come("kenya.pdf")
    assert desk.service.read_attachment(A_FILE.digest) == A_FILE.data


@pytest.fixture
def read(desk: Desk) -> ContributionReader:
    """The text of Kenya's contribution, read by Enter on its row."""
    desk.come("kenya.pdf")
    desk.pane.form.submit()
    desk.pane.register.view.setFocus()
    press(Key.Key_Return)
    assert desk.pane.reader.text_view.hasFocus()
    return desk.pane.reader


def test_the_text_is_found_in_without_accents_and_case(desk: Desk, read: ContributionReader) -> None:
    read.focus_search()
    write("WOMEN migr")
    cursor = read.text_view.textCursor()
    assert cursor.selectedText() == "women migrants"
    assert read.match_count_label.text() == "1 of 1"
    read.search_line.setText("zzz")
    assert read.match_count_label.text() == "not found"


def test_a_selected_stretch_is_quoted_with_kind_and_theme(desk: Desk, read: ContributionReader) -> None:
    read.search_line.setText("common register")
    press(Key.Key_Return)
    assert read.quote_line.field.hasFocus()
    assert read.quote_line.field.plain_text == "common register"
    write("!#2 ")
    assert read.quote_line.kind_label.text() == "#2 proposal"
    press(Key.Key_Return)
    [note] = desk.session.notes.values()
    assert (note.text, note.kind, note.intervention) == ("common register", NoteKind.PROPOSAL, None)
    assert note.contribution == desk.entries[0].id
    assert note.themes == (desk.session.themes[1].id,)
    assert read.text_view.hasFocus()
    assert desk.rows()[0][7].endswith("quoted")


def test_a_stretch_is_selected_by_shift_and_the_arrows(desk: Desk, read: ContributionReader) -> None:
    read.text_view.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(5):
        press(Key.Key_Right, SHIFT)
    press(Key.Key_Return)
    assert read.quote_line.field.plain_text == "Views"


def test_a_quoted_contribution_stays(desk: Desk, read: ContributionReader) -> None:
    read.quote_line.set_quote("Views")
    press(Key.Key_Return)
    desk.pane.register.view.setFocus()
    press(Key.Key_Delete)
    assert len(desk.entries) == 1


def test_a_half_written_quotation_survives_a_new_window(desk: Desk, read: ContributionReader) -> None:
    read.quote_line.set_quote("Views of Ken")
    desk.open()
    assert desk.pane.entry_stack.currentWidget() is desk.pane.reader
    assert desk.pane.reader.quote_line.field.plain_text == "Views of Ken"


def test_a_theme_that_is_none_is_told(desk: Desk, read: ContributionReader) -> None:
    read.quote_line.set_quote("#9 Views")
    press(Key.Key_Return)
    assert read.quote_line.message.text() == "There is no theme of that number."
    assert not desk.session.notes


def test_escape_goes_back_to_the_register(desk: Desk, read: ContributionReader) -> None:
    press(Key.Key_Escape)
    assert desk.pane.register.view.hasFocus()


def test_an_entry_that_is_undone_is_read_no_further(desk: Desk, read: ContributionReader) -> None:
    desk.bridge.undo()
    assert desk.pane.entry_stack.currentWidget() is desk.pane.form


def test_signs_beyond_the_first_plane_do_not_shift_the_place(desk: Desk) -> None:
    desk.register(text="😀😀 one common register", title="Faces")
    desk.pane.show_text(desk.entries[0].id, "common")
    assert desk.pane.reader.text_view.textCursor().selectedText() == "common"


def test_a_note_that_quotes_is_not_moved_to_a_speech(desk: Desk) -> None:
    number = desk.register()
    desk.service.execute(c.AddRequest(person("PE")))
    desk.service.execute(c.GiveFloor())
    desk.service.execute(c.TakeNote("as written", contribution=number))
    told: list[object] = []
    desk.bridge.rejected.connect(told.append)
    desk.bridge.execute(c.MoveNote(max(desk.session.notes), desk.session.speaking))
    assert told == ["written-not-said"]


def test_a_text_in_an_unknown_encoding_is_asked_about_by_how_a_line_reads(desk: Desk) -> None:
    desk.files["/sent/latin.txt"] = A_FILE
    desk.candidates = (("cp1252", "Aïssata Diarra"), ("cp1250", "Aďssata Diarra"))
    desk.come("latin.txt")
    question = desk.pane.encoding_question
    assert question.isVisible()
    assert question.candidates_box.currentIndex() == -1
    assert "latin.txt" in question.message.text()
    assert question.candidates_box.itemText(0) == "cp1252:  Aïssata Diarra"

    question.candidates_box.setFocus()
    assert not question.read_button.isEnabled()
    QTest.keyClick(question.candidates_box, Qt.Key.Key_Down)
    assert desk.encodings == []
    QTest.keyClick(question.read_button, Qt.Key.Key_Space)
    desk.settle()

    assert desk.encodings == ["cp1252"]
    assert not question.isVisible()
    assert desk.pane.message.text() == ""


def highlighted(desk: Desk) -> object:
    """What the highlighted row stands for; None if no row is highlighted."""
    rows = desk.pane.register.view.selectionModel().selectedRows()
    return desk.pane.register.model.key_at(rows[0].row()) if rows else None


def in_the_form(desk: Desk) -> ContributionId | str | None:
    form = desk.pane.form
    return form.entry if form.entry is not None else form.digest or None


def test_the_highlighted_row_is_the_one_that_the_form_shows(desk: Desk, qtbot: QtBot) -> None:
    desk.files |= {"/sent/peru.docx": PERU, "/sent/scan.pdf": SCAN}
    desk.register("JP", title="by post")
    assert highlighted(desk) == in_the_form(desk)
    desk.come("kenya.pdf", "peru.docx", "scan.pdf")
    assert highlighted(desk) == in_the_form(desk) == A_FILE.digest
    desk.pane.form.submit()
    assert highlighted(desk) == in_the_form(desk) == PERU.digest
    desk.pane.register.view.setFocus()
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Home):
        press(key)
        assert highlighted(desk) == in_the_form(desk)
    desk.pane.form.fields.title.setText("half a ti")
    before = highlighted(desk)
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: highlighted(desk) == in_the_form(desk) == before)
    assert desk.pane.form.fields.title.text() == "half a ti"
    desk.pane.form.cancel()
    desk.pane.focus_entry()
    assert highlighted(desk) == in_the_form(desk)


def test_delete_strikes_out_what_the_form_shows(desk: Desk) -> None:
    desk.files["/sent/peru.docx"] = PERU
    desk.come("kenya.pdf", "peru.docx")
    desk.pane.form.submit()
    desk.pane.register.view.setFocus()
    press(Key.Key_Delete)
    assert [entry.delegation for entry in desk.entries] == ["KE"]
    assert len(desk.rows()) == 1


@pytest.mark.parametrize(
    "where", ["register", "form.fields.title", "form.fields.language_box", "form.fields.pages_box"]
)
def test_files_are_added_from_everywhere_on_the_page(desk: Desk, where: str) -> None:
    widget = desk.pane
    for name in where.split("."):
        widget = getattr(widget, name)
    assert widget is not None
    widget.setFocus()
    press(Key.Key_Insert, CTRL)
    dialog = open_file_dialog()
    assert dialog.fileMode() is FileDialog.FileMode.ExistingFiles
    dialog.reject()


def test_files_are_added_while_a_text_is_read(desk: Desk, read: ContributionReader) -> None:
    for widget in (desk.pane.reader.text_view, desk.pane.reader.search_line):
        desk.host.activateWindow()
        widget.setFocus()
        QTest.keyClick(widget, Key.Key_Insert, CTRL)
        dialog = open_file_dialog()
        assert dialog.fileMode() is FileDialog.FileMode.ExistingFiles
        dialog.reject()


def test_undoing_a_registration_puts_the_file_back_to_be_confirmed(desk: Desk) -> None:
    desk.come("kenya.pdf")
    desk.pane.form.submit()
    desk.bridge.undo()
    assert desk.entries == []
    assert desk.rows()[0][2] == "To be confirmed (1)"
    assert desk.pane.form.fields.delegation.line.text() == "Kenya"
    assert highlighted(desk) == in_the_form(desk) == A_FILE.digest
    desk.bridge.redo()
    assert [row[1] for row in desk.rows()] == ["Kenya"]
    assert in_the_form(desk) is None
    desk.bridge.undo()
    desk.pane.form.submit()
    assert desk.entries[0].digest == A_FILE.digest
    assert desk.service.read_attachment(A_FILE.digest) == A_FILE.data


def test_a_file_registered_before_this_window_comes_back_too(desk: Desk) -> None:
    desk.come("kenya.pdf")
    desk.pane.form.submit()
    desk.open()
    desk.bridge.undo()
    assert desk.rows()[0][2] == "To be confirmed (1)"


def test_a_registration_that_was_struck_out_is_not_confirmed_again(desk: Desk) -> None:
    desk.come("kenya.pdf")
    desk.pane.form.submit()
    desk.service.execute(c.RemoveContribution(max(desk.session.contributions)))
    assert desk.rows() == []


def test_a_message_that_is_no_longer_true_goes(desk: Desk) -> None:
    desk.come("kenya.pdf")
    desk.pane.form.submit()
    desk.come("kenya.pdf")
    assert desk.pane.message.text() == "kenya.pdf is registered already: Kenya"
    desk.bridge.undo()
    assert desk.pane.message.text() == ""
    late = desk.pane.form.message.text()
    assert late.startswith("◷ late")
    details = replace(desk.session.details, contributions_deadline="2022-04-01")
    desk.service.execute(c.ChangeDetails(details))
    assert "late" not in desk.pane.form.message.text()


def test_a_page_opened_with_an_empty_form_highlights_no_row(desk: Desk) -> None:
    desk.register()
    desk.open()
    assert desk.rows()[0][1] == "Kenya"
    assert desk.pane.form.entry is None
    assert not desk.pane.register.view.selectionModel().hasSelection()
    desk.pane.register.view.setFocus()
    desk.qtbot.waitUntil(lambda: desk.pane.form.entry is not None)
    assert desk.pane.register.view.selectionModel().hasSelection()


def test_the_delegation_recognised_is_announced_while_it_is_typed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    announced = record_announcements(monkeypatch)
    desk.pane.focus_entry()
    write("ken")
    desk.qtbot.waitUntil(lambda: ("Kenya", POLITE) in announced)


def test_a_half_typed_correction_comes_back_after_a_new_entry_was_begun(desk: Desk) -> None:
    desk.register()
    form = desk.pane.form
    form.edit_entry(desk.entries[0])
    form.fields.title.setText("Half a title")
    desk.pane.entry_stack.start_new_entry()
    assert (form.entry, form.fields.title.text()) == (None, "")
    CLEARED_TEXTS.restore(not_none(CLEARED_TEXTS.latest_restorable))
    assert (form.entry, form.fields.title.text()) == (desk.entries[0].id, "Half a title")
