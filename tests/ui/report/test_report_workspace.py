"""The report workspace by keyboard: notes by theme, a synthesis each, and the way out."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.ui.core.app_services import ExportTarget
from ipu_session.ui.report.synthesis.passage_editor import PassageEditor
from ipu_session.ui.report.workspace import ReportWorkspace
from ipu_session.ui.widgets.rows.rows_model import RowsModel
from tests.construction import complete
from tests.fake_services import fake_services
from tests.file_dialogs import choose_file, open_file_dialog
from tests.ui.report.conftest import Noted
from tests.ui.report.row_selection import choose


def cells(model: RowsModel) -> list[tuple[str, ...]]:
    return [line.cells for line in model.rows]


def test_each_theme_has_its_notes_and_those_without_a_theme_are_not_lost(shown: ReportWorkspace) -> None:
    assert [cell[2] for cell in cells(shown.theme_notes.themes_model)] == ["2", "0", "0", "0", "0", "1", "1"]
    assert cells(shown.theme_notes.notes_model) == [
        ("point", "Data on women migrants", "Kenya", "unused"),
        ("proposal", "A common register", "Kenya", "unused"),
    ]
    QTest.keyClick(shown.theme_notes.themes_view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert [cell[1] for cell in cells(shown.theme_notes.notes_model)] == ["A common register"]
    QTest.keyClick(shown.theme_notes.themes_view, Qt.Key.Key_Up)
    assert cells(shown.theme_notes.notes_model) == [("point", "Thanks to the host", "Kenya", "unused")]
    assert not shown.synthesis.text_edit.isEnabledTo(shown)


def rows(editor: PassageEditor) -> list[tuple[str, ...]]:
    return [line.cells for line in editor.passages.model.rows if not isinstance(line.key, SynthesisSection)]


def test_a_passage_is_recorded_when_it_is_left_and_can_be_undone(shown: ReportWorkspace, noted: Noted) -> None:
    QTest.keyClick(shown.theme_notes.themes_view, Qt.Key.Key_Return)
    assert shown.synthesis.passages.view.hasFocus()
    QTest.keyClick(shown.synthesis.passages.view, Qt.Key.Key_Return)
    assert shown.synthesis.text_edit.hasFocus()
    QTest.keyClicks(shown.synthesis.text_edit, "All agreed.")
    assert noted.written == []
    shown.theme_notes.themes_view.setFocus()
    assert noted.written == [("summary", "All agreed.", noted.first.id)]
    assert shown.theme_notes.themes_model.rows[0].cells[3] == "1"
    noted.bridge.undo()
    assert noted.written == []
    assert shown.synthesis.text_edit.toPlainText() == ""


def test_ctrl_enter_records_and_begins_the_next(shown: ReportWorkspace, noted: Noted) -> None:
    shown.synthesis.passages.view.setFocus()
    QTest.keyClick(shown.synthesis.passages.view, Qt.Key.Key_Return)
    for text in ("One.", "Two."):
        QTest.keyClicks(shown.synthesis.text_edit, text)
        QTest.keyClick(shown.synthesis.text_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [text for _, text, _ in noted.written] == ["One.", "Two."]
    assert shown.synthesis.text_edit.toPlainText() == ""
    assert shown.synthesis.text_edit.hasFocus()


def test_going_to_another_theme_records_the_first_one(shown: ReportWorkspace, noted: Noted) -> None:
    shown.synthesis.text_edit.setFocus()
    QTest.keyClicks(shown.synthesis.text_edit, "One.")
    shown.theme_notes.themes_view.setFocus()
    QTest.keyClick(shown.theme_notes.themes_view, Qt.Key.Key_Down)
    assert rows(shown.synthesis) == []
    QTest.keyClick(shown.theme_notes.themes_view, Qt.Key.Key_Up)
    assert rows(shown.synthesis) == [("One.", "no note")]


def test_a_half_written_passage_is_on_disk_within_a_second_and_comes_back(
    qtbot: QtBot, shown: ReportWorkspace, noted: Noted
) -> None:
    shown.synthesis.text_edit.setFocus()
    QTest.keyClicks(shown.synthesis.text_edit, "Half a tho")
    key = f"passage-{noted.first.id}-summary"
    assert shown.synthesis._throttle.interval() <= 1000
    qtbot.waitUntil(lambda: noted.journal.read_draft(key) == "Half a tho")
    assert noted.written == []
    again = complete(ReportWorkspace(noted.bridge, fake_services()))
    qtbot.addWidget(again)
    assert again.synthesis.text_edit.toPlainText() == "Half a tho"
    again.shut_down()
    assert noted.written == [("summary", "Half a tho", noted.first.id)]
    assert noted.journal.read_draft(key) == ""


def test_notes_are_gathered_by_key_with_who_said_them(shown: ReportWorkspace, noted: Noted) -> None:
    shown.theme_notes.notes_view.setFocus()
    shown.theme_notes.notes_view.selectAll()
    assert [line.cells[3] for line in shown.theme_notes.notes_model.rows] == ["unused", "unused"]
    assert shown.theme_notes.unused_label.text() == "notes used nowhere: 3"
    choose(shown.theme_notes.notes_view, 1)
    QTest.keyClick(shown.theme_notes.notes_view, Qt.Key.Key_Return)
    choose(shown.theme_notes.notes_view, 0)
    QTest.keyClick(shown.theme_notes.notes_view, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert [(section, text) for section, text, _ in noted.written] == [
        ("proposals", "A common register"),
        ("differences", "Data on women migrants"),
    ]
    assert rows(shown.synthesis) == [("Data on women migrants", "Kenya"), ("A common register", "Kenya")]
    assert [line.cells[3] for line in shown.theme_notes.notes_model.rows] == ["used", "used"]
    assert shown.theme_notes.unused_label.text() == "notes used nowhere: 1"


def test_a_passage_rests_on_several_notes_and_moves_by_key(shown: ReportWorkspace, noted: Noted) -> None:
    choose(shown.theme_notes.notes_view, 0)
    shown.add_notes_to_synthesis()
    passages = shown.synthesis.passages
    passages.view.setFocus()
    passages.view.selectRow(passages.model.row_of_key(noted.session.passages[0].id))
    choose(shown.theme_notes.notes_view, 1)
    shown.add_sources()
    assert len(noted.session.passages[0].notes) == 2
    for key, section in ((Qt.Key.Key_Down, "differences"), (Qt.Key.Key_Up, "convergence")):
        QTest.keyClick(passages.view, key, Qt.KeyboardModifier.AltModifier)
        assert noted.session.passages[0].section == section
    QTest.keyClick(
        passages.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert noted.written[-1] == ("operative", "Data on women migrants", None)
    assert rows(shown.elements) == [("Data on women migrants", "Kenya")]
    QTest.keyClick(passages.view, Qt.Key.Key_Delete)
    assert [section for section, _, _ in noted.written] == ["operative"]


def test_notes_go_to_the_elements_while_these_are_in_front(shown: ReportWorkspace, noted: Noted) -> None:
    shown.tabs.setCurrentWidget(shown.elements)
    shown.theme_notes.notes_view.selectAll()
    shown.add_notes_to_synthesis()
    assert [(section, theme) for section, _, theme in noted.written] == [("operative", None)] * 2


def test_bold_belongs_to_the_text_while_it_is_written(shown: ReportWorkspace, noted: Noted) -> None:
    shown.synthesis.text_edit.setFocus()
    QTest.keyClicks(shown.synthesis.text_edit, "Common")
    shown.synthesis.text_edit.selectAll()
    QTest.keyClick(shown.synthesis.text_edit, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert shown.synthesis.text_edit.plain_text == "**Common**"
    shown.synthesis.text_edit.selectAll()
    QTest.keyClick(shown.synthesis.text_edit, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert shown.synthesis.text_edit.plain_text == "Common"


def test_another_s_change_of_the_passage_does_not_take_what_is_half_typed(shown: ReportWorkspace, noted: Noted) -> None:
    choose(shown.theme_notes.notes_view, 0)
    shown.add_notes_to_synthesis()
    [passage] = noted.session.passages
    shown.synthesis.passages.view.selectRow(shown.synthesis.passages.model.row_of_key(passage.id))
    shown.synthesis.text_edit.setFocus()
    QTest.keyClicks(shown.synthesis.text_edit, "X")
    noted.bridge.execute(c.TakeNote("Meanwhile", NoteKind.POINT, (noted.first.id,)))
    assert shown.synthesis.text_edit.plain_text == "XData on women migrants"
    assert shown.synthesis.text_edit.hasFocus()


def test_a_note_is_kept_out_of_the_report_by_one_key(shown: ReportWorkspace, noted: Noted) -> None:
    shown.theme_notes.notes_view.setFocus()
    choose(shown.theme_notes.notes_view, 0)
    QTest.keyClick(shown.theme_notes.notes_view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert [note.restricted for note in noted.session.notes.values()].count(True) == 1
    assert shown.theme_notes.notes_model.rows[0].cells[0] == "point · not for the report"
    assert shown.theme_notes.notes_view.currentIndex().row() == 0


def test_the_export_writes_the_session_with_the_synthesis_just_typed(
    qtbot: QtBot, shown: ReportWorkspace, noted: Noted, tmp_path: Path
) -> None:
    asked = []

    def write(
        session: Session, now: Timestamp, choice: ReportOptions, target: ExportTarget, progress: Callable[..., object]
    ) -> None:
        progress(1, 2)
        asked.append(([p.text for p in session.passages], choice))
        target.path.write_bytes(b"word")

    workspace = complete(
        ReportWorkspace(noted.bridge, fake_services(write_report=write, report_folder=lambda: tmp_path))
    )
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.synthesis.text_edit.setPlainText("Said.")
    workspace.export_bar.options_form.language_box.setCurrentIndex(1)
    workspace.export_report()
    assert open_file_dialog().chosen_files == [tmp_path / "Migration and human trafficking.docx"]
    choose_file(tmp_path / "out")
    assert not workspace.export_bar.export_button.isEnabled()
    qtbot.waitUntil(workspace.export_bar.open_button.isVisible)
    assert (tmp_path / "out.docx").read_bytes() == b"word"
    assert asked == [(["Said."], ReportOptions("fr"))]
    assert "out.docx" in workspace.export_bar.outcome_label.text()
    assert workspace.export_bar.export_button.isEnabled()


def test_what_the_disk_says_no_to_is_said_and_the_bar_is_ready_again(
    qtbot: QtBot, shown: ReportWorkspace, noted: Noted, tmp_path: Path
) -> None:
    def write(
        session: Session, now: Timestamp, choice: ReportOptions, target: ExportTarget, progress: Callable[..., object]
    ) -> NoReturn:
        raise ReportError(ReportErrorCode.DISK_FULL, str(target.path))

    workspace = complete(ReportWorkspace(noted.bridge, fake_services(write_report=write)))
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.export_report()
    choose_file(tmp_path / "full.docx")
    qtbot.waitUntil(workspace.export_bar.export_button.isEnabled)
    assert "full.docx" in workspace.export_bar.outcome_label.text()
    assert workspace.export_bar.outcome_label.property("role") == "alarm"
    assert not workspace.export_bar.open_button.isVisible()


def test_the_window_stays_alive_while_the_report_is_written(qtbot: QtBot, noted: Noted, tmp_path: Path) -> None:
    going_on = Event()

    def write(
        session: Session, now: Timestamp, choice: ReportOptions, target: ExportTarget, progress: Callable[..., object]
    ) -> None:
        assert going_on.wait(10)

    workspace = complete(ReportWorkspace(noted.bridge, fake_services(write_report=write)))
    qtbot.addWidget(workspace)
    workspace.show()
    workspace.export_report()
    choose_file(tmp_path / "slow.docx")
    noted.bridge.execute(c.TakeNote("Meanwhile", NoteKind.POINT, (noted.first.id,)))
    assert len(workspace.theme_notes.notes_model.rows) == 3
    going_on.set()
    qtbot.waitUntil(workspace.export_bar.export_button.isEnabled)
    workspace.shut_down()


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_the_record_as_tables(qtbot: QtBot, noted: Noted, tmp_path: Path, form: str) -> None:
    written: list[tuple[str, Path]] = []
    errands = fake_services(export_data=lambda session, now, kind, path: written.append((kind, path)))
    workspace = complete(ReportWorkspace(noted.bridge, errands))
    qtbot.addWidget(workspace)
    workspace.show()
    [action] = [a for a in workspace.export_bar.tables_button.menu().actions() if a.data() == form]
    action.trigger()
    choose_file(tmp_path / f"t.{form}")
    qtbot.waitUntil(workspace.export_bar.open_button.isVisible)
    assert written == [(form, tmp_path / f"t.{form}")]


@pytest.mark.parametrize("form", ["xlsx", "csv-notes", "json"])
def test_what_is_for_the_secretariat_alone_is_a_choice_of_its_own_each_time(
    qtbot: QtBot, noted: Noted, tmp_path: Path, form: str
) -> None:
    plain: list[str] = []
    restricted: list[str] = []
    errands = fake_services(
        export_data=lambda session, now, kind, path: plain.append(kind),
        export_restricted_data=lambda session, now, kind, path: restricted.append(kind),
    )
    workspace = complete(ReportWorkspace(noted.bridge, errands))
    qtbot.addWidget(workspace)
    workspace.show()
    bar = workspace.export_bar
    target = tmp_path / f"t.{form.partition('-')[0]}"
    menu = bar.tables_button.menu()
    [inner] = [entry for entry in menu.findChildren(QMenu) if entry.actions()]
    [action] = [each for each in inner.actions() if each.data() == f"restricted:{form}"]
    action.trigger()
    choose_file(target)
    qtbot.waitUntil(bar.open_button.isVisible)
    assert (plain, restricted) == ([], [form])
    bar.open_button.hide()
    [again] = [each for each in menu.actions() if each.data() == form]
    again.trigger()
    choose_file(target)
    qtbot.waitUntil(bar.open_button.isVisible)
    assert (plain, restricted) == ([form], [form])


def test_the_models_keep_their_word_while_the_session_changes(
    qtbot: QtBot, shown: ReportWorkspace, noted: Noted
) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (shown.theme_notes.themes_model, shown.theme_notes.notes_model)
    ]
    choose(shown.theme_notes.notes_view, 1)
    noted.bridge.execute(c.AddTheme("Another"))
    noted.bridge.execute(c.TakeNote("More", NoteKind.POINT, (noted.first.id,)))
    noted.bridge.undo()
    noted.bridge.undo()
    assert shown.theme_notes.notes_view.currentIndex().row() == 1
    assert len(testers) == 2


def test_everything_that_takes_the_focus_has_a_name(shown: ReportWorkspace) -> None:
    for widget in shown.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(shown):
            interface = QAccessible.queryAccessibleInterface(widget)
            if isinstance(widget, QPushButton | QComboBox) or widget.objectName() == "":
                assert interface.text(QAccessible.Text.Name), widget


def test_a_refused_trouble_is_a_trouble() -> None:
    assert issubclass(ReportError, UserFacingError)
