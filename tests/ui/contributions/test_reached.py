"""The register is reached by one key from anywhere, and left for where one came from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import a_session
from tests.ui.debate.room import send
from tests.ui_fakes import fake_errands

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot):
    service = a_session("KE", "PE")
    entry = c.RegisterContribution(
        DelegationId("KE"), "2022-03-15", 2, title="Views", text="We want a common register."
    )
    service.execute(entry)
    made = SessionView(Bridge(service), fake_errands())
    qtbot.addWidget(made)
    made.resize(1366, 740)
    made.go("debate").setFocus()
    made.show()
    qtbot.waitActive(made)
    yield made
    made.rest()
    made.displays.rest()


def test_one_key_leads_there_and_escape_back_to_the_half_typed_note(view):
    debate = view.go("debate")
    debate.focus_note()
    note = QApplication.focusWidget()
    send(note, "half a tho")
    QTest.keyClick(note, Key.Key_W, CTRL_SHIFT)
    assert view.current == "prepare"
    pane = view.go("prepare").contributions
    assert pane.form.delegation.line.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert view.current == "debate"
    assert QApplication.focusWidget() is note
    assert note.text() == "half a tho"


def test_what_is_half_typed_is_there_when_one_comes_back(view):
    view.moves["contributions"].trigger()
    send(QApplication.focusWidget(), "peru")
    view.moves["debate"].trigger()
    view.moves["contributions"].trigger()
    assert view.go("prepare").contributions.form.delegation.line.text() == "Peru"


def test_the_floor_is_given_while_a_contribution_is_entered(view):
    view.bridge.execute(c.OpenSitting())
    view.moves["contributions"].trigger()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_F5)
    assert view.bridge.session.floor is not None


def test_a_contribution_that_was_found_is_opened_at_the_place(view):
    debate = view.go("debate")
    debate.focus_find()
    send(debate.notes.shown.find_line, "regis")
    QTest.keyClick(debate.notes.shown.find_line, Key.Key_Return)
    QTest.keyClick(debate.notes.shown.list, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(debate.notes.shown.list, Key.Key_Return)
    reader = view.go("prepare").contributions.reader
    assert reader.text.hasFocus()
    assert reader.text.textCursor().selectedText() == "register"
