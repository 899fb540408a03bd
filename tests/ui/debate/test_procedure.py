"""Interruptions, corrections, orders and gaps by keyboard, in the session's real view."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.events.floor import TimeGranted
from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import TimeAccount
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, Person, Presence, Session
from ipu_session.ui.bars.timing_gap_bar import TimingGapBar
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.balance import BalanceDialog
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import FakeClock, MemoryJournal, a_session, person
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.session_pages import show_debate

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


class Desk:
    """The view of a session in which Kenya, Peru and Japan wait."""

    def __init__(self, qtbot: QtBot, *people: Person) -> None:
        self.clock, self.journal = FakeClock(), MemoryJournal()
        self.service = a_session(clock=self.clock, journal=self.journal)
        for someone in people or (person("KE", "A. Achieng"), person("PE", "B. Flores"), person("JP")):
            self.service.execute(c.AddRequest(someone))
        self.service.execute(c.OpenSitting())
        self.said: list[str] = []
        self.view = SessionView(SessionBridge(self.service), fake_services())
        self.view.announcer.warning.connect(self.said.append)
        self.view.announcer.message.connect(self.said.append)
        qtbot.addWidget(self.view, before_close_func=lambda view: view.shut_down())
        self.view.resize(1366, 740)
        self.debate = show_debate(self.view)
        with qtbot.waitActive(self.view):
            self.view.show()
        self.view._poller.stop()
        self.view._ticker.stop()
        self.floor, self.speakers = self.debate.floor, self.debate.speakers

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view.focusWidget() or self.view, key, modifiers)

    def write(self, text: str) -> None:
        QTest.keyClicks(self.view.focusWidget(), text)
        self.press(ENTER)

    def later(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.view._poller.poll()
        self.view._ticker.tick()

    @property
    def session(self) -> Session:
        return self.service.session

    def listed(self) -> list[str]:
        return [line.cells[1] for line in self.speakers.requests.model.rows]

    def kinds(self) -> list[Kind]:
        ordered = sorted(self.session.interventions.values(), key=lambda i: i.id)
        return [intervention.kind for intervention in ordered]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_a_motion_from_the_mover_to_the_decision(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.later(60)
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    assert desk.floor.kind_label.text() == "Motion"
    assert desk.floor.motion_form.isVisible()
    assert desk.floor.buttons["next"].text() == "F5  One against"
    desk.floor.raised_by.line.setFocus()
    desk.write("fra, Mr. Z. Dupont")
    assert desk.floor.name_label.text() == "Mr. Z. Dupont"
    desk.floor.motion_form.line.setFocus()
    desk.write("to hear the observers first")
    assert not_none(desk.session.pending_motion).subject == "to hear the observers first"
    desk.floor.motion_form.kind_box.setCurrentIndex(2)
    desk.floor.motion_form.submit()
    assert not_none(desk.session.pending_motion).kind is MotionKind.CLOSE_DEBATE
    desk.press(Qt.Key.Key_F5)
    assert desk.floor.kind_label.text() == "Against the motion"
    desk.press(Qt.Key.Key_F5)
    assert desk.floor.name_label.text() == "Chair"
    assert not desk.view.command_actions["next"].isEnabled()
    desk.press(Qt.Key.Key_R, CTRL | SHIFT)
    assert desk.session.motions[-1].decision is MotionDecision.REJECTED
    assert desk.floor.clock.time_label.text() == "2:00"
    assert not desk.floor.motion_form.isVisible()
    assert desk.kinds() == [Kind.SPEECH, Kind.MOTION, Kind.AGAINST, Kind.CHAIR]


def test_the_same_motion_a_second_time_is_refused_and_shown_as_it_stood(desk: Desk) -> None:
    for _ in range(2):
        desk.press(Qt.Key.Key_M, CTRL | SHIFT)
        desk.floor.motion_form.kind_box.setCurrentIndex(1)
        desk.floor.motion_form.submit()
        desk.press(Qt.Key.Key_U, CTRL | SHIFT)
    assert "The same was moved before in this debate." in desk.said
    assert [motion.kind for motion in desk.session.motions] == [MotionKind.CLOSE_LIST, MotionKind.OTHER]


def test_a_question_and_its_response(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.later(60)
    desk.press(Qt.Key.Key_F5, CTRL)
    assert desk.floor.kind_label.text() == "Question"
    assert desk.floor.held_label.text() == "held: Kenya at 2:00"
    assert desk.floor.buttons["next"].text() == "F5  Response"
    desk.floor.raised_by.line.setFocus()
    desk.write("per")
    desk.press(Qt.Key.Key_F5)
    assert (desk.floor.kind_label.text(), desk.floor.name_label.text()) == ("Response", "A. Achieng")
    assert desk.floor.buttons["next"].text() == "F5  Back to the speech"
    desk.press(Qt.Key.Key_F5)
    assert desk.floor.clock.time_label.text() == "2:00"


def test_the_chair_s_own_words_count_up(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F7, CTRL)
    desk.later(75)
    assert (desk.floor.clock.time_label.text(), desk.floor.clock.limit_label.text()) == ("1:15", "no limit")
    assert not desk.view.command_actions["more-time"].isEnabled()
    assert not desk.floor.raised_by.isVisible()
    desk.press(Qt.Key.Key_F7)
    assert desk.session.floor is None


def test_a_new_allotment_is_typed_and_escape_leaves_it(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F6, SHIFT)
    assert desk.floor.allotment_form.line.text() == "3:00"
    desk.write("5")
    assert desk.floor.clock.time_label.text() == "5:00"
    assert not desk.floor.allotment_form.isVisible()
    assert desk.debate.notes.note_line.line.hasFocus()
    desk.press(Qt.Key.Key_F6, SHIFT)
    desk.write("soon")
    assert desk.floor.allotment_form.message.text() == "Write 3, 3:00, 180s or 1h05"
    desk.press(ESCAPE)
    assert not desk.floor.allotment_form.isVisible()
    assert not_none(desk.session.floor).allotted_ms == 300_000


def test_an_allotment_that_was_asked_for_is_not_given_to_the_next_speaker(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F6, SHIFT)
    QTest.keyClicks(desk.view.focusWidget(), "9")
    desk.press(Qt.Key.Key_F5)
    assert not desk.floor.allotment_form.isVisible()
    assert not_none(desk.session.floor).allotted_ms == 180_000


def test_twice_the_time_says_why(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F8, CTRL)
    assert desk.floor.clock.time_label.text() == "6:00"
    granted = desk.journal.rows[-1].event
    assert isinstance(granted, TimeGranted)
    assert granted.reason == "interpretation"


def test_a_suspension_says_since_when_and_why(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F12)
    desk.later(90)
    assert desk.floor.since_label.text() == "since 09:00, for 1:30"
    desk.floor.reason_line.setFocus()
    desk.write("Fire alarm")
    assert not_none(desk.session.sitting).suspensions[-1].reason == "Fire alarm"
    desk.press(Qt.Key.Key_F12)
    assert not desk.floor.reason_line.isVisible()
    assert desk.floor.clock.time_label.text() == "3:00"
    desk.press(Qt.Key.Key_F6)
    desk.later(5)
    assert desk.floor.since_label.text() == "paused since 09:01, for 0:05"


def test_after_a_sleep_a_bar_asks_and_one_key_answers(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.later(60)
    desk.clock.suspend(47)
    desk.later(0)
    bar = desk.view.findChild(TimingGapBar)
    assert bar is not None
    assert bar.isVisible()
    assert bar.message_label.text() == (
        "The machine slept from 09:01:00 to 09:01:47. The speaker's time was 1:47 with the gap, 1:00 without it."
    )
    assert desk.floor.clock.time_label.text() == "1:13"
    desk.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert not bar.isVisible()
    assert desk.floor.clock.time_label.text() == "2:00"
    desk.clock.wall_offset_ms += 3_600_000
    desk.later(0)
    assert bar.message_label.text().startswith("The machine's clock was set from 09:01:47 to 10:01:47.")
    desk.press(Qt.Key.Key_J, CTRL | SHIFT)
    assert desk.floor.clock.time_label.text() == "2:00"
    assert desk.service.now().utc_ms - desk.clock.now_ms == 3_600_000


def test_undo_of_the_act_before_a_sleep_leaves_the_question_on_the_screen(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.later(60)
    desk.press(Qt.Key.Key_F5)
    desk.later(5)
    desk.clock.suspend(47)
    desk.later(0)
    bar = desk.view.findChild(TimingGapBar)
    figures = " The speaker's time was {} with the gap, {} without it."
    assert bar is not None
    assert bar.message_label.text().endswith(figures.format("0:52", "0:05"))
    desk.press(Qt.Key.Key_Z, CTRL)
    assert bar.isVisible()
    assert bar.message_label.text().endswith(figures.format("1:52", "1:05"))
    desk.press(Qt.Key.Key_K, CTRL | SHIFT)
    assert not bar.isVisible()
    assert desk.floor.clock.time_label.text() == "1:55"
    desk.press(Qt.Key.Key_Z, CTRL)
    assert bar.isVisible()
    assert desk.floor.clock.time_label.text() == "1:08"


def test_a_sleep_while_nobody_speaks_is_only_told(desk: Desk, qtbot: QtBot) -> None:
    desk.clock.suspend(600)
    desk.later(0)
    qtbot.waitUntil(lambda: "The machine slept from 09:00:00 to 09:10:00." in desk.said)
    assert not not_none(desk.view.findChild(TimingGapBar)).isVisible()


def test_places_are_exchanged_by_one_key_on_each_row(desk: Desk) -> None:
    desk.press(Qt.Key.Key_L, CTRL)
    desk.speakers.requests.list.selectRow(0)
    desk.press(Qt.Key.Key_X, CTRL | SHIFT)
    assert desk.speakers.requests.position_label.text().startswith("Kenya – A. Achieng exchanges places with …")
    desk.speakers.requests.list.selectRow(2)
    desk.press(Qt.Key.Key_X, CTRL | SHIFT)
    assert desk.listed() == ["Japan", "Peru", "Kenya"]
    assert isinstance(not_none(desk.service.next_undo).event, e.RequestsSwapped)
    desk.speakers.requests.list.selectRow(0)
    assert desk.speakers.requests.position_label.text() == "Japan: exchanged places with Kenya at 09:00, from 3 to 1"


def test_a_row_is_dragged_to_another_place(desk: Desk) -> None:
    model = desk.speakers.requests.model
    data = model.mimeData([model.index(0, 0)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    assert desk.listed() == ["Peru", "Kenya", "Japan"]
    data = model.mimeData([model.index(2, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(0, 0))
    assert desk.listed() == ["Japan", "Peru", "Kenya"]
    data = model.mimeData([model.index(0, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    assert desk.listed() == ["Peru", "Kenya", "Japan"]
    assert desk.speakers.requests.list.dragEnabled()


def test_a_reserve_is_marked_and_called_up_by_the_same_key(desk: Desk) -> None:
    desk.press(Qt.Key.Key_L, CTRL)
    desk.press(Qt.Key.Key_V, CTRL | SHIFT)
    assert "reserve" in desk.speakers.requests.model.rows[0].cells[3]
    assert desk.floor.next_label.text() == "next: Peru – B. Flores"
    desk.press(Qt.Key.Key_V, CTRL | SHIFT)
    assert "reserve" not in desk.speakers.requests.model.rows[0].cells[3]


def test_an_order_is_looked_at_then_accepted_as_one_step(qtbot: QtBot) -> None:
    desk = Desk(qtbot, person("KE", "A"), person("KE", "B"), person("PE", "C"))
    desk.press(Qt.Key.Key_D, CTRL)
    panel = desk.speakers.order_panel
    panel.scheme_box.setCurrentIndex(4)
    assert [line.cells for line in panel.model.rows] == [
        ("1", "Kenya – A", "another delegation than the one before"),
        ("2", "Peru – C", "another delegation than the one before"),
        ("3", "Kenya – B", "another delegation than the one before"),
    ]
    assert desk.listed() == ["Kenya", "Kenya", "Peru"]
    desk.press(ENTER, CTRL)
    assert desk.listed() == ["Kenya", "Peru", "Kenya"]
    assert desk.speakers.requests.list.hasFocus()
    desk.speakers.requests.list.selectRow(1)
    assert "another delegation than the one before" in desk.speakers.requests.position_label.text()
    desk.press(Qt.Key.Key_Z, CTRL)
    assert desk.listed() == ["Kenya", "Kenya", "Peru"]


def test_lots_are_drawn_from_the_seed_that_is_shown_and_not_seen_before(desk: Desk) -> None:
    desk.press(Qt.Key.Key_D, CTRL)
    panel = desk.speakers.order_panel
    panel.scheme_box.setCurrentIndex(panel.scheme_box.count() - 1)
    assert not panel.list.isVisible()
    panel.seed_line.setText("x")
    panel.draw_or_accept()
    assert desk.said[-1] == "That number is out of range."
    panel.seed_line.setText("7")
    panel.draw_or_accept()
    assert desk.session.drawings[-1].seed == 7
    assert desk.listed() == ["Peru", "Japan", "Kenya"]
    assert desk.speakers.requests.position_label.text() == "Peru: drawn as number 1 at 09:00, lots of seed 7"


def test_escape_leaves_the_order_as_it_is(desk: Desk) -> None:
    desk.press(Qt.Key.Key_D, CTRL)
    desk.press(ESCAPE)
    assert desk.speakers.requests.list.isVisible()
    assert desk.listed() == ["Kenya", "Peru", "Japan"]


def held(desk: Desk, seconds: float = 120) -> None:
    desk.press(Qt.Key.Key_F5)
    # The window looks at the clocks all the while: a leap would be a gap, and asked about.
    whole, rest = divmod(seconds, 5)
    for step in [5] * int(whole) + [rest] * (rest > 0):
        desk.later(step)
    desk.press(Qt.Key.Key_F7)


def test_a_recorded_time_is_corrected_and_the_old_one_kept(desk: Desk) -> None:
    held(desk)
    desk.press(Qt.Key.Key_H, CTRL)
    assert [line.cells for line in desk.speakers.history.model.rows] == [("09:00", "Kenya", "A. Achieng", "2:00")]
    desk.press(Qt.Key.Key_F4)
    form = desk.speakers.intervention_form
    assert form.duration_lines["spoken_ms"].line.text() == "2:00"
    desk.write("1:30")
    [speech] = desk.session.interventions.values()
    before = speech.corrections[0].before
    assert isinstance(before, TimeAccount)
    assert (speech.spoken_ms(0), before.spoken_ms) == (90_000, 120_000)
    assert desk.speakers.history.model.rows[0].cells[3] == "1:30 · corrected"
    desk.press(Qt.Key.Key_F4)
    assert form.corrections_label.text() == "before: 09:00:00, spoken 2:00 of 3:00"
    desk.press(ESCAPE)
    assert desk.speakers.history.list.hasFocus()


def test_a_recorded_speaker_and_start_are_corrected(desk: Desk) -> None:
    held(desk)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.press(Qt.Key.Key_F4)
    form = desk.speakers.intervention_form
    form.person_line.line.setText("egy, Ms. C. Hamdy")
    form.start_line.line.setText("8:59")
    form.submit()
    [speech] = desk.session.interventions.values()
    assert desk.session.person(speech.delegate).name == "C. Hamdy"
    assert desk.speakers.history.model.rows[0].cells[:3] == ("08:59", "Egypt", "Ms. C. Hamdy")
    assert [type(kept.before).__name__ for kept in speech.corrections] == ["TimeAccount", "int"]


def test_a_correction_that_cannot_be_read_stays_in_the_form(desk: Desk) -> None:
    held(desk)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.press(Qt.Key.Key_F4)
    form = desk.speakers.intervention_form
    before = desk.session
    for field, text in (("spoken_ms", "long"), ("allotted_ms", "-1")):
        shown = form.duration_lines[field].line.text()
        form.duration_lines[field].line.setText(text)
        form.submit()
        form.duration_lines[field].line.setText(shown)
    form.start_line.line.setText("25:00")
    form.submit()
    assert form.isVisible()
    assert desk.session is before


def test_what_is_not_changed_keeps_its_milliseconds(desk: Desk) -> None:
    held(desk, 95.432)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.press(Qt.Key.Key_F4)
    desk.speakers.intervention_form.duration_lines["allotted_ms"].line.setText("4")
    desk.speakers.intervention_form.submit()
    [speech] = desk.session.interventions.values()
    assert (speech.spoken_ms(0), speech.allotted_ms) == (95_432, 240_000)


def test_a_correction_of_what_was_undone_meanwhile_enters_nothing(desk: Desk) -> None:
    held(desk)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.press(ENTER)
    form = desk.speakers.intervention_form
    assert form.isVisible()
    for _ in range(2):
        desk.service.undo()
    form.submit()
    assert not form.isVisible()
    assert not desk.session.interventions


def test_a_speech_recorded_by_mistake_is_struck_out_and_comes_back_by_undo(desk: Desk) -> None:
    held(desk)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.press(Qt.Key.Key_Delete)
    assert desk.speakers.history.model.rows == ()
    assert len(desk.session.deleted_interventions) == 1
    desk.press(Qt.Key.Key_Z, CTRL)
    assert len(desk.speakers.history.model.rows) == 1


def test_a_speech_held_on_paper_is_entered(desk: Desk) -> None:
    desk.later(1_800)
    desk.press(Qt.Key.Key_I, CTRL | SHIFT)
    form = desk.speakers.intervention_form
    form.submit()
    assert form.isVisible()
    form.person_line.line.setText("per, B. Flores")
    form.start_line.line.setText("09:10")
    form.duration_lines["spoken_ms"].line.setText("2:15")
    form.submit()
    [speech] = desk.session.interventions.values()
    assert (speech.spoken_ms(0), speech.allotted_ms, speech.on_paper) == (135_000, 180_000, True)
    assert desk.listed() == ["Kenya", "Japan"]
    desk.press(Qt.Key.Key_H, CTRL)
    assert desk.speakers.history.model.rows[0].cells == ("09:10", "Peru", "B. Flores", "2:15 · on paper")


def test_the_count_and_total_time_stand_beside_each_name(qtbot: QtBot) -> None:
    desk = Desk(qtbot, person("KE", "A. Achieng"))
    held(desk, 150)
    desk.service.execute(c.AddRequest(person("KE", "A. Achieng")))
    desk.service.execute(c.AddRequest(person("KE")))
    assert [line.cells[3] for line in desk.speakers.requests.model.rows] == ["2/3 · 1× 2:30", "3/3 · 1× 2:30"]


def test_the_closing_of_the_list_is_announced_by_one_key(desk: Desk) -> None:
    desk.press(Qt.Key.Key_N, CTRL | SHIFT)
    assert desk.speakers.state_label.text() == "3 waiting · list closes at 09:10"


def test_the_balance_counts_those_present(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_G, CTRL)
    [page] = desk.view.findChildren(BalanceDialog)
    for name, number in (("delegates", 40), ("women", 13), ("young", 4)):
        page.count_fields[name].setValue(number)
    page.submit()
    assert desk.session.presence == Presence(40, 13, 4)
    assert page.model.rows[0].cells == ("Women", "–", "–", "–", "33 %")
    assert page.model.rows[-1].cells == ("All", "1", "0:00", "2", "40")
    page.count_fields["women"].setValue(41)
    page.submit()
    assert desk.session.presence == Presence(40, 13, 4)
    page.close()


def test_what_each_may_have_is_applied_by_one_key(desk: Desk) -> None:
    desk.service.execute(c.ChangeDetails(replace(desk.session.details, planned_end="09:06")))
    desk.later(1)
    assert desk.floor.limit_proposal_label.text() == "to end at 09:06 each of the 3 waiting may have 1:30: Ctrl+F6"
    desk.press(Qt.Key.Key_F6, CTRL)
    desk.press(Qt.Key.Key_F5)
    assert desk.floor.clock.time_label.text() == "1:30"


def test_a_slip_is_typed_whole_and_corrected_in_the_same_words(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F2)
    line = desk.speakers.add_line.line
    QTest.keyClicks(line, "fra, Mme A. Dupont /y #2 /rap")
    assert desk.speakers.add_line.hint.text() == (
        "Enter adds France – Mme A. Dupont, young, co-Rapporteur, #2 as number 4"
    )
    desk.press(ENTER)
    request = desk.session.requests[desk.session.queue[-1]]
    someone = desk.session.person(request.delegate)
    assert (someone.young, someone.category, someone.gender) == (True, Category.CO_RAPPORTEUR, Gender.WOMAN)
    assert [not_none(desk.session.theme(theme)).number for theme in request.themes] == [2]
    desk.press(Qt.Key.Key_L, CTRL)
    desk.speakers.requests.list.selectRow(3)
    desk.press(Qt.Key.Key_F4)
    assert line.text() == "France, Mme A. Dupont /y /rap"
    line.setText("France, Mme A. Dupont /n /mem")
    desk.press(ENTER)
    changed = desk.session.person(request.delegate)
    assert (changed.young, changed.category, changed.gender) == (False, Category.MEMBER, Gender.WOMAN)


def test_a_second_speaker_of_an_observer_is_warned_of(qtbot: QtBot) -> None:
    desk = Desk(qtbot, person("IOM", "A. One", category=Category.OBSERVER))
    desk.press(Qt.Key.Key_F2)
    QTest.keyClicks(desk.speakers.add_line.line, "iom, B. Two")
    assert "this delegation has one speaker already" in desk.speakers.add_line.hint.text()


def test_a_line_that_goes_gives_the_keyboard_to_the_note_line(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.service.execute(c.TakeNote("a note"))
    for open_it, line, close_it in (
        ((Qt.Key.Key_F12,), desk.floor.reason_line, (Qt.Key.Key_F12,)),
        ((Qt.Key.Key_M, CTRL | SHIFT), desk.floor.motion_form.line, (Qt.Key.Key_U, CTRL | SHIFT)),
    ):
        desk.press(*open_it)
        line.setFocus()
        QTest.keyClicks(line, "tea")
        desk.press(*close_it)
        assert desk.debate.notes.note_line.line.hasFocus()
        desk.press(Qt.Key.Key_Delete)
    assert len(desk.session.notes) == 1


def test_an_open_allotment_does_not_take_the_keyboard_from_another_line(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F6, SHIFT)
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_F7)
    assert not desk.floor.allotment_form.isVisible()
    assert desk.speakers.add_line.line.hasFocus()


def test_deletion_stays_at_the_neighbour(desk: Desk) -> None:
    for _ in range(3):
        held(desk, 30)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.speakers.history.list.selectRow(2)
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Delete)
    assert [line.cells[1] for line in desk.speakers.history.model.rows] == ["Kenya"]


def test_what_the_slip_says_never_comes_into_the_name(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F9)
    desk.floor.raised_by.line.setFocus()
    desk.write("per, Hon. Mrs. Z. Flores /y")
    someone = desk.session.person(not_none(desk.session.floor).delegate)
    assert (someone.title, someone.name, someone.young) == ("Hon. Mrs.", "Z. Flores", True)
    assert someone.gender is Gender.WOMAN


def test_a_name_may_be_given_to_a_point_of_order_while_the_sitting_is_suspended(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F9)
    desk.press(Qt.Key.Key_F12)
    desk.floor.raised_by.line.setFocus()
    desk.write("per")
    [order] = [i for i in desk.session.interventions.values() if i.kind is Kind.POINT_OF_ORDER]
    assert desk.session.person(order.delegate).delegation == "PE"


def test_the_record_is_shown_as_it_stands_when_its_workspace_comes_back(desk: Desk) -> None:
    held(desk)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.press(Qt.Key.Key_1, ALT)
    desk.service.undo()
    desk.service.undo()
    desk.press(Qt.Key.Key_2, ALT)
    assert desk.speakers.history.model.rows == ()
    desk.speakers.intervention_form.edit_intervention(InterventionId(9_999))
    assert not desk.speakers.intervention_form.isVisible()


def test_a_speaker_of_no_known_delegation_keeps_the_form_open(desk: Desk) -> None:
    held(desk)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.press(Qt.Key.Key_F4)
    desk.speakers.intervention_form.person_line.line.setText("Mr. Zyx of nowhere")
    desk.speakers.intervention_form.submit()
    assert desk.speakers.intervention_form.isVisible()


def test_the_live_keys_work_from_the_balance_and_there_is_one(desk: Desk) -> None:
    desk.press(Qt.Key.Key_G, CTRL)
    desk.view._open_balance()
    [page] = desk.view.findChildren(BalanceDialog)
    assert desk.view.command_actions["next"] in page.actions()
    page.close()


def test_a_note_gets_a_theme_though_its_words_stay(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F3)
    desk.write("a register")
    desk.debate.notes.notes_list.list.setFocus()
    desk.press(Qt.Key.Key_F4)
    line = desk.debate.notes.note_line.line
    line.setText(line.text() + " #2")
    line.setFocus()
    desk.press(ENTER)
    [note] = desk.session.notes.values()
    assert [not_none(desk.session.theme(theme)).number for theme in note.themes] == [2]


def test_a_note_after_a_speech_entered_from_paper_belongs_to_the_one_just_heard(desk: Desk) -> None:
    held(desk)
    heard = next(iter(desk.session.interventions))
    desk.service.execute(c.EnterIntervention(person("FR"), desk.clock.now_ms - 60_000, 30_000))
    desk.service.execute(c.TakeNote("of Kenya"))
    assert [note.intervention for note in desk.session.notes.values()] == [heard]


def test_a_half_typed_note_put_aside_still_belongs_to_whom_it_was_begun_of(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    kenya = desk.session.speaking
    desk.service.execute(c.TakeNote("first"))
    note = desk.debate.notes.note_line
    desk.press(Qt.Key.Key_F3)
    QTest.keyClicks(note.line, "half about Kenya")
    desk.press(Qt.Key.Key_F5)
    note.edit_note(next(iter(desk.session.notes)))
    note.clear()
    assert note.line.text() == "half about Kenya"
    note.submit()
    assert desk.session.notes[max(desk.session.notes)].intervention == kenya
