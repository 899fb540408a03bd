"""The register is reached by one key from anywhere, and left for where one came from."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.notes.note_text_edit import NoteTextEdit
from ipu_session.ui.debate.workspace import DebateWorkspace
from ipu_session.ui.prepare.workspace import PrepareWorkspace
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import a_session
from tests.construction import wait_until_open
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.session_pages import show_debate, show_prepare
from tests.ui.debate.debate_fixture import send

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[SessionView]:
    service = a_session("KE", "PE")
    entry = c.RegisterContribution(
        DelegationId("KE"), "2022-03-15", 2, title="Views", text="We want a common register."
    )
    service.execute(entry)
    made = SessionView(SessionBridge(service), fake_services())
    qtbot.addWidget(made)
    made.resize(1366, 740)
    show_debate(made).setFocus()
    made.show()
    qtbot.waitActive(made)
    yield made
    made.shut_down()
    made.display_controller.shut_down()


def test_one_key_leads_there_and_escape_back_to_the_half_typed_note(view: SessionView) -> None:
    debate = show_debate(view)
    debate.focus_note_line()
    note = QApplication.focusWidget()
    assert isinstance(note, NoteTextEdit)
    send(note, "half a tho")
    QTest.keyClick(note, Key.Key_W, CTRL_SHIFT)
    wait_until_open(view.workspaces)
    assert view.workspaces.current_name == "prepare"
    pane = show_prepare(view).contributions
    assert pane.form.fields.delegation.line.hasFocus()
    QTest.keyClick(not_none(QApplication.focusWidget()), Key.Key_Escape)
    assert view.workspaces.current_name == "debate"
    assert QApplication.focusWidget() is note
    assert note.toPlainText() == "half a tho"


def test_what_is_half_typed_is_there_when_one_comes_back(view: SessionView) -> None:
    view.navigation_actions["contributions"].trigger()
    wait_until_open(view.workspaces)
    send(not_none(QApplication.focusWidget()), "peru")
    view.navigation_actions["debate"].trigger()
    view.navigation_actions["contributions"].trigger()
    assert show_prepare(view).contributions.form.fields.delegation.line.text() == "Peru"


def test_the_floor_is_given_while_a_contribution_is_entered(view: SessionView) -> None:
    view.bridge.execute(c.OpenSitting())
    view.navigation_actions["contributions"].trigger()
    wait_until_open(view.workspaces)
    QTest.keyClick(not_none(QApplication.focusWidget()), Key.Key_F5)
    assert view.bridge.session.floor is not None


def test_a_contribution_that_was_found_is_opened_at_the_place(view: SessionView) -> None:
    debate = show_debate(view)
    debate.focus_search()
    send(debate.notes.notes_list.search_line, "regis")
    QTest.keyClick(debate.notes.notes_list.search_line, Key.Key_Return)
    QTest.keyClick(debate.notes.notes_list.list, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(debate.notes.notes_list.list, Key.Key_Return)
    reader = show_prepare(view).contributions.reader
    assert reader.text_view.hasFocus()
    assert reader.text_view.textCursor().selectedText() == "register"


def test_ctrl_f_finds_in_the_text_that_is_shown_and_otherwise_in_the_notes(view: SessionView) -> None:
    prepare = view.show_workspace("prepare")
    assert isinstance(prepare, PrepareWorkspace)
    page = prepare.show_contributions()
    [entry] = view.bridge.session.contributions
    page.show_text(entry, "")
    reader = page.reader
    QTest.keyClick(reader.text_view, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert reader.search_line.hasFocus()
    assert reader.search_line.toolTip() == "Ctrl+F"
    QTest.keyClick(reader.search_line, Key.Key_Escape)
    QTest.keyClick(not_none(QApplication.focusWidget()), Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    debate = view.current_workspace
    assert isinstance(debate, DebateWorkspace)
    assert debate.notes.notes_list.search_line.hasFocus()
