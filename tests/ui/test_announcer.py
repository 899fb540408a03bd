"""Every act has its sentence, in the message line and for a screen reader; what cannot wait interrupts."""

from typing import get_args

import pytest
from hypothesis import settings
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.shell.session_view import WORKSPACES
from ipu_session.ui.strings.event_messages import describe_events
from ipu_session.ui.strings.event_texts import EVENT_TEXTS
from tests.fake_services import A_LIST
from tests.narrowing import not_none
from tests.service.test_consistency import AnySession
from tests.ui.announcements import ASSERTIVE, POLITE
from tests.ui.debate_window import DebateWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ON_PURPOSE = {e.SessionCreated, e.DelegationsLoaded, e.DelegateAdded, e.GapFound, e.Rewound}
"""Events without a sentence of their own: the table says why beside each."""


def test_every_event_has_a_sentence_or_is_silent_on_purpose() -> None:
    assert set(EVENT_TEXTS) == set(get_args(e.Event))
    assert {kind for kind, texts in EVENT_TEXTS.items() if texts.describe is None} == ON_PURPOSE


class SpokenSession(AnySession):
    """Whatever is done in whatever order can be said."""

    def __init__(self) -> None:
        super().__init__()
        self.before = self.service.session
        self.service.subscribe(self.say)

    def say(self, committed: CommittedChange) -> None:
        sentence = describe_events(committed.events, self.before, committed.session, self.clock.now())
        self.before = committed.session
        audible = [event for event in committed.events if type(event) not in ON_PURPOSE]
        # A reason that was taken away; the end of a point of order, which its ruling says.
        quiet = {e.SuspensionExplained, e.InterventionEnded}
        assert sentence or {type(event) for event in audible} <= quiet, committed.events


TestSpokenSession = SpokenSession.TestCase
TestSpokenSession.settings = settings(deadline=None, max_examples=12, stateful_step_count=40)


@pytest.fixture
def podium(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> DebateWindow:
    return DebateWindow(qtbot, monkeypatch)


def test_an_act_is_named_quietly_with_undo_beside_it(podium: DebateWindow) -> None:
    podium.press(Qt.Key.Key_F5)
    assert podium.shown == "Kenya – Ms. S. Kihika has the floor, 3:00."
    assert podium.heard == [(podium.shown, POLITE)]
    assert podium.window.message_line.message_label.property("role") == "quiet"
    not_none(podium.window.message_line.undo_button).click()
    assert podium.service.session.floor is None
    assert podium.shown == "Undone: floor given – Kenya – Ms. S. Kihika. The floor is free."


def test_the_page_does_not_move_when_an_act_is_named(podium: DebateWindow) -> None:
    before = podium.view.geometry()
    podium.press(Qt.Key.Key_F5)
    QApplication.processEvents()
    assert not_none(podium.window.message_line.undo_button).isVisible()
    assert podium.view.geometry() == before


@pytest.mark.parametrize("workspace", WORKSPACES)
def test_undo_says_on_every_page_what_it_took_back(podium: DebateWindow, workspace: str) -> None:
    podium.press(Qt.Key.Key_F5)
    podium.later(42)
    podium.press(Qt.Key.Key_F7)
    podium.view.show_workspace(workspace).setFocus()
    podium.press(Qt.Key.Key_Z, CTRL)
    said = "Undone: end of the intervention – Kenya – Ms. S. Kihika."
    assert podium.shown == f"{said} Kenya – Ms. S. Kihika has the floor, 2:18 left."
    assert podium.window.message_line.message_label.isVisible()
    assert podium.heard[-1] == (podium.shown, POLITE)
    podium.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert podium.shown == "Done again: end of the intervention – Kenya – Ms. S. Kihika. The floor is free."


def test_an_undone_import_says_how_many_names_went(podium: DebateWindow) -> None:
    podium.bridge.execute(c.ImportSpeakers(A_LIST.speakers))
    podium.press(Qt.Key.Key_Z, CTRL)
    assert "Names on the list: -" in podium.shown


def test_thresholds_interrupt_and_seconds_are_not_said(podium: DebateWindow) -> None:
    podium.press(Qt.Key.Key_F5)
    podium.heard.clear()
    for _ in range(200):
        podium.later(1)
    assert [words for words, _ in podium.heard] == [
        "Time nearly up: Kenya – Ms. S. Kihika, 0:30 left.",
        "Time is up: Kenya – Ms. S. Kihika, 0:00 left.",
        "Over time: Kenya – Ms. S. Kihika, 0:10 over time.",
    ]
    assert {politeness for _, politeness in podium.heard} == {ASSERTIVE}


def test_a_pause_does_not_bring_a_threshold_again(podium: DebateWindow) -> None:
    podium.press(Qt.Key.Key_F5)
    podium.later(160)
    podium.heard.clear()
    podium.press(Qt.Key.Key_F6)
    podium.later(5)
    podium.press(Qt.Key.Key_F6)
    podium.later(1)
    assert [words for words, _ in podium.heard] == [
        "Kenya – Ms. S. Kihika paused, 0:20 left.",
        "Kenya – Ms. S. Kihika goes on, 0:20 left.",
    ]


def test_a_refusal_is_shown_and_interrupts(podium: DebateWindow) -> None:
    podium.bridge.execute(c.EndIntervention())
    assert podium.shown == "Nobody has the floor."
    assert podium.heard == [("Nobody has the floor.", ASSERTIVE)]


def test_one_chord_says_the_state(podium: DebateWindow) -> None:
    podium.press(Qt.Key.Key_F5)
    podium.later(30)
    podium.press(Qt.Key.Key_Space, CTRL | SHIFT)
    said = "Kenya – Ms. S. Kihika has the floor, 2:30 left. Next: Peru. 2 waiting. Sitting 1 is open."
    assert podium.heard[-1] == (said, ASSERTIVE)
    podium.press(Qt.Key.Key_F12)
    podium.press(Qt.Key.Key_Space, CTRL | SHIFT)
    assert "Sitting 1 is suspended." in podium.heard[-1][0]
    assert "The clock stands." in podium.heard[-1][0]


def test_no_label_has_a_name_that_hides_its_text(podium: DebateWindow) -> None:
    for workspace in WORKSPACES:
        podium.view.show_workspace(workspace)
    podium.press(Qt.Key.Key_F5)
    labels = podium.window.findChildren(QLabel)
    assert len(labels) > 100
    assert [each.text() for each in labels if each.accessibleName() not in {"", each.text()}] == []
