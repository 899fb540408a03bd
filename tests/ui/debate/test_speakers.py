"""The speakers pane: names in by a few keys, rows acted on by keys, and never a choice lost."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, Person, RequestState, Session
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.speakers.pane import SpeakersPane
from tests.builders import a_session, person

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Desk:
    """A pane on a session, and what was refused."""

    def __init__(self, qtbot: QtBot, *codes: str) -> None:
        self.service = a_session(*codes)
        self.bridge = SessionBridge(self.service)
        self.refused: list[object] = []
        self.bridge.rejected.connect(self.refused.append)
        self.pane = SpeakersPane(self.bridge)
        qtbot.addWidget(self.pane)
        self.pane.resize(450, 600)
        self.pane.show()
        self.pane.activateWindow()
        qtbot.waitUntil(self.pane.isActiveWindow)

    @property
    def session(self) -> Session:
        return self.service.session

    def waiting(self) -> list[DelegationId]:
        requests = self.session.requests
        return [self.session.person(requests[r].delegate).delegation for r in self.session.queue]

    def type(self, text: str) -> None:
        self.pane.focus_add_line()
        QTest.keyClicks(self.pane.add_line.line, text)

    def add(self, text: str) -> None:
        self.type(text)
        QTest.keyClick(self.pane.add_line.line, Qt.Key.Key_Return)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.pane.requests.list.setFocus()
        assert self.pane.requests.list.hasFocus()
        QTest.keyClick(self.pane.requests.list, key, modifiers)

    def choose(self, row: int) -> None:
        self.pane.requests.list.setCurrentIndex(self.pane.requests.model.index(row, 0))

    def chosen(self) -> str:
        row = self.pane.requests.list.currentIndex().row()
        return self.pane.requests.model.rows[row].cells[1]

    def last(self) -> Person:
        return self.session.person(self.session.requests[self.session.queue[-1]].delegate)


@pytest.fixture
def desk(qtbot: QtBot) -> Callable[..., Desk]:
    """Makes a pane on a session in which these delegations wait."""

    def make(*codes: str) -> Desk:
        return Desk(qtbot, *codes)

    return make


def test_three_letters_and_enter_add_a_delegation(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.add("ken")
    assert d.waiting() == ["KE"]
    assert d.pane.add_line.line.text() == ""
    assert d.pane.add_line.list.isHidden()


def test_the_line_below_says_what_enter_would_do(desk: Callable[..., Desk]) -> None:
    d = desk("PE", "JP")
    d.type("ken, Ms. Kihika")
    assert "Kenya" in d.pane.add_line.hint.text()
    assert "Ms. Kihika" in d.pane.add_line.hint.text()
    assert "3" in d.pane.add_line.hint.text()


def test_a_name_after_a_comma_is_a_delegate_with_the_gender_of_the_title(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.add("ken, Ms. Kihika")
    assert d.last() == person("KE", "Kihika", title="Ms.", gender=Gender.WOMAN)


def test_the_arrows_choose_and_escape_clears(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.type("a")
    first = d.pane.add_line.hint.text()
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Down)
    assert d.pane.add_line.hint.text() != first
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Up)
    assert d.pane.add_line.hint.text() == first
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Escape)
    assert d.pane.add_line.line.text() == ""
    assert d.waiting() == []


def test_somebody_on_no_list_is_one_line(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.add("Zzyzx Institute, Ms. Q. Free")
    assert (d.last().organization, d.last().titled_name) == ("Zzyzx Institute", "Ms. Q. Free")
    assert d.last().gender is Gender.WOMAN


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ana Flores, Lima", ("", "", "Ana Flores, Lima")),
        ("Flores, Ana", ("", "", "Flores, Ana")),
        ("Ms. Ana Flores, Lima", ("", "", "Ms. Ana Flores, Lima")),
        ("Zzyzx Institute, Q. Free", ("", "", "Zzyzx Institute, Q. Free")),
        ("Zzyzx Institute, Ms. Q. Free", ("", "Zzyzx Institute", "Ms. Q. Free")),
        ("Kenya, Flores", ("KE", "", "Flores")),
        ("ke, Ana Flores", ("KE", "", "Ana Flores")),
        ("Ana Flores", ("", "", "Ana Flores")),
    ],
)
def test_a_line_of_somebody_on_no_list_is_taken_as_typed_unless_it_says_more(
    desk: Callable[..., Desk], typed: str, meant: tuple[str, str, str]
) -> None:
    d = desk()
    d.add(typed)
    assert (d.last().delegation, d.last().organization, d.last().titled_name) == meant


@pytest.mark.parametrize(
    "someone",
    [
        Person(name="Ana Flores, Lima", category=Category.EXPERT),
        Person(name="Lima", organization="Ana Flores", category=Category.OBSERVER),
    ],
)
def test_correcting_somebody_on_no_list_unchanged_changes_nothing(desk: Callable[..., Desk], someone: Person) -> None:
    d = desk()
    d.service.execute(c.AddRequest(someone))
    d.choose(0)
    d.press(Qt.Key.Key_F4)
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Return)
    assert d.last() == someone
    d.choose(0)
    d.press(Qt.Key.Key_F4)
    QTest.keyClicks(d.pane.add_line.line, "x")
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Return)
    assert d.last() == replace(someone, name=f"{someone.name}x")


def test_the_organization_before_a_name_without_a_title_is_offered(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.type("Zzyzx Institute, Q. Free")
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Down)
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Return)
    assert (d.last().organization, d.last().name) == ("Zzyzx Institute", "Q. Free")


def test_a_delegate_heard_before_is_offered_by_name(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.add("ken, Ms. Kihika")
    d.service.execute(c.GiveFloor())
    d.service.execute(c.EndIntervention())
    d.type("ken")
    assert any("Kihika" in text for text in d.pane.add_line._candidates_model.stringList())


def test_a_third_speaker_of_a_delegation_is_a_warning_not_a_bar(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.add("ken, Ms. One")
    d.add("ken, Mr. Two")
    d.type("ken, Mr. Three")
    assert d.pane.add_line.hint.property("role") == "warning"
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Return)
    assert d.waiting() == ["KE"] * 3


def test_who_waits_already_is_refused_and_the_line_stays(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.add("ken, Ms. Kihika")
    d.add("ken, Ms. Kihika")
    assert d.refused == ["already-waiting"]
    assert d.waiting() == ["KE"]
    assert d.pane.add_line.line.text() == "ken, Ms. Kihika"


def test_a_closed_list_says_the_way_out_but_takes_replies(desk: Callable[..., Desk]) -> None:
    d = desk("PE")
    d.service.execute(c.CloseList())
    d.type("ken")
    assert "Ctrl+Shift+L" in d.pane.add_line.hint.text()
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Return)
    assert d.refused == ["list-closed"]
    d.pane.add_line.kind_box.setCurrentIndex(d.pane.add_line.kind_box.findData(Kind.REPLY.value))
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Return)
    assert d.waiting() == ["PE", "KE"]


def test_a_moved_row_stays_chosen(desk: Callable[..., Desk]) -> None:
    d = desk("KE", "PE", "JP")
    d.choose(2)
    d.press(Qt.Key.Key_Up, ALT)
    assert d.waiting() == ["KE", "JP", "PE"]
    assert d.chosen() == "Japan"
    d.press(Qt.Key.Key_Home, ALT)
    assert d.waiting() == ["JP", "KE", "PE"]
    assert d.chosen() == "Japan"
    d.press(Qt.Key.Key_Down, ALT)
    assert d.waiting() == ["KE", "JP", "PE"]
    assert d.chosen() == "Japan"


def test_the_chosen_row_stays_when_others_go_and_come(desk: Callable[..., Desk]) -> None:
    d = desk("KE", "PE", "JP")
    d.choose(2)
    d.service.execute(c.GiveFloor())
    assert d.chosen() == "Japan"
    d.service.execute(c.AddRequest(person("DZ")))
    d.service.undo()
    d.service.undo()
    assert d.chosen() == "Japan"


def test_withdrawing_can_be_undone_and_taken_back_from_its_tab(desk: Callable[..., Desk]) -> None:
    d = desk("KE", "PE")
    d.choose(0)
    d.press(Qt.Key.Key_Delete)
    assert d.waiting() == ["PE"]
    d.service.undo()
    assert d.waiting() == ["KE", "PE"]
    d.choose(0)
    d.press(Qt.Key.Key_Delete)
    d.pane.select_tab(3)
    d.press(Qt.Key.Key_B, CTRL | SHIFT)
    assert d.waiting() == ["PE", "KE"]


def test_absent_is_to_the_end_once_then_absent(desk: Callable[..., Desk]) -> None:
    d = desk("KE", "PE")
    d.choose(0)
    d.press(Qt.Key.Key_A, CTRL | SHIFT)
    assert d.waiting() == ["PE", "KE"]
    d.choose(1)
    d.press(Qt.Key.Key_A, CTRL | SHIFT)
    assert d.waiting() == ["PE"]
    assert RequestState.ABSENT in {r.state for r in d.session.requests.values()}
    assert "absent 1" in d.pane.counts_label.text()


def test_enter_gives_a_free_floor_and_never_takes_one(desk: Callable[..., Desk]) -> None:
    d = desk("KE", "PE", "JP")
    d.service.execute(c.OpenSitting())
    d.choose(1)
    d.press(Qt.Key.Key_Return)
    speaking = d.session.floor
    assert speaking is not None
    assert d.session.person(speaking.delegate).delegation == "PE"
    d.choose(1)
    d.press(Qt.Key.Key_Return)
    assert d.session.floor == speaking
    assert d.waiting() == ["JP", "KE"]


def test_keys_of_a_row_do_nothing_while_somebody_types(desk: Callable[..., Desk]) -> None:
    d = desk("KE", "PE")
    d.type("per")
    before = d.session
    for key, modifiers in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_A, CTRL | SHIFT),
        (Qt.Key.Key_Home, ALT),
        (Qt.Key.Key_Up, ALT),
        (Qt.Key.Key_B, CTRL | SHIFT),
    ):
        QTest.keyClick(d.pane.add_line.line, key, modifiers)
    assert d.session is before


def test_letters_on_the_list_change_nothing(desk: Callable[..., Desk]) -> None:
    d = desk("KE", "PE")
    before = d.session
    d.pane.focus_list()
    QTest.keyClicks(d.pane.requests.list, "abcdefghijklmnopqrstuvwxyz")
    assert d.session is before


def test_editing_the_list_never_touches_a_running_clock(desk: Callable[..., Desk]) -> None:
    d = desk("KE", "PE", "JP")
    d.service.execute(c.GiveFloor())
    floor = d.session.floor
    d.add("sam")
    d.choose(2)
    d.press(Qt.Key.Key_Home, ALT)
    d.press(Qt.Key.Key_Delete)
    assert d.session.floor == floor


@pytest.mark.parametrize("name", ["Kihika", "S. Kihika", "Kihika, Jr."])
def test_correcting_an_entry_unchanged_changes_nothing(desk: Callable[..., Desk], name: str) -> None:
    d = desk()
    old = person("KE", name, title="Ms.", gender=Gender.WOMAN, function="Senator")
    d.service.execute(c.AddRequest(old))
    d.choose(0)
    d.press(Qt.Key.Key_F4)
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Return)
    assert d.last() == old


def test_correcting_somebody_on_no_list_keeps_their_organization(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.add("Zzyzx Institute, Ms. Q. Free")
    old = d.last()
    d.choose(0)
    d.press(Qt.Key.Key_F4)
    QTest.keyClick(d.pane.add_line.line, Qt.Key.Key_Return)
    assert d.last() == old


def test_who_waits_already_is_said_before_enter(desk: Callable[..., Desk]) -> None:
    d = desk()
    d.add("ken, Ms. Kihika")
    d.type("ken, Ms. Kihika")
    assert d.pane.add_line.hint.property("role") == "warning"


def test_the_model_keeps_the_rules_of_qt(desk: Callable[..., Desk]) -> None:
    d = desk("KE", "PE", "JP")
    tester = QAbstractItemModelTester(d.pane.requests.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    d.add("sam")
    d.choose(3)
    d.press(Qt.Key.Key_Home, ALT)
    d.press(Qt.Key.Key_Delete)
    d.pane.show_tab(2)
    d.pane.show_tab(0)
    d.service.undo()
    assert tester.model() is d.pane.requests.model
    assert len(d.pane.requests.model.rows) == 4


def test_every_control_that_takes_the_focus_has_a_name(desk: Callable[..., Desk]) -> None:
    d = desk("KE")
    nameless = [
        w
        for w in d.pane.findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not w.accessibleName()
        and not (hasattr(w, "text") and w.text())
        and not isinstance(w, QAbstractSpinBox)
    ]
    assert nameless == []


def test_every_key_of_a_row_stands_in_the_menu_and_works_on_the_list_alone(desk: Callable[..., Desk]) -> None:
    d = desk("KE")
    actions = [a for a in d.pane.requests.list.actions() if isinstance(a, QAction)]
    assert len({a.shortcut().toString() for a in actions}) == len(actions) >= 8
    assert {a.shortcutContext() for a in actions} == {Qt.ShortcutContext.WidgetShortcut}


def test_the_mark_of_a_second_speaker_is_shown_whole(desk: Callable[..., Desk], qapp: QApplication) -> None:
    d = desk("KE", "PE")
    d.service.execute(c.GiveFloor())
    qapp.processEvents()
    d.add("ken, Mr. Two")
    qapp.processEvents()
    view = d.pane.requests.list
    assert d.pane.requests.model.rows[1].cells[3] == "2/2"
    assert view.columnWidth(3) >= view.sizeHintForColumn(3)
