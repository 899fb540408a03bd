"""The preparation by keyboard: details, themes, delegations, speakers in, rules, and a new session."""

from enum import StrEnum
from pathlib import Path
from typing import NoReturn, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.commands import CreateSession
from ipu_session.domain.exchange.import_results import (
    ConceptNote,
    ImportedSpeaker,
    ListImportOptions,
    RefusedRow,
    SpeakersList,
)
from ipu_session.domain.exchange.speakers_list_draft import SpeakersListDraft
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import PRESETS, Rules
from ipu_session.domain.model.session import Delegation
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.file_dialog import FileCallback
from ipu_session.ui.prepare import prepare_labels
from ipu_session.ui.prepare.new_session import NewSessionPage
from ipu_session.ui.prepare.workspace import PrepareWorkspace
from ipu_session.ui.shell.welcome_page import WelcomePage
from ipu_session.ui.strings import labels, list_import_messages
from tests.accessible_names import nameless
from tests.builders import a_session, person
from tests.construction import complete
from tests.fake_services import A_NOTE, fake_services
from tests.file_dialogs import choose_file
from tests.narrowing import not_none

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bridge(qapp: QApplication) -> SessionBridge:
    return SessionBridge(a_session("KE"))


@pytest.fixture
def workspace(qtbot: QtBot, bridge: SessionBridge) -> PrepareWorkspace:
    made = complete(PrepareWorkspace(bridge, fake_services()))
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    qtbot.waitActive(made)
    return made


Page = TypeVar("Page", bound=QWidget)


def show(workspace: PrepareWorkspace, page: Page) -> Page:
    workspace.tabs.setCurrentWidget(page)
    return page


def typed(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_a_field_is_recorded_when_it_is_left_and_can_be_undone(
    workspace: PrepareWorkspace, bridge: SessionBridge
) -> None:
    form = show(workspace, workspace.details)
    typed(form.text_fields["place"], "Geneva")
    QTest.keyClick(form.text_fields["place"], Qt.Key.Key_Tab)
    assert bridge.session.details.place == "Geneva"
    bridge.undo()
    assert bridge.session.details.place == ""
    assert form.text_fields["place"].text() == ""


def test_an_undone_field_is_not_recorded_again_with_the_next_one(
    workspace: PrepareWorkspace, bridge: SessionBridge
) -> None:
    form = show(workspace, workspace.details)
    typed(form.text_fields["title"], "Wrong")
    QTest.keyClick(form.text_fields["title"], Qt.Key.Key_Return)
    assert bridge.session.details.title == "Wrong"
    bridge.undo()
    assert form.text_fields["title"].text() == "Migration and human trafficking"
    typed(form.text_fields["place"], "Geneva")
    QTest.keyClick(form.text_fields["place"], Qt.Key.Key_Return)
    assert bridge.session.details.title == "Migration and human trafficking"
    assert bridge.session.details.place == "Geneva"


def test_a_day_that_is_none_is_said_beside_the_field_and_the_old_one_stays(
    workspace: PrepareWorkspace, bridge: SessionBridge
) -> None:
    form = show(workspace, workspace.details)
    line = form.validated_fields["date"].line
    typed(line, "22.3.2022")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert bridge.session.details.date == "2022-03-22"
    assert "March" in form.validated_fields["date"].message_label.text()
    typed(line, "32 March")
    QTest.keyClick(line, Qt.Key.Key_Return)
    typed(form.text_fields["place"], "Geneva")
    QTest.keyClick(form.text_fields["place"], Qt.Key.Key_Return)
    assert bridge.session.details.date == "2022-03-22"
    assert line.text() == "32 March"
    assert form.validated_fields["date"].message_label.property("role") == "alarm"


def test_earlier_resolutions_are_shown_and_written_one_on_each_line(
    workspace: PrepareWorkspace, bridge: SessionBridge
) -> None:
    form = workspace.details
    form.multiline_fields["earlier_resolutions"].setFocus()
    QTest.keyClicks(form.multiline_fields["earlier_resolutions"], "Water for all (2018)")
    form.submit()
    assert bridge.session.details.earlier_resolutions == ("Water for all (2018)",)
    assert bridge.session.details.co_rapporteurs == ()


def test_co_rapporteurs_are_written_one_on_each_line(workspace: PrepareWorkspace, bridge: SessionBridge) -> None:
    form = show(workspace, workspace.details)
    form.multiline_fields["co_rapporteurs"].setFocus()
    QTest.keyClicks(form.multiline_fields["co_rapporteurs"], "Ms. A")
    QTest.keyClick(form.multiline_fields["co_rapporteurs"], Qt.Key.Key_Return)
    QTest.keyClicks(form.multiline_fields["co_rapporteurs"], "Mr. B")
    form.text_fields["title"].setFocus()
    assert bridge.session.details.co_rapporteurs == ("Ms. A", "Mr. B")


def test_a_theme_is_joined_to_the_one_above_with_its_notes(workspace: PrepareWorkspace, bridge: SessionBridge) -> None:
    page = show(workspace, workspace.themes)
    page.list.setFocus()
    themes = [theme.id for theme in bridge.session.themes]
    bridge.execute(c.TakeNote("a point", themes=(themes[2],)))
    page.list.selectRow(2)
    QTest.keyClick(page.list, Qt.Key.Key_J, CTRL)
    assert [theme.number for theme in bridge.session.themes] == [1, 2, 4, 5]
    [note] = bridge.session.notes.values()
    assert note.themes == (themes[1],)
    assert page.list.currentIndex().row() == 1
    assert [line.cells[1] for line in page.notes_model.rows] == ["a point"]
    bridge.undo()
    assert [theme.id for theme in bridge.session.themes] == themes


def test_a_theme_is_made_out_of_another_with_the_notes_that_are_chosen(
    workspace: PrepareWorkspace, bridge: SessionBridge
) -> None:
    page = show(workspace, workspace.themes)
    page.list.setFocus()
    theme = bridge.session.themes[1].id
    for text in ("stays", "goes over"):
        bridge.execute(c.TakeNote(text, themes=(theme,)))
    page.list.selectRow(1)
    page.notes_view.selectRow(1)
    page.title_line.setFocus()
    QTest.keyClicks(page.title_line, "Gender perspective")
    QTest.keyClick(page.title_line, Qt.Key.Key_Return, CTRL)
    new = bridge.session.themes[2]
    assert (new.number, new.title) == (6, "Gender perspective")
    assert [note.themes for note in bridge.session.notes.values()] == [(theme,), (new.id,)]


def test_a_title_is_parted_where_the_cursor_stands(workspace: PrepareWorkspace, bridge: SessionBridge) -> None:
    page = show(workspace, workspace.themes)
    page.list.setFocus()
    page.list.selectRow(2)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    page.title_line.setCursorPosition(len("Lessons"))
    QTest.keyClick(page.title_line, Qt.Key.Key_Return, CTRL)
    assert [theme.title for theme in bridge.session.themes][2:4] == ["Lessons", "learned"]
    QTest.keyClick(page.title_line, Qt.Key.Key_Return, CTRL)
    assert len(bridge.session.themes) == 6


def test_themes_are_added_renamed_moved_and_taken_out_by_keys(
    workspace: PrepareWorkspace, bridge: SessionBridge
) -> None:
    page = show(workspace, workspace.themes)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Insert)
    QTest.keyClicks(page.title_line, "Sixth")
    QTest.keyClick(page.title_line, Qt.Key.Key_Return)
    assert [t.title for t in bridge.session.themes][-1] == "Sixth"
    page.list.setFocus()
    page.list.selectRow(5)
    QTest.keyClick(page.list, Qt.Key.Key_Up, ALT)
    assert [t.title for t in bridge.session.themes][4] == "Sixth"
    assert page.list.currentIndex().row() == 4
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    page.title_line.selectAll()
    QTest.keyClicks(page.title_line, "Another")
    QTest.keyClick(page.title_line, Qt.Key.Key_Return)
    assert [t.title for t in bridge.session.themes][4] == "Another"
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert len(bridge.session.themes) == 5


def test_a_delegation_is_found_by_name_in_any_language_and_edited(
    workspace: PrepareWorkspace, bridge: SessionBridge
) -> None:
    page = show(workspace, workspace.delegations)
    typed(page.search_line, "perou")
    assert page.model.rows[0].cells[1] == "Peru"
    typed(page.fields["groups"], "GRULAC, Other")
    page.submit()
    assert bridge.session.delegations[DelegationId("PE")].groups == ("GRULAC", "Other")
    bridge.undo()
    assert page.fields["groups"].text() == "GRULAC"


def test_a_new_delegation_never_takes_the_place_of_another(workspace: PrepareWorkspace, bridge: SessionBridge) -> None:
    page = show(workspace, workspace.delegations)
    page.start_new()
    typed(page.fields["name_en"], "World Body")
    page.submit()
    assert bridge.session.delegations[DelegationId("world-body")].name_en == "World Body"
    before = bridge.session
    page.start_new()
    typed(page.fields["name_en"], "Kenia")
    typed(page.fields["iso2"], "KE")
    page.submit()
    assert bridge.session is before
    assert page.message.text()


def test_a_list_is_previewed_then_taken_over_as_one_step(
    qtbot: QtBot, workspace: PrepareWorkspace, bridge: SessionBridge
) -> None:
    page = show(workspace, workspace.speakers)
    QGuiApplication.clipboard().setText("anything")
    page.read_clipboard()
    assert page.imported_rows.model.rowCount() == 4
    assert "no such delegation: Atlantis" in [line.cells[4] for line in page.imported_rows.model.rows]
    assert [(box.heading, box.field_box.currentText()) for box in page.column_mapping.boxes][2] == ("Titre", "title")
    assert page.imported_rows.view.hasFocus()
    assert page.imported_rows.view.currentIndex().row() == 2
    page.add_button.setFocus()
    QTest.keyClick(page.add_button, Qt.Key.Key_Space)
    assert len(bridge.session.queue) == 4
    bridge.undo()
    assert len(bridge.session.queue) == 1


class _Trouble(StrEnum):
    ENCODING_UNKNOWN = "encoding-unknown"
    EMPTY = "empty"


def test_an_unknown_encoding_is_asked_about_by_how_the_line_reads(
    qtbot: QtBot, bridge: SessionBridge, tmp_path: Path
) -> None:
    def read(path: Path, directory: tuple[Delegation, ...], choices: ListImportOptions) -> SpeakersList:
        encoding = choices.encoding
        if encoding is None:
            raise UserFacingError(_Trouble.ENCODING_UNKNOWN, str(path))
        return SpeakersList((ImportedSpeaker(2, person("KE", f"read as {encoding}")),))

    errands = fake_services(
        read_speakers=read, preview_encodings=lambda path: (("cp1252", "Aïssata"), ("cp1250", "Aďssata"))
    )
    whole = complete(PrepareWorkspace(bridge, errands))
    qtbot.addWidget(whole)
    page = whole.speakers
    (tmp_path / "list.csv").touch()
    page.choose_file()
    choose_file(tmp_path / "list.csv")
    assert page.speakers_list is None
    assert [page.source_bar.encoding_box.itemText(n) for n in range(2)] == ["cp1252:  Aïssata", "cp1250:  Aďssata"]
    page.source_bar.encoding_box.setCurrentIndex(0)
    page.source_bar.encoding_box.activated.emit(0)
    assert not_none(page.speakers_list).speakers[0].person.name == "read as cp1252"


def test_a_file_that_is_no_list_is_refused_in_words(qtbot: QtBot, bridge: SessionBridge, tmp_path: Path) -> None:
    def read(path: Path, directory: tuple[Delegation, ...], encoding: ListImportOptions) -> NoReturn:
        raise UserFacingError(_Trouble.EMPTY, str(path))

    whole = complete(PrepareWorkspace(bridge, fake_services(read_speakers=read)))
    qtbot.addWidget(whole)
    page = whole.speakers
    (tmp_path / "list.csv").touch()
    page.choose_file()
    choose_file(tmp_path / "list.csv")
    assert "list.csv" in page.message.text()
    assert not page.add_button.isEnabled()


def test_a_limit_is_typed_as_the_secretary_likes_and_a_preset_sets_all(
    workspace: PrepareWorkspace, bridge: SessionBridge
) -> None:
    page = show(workspace, workspace.rules)
    line = page.duration_lines["delegate_ms"].line
    typed(line, "150s")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert bridge.session.rules.delegate_ms == 150_000
    assert line.text() == "2:30"
    page.preset_box.setCurrentIndex(page.preset_box.findData("upr"))
    page.preset_box.activated.emit(0)
    assert bridge.session.rules == PRESETS["upr"]
    bridge.undo()
    assert line.text() == "2:30"


def test_no_limit_is_said_and_the_other_rules_are_edited(workspace: PrepareWorkspace, bridge: SessionBridge) -> None:
    page = show(workspace, workspace.rules)
    page.preset_box.setCurrentIndex(page.preset_box.findData("blank"))
    page.preset_box.activated.emit(0)
    assert bridge.session.rules.delegate_ms == 0
    assert page.duration_lines["delegate_ms"].message_label.text() == "no limit"
    assert page.duration_lines["grace_ms"].message_label.text() == ""
    page.check_boxes["shared_by_delegation"].click()
    page.spin_boxes["lots_cap"].setValue(13)
    page.submit()
    rules = bridge.session.rules
    assert (rules.shared_by_delegation, rules.lots_cap, rules.preset) == (True, 13, "blank")
    bridge.undo()
    bridge.undo()
    assert not page.check_boxes["shared_by_delegation"].isChecked()


def test_every_rule_can_be_edited(workspace: PrepareWorkspace) -> None:
    page = workspace.rules
    assert {*page.duration_lines, *page.spin_boxes, *page.check_boxes, "preset"} == set(Rules.__struct_fields__)


def test_every_control_of_every_page_has_a_name(workspace: PrepareWorkspace, qtbot: QtBot) -> None:
    others = [NewSessionPage(fake_services(), Path("/")), WelcomePage([])]
    for other in others:
        qtbot.addWidget(other)
    for number in range(workspace.tabs.count()):
        workspace.tabs.setCurrentIndex(number)
        QApplication.processEvents()
        assert nameless(workspace) == []
    for other in others:
        other.show()
        assert nameless(other) == []
        other.close()


def test_the_models_keep_their_word(workspace: PrepareWorkspace, bridge: SessionBridge) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    models = (workspace.themes.model, workspace.delegations.model, workspace.speakers.imported_rows.model)
    testers = [QAbstractItemModelTester(model, fatal) for model in models]
    workspace.delegations.search_line.setText("a")
    workspace.delegations.search_line.setText("")
    workspace.speakers.read_clipboard()
    bridge.execute(c.RemoveTheme(bridge.session.themes[-1].id))
    bridge.undo()
    assert len(testers) == 3


def test_every_reason_and_every_remark_has_its_own_words() -> None:
    for reason in list_import_messages.ROW_REJECTION_MESSAGES:
        assert labels.row_rejection_message(reason, "x")
    for code in ("no-themes", "themes-doubtful", "no-title", "no-assembly", "no-committee", "no-deadline"):
        assert code not in prepare_labels.note_remark_text(code)
    assert labels.row_rejection_message("duplicate", "3") == "stands in line 3 already"


class AcceptedNewSessionPage(NewSessionPage):
    """The page whose suggestion of a path is accepted; ``created`` is what it asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(fake_services(), folder)
        self.created: list[tuple[Path, CreateSession]] = []
        self.create_requested.connect(self._create)

    def request_path(self, suggested: Path, on_chosen: FileCallback) -> None:
        on_chosen(suggested)

    def _create(self, path: Path, command: CreateSession) -> None:
        self.created.append((path, command))


@pytest.fixture
def new_page(qtbot: QtBot, tmp_path: Path) -> AcceptedNewSessionPage:
    page = AcceptedNewSessionPage(tmp_path)
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_session_is_made_of_what_was_understood_and_corrected(
    new_page: AcceptedNewSessionPage, tmp_path: Path
) -> None:
    new_page.show_note(A_NOTE)
    new_page.preview.themes_editor.list.selectRow(1)
    new_page.preview.themes_editor.remove_theme()
    new_page.create_session()
    [(path, command)] = new_page.created
    assert path == tmp_path / "Migration and human trafficking.ipusession"
    assert isinstance(command, CreateSession)
    assert [title for title, _ in command.themes] == ["Policy responses", "Urgent action"]
    assert command.details.assembly == "144th IPU Assembly"
    assert command.details.contributions_deadline == "2022-04-24"
    assert len(command.details.co_rapporteurs) == 2


def test_a_note_without_themes_says_so_and_lets_the_user_type_them(new_page: AcceptedNewSessionPage) -> None:
    new_page.show_note(ConceptNote((), "text", ("no-themes", "no-title")))
    shown = " ".join(label.text() for label in new_page.preview.findChildren(QWidget) if hasattr(label, "text"))
    assert "No themes were found" in shown
    new_page.options_form.title_line.setText("By hand")
    new_page.preview.themes_editor.add_theme()
    QTest.keyClicks(new_page.preview.themes_editor.title_line, "Typed theme")
    new_page.create_session()
    [(_, command)] = new_page.created
    assert command.themes == (("Typed theme", ""),)


def test_enter_presses_the_button_that_has_the_focus(new_page: AcceptedNewSessionPage, qtbot: QtBot) -> None:
    qtbot.waitActive(new_page)
    new_page.show_note(A_NOTE)
    new_page.create_button.setFocus()
    QTest.keyClick(new_page.create_button, Qt.Key.Key_Return)
    assert len(new_page.created) == 1


def test_a_session_without_a_title_is_not_made(new_page: AcceptedNewSessionPage) -> None:
    new_page.skip_note()
    new_page.create_session()
    assert new_page.created == []
    assert new_page.error_label.text()


def test_a_refused_row_is_shown_with_its_text(workspace: PrepareWorkspace) -> None:
    page = workspace.speakers
    page._show_draft(
        SpeakersListDraft(SpeakersList((), (RefusedRow(7, "Atlantis;X", "unknown-delegation", "Atlantis"),)))
    )
    assert page.imported_rows.model.rows[0].cells[:2] == ("7", "Atlantis;X")
    assert not page.add_button.isEnabled()


def test_escape_empties_a_pasted_note_and_leaves_only_an_empty_one(qtbot: QtBot, tmp_path: Path) -> None:
    page = NewSessionPage(fake_services(), tmp_path)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    text, left = page.source.text_edit, []
    page.cancelled.connect(lambda: left.append(1))
    text.setFocus()
    text.insertPlainText("A concept note")
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert (text.plain_text, left) == ("", [])
    QTest.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text.plain_text == "A concept note"
    for _ in range(2):
        QTest.keyClick(text, Qt.Key.Key_Escape)
    assert left == [1]
