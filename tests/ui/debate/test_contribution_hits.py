"""Contributions in the notes pane: found with the notes, marked, opened at the place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import ContributionId, DelegationId
from tests.ui.debate.debate_fixture import CTRL, Room, send

Key = Qt.Key


@pytest.fixture
def written(room: Room) -> ContributionId:
    """A room with a note on registers, and Kenya's contribution that asks for one."""
    entry = c.RegisterContribution(
        DelegationId("KE"), "2022-03-15", 2, title="Views", text="We want a common register."
    )
    room.service.execute(entry)
    room.service.execute(c.TakeNote("a register of cases"))
    return max(room.session.contributions)


def find(room: Room, text: str) -> None:
    room.workspace.focus_search()
    send(room.notes.notes_list.search_line, text)


def shown(room: Room) -> list[tuple[str, ...]]:
    return [line.cells for line in room.notes.notes_list.model.rows]


def test_they_are_found_as_one_types_and_marked(room: Room, written: ContributionId) -> None:
    find(room, "regis")
    assert [cells[2] for cells in shown(room)] == [
        "a register of cases",
        "Written contributions (1)",
        "(in writing) Views – We want a common register.",
    ]
    assert shown(room)[2][3] == "Kenya"
    find(room, "x")
    assert shown(room) == []


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, CTRL])
def test_enter_opens_it_at_the_place(
    room: Room, written: ContributionId, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    find(room, "regis")
    QTest.keyClick(room.notes.notes_list.search_line, Key.Key_Return)
    pane = room.notes.notes_list.list
    assert pane.hasFocus()
    QTest.keyClick(pane, Key.Key_End, CTRL)
    with qtbot.waitSignal(room.notes.contribution_requested) as asked:
        QTest.keyClick(pane, Key.Key_Return, modifier)
    assert asked.args == [written, "regis"]


def test_the_keyboard_stays_on_a_contribution_while_others_come(room: Room, written: ContributionId) -> None:
    find(room, "regis")
    pane = room.notes.notes_list.list
    pane.setFocus()
    QTest.keyClick(pane, Key.Key_End, CTRL)
    room.service.execute(c.TakeNote("another register"))
    assert room.notes.notes_list.current_contribution == (written, "regis")
    assert room.notes.notes_list.current_note is None


def test_a_note_that_quotes_is_marked_and_leads_to_the_text(room: Room, written: ContributionId, qtbot: QtBot) -> None:
    room.service.execute(c.TakeNote("common register", contribution=written))
    room.notes.notes_list.show_scope(2)
    assert shown(room)[-1][2:] == ("(in writing) common register", "Kenya")
    room.notes.notes_list.list.setFocus()
    with qtbot.waitSignal(room.notes.contribution_requested) as asked:
        QTest.keyClick(room.notes.notes_list.list, Key.Key_Return, CTRL)
    assert asked.args == [written, "common register"]
