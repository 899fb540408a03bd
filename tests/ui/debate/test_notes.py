"""Notes at the speed of speech: long ones, half-typed ones, parted and joined, there and back."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ipu_session.domain.model.session import NoteKind
from ipu_session.ui.debate.notes.note_text_edit import NoteTextEdit
from ipu_session.ui.debate.workspace import DebateWorkspace
from tests.construction import complete
from tests.ui.debate.debate_fixture import CTRL, CTRL_SHIFT, SHIFT, Room, send


def paste(field: NoteTextEdit, text: str) -> None:
    carried = QMimeData()
    carried.setText(text)
    field.insertFromMimeData(carried)


def enter(widget: QWidget, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return, modifier)


def test_a_pasted_paragraph_is_one_note_with_its_line_breaks(room: Room) -> None:
    room.acts["next"].trigger()
    paste(room.note, "#2! one\ntwo\r\n\r\nthree")
    height = room.note.height()
    enter(room.note)
    assert (room.noted()[0].text, room.noted()[0].kind) == ("one\ntwo\n\nthree", NoteKind.PROPOSAL)
    assert room.note.height() < height


def test_shift_enter_begins_a_line_within_the_note(room: Room) -> None:
    room.acts["next"].trigger()
    send(room.note, "one")
    enter(room.note, SHIFT)
    send(room.note, "two")
    enter(room.note)
    assert room.noted()[0].text == "one\ntwo"


def test_tab_completes_what_is_offered_and_moves_on_where_nothing_is(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("preventing instrumentalization")
    send(room.note, "no inst")
    assert room.note.accessibleDescription() == "Tab: instrumentalization"
    room.note.grab()
    QTest.keyClick(room.note, Qt.Key.Key_Tab)
    assert room.note.text() == "no instrumentalization"
    assert room.note.hasFocus()
    QTest.keyClick(room.note, Qt.Key.Key_Z, CTRL)
    assert room.note.text() == "no inst"
    QTest.keyClick(room.note, Qt.Key.Key_Home)
    assert room.note.accessibleDescription() == ""
    QTest.keyClick(room.note, Qt.Key.Key_Tab)
    assert not room.note.hasFocus()


def test_nothing_is_offered_within_a_word_or_before_text(room: Room) -> None:
    send(room.note, "algeria and")
    for _ in range(4):
        QTest.keyClick(room.note, Qt.Key.Key_Left)
    assert room.note.accessibleDescription() == ""


def test_a_note_belongs_to_the_second_in_which_its_line_was_begun(room: Room) -> None:
    room.acts["next"].trigger()
    room.clock.advance(30)
    send(room.note, "long in")
    room.clock.advance(45)
    send(room.note, " the typing")
    enter(room.note)
    assert room.noted()[0].second_ms == 26_000


def test_a_half_typed_line_goes_back_to_the_previous_speaker_by_one_key(room: Room) -> None:
    room.acts["next"].trigger()
    first = room.session.speaking
    room.clock.advance(60)
    room.acts["next"].trigger()
    room.clock.advance(2)
    room.workspace.focus_note_line()
    send(room.note, "still Kenya")
    QTest.keyClick(room.note, Qt.Key.Key_P, CTRL_SHIFT)
    assert "Kenya" in room.notes.note_line.status.text()
    enter(room.note)
    assert (room.noted()[0].intervention, room.noted()[0].second_ms) == (first, 56_000)


def test_after_a_kill_the_half_typed_line_knows_its_speech_second_kind_and_theme(room: Room) -> None:
    room.acts["next"].trigger()
    first = room.session.speaking
    room.clock.advance(20)
    room.write("#3! one")
    room.clock.advance(20)
    paste(room.note, "half\na thought")
    room.notes.save_draft()
    room.acts["next"].trigger()
    room.clock.advance(50)
    again = complete(DebateWorkspace(room.bridge, room.ticker, room.acts, room.host))
    room.notes.note_line.clear()
    line = again.notes.note_line.line
    assert line.text() == "half\na thought"
    enter(line)
    note = room.noted()[-1]
    assert (note.intervention, note.second_ms, note.kind) == (first, 36_000, NoteKind.PROPOSAL)
    assert note.themes == room.noted()[0].themes != ()
    again.deleteLater()


def test_a_note_is_parted_where_the_cursor_stands_and_joined_again(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("#2 borders 😀 need a register")
    room.notes.notes_list.list.setFocus()
    enter(room.notes.notes_list.list)
    cursor = room.note.textCursor()
    cursor.setPosition(len("borders 😀 ".encode("utf-16-le")) // 2)
    room.note.setTextCursor(cursor)
    enter(room.note, CTRL)
    assert [note.text for note in room.noted()] == ["borders 😀", "need a register"]
    assert room.note.text() == ""
    room.notes.notes_list.list.setFocus()
    room.notes.notes_list.list.selectRow(1)
    QTest.keyClick(room.notes.notes_list.list, Qt.Key.Key_J, CTRL)
    assert [note.text for note in room.noted()] == ["borders 😀\nneed a register"]
    room.bridge.undo()
    room.bridge.undo()
    assert [note.text for note in room.noted()] == ["borders 😀 need a register"]


def test_a_note_leads_to_its_intervention_and_that_to_its_notes(room: Room) -> None:
    for text in ("of Kenya", "of Peru", "of Japan"):
        room.acts["next"].trigger()
        room.write(text)
    room.acts["end"].trigger()
    room.notes.notes_list.show_scope(2)
    room.notes.notes_list.list.setFocus()
    room.notes.notes_list.list.selectRow(1)
    enter(room.notes.notes_list.list, CTRL)
    heard = room.speakers.history
    assert heard.list.hasFocus()
    assert "Peru" in " ".join(heard.model.rows[heard.list.currentIndex().row()].cells)
    enter(heard.list, CTRL)
    assert room.notes.notes_list.list.hasFocus()
    assert [line.cells[2] for line in room.notes.notes_list.model.rows] == ["of Peru"]


def test_nothing_typed_is_lost_to_a_change_of_speaker_theme_or_list(room: Room) -> None:
    room.acts["next"].trigger()
    send(room.note, "half")
    room.acts["next"].trigger()
    QTest.keyClick(room.note, Qt.Key.Key_4, CTRL)
    room.notes.notes_list.show_next_scope()
    room.notes.notes_list.search_line.setText("zzz")
    room.notes.notes_list.search_line.clear()
    room.add("sam")
    room.bridge.undo()
    assert room.note.text() == "half"


def texts(room: Room) -> list[str]:
    return [line.cells[2] for line in room.notes.notes_list.model.rows]


def test_notes_stand_by_time_speaker_and_kind_by_one_key(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("!one")
    room.write(". two")
    room.acts["next"].trigger()
    room.write("!three")
    shown = room.notes.notes_list
    shown.show_scope(2)
    assert texts(room) == ["one", "two", "three"]
    next_order = Qt.Key.Key_PageDown, CTRL_SHIFT
    QTest.keyClick(room.note, *next_order)
    assert shown.order_button.text() == "by speaker"
    assert texts(room) == ["Kenya (2)", "one", "two", "Peru (1)", "three"]
    QTest.keyClick(room.note, *next_order)
    assert texts(room) == ["point (1)", "two", "proposal (2)", "one", "three"]
    shown.list.setFocus()
    shown.list.selectRow(1)
    QTest.keyClick(shown.list, Qt.Key.Key_Down)
    assert shown.model.rows[shown.list.currentIndex().row()].cells[2] == "one"
    QTest.keyClick(room.note, *next_order)
    assert texts(room) == ["one", "two", "three"]


def test_a_theme_shows_its_sentence_and_untouched_ones_stand_out(room: Room) -> None:
    room.acts["next"].trigger()
    room.write("#2 here")
    room.notes.notes_list.show_scope(1)
    assert room.notes.notes_list.source_label.text() == "2 Current situation – Analysis of the current situation."
    chips = room.notes.theme_chips._chip_group
    assert [chips.button(n).property("untouched") for n in (1, 2)] == ["yes", None]
    assert "untouched so far" in chips.button(1).toolTip()
    assert room.notes.theme_chips.untouched_label.text() == "themes untouched: 1, 3, 4, 5"


def test_a_theme_that_the_floor_brings_up_is_added_by_key(room: Room) -> None:
    room.acts["next"].trigger()
    room.workspace.focus_note_line()
    QTest.keyClick(room.note, Qt.Key.Key_0, CTRL)
    line = room.notes.theme_chips.new_theme_line
    assert line.hasFocus()
    send(line, "Climate and displacement")
    enter(line)
    assert room.session.themes[-1].title == "Climate and displacement"
    assert room.note.hasFocus()
    room.write("first on it")
    assert room.noted()[0].themes == (room.session.themes[-1].id,)
    QTest.keyClick(room.note, Qt.Key.Key_0, CTRL)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert room.note.hasFocus()
    assert not line.isVisible()
