"""Every key in every state does something or says why not; what it acts on is in sight."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.queries.hall_view import HallMessages
from ipu_session.ui.actions.command_actions import COMMAND_ACTIONS
from ipu_session.ui.report.workspace import ReportWorkspace
from tests.builders import person
from tests.key_sequences import first_chord
from tests.narrowing import not_none
from tests.session_pages import show_debate, show_prepare, show_report
from tests.ui.debate_window import DebateWindow

STATES = {
    "before": (),
    "free": (c.OpenSitting(),),
    "speaking": (c.OpenSitting(), c.GiveFloor()),
    "paused": (c.OpenSitting(), c.GiveFloor(), c.PauseSpeech()),
    "order": (c.OpenSitting(), c.GiveFloor(), c.RaisePointOfOrder()),
    "question": (c.OpenSitting(), c.GiveFloor(), c.AskQuestion()),
    "motion": (c.OpenSitting(), c.GiveFloor(), c.MoveMotion()),
    "chair": (c.OpenSitting(), c.GiveFloor(), c.ChairSpeaks()),
    "chair on a motion": (c.OpenSitting(), c.GiveFloor(), c.MoveMotion(), c.EndAndNext(), c.EndAndNext()),
    "suspended": (c.OpenSitting(), c.GiveFloor(), c.SuspendSitting()),
    "closed": (c.OpenSitting(), c.GiveFloor(), c.CloseSitting()),
    "list closed": (c.OpenSitting(), c.CloseList()),
}


@pytest.fixture
def podium(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> DebateWindow:
    return DebateWindow(qtbot, monkeypatch, opened=False)


def press(podium: DebateWindow, sequence: QKeySequence) -> None:
    keys = first_chord(sequence)
    QTest.keyClick(podium.window.focusWidget() or podium.window, keys.key(), keys.keyboardModifiers())


@pytest.mark.parametrize("state", STATES)
def test_no_act_is_silent(podium: DebateWindow, state: str) -> None:
    for command in STATES[state]:
        podium.service.execute(command)
    silent = []
    for spec in COMMAND_ACTIONS.specs:
        before = podium.service.session.version
        podium.window.message_line.clear()
        podium.heard.clear()
        press(podium, podium.view.command_actions[spec.name].shortcut())
        if not (podium.shown and podium.heard):
            silent.append(spec.name)
        while podium.service.session.version != before:
            podium.service.undo()
            before = podium.service.session.version
    assert silent == []


def test_the_key_of_the_issue_says_why_it_does_nothing(podium: DebateWindow) -> None:
    for command in STATES["motion"]:
        podium.service.execute(command)
    press(podium, podium.view.command_actions["chair-speaks"].shortcut())
    assert podium.shown == "A motion is on; record its decision first."


def test_a_button_that_is_off_says_why_in_its_tooltip(podium: DebateWindow) -> None:
    for command in STATES["suspended"]:
        podium.service.execute(command)
    button = show_debate(podium.view).floor.buttons["more-time"]
    assert not button.isEnabled()
    assert button.toolTip().endswith("The sitting is suspended; resume it first (F12).")


def row_actions(view: QTableView) -> list[QAction]:
    return [action for action in view.actions() if isinstance(action, QAction) and not action.isSeparator()]


def row_action(view: QTableView, name: str) -> QAction:
    return next(action for action in view.actions() if action.objectName() == name)


def do(view: QTableView, action: QAction) -> None:
    """Trigger an action, or press the key of one that is not allowed on the row."""
    if action.isEnabled():
        action.trigger()
    else:
        keys = first_chord(action.shortcut())
        QTest.keyClick(view, keys.key(), keys.keyboardModifiers())


def lists(podium: DebateWindow) -> Iterator[tuple[str, QTableView]]:
    debate, before, after = show_debate(podium.view), show_prepare(podium.view), show_report(podium.view)
    speakers, notes = debate.speakers, debate.notes
    yield "debate", speakers.requests.list
    yield "debate", notes.notes_list.list
    yield "prepare", before.themes.list
    yield "prepare", before.contributions.register.view
    yield "report", after.theme_notes.notes_view
    yield "report", after.synthesis.passages.view
    yield "report", after.elements.passages.view
    speakers.select_tab(2)
    yield "debate", speakers.history.list


def standing(podium: DebateWindow) -> tuple[int, QWidget, str, HallMessages]:
    """All that a key may change: the session, where the keyboard is, what is in front."""
    return (
        podium.service.session.version,
        podium.window.focusWidget(),
        podium.view.workspaces.current_name,
        podium.view.display_controller.display_messages.messages,
    )


def test_no_key_of_an_empty_list_is_silent(podium: DebateWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    while podium.service.session.queue:
        podium.service.execute(c.WithdrawRequest(podium.service.session.queue[0]))
    for theme in podium.service.session.themes:
        podium.service.execute(c.RemoveTheme(theme.id))
    silent = []
    for workspace, view in list(lists(podium)):
        podium.view.show_workspace(workspace)
        for action in row_actions(view):
            elsewhere = "…" in action.text() or "came from" in action.text()
            if elsewhere or (view.model().rowCount() and "synthesis" in view.accessibleName()):
                continue  # a dialog, another page; a section is a row
            view.setFocus()
            before = standing(podium)
            podium.window.message_line.clear()
            do(view, action)
            if standing(podium) == before and not podium.shown:
                silent.append((view.accessibleName(), action.text()))
    assert silent == []


def test_a_name_that_is_first_already_is_not_moved_in_silence(podium: DebateWindow) -> None:
    speakers = show_debate(podium.view).speakers
    speakers.requests.list.setFocus()
    press(podium, row_action(speakers.requests.list, "request-up").shortcut())
    assert podium.shown == "This name is the first already."
    press(podium, row_action(speakers.requests.list, "request-first").shortcut())
    assert podium.shown == "That is how it stands already."


def test_striking_out_names_what_went_with_undo(podium: DebateWindow) -> None:
    for command in (c.OpenSitting(), c.GiveFloor(), c.EndIntervention()):
        podium.service.execute(command)
    show_debate(podium.view).speakers.focus_history()
    press(podium, show_debate(podium.view).speakers.history.list.actions()[-1].shortcut())
    assert podium.shown == "Struck out: Kenya – Ms. S. Kihika, 0:00 spoken."
    not_none(podium.window.message_line.undo_button).click()
    assert len(podium.service.session.interventions) == 1


def in_sight(view: QTableView) -> bool:
    return view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_what_a_key_acts_on_is_in_sight(podium: DebateWindow, qtbot: QtBot) -> None:
    podium.service.execute(c.OpenSitting())
    for number in range(60):
        podium.service.execute(c.AddRequest(person("PE", f"Speaker {number}")))
        podium.service.execute(c.GiveFloor(podium.service.session.queue[-1]))
        podium.service.execute(c.EndIntervention())
    speakers = show_debate(podium.view).speakers
    speakers.focus_history()
    qtbot.waitUntil(lambda: in_sight(speakers.history.list))
    assert speakers.history.model.key_at(speakers.history.list.currentIndex().row()) is not None
    speakers.history.list.scrollToTop()
    row_action(speakers.history.list, "intervention-strike").trigger()
    assert in_sight(speakers.history.list)
    speakers.select_tab(0)
    for number in range(60):
        podium.service.execute(c.AddRequest(person("FR", f"Waiting {number}")))
    speakers.requests.list.setCurrentIndex(speakers.requests.model.index(50, 0))
    speakers.requests.list.scrollToTop()
    assert not in_sight(speakers.requests.list)
    row_action(speakers.requests.list, "request-reserve").trigger()
    assert in_sight(speakers.requests.list)


def test_an_ampersand_in_the_name_of_an_act_is_said_and_the_mark_of_its_mnemonic_is_not(podium: DebateWindow) -> None:
    action = podium.view.navigation_actions["balance"]
    action.setText("&Peace && Security")
    action.setEnabled(False)
    press(podium, action.shortcut())
    said = "This cannot be done now: Peace & Security."
    assert podium.shown == said
    podium.window.current_actions()["palette"].trigger()
    palette = podium.window._command_palette
    assert palette is not None
    palette.search_edit.setText("peace")
    assert palette.no_match_label.text() == said


def test_a_digit_of_the_keypad_says_why_its_action_is_not_allowed(podium: DebateWindow) -> None:
    report = podium.view.show_workspace("report")
    assert isinstance(report, ReportWorkspace)
    report.theme_notes.notes_view.setFocus()
    assert report.theme_notes.notes_view.hasFocus()
    control, keypad = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
    QTest.keyClick(podium.window.windowHandle(), Qt.Key.Key_1, control | keypad)
    assert podium.shown == "No note is chosen."
