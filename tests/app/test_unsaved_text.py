"""Text that is being written is never destroyed: by Escape, by an act, by a question, by leaving its line."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ipu_session.domain import commands as c
from ipu_session.domain.commands.floor import EndIntervention, GiveFloor
from ipu_session.domain.commands.sitting import OpenSitting
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.ui.prepare.new_session import NewSessionPage
from tests.app.test_keys_in_window import CTRL, KEY, Chord, Secretary, sit, text_of
from tests.controllers import fake_clock
from tests.narrowing import not_none
from tests.session_pages import show_prepare, show_report

__all__ = ["sit"]


def lines(s: Secretary) -> dict[str, tuple[Chord, Callable[[], str]]]:
    """Every line of the debate that Escape clears, by its name."""
    shown = s.debate.notes.notes_list
    return {
        "note": ((KEY.Key_F3,), s.note_line.line.text),
        "add": ((KEY.Key_F2,), s.debate.speakers.add_line.line.text),
        "find": ((KEY.Key_F, CTRL), shown.search_line.text),
        "new theme": ((KEY.Key_0, CTRL), s.debate.notes.theme_chips.new_theme_line.text),
    }


@pytest.mark.parametrize("name", ["note", "add", "find", "new theme"])
def test_what_escape_clears_comes_back_before_any_act_is_undone(sit: Callable[..., Secretary], name: str) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor(), c.GrantTime(30_000))
    s.press(KEY.Key_F3)
    go, text = lines(s)[name]
    s.press_chord(go)
    s.type("half a thought")
    s.press(KEY.Key_Escape)
    assert text() == ""
    before = s.session.version
    s.undo()
    assert text() == "half a thought"
    assert s.session.version == before
    s.redo()
    assert text() == ""
    s.undo()
    s.undo()
    assert text().split() == ["half", "a"]


def test_an_act_done_after_escape_is_undone_first(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F3)
    s.type("half a thought")
    s.press(KEY.Key_Escape)
    s.press(KEY.Key_F8)
    s.press(KEY.Key_F2)
    s.undo()
    assert (not_none(s.session.floor).granted_ms, s.note_line.line.text()) == (0, "")
    s.undo()
    assert s.note_line.line.text() == "half a thought"
    assert s.focus is s.note_line.line


def test_a_cleared_note_comes_back_behind_a_note_that_was_taken_since_and_undone(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F3)
    s.type("the first")
    s.press(KEY.Key_Escape)
    s.type("the second")
    s.press(KEY.Key_Return)
    s.undo()
    assert not s.session.notes
    s.undo()
    assert s.note_line.line.text() == "the first"


def test_a_correction_that_escape_ended_comes_back_as_a_correction(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor(), c.TakeNote("recorded"))
    s.press(KEY.Key_F3)
    s.type("half")
    [note] = s.session.notes
    s.note_line.edit_note(note)
    s.type(" differently")
    s.press(KEY.Key_Escape)
    assert s.note_line.line.text() == "half"
    s.undo()
    assert s.note_line.line.text() == "recorded differently"
    s.press(KEY.Key_Return)
    assert s.session.notes[note].text == "recorded differently"
    assert s.note_line.line.text() == "half"


def test_a_corrected_entry_comes_back_as_a_correction(sit: Callable[..., Secretary]) -> None:
    s = sit()
    s.press(KEY.Key_L, CTRL)
    s.press(KEY.Key_F4)
    s.type(" Junior")
    s.press(KEY.Key_Escape)
    s.undo()
    assert s.debate.speakers.add_line.line.text() == "Kenya, Name of KE Junior"
    s.press(KEY.Key_Return)
    assert len(s.session.requests) == 4
    assert "Name of KE Junior" in {each.person.name for each in s.session.delegates.values()}


def test_who_raised_it_comes_back_after_escape(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F9)
    s.type("xyzzy")
    s.press(KEY.Key_F10)
    raised_by = s.debate.floor.raised_by
    raised_by.line.setFocus()
    s.press(KEY.Key_Escape)
    assert not raised_by.isVisible()
    s.undo()
    assert raised_by.isVisible()
    assert raised_by.line.text() == "xyzzy"


def test_the_first_escape_answers_the_question_and_leaves_the_text(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F3)
    s.type("half a thought")
    s.press(KEY.Key_Q, CTRL)
    assert s.desk.window.message_bars.visible_bars
    s.press(KEY.Key_Escape)
    assert not s.desk.window.message_bars.visible_bars
    assert s.note_line.line.text() == "half a thought"
    s.press(KEY.Key_Escape)
    assert s.note_line.line.text() == ""


@pytest.mark.parametrize("go", [(KEY.Key_F3,), (KEY.Key_F2,)])
def test_escape_under_a_gap_leaves_the_text_and_the_gap(sit: Callable[..., Secretary], go: Chord) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F3)
    now_ms = s.view.bridge.now().utc_ms
    assert s.view.bridge.execute(c.RecordTimingGap(TimingGapCause.SLEPT, now_ms - 5_000, now_ms))
    s.press_chord(go)
    field = s.focus
    s.type("half")
    s.press(KEY.Key_Escape)
    assert s.session.unresolved_gap is not None
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    assert text_of(field) == "half"
    assert "Ctrl+Shift+K" in s.said()
    s.press(KEY.Key_Escape)
    assert text_of(field) == ""


def test_a_half_typed_message_and_motion_survive_what_happens_elsewhere(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_M, CTRL)
    s.type("Lunch at")
    s.press(KEY.Key_F3)
    s.press(KEY.Key_B, CTRL)
    s.press(KEY.Key_B, CTRL)
    assert s.view.display_message_bar.hall_edit.text() == "Lunch at"
    assert s.view.display_message_bar.isVisible()


def test_a_draft_keeps_its_spaces(sit: Callable[..., Secretary]) -> None:
    s = sit()
    prepare = show_prepare(s.view)
    form = prepare.details
    prepare.tabs.setCurrentWidget(form)
    chair = form.text_fields["chair"]
    chair.setFocus()
    s.type("Ms. A. ")
    s.press(KEY.Key_F3)
    assert s.session.details.chair == "Ms. A."
    s.view.bridge.execute(c.AddTheme("Another"))
    s.view.show_workspace("prepare")
    chair.setFocus()
    s.type("Vargas")
    s.press(KEY.Key_F3)
    assert s.session.details.chair == "Ms. A. Vargas"


def test_the_line_below_offers_redo_after_undo(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    line = s.desk.window.message_line
    s.press(KEY.Key_F8)
    assert (not_none(line.undo_button).isVisible(), not_none(line.redo_button).isVisible()) == (True, False)
    s.undo()
    assert (not_none(line.undo_button).isVisible(), not_none(line.redo_button).isVisible()) == (False, True)
    not_none(line.redo_button).click()
    assert not_none(s.session.floor).granted_ms == 30_000
    assert (not_none(line.undo_button).isVisible(), not_none(line.redo_button).isVisible()) == (True, False)
    s.undo()
    s.press(KEY.Key_F6)
    assert not not_none(line.redo_button).isVisible()


def test_a_speech_that_is_still_paused_is_not_said_to_go_on(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    clock = fake_clock(s.desk)
    s.press(KEY.Key_F6)
    since = s.debate.floor.since_label.text().partition(",")[0]
    assert since
    clock.advance(120)
    s.press(KEY.Key_F9)
    clock.advance(60)
    s.press(KEY.Key_F10)
    assert "goes on" not in s.said()
    assert "still paused" in s.said()
    assert s.debate.floor.since_label.text().startswith(since)
    s.press(KEY.Key_F6)
    assert "goes on" in s.said()


def test_what_is_missing_goes_when_it_is_written(sit: Callable[..., Secretary]) -> None:
    s = sit()
    s.desk.show_new_session_page()
    page = s.desk.window.centralWidget()
    assert isinstance(page, NewSessionPage)
    page.skip_note()
    page.create_session()
    assert "title" in page.error_label.text()
    page.options_form.title_line.setFocus()
    QApplication.processEvents()
    s.type("A debate")
    assert page.error_label.text() == ""


def a_speech() -> tuple[OpenSitting, GiveFloor, EndIntervention, GiveFloor]:
    return (c.OpenSitting(), c.GiveFloor(), c.EndIntervention(), c.GiveFloor())


@pytest.mark.parametrize("leave", ["escape", "button"])
def test_a_correction_of_the_record_that_was_left_comes_back_with_its_form(
    sit: Callable[..., Secretary], leave: str
) -> None:
    s = sit(*a_speech())
    speakers = s.debate.speakers
    first = next(iter(s.session.interventions))
    speakers.intervention_form.edit_intervention(first)
    s.type("2:22")
    speakers.intervention_form.start_line.line.setText("08:59:00")
    if leave == "escape":
        s.press(KEY.Key_Escape)
    else:
        speakers.intervention_form.cancel()
    assert not speakers.intervention_form.isVisible()
    before = s.session.version
    s.undo()
    assert speakers.intervention_form.isVisible()
    assert speakers.intervention_form.duration_lines["spoken_ms"].line.text() == "2:22"
    assert speakers.intervention_form.start_line.line.text() == "08:59:00"
    assert s.session.version == before
    speakers.intervention_form.submit()
    assert s.session.interventions[first].time_account(0).spoken_ms == 142_000


def test_a_speech_from_paper_that_was_left_for_a_correction_comes_back(sit: Callable[..., Secretary]) -> None:
    s = sit(*a_speech())
    record = s.debate.speakers.intervention_form
    s.debate.speakers.enter_from_paper()
    s.type("ke, Ms. Paper")
    record.start_line.line.setText("08:50:00")
    record.duration_lines["spoken_ms"].line.setText("1:00")
    record.edit_intervention(next(iter(s.session.interventions)))
    s.press(KEY.Key_Escape)
    s.undo()
    assert record.isVisible()
    assert record.person_line.line.text() == "ke, Ms. Paper"
    record.submit()
    assert "Paper" in [s.session.person(each.delegate).name for each in s.session.interventions.values()]


def test_a_form_that_was_only_looked_at_or_recorded_is_nothing_to_undo(sit: Callable[..., Secretary]) -> None:
    s = sit(*a_speech())
    record, first = s.debate.speakers.intervention_form, next(iter(s.session.interventions))
    record.edit_intervention(first)
    s.press(KEY.Key_Escape)
    record.edit_intervention(first)
    s.type("2:22")
    s.press(KEY.Key_Return)
    assert s.session.interventions[first].time_account(0).spoken_ms == 142_000
    s.undo()
    assert not record.isVisible()
    assert s.session.interventions[first].time_account(0).spoken_ms != 142_000


def test_an_allotment_that_was_left_comes_back_while_its_speaker_has_the_floor(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.view.navigation_actions["allotment"].trigger()
    line = s.focus
    s.type("7:30")
    s.press(KEY.Key_Escape)
    assert isinstance(line, QLineEdit)
    assert not line.isVisible()
    before = s.session.version
    s.undo()
    assert line.isVisible()
    assert (line.text(), s.focus, s.session.version) == ("7:30", line, before)


def test_an_allotment_that_was_left_does_not_go_to_the_next_speaker(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.view.navigation_actions["allotment"].trigger()
    line = s.focus
    s.type("7:30")
    s.press(KEY.Key_Escape)
    s.press(KEY.Key_F5)
    spoken = s.session.speaking
    s.undo()
    assert s.session.speaking != spoken
    assert isinstance(line, QLineEdit)
    assert not line.isVisible()


def test_a_contribution_that_was_left_half_typed_comes_back(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting())
    s.view.navigation_actions["contributions"].trigger()
    form = show_prepare(s.view).contributions.form
    form.start_new()
    form.fields.delegation.line.setFocus()
    s.type("peru")
    form.fields.title.setText("On migration")
    form.fields.pages_box.setValue(2)
    s.press(KEY.Key_Escape)
    assert not form.has_content
    before = s.session.version
    s.undo()
    assert (form.fields.delegation.line.text(), form.fields.title.text(), form.fields.pages_box.value()) == (
        "peru",
        "On migration",
        2,
    )
    assert s.session.version == before


def test_a_correction_of_the_report_that_was_half_typed_comes_back(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.RegisterCorrection("Recorded", "2022-03-23"))
    page = show_report(s.view).final_page
    show_report(s.view).tabs.setCurrentWidget(page)
    page.form.sender_line.setFocus()
    page.form.correction_line.setText("half a thought")
    page.corrections_view.selectRow(0)
    page.edit_correction()
    assert page.form.correction_line.text() == "Recorded"
    page.form.remark_line.setText("half an answer")
    page.form.new_button.click()
    assert page.form.correction_line.text() == ""
    s.undo()
    assert (page.form.correction_line.text(), page.form.remark_line.text()) == ("Recorded", "half an answer")
