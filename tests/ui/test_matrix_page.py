"""The matrix window: live, by delegation and by group, with the notes behind each cell, by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.model.session import NoteKind
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.theme_matrix import ThemeMatrixDialog
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import FakeClock, a_session
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.session_pages import show_debate


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        self.clock = FakeClock()
        self.service = a_session("KE", "EG", "PE", clock=self.clock)
        self.bridge = SessionBridge(self.service)
        self.view = SessionView(self.bridge, fake_services())
        qtbot.addWidget(self.view)
        self.view.resize(1366, 700)
        self.view.show()
        self.view.show_workspace("debate")
        self.themes = [theme.id for theme in self.service.session.themes]
        self.do(c.OpenSitting(), c.GiveFloor())
        self.note("a point", 0)
        self.note("a register", 0, 1, kind=NoteKind.PROPOSAL)
        self.later(120)
        self.do(c.EndAndNext())
        self.note("from Egypt", 1)
        self.view.navigation_actions["matrix"].trigger()
        [self.page] = self.view.findChildren(ThemeMatrixDialog)
        qtbot.waitExposed(self.page)

    def do(self, *commands: c.Command) -> None:
        for command in commands:
            self.clock.advance(1)
            self.bridge.execute(command)

    def note(self, text: str, *themes: int, kind: NoteKind = NoteKind.POINT) -> None:
        self.do(c.TakeNote(text, kind, tuple(self.themes[theme] for theme in themes)))

    def later(self, seconds: int) -> None:
        self.clock.advance(seconds)
        self.view._poller.poll()
        self.view._ticker.tick()

    def rows(self) -> dict[str, tuple[str, ...]]:
        return {line.cells[0]: line.cells[1:] for line in self.page.matrix_model.rows}

    def at(self, row: str, column: int) -> None:
        names = list(self.rows())
        self.page.matrix_view.setCurrentIndex(self.page.matrix_model.index(names.index(row), column))

    def texts(self) -> list[str]:
        return [line.cells[2] for line in self.page.notes_model.rows]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.page.close()
    made.view.shut_down()


def test_cells_say_notes_kinds_and_time_and_untouched_themes_stand_out(desk: Desk) -> None:
    assert desk.rows()["Kenya"] == ("2 (!1) · 1:02", "1 (!1) · 1:01", "", "", "")
    assert desk.rows()["All"][2:] == ("untouched",) * 3
    assert list(desk.rows()) == ["All", "Egypt", "Kenya"]


def test_it_is_live_while_a_clock_runs_and_when_something_is_noted(desk: Desk) -> None:
    before = desk.rows()["Egypt"][1]
    desk.later(30)
    assert desk.rows()["Egypt"][1] != before
    desk.note("more", 3)
    assert desk.rows()["Egypt"][3].startswith("1 ")
    desk.bridge.undo()
    assert desk.rows()["Egypt"][3] == ""


def test_the_notes_of_the_cell_stand_below_and_enter_leads_to_the_debate(desk: Desk) -> None:
    desk.at("Kenya", 1)
    assert desk.texts() == ["a point", "a register"]
    assert desk.page.heading_label.text() == "Kenya – 1 Policy responses · notes: 2"
    QTest.keyClick(desk.page.matrix_view, Qt.Key.Key_Return)
    assert desk.page.notes_view.currentIndex().row() == 0
    QTest.keyClick(desk.page.notes_view, Qt.Key.Key_Down)
    QTest.keyClick(desk.page.notes_view, Qt.Key.Key_Return)
    shown = show_debate(desk.view).notes.notes_list
    assert desk.service.session.notes[not_none(shown.current_note)].text == "a register"


def test_the_first_column_is_all_themes_and_the_first_row_all_parties(desk: Desk) -> None:
    desk.at("Kenya", 0)
    assert desk.texts() == ["a point", "a register"]
    desk.at("All", 2)
    assert desk.texts() == ["a register", "from Egypt"]


def test_by_group_a_delegation_in_two_counts_in_each(desk: Desk) -> None:
    QTest.keyClick(desk.page.matrix_view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert list(desk.rows()) == ["All", "African", "Arab", "Asia-Pacific", "Eurasia", "GRULAC", "Twelve Plus"]
    desk.at("Arab", 2)
    assert desk.texts() == ["from Egypt"]
    desk.at("African", 2)
    assert desk.texts() == ["a register", "from Egypt"]


def test_the_keyboard_stays_on_its_cell_and_its_note(desk: Desk) -> None:
    desk.at("Kenya", 1)
    desk.page.focus_notes()
    QTest.keyClick(desk.page.notes_view, Qt.Key.Key_Down)
    desk.note("by Egypt", 0)
    desk.do(c.EndAndNext())
    desk.note("by Peru", 2)
    assert not_none(desk.page.current_cell)[1] == desk.themes[0]
    assert desk.page.notes_view.currentIndex().row() == 1
    assert desk.texts() == ["a point", "a register"]


def test_a_new_theme_is_a_new_column(desk: Desk) -> None:
    desk.do(c.AddTheme("Return"))
    assert [theme.title for theme in desk.page.matrix_model.themes][-1] == "Return"
    assert desk.rows()["All"][5] == "untouched"


def test_a_screen_reader_hears_row_and_theme(desk: Desk) -> None:
    index = desk.page.matrix_model.index(2, 1)
    said = desk.page.matrix_model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Kenya, 1 Policy responses: 2 (!1) · 1:02"
