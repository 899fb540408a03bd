"""The debate workspace by keyboard: the list, the floor, the notes."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, NoteKind, RequestState
from ipu_session.ui.debate.workspace import DebateWorkspace
from tests.accessible_names import nameless
from tests.builders import person
from tests.construction import complete
from tests.narrowing import not_none
from tests.ui.debate.debate_fixture import ALT, CTRL, CTRL_SHIFT, Room, send


def test_three_letters_and_enter_add_a_name(room: Room) -> None:
    room.add("sam")
    assert room.codes() == ["KE", "PE", "JP", "WS"]
    assert room.line.text() == ""


def test_a_name_is_found_in_any_language_without_accents(room: Room) -> None:
    room.add("algér")
    room.add("cote d")
    assert room.codes()[3:] == ["DZ", "CI"]


def test_the_hint_says_what_enter_would_do_and_arrows_choose(room: Room) -> None:
    send(room.line, "ken")
    assert room.speakers.add_line.hint.text() == "Enter adds Kenya as number 4"
    QTest.keyClick(room.line, Qt.Key.Key_Down)
    assert "on no list" in room.speakers.add_line.list.currentIndex().data()
    QTest.keyClick(room.line, Qt.Key.Key_Escape)
    assert room.line.text() == ""
    assert not room.speakers.add_line.list.isVisible()


def test_a_name_with_its_title_is_typed_after_a_comma(room: Room) -> None:
    room.add("fra, Mme A. Dupont")
    added = room.waiting()[-1]
    assert (added.delegation, added.title, added.name) == ("FR", "Mme", "A. Dupont")
    assert added.gender is Gender.WOMAN


def test_a_speaker_who_is_on_no_list_is_one_line_of_free_text(room: Room) -> None:
    room.add("Dr. Zbigniew Free")
    added = room.waiting()[-1]
    assert (added.delegation, added.titled_name) == ("", "Dr. Zbigniew Free")
    assert added.category is Category.EXPERT


def test_the_count_and_the_time_of_a_delegation_are_shown(room: Room) -> None:
    room.acts["next"].trigger()
    room.clock.advance(95)
    room.acts["end"].trigger()
    send(room.line, "ken")
    assert room.speakers.add_line.list.currentIndex().data() == "Kenya · African · 1× 1:35"


def test_a_third_speaker_of_a_delegation_is_warned_of_but_not_barred(room: Room) -> None:
    room.add("ken, Mr. B")
    send(room.line, "ken, Ms. C")
    assert "2 speakers already" in room.speakers.add_line.hint.text()
    assert room.speakers.add_line.hint.property("role") == "warning"
    QTest.keyClick(room.line, Qt.Key.Key_Return)
    assert room.codes().count(DelegationId("KE")) == 3


def test_a_closed_list_refuses_and_says_the_way_out(room: Room) -> None:
    rejected: list[object] = []
    room.bridge.rejected.connect(rejected.append)
    room.acts["close-list"].trigger()
    send(room.line, "sam")
    assert "Ctrl+Shift+L" in room.speakers.add_line.hint.text()
    QTest.keyClick(room.line, Qt.Key.Key_Return)
    assert rejected == ["list-closed"]
    assert room.line.text() == "sam"
    assert len(room.session.queue) == 3


def test_a_row_moves_with_its_selection_and_is_withdrawn_by_keys(room: Room) -> None:
    listed = room.speakers.requests.list
    room.workspace.focus_list()
    listed.selectRow(2)
    QTest.keyClick(listed, Qt.Key.Key_Up, ALT)
    assert room.codes() == ["KE", "JP", "PE"]
    assert listed.currentIndex().row() == 1
    QTest.keyClick(listed, Qt.Key.Key_Home, ALT)
    assert room.codes() == ["JP", "KE", "PE"]
    assert listed.currentIndex().row() == 0
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert room.codes() == ["KE", "PE"]
    room.bridge.undo()
    assert room.codes() == ["JP", "KE", "PE"]


def test_absent_is_to_the_end_once_then_absent_and_comes_back(room: Room) -> None:
    listed = room.speakers.requests.list
    room.workspace.focus_list()
    QTest.keyClick(listed, Qt.Key.Key_A, CTRL_SHIFT)
    assert room.codes() == ["PE", "JP", "KE"]
    listed.selectRow(2)
    QTest.keyClick(listed, Qt.Key.Key_A, CTRL_SHIFT)
    assert room.codes() == ["PE", "JP"]
    room.speakers.select_tab(3)
    QTest.keyClick(listed, Qt.Key.Key_B, CTRL_SHIFT)
    assert room.codes() == ["PE", "JP", "KE"]


def test_enter_on_the_list_gives_a_free_floor_else_lets_be_next(room: Room) -> None:
    listed = room.speakers.requests.list
    room.workspace.focus_list()
    listed.selectRow(1)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert room.session.person(not_none(room.session.floor).delegate).delegation == "PE"
    listed.selectRow(1)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert room.codes() == ["JP", "KE"]


def test_an_entry_is_corrected_in_the_line_and_its_time_stays(room: Room) -> None:
    room.workspace.focus_list()
    QTest.keyClick(room.speakers.requests.list, Qt.Key.Key_F4)
    room.line.selectAll()
    send(room.line, "ken, Ms. S. Kihika")
    QTest.keyClick(room.line, Qt.Key.Key_Return)
    assert room.waiting()[0].titled_name == "Ms. S. Kihika"
    assert len(room.session.queue) == 3


def test_the_clock_counts_down_and_on_into_overtime_with_a_word_for_each_phase(room: Room) -> None:
    room.acts["next"].trigger()
    face = room.floor.clock
    assert (face.time_label.text(), face.signal_label.text(), face.limit_label.text()) == (
        "3:00",
        "● on time",
        "of 3:00",
    )
    room.later(150)
    assert (face.time_label.text(), face.signal_label.text()) == ("0:30", "▲ time nearly up")
    assert face.signal_label.property("signal") == "warning"
    room.later(30)
    assert (face.time_label.text(), face.signal_label.text()) == ("0:00", "■ time is up")
    assert face.signal_label.property("signal") == "alarm"
    room.later(12)
    assert (face.time_label.text(), face.signal_label.text()) == ("+0:12", "◆ over time")
    assert face.time_bar.share == 1
    assert room.floor.time_account_label.text() == "spoken 3:12 · paused 0:00 · granted +0:00 · over 0:12"


def test_a_pause_stops_the_clock_and_says_so(room: Room) -> None:
    room.acts["next"].trigger()
    room.later(10)
    room.acts["pause"].trigger()
    room.later(60)
    assert (room.floor.clock.time_label.text(), room.floor.clock.signal_label.text()) == ("2:50", "‖ paused")
    assert room.floor.buttons["pause"].text() == "F6  Go on"


def test_a_point_of_order_holds_the_speech_and_gives_it_back_where_it_stood(room: Room) -> None:
    room.acts["next"].trigger()
    room.later(73)
    room.acts["point-of-order"].trigger()
    room.later(20)
    assert room.floor.kind_label.text() == "Point of order"
    assert room.floor.clock.time_label.text() == "0:40"
    assert room.floor.held_label.text() == "held: Kenya at 1:47"
    assert room.floor.buttons["rule-dismissed"].isVisible()
    send(room.floor.raised_by.line, "per")
    QTest.keyClick(room.floor.raised_by.line, Qt.Key.Key_Return)
    assert room.session.person(not_none(room.session.floor).delegate).delegation == "PE"
    room.acts["rule-dismissed"].trigger()
    assert room.floor.clock.time_label.text() == "1:47"
    assert not room.floor.held_label.isVisible()


def test_a_suspension_freezes_the_clock_on_the_screen(room: Room) -> None:
    room.acts["next"].trigger()
    room.later(30)
    room.acts["freeze"].trigger()
    room.later(600)
    assert room.floor.kind_label.text() == "Sitting suspended"
    assert room.floor.clock.time_label.text() == "2:30"
    room.acts["freeze"].trigger()
    room.later(1)
    assert room.floor.clock.time_label.text() == "2:29"


def test_an_accidental_next_is_undone_and_the_clock_is_as_though_never_stopped(room: Room) -> None:
    room.acts["next"].trigger()
    room.later(60)
    room.acts["next"].trigger()
    room.later(5)
    room.bridge.undo()
    room.later(0)
    assert room.floor.clock.time_label.text() == "1:55"


def test_the_floor_names_who_is_next_and_how_to_address_them(room: Room) -> None:
    room.add("fra, Mme A. Dupont")
    room.speakers.requests.list.selectRow(3)
    next(a for a in room.speakers.requests.list.actions() if a.objectName() == "request-first").trigger()
    assert room.floor.next_label.text() == "next: France – Mme A. Dupont"
    assert room.floor.formula_label.text() == "I give the floor to Mme A. Dupont of France."


def test_the_balance_counts_those_heard(room: Room) -> None:
    room.add("fra, Mme A. Dupont")
    for _ in range(5):
        room.acts["next"].trigger()
    assert room.floor.balance_label.text() == "women 100 % · young – % · 4 of 6 groups"


def test_a_note_is_bound_to_the_speech_its_second_kind_and_theme(room: Room) -> None:
    room.acts["next"].trigger()
    room.clock.advance(30)
    room.write("#2! common régister")
    [note] = room.noted()
    assert (note.text, note.kind) == ("common régister", NoteKind.PROPOSAL)
    assert [not_none(room.session.theme(theme)).number for theme in note.themes] == [2]
    assert (note.intervention, note.second_ms) == (not_none(room.session.floor).id, 26_000)


def test_the_next_line_inherits_kind_and_theme_until_it_says_otherwise(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("#2! one")
    room.write("two")
    room.write(". #3 three")
    assert [(n.kind, len(n.themes)) for n in room.noted()] == [
        (NoteKind.PROPOSAL, 1),
        (NoteKind.PROPOSAL, 1),
        (NoteKind.POINT, 1),
    ]
    assert room.noted()[1].themes == room.noted()[0].themes != room.noted()[2].themes


def test_ctrl_and_a_number_choose_the_theme_of_the_line(room: Room) -> None:
    room.acts["next"].trigger()
    room.workspace.focus_note_line()
    QTest.keyClick(room.note, Qt.Key.Key_4, CTRL)
    room.write("on four")
    assert [not_none(room.session.theme(theme)).number for theme in room.noted()[0].themes] == [4]


def test_a_theme_that_is_none_is_said_and_the_line_stays(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("#9 what")
    assert room.noted() == []
    assert room.note.text() == "#9 what"
    assert room.notes.note_line.status.property("role") == "warning"
    room.notes.note_line.clear()


def test_a_line_begun_in_one_speech_stays_there_when_the_next_begins(room: Room) -> None:
    room.acts["next"].trigger()
    first = room.session.speaking
    room.workspace.focus_note_line()
    send(room.note, "half a")
    room.acts["next"].trigger()
    assert "Kenya" in room.notes.note_line.status.text()
    send(room.note, " thought")
    QTest.keyClick(room.note, Qt.Key.Key_Return)
    assert (room.noted()[0].text, room.noted()[0].intervention) == ("half a thought", first)


def test_a_half_typed_note_is_kept_within_a_second_and_comes_back(qtbot: QtBot, room: Room) -> None:
    room.workspace.focus_note_line()
    send(room.note, "half")
    assert room.notes.note_line._throttle.interval() <= 1000
    qtbot.waitUntil(lambda: room.journal.read_draft("note") == "half")
    again = complete(DebateWorkspace(room.bridge, room.ticker, room.acts, room.host))
    assert again.notes.note_line.line.text() == "half"
    QTest.keyClick(room.note, Qt.Key.Key_Return)
    assert room.journal.read_draft("note") == ""
    again.deleteLater()


def test_a_note_moves_to_the_speaker_before_by_one_key(room: Room) -> None:
    room.acts["next"].trigger()
    first = room.session.speaking
    room.acts["next"].trigger()
    room.write("said by Kenya")
    QTest.keyClick(room.note, Qt.Key.Key_P, CTRL_SHIFT)
    assert room.noted()[0].intervention == first


def test_notes_are_corrected_restricted_themed_and_struck_out_on_the_list(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("#1 one")
    listed = room.notes.notes_list.list
    listed.setFocus()
    listed.selectRow(0)
    QTest.keyClick(listed, Qt.Key.Key_3, CTRL)
    assert len(room.noted()[0].themes) == 2
    QTest.keyClick(listed, Qt.Key.Key_R, CTRL)
    assert room.noted()[0].restricted
    QTest.keyClick(listed, Qt.Key.Key_F4)
    room.note.selectAll()
    send(room.note, "corrected")
    QTest.keyClick(room.note, Qt.Key.Key_Return)
    assert room.noted()[0].text == "corrected"
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert room.noted() == []
    room.bridge.undo()
    assert room.noted()[0].text == "corrected"


def test_find_looks_in_all_notes_and_names_without_accents(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("#1 Éducation des filles")
    room.acts["next"].trigger()
    room.write("#2 borders")
    shown = room.notes.notes_list.model
    assert shown.rowCount() == 1
    room.workspace.focus_search()
    send(room.notes.notes_list.search_line, "educ")
    assert [line.cells[2] for line in shown.rows] == ["Éducation des filles"]
    room.notes.notes_list.search_line.setText("peru")
    assert [line.cells[2] for line in shown.rows] == ["borders"]
    room.notes.notes_list.search_line.clear()
    room.notes.notes_list.show_scope(2)
    assert shown.rowCount() == 2


def test_untouched_themes_are_counted(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("#2 one")
    assert room.notes.theme_chips.untouched_label.text() == "themes untouched: 1, 3, 4, 5"


KEYS = [
    *(Qt.Key(key) for key in range(Qt.Key.Key_Space.value, Qt.Key.Key_AsciiTilde.value + 1)),
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
]


def test_no_key_that_types_changes_anything_but_the_text(room: Room) -> None:
    room.acts["next"].trigger()
    before = room.session
    for editor in (room.line, room.note, room.notes.notes_list.search_line):
        editor.setFocus()
        for key in KEYS:
            letter = chr(key.value) if key.value < 127 else ""
            for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
                QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, modifier, letter))
        assert room.session is before
        editor.setText("")
    room.speakers.add_line.clear()
    room.notes.note_line.clear()


def test_every_control_has_a_name_and_the_models_keep_their_word(room: Room) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, fatal) for model in (room.speakers.requests.model, room.notes.notes_list.model)
    ]
    room.acts["next"].trigger()
    room.acts["point-of-order"].trigger()
    assert nameless(room.workspace) == []
    room.acts["rule-noted"].trigger()
    room.write("#1 a note")
    room.bridge.undo()
    room.bridge.undo()
    room.bridge.redo()
    assert len(testers) == 2


def test_the_list_never_touches_a_running_clock(room: Room) -> None:
    room.acts["next"].trigger()
    room.later(10)
    watch = not_none(room.session.floor).stopwatch
    room.add("sam")
    room.workspace.focus_list()
    QTest.keyClick(room.speakers.requests.list, Qt.Key.Key_Delete)
    assert not_none(room.session.floor).stopwatch == watch
    assert [r.state for r in room.session.requests.values()].count(RequestState.WITHDRAWN) == 1


def test_a_right_of_reply_is_asked_for_beside_the_line(room: Room) -> None:
    room.speakers.add_line.kind_box.setCurrentIndex(1)
    room.add("egy")
    last = room.session.requests[room.session.queue[-1]]
    assert last.kind is Kind.REPLY
    assert [line.cells[1] for line in room.speakers.requests.model.rows] == ["Kenya", "Peru", "Japan"]
    room.speakers.focus_replies()
    assert [line.cells[1] for line in room.speakers.requests.model.rows] == ["Egypt"]
    # With the replies in front, adding adds a reply.
    assert room.speakers.add_line.kind_box.currentIndex() == 1


def test_three_hundred_names_are_shown_and_typed_among_quickly(qtbot: QtBot) -> None:
    room = Room(qtbot)
    for number in range(300):
        room.service.execute(c.AddRequest(person("KE", f"Name {number}")))
    assert room.speakers.requests.model.rowCount() == 300


def test_a_half_typed_note_survives_the_editing_of_another(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("first")
    send(room.note, "half a thou")
    room.notes.notes_list.list.setFocus()
    QTest.keyClick(room.notes.notes_list.list, Qt.Key.Key_F4)
    assert room.note.text() == "first"
    room.notes.save_draft()
    assert room.journal.read_draft("note") == "half a thou"
    QTest.keyClick(room.note, Qt.Key.Key_Escape)
    assert room.note.text() == "half a thou"
    room.notes.edit_note()
    room.note.selectAll()
    send(room.note, "#3 better")
    QTest.keyClick(room.note, Qt.Key.Key_Return)
    assert room.note.text() == "half a thou"
    [note] = room.noted()
    assert (note.text, [not_none(room.session.theme(t)).number for t in note.themes]) == ("better", [3])
    room.notes.note_line.clear()


def test_what_was_typed_for_one_point_of_order_is_not_taken_for_the_next(room: Room) -> None:
    room.acts["next"].trigger()
    room.acts["point-of-order"].trigger()
    send(room.floor.raised_by.line, "jap")
    room.acts["rule-noted"].trigger()
    room.acts["point-of-order"].trigger()
    assert room.floor.raised_by.line.text() == ""
    send(room.floor.raised_by.line, "zzz")
    assert room.floor.raised_by.match_label.text() == "no such delegation"


def test_the_keyboard_goes_to_the_note_line_when_the_line_for_who_raised_it_goes(room: Room) -> None:
    room.acts["next"].trigger()
    room.acts["point-of-order"].trigger()
    room.floor.raised_by.line.setFocus()
    send(room.floor.raised_by.line, "per")
    QTest.keyClick(room.floor.raised_by.line, Qt.Key.Key_Return)
    assert room.note.hasFocus()


def test_a_note_begun_while_the_floor_is_free_belongs_to_whoever_spoke_last(room: Room) -> None:
    room.acts["next"].trigger()
    first = room.session.speaking
    room.acts["end"].trigger()
    send(room.note, "on Kenya")
    room.acts["next"].trigger()
    QTest.keyClick(room.note, Qt.Key.Key_Return)
    assert room.noted()[0].intervention == first
