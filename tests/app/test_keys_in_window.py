"""What keys do in the whole main window: undo and typing, who interrupts, searches, nothing unasked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.domain import commands as c
from ipu_session.domain.events import SittingOpened
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.rules import Kind, Rules
from ipu_session.domain.model.session import Details, Gender, NoteKind, Session
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_session_file
from ipu_session.ui.debate.notes.note_text_edit import NoteTextEdit
from ipu_session.ui.keyboard.ctrl_hold_tracker import CTRL_HOLDS
from ipu_session.ui.report.export_remarks import iter_report_remarks
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.widgets.chip import Chip
from ipu_session.ui.widgets.factories import make_button
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from tests.builders import DIRECTORY, THEMES, FakeClock, person
from tests.construction import open_session, wait_until_open
from tests.controllers import started_controller
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.session_pages import session_view, show_debate, show_prepare, show_report
from tests.store.files import rows_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


Chord = tuple[Qt.Key | Qt.KeyboardModifier, ...]
"""A key, and its modifier."""


class Secretary:
    """Types into whatever has the keyboard."""

    def __init__(self, desk: AppController, path: Path) -> None:
        self.desk, self.path = desk, path
        open_session(desk, path)
        self.view = session_view(desk.window)
        self.debate = show_debate(self.view)
        desk.window.activateWindow()
        QApplication.processEvents()
        self.note_line = self.debate.notes.note_line

    @property
    def session(self) -> Session:
        return not_none(self.view).bridge.session

    @property
    def focus(self) -> QWidget | None:
        return QApplication.focusWidget()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(not_none(self.focus), key, modifiers)
        QApplication.processEvents()
        wait_until_open(self.desk)

    def press_chord(self, chord: Chord) -> None:
        """Press a key with its modifier, if it has one."""
        key, *modifiers = chord
        assert isinstance(key, Qt.Key)
        for modifier in modifiers:
            assert isinstance(modifier, Qt.KeyboardModifier)
            self.press(key, modifier)
        if not modifiers:
            self.press(key)

    def type(self, text: str) -> None:
        QTest.keyClicks(not_none(self.focus), text)

    def said(self) -> str:
        return " ".join(label.text() for label in self.desk.window.statusBar().findChildren(QLabel))

    def undo(self) -> None:
        self.press(KEY.Key_Z, CTRL)

    def redo(self) -> None:
        self.press(KEY.Key_Z, CTRL | SHIFT)


def a_debate(path: Path, *commands: c.Command) -> Path:
    service = SessionService(create_session_file(path), FakeClock())
    named = (c.AddRequest(person(code, f"Name of {code}")) for code in ("KE", "PE", "JP", "DZ"))
    for command in (c.CreateSession(Details(title="D"), Rules(), DIRECTORY, THEMES), *named, *commands):
        service.execute(command)
    service.close()
    return path


@pytest.fixture
def sit(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Secretary]]:
    """Sit down before a debate, by default one whose sitting is open."""
    places = AppPaths(tmp_path / "settings.json", paths.resources_dir(), tmp_path)
    desks = started_controller(fake_services(), FakeClock(), places)
    desk = next(desks)

    def begin(*commands: c.Command) -> Secretary:
        return Secretary(desk, a_debate(tmp_path / "d.ipusession", *(commands or (c.OpenSitting(),))))

    yield begin
    for _ in desks:
        pass


def test_undoing_a_wrong_next_leaves_the_half_typed_note(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    kenya = s.session.speaking
    s.press(KEY.Key_F3)
    s.type("half a thought")
    s.press(KEY.Key_F5)
    assert s.session.speaking != kenya
    s.undo()
    assert s.session.speaking == kenya
    assert s.note_line.line.text() == "half a thought"
    s.undo()
    assert s.note_line.line.text().split() == ["half", "a"]
    s.redo()
    assert s.note_line.line.text() == "half a thought"
    s.redo()
    assert s.session.speaking != kenya
    assert s.note_line.line.text() == "half a thought"


def test_typing_and_acts_are_taken_back_in_the_order_they_were_done(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    for key in (KEY.Key_F2, KEY.Key_F3):
        s.press(key)
        field = s.focus
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        s.type("one two")
        s.press(KEY.Key_F8)
        s.type("three")
        granted = not_none(s.session.floor).granted_ms
        s.undo()
        assert (text_of(field), not_none(s.session.floor).granted_ms) == ("one two", granted)
        s.undo()
        assert (text_of(field), not_none(s.session.floor).granted_ms) == ("one two", granted - 30_000)
        s.undo()
        s.undo()
        assert (text_of(field), not_none(s.session.floor).granted_ms) == ("", granted - 30_000)
        for _ in range(4):
            s.redo()
        assert (text_of(field), not_none(s.session.floor).granted_ms) == ("one twothree", granted)


def fields(view: SessionView) -> Iterator[QPlainTextEdit | QLineEdit]:
    """Every field of the workspaces that can be written in, on every page, as it is shown."""
    for workspace in ("prepare", "debate", "report"):
        made = view.show_workspace(workspace)
        tabs = made.findChildren(QTabWidget)
        for page in range(max((each.count() for each in tabs), default=1)):
            for each in tabs:
                each.setCurrentIndex(min(page, each.count() - 1))
            QApplication.processEvents()
            for field in made.findChildren(QLineEdit) + made.findChildren(QPlainTextEdit):
                # The line of a spin box is the box's.
                if field.isVisible() and field.isEnabled() and not field.isReadOnly() and not field.focusProxy():
                    yield field


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def test_in_every_text_field_undoing_an_act_leaves_what_is_typed(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    seen = set()
    for field in fields(s.view):
        if field in seen or not field.isVisible():
            continue
        seen.add(field)
        field.setFocus()
        if QApplication.focusWidget() is not field:
            continue
        before = text_of(field)
        s.type("zq")
        typed = text_of(field)
        assert typed != before, field.accessibleName()
        assert s.view.bridge.execute(c.GrantTime(30_000))
        assert text_of(field) == typed, field.accessibleName()
        s.undo()
        assert (text_of(field), not_none(s.session.floor).granted_ms) == (typed, 0), field.accessibleName()
        s.undo()
        assert text_of(field) == before, field.accessibleName()
    assert len(seen) > 15


OPENING = (
    ((KEY.Key_F5,),),
    ((KEY.Key_L, CTRL), (KEY.Key_Return,)),
    ((KEY.Key_L, CTRL), (KEY.Key_Enter,)),
    ((KEY.Key_F9,),),
    ((KEY.Key_F7, CTRL),),
    ((KEY.Key_F5, CTRL),),
    ((KEY.Key_M, CTRL | SHIFT),),
    ((KEY.Key_5, CTRL | SHIFT),),
)


@pytest.mark.parametrize("before", [(), (c.OpenSitting(), c.GiveFloor(), c.CloseSitting())])
def test_nothing_opens_a_sitting_unasked(sit: Callable[..., Secretary], before: tuple[c.Command, ...]) -> None:
    s = sit(*before, c.AnnounceClosing())
    for keys in OPENING:
        s.desk.window.show_message("")
        for key in keys:
            s.press_chord(key)
        opened = [row for row in rows_of(s.path, read_only=True) if isinstance(row.event, SittingOpened)]
        assert len(opened) == len(before[:1])
        # A question needs a speech before it: until then the key is off.
        if before or keys[0] != (KEY.Key_F5, CTRL):
            assert "Ctrl+Shift+O" in s.said(), keys
    assert s.debate.floor.buttons["open-sitting"].isVisible()
    assert not s.debate.floor.buttons["next"].isVisible()
    s.press(KEY.Key_O, CTRL | SHIFT)
    assert s.session.sitting is not None
    assert s.debate.floor.buttons["next"].isVisible()


@pytest.mark.parametrize("key", [(KEY.Key_F9,), (KEY.Key_M, CTRL | SHIFT), (KEY.Key_F5, CTRL)])
def test_what_is_typed_after_an_interruption_says_whose_it_is(
    sit: Callable[..., Secretary], key: tuple[Qt.Key | Qt.KeyboardModifier, ...]
) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    places = {"note": (KEY.Key_F3,), "add": (KEY.Key_F2,), "list": (KEY.Key_L, CTRL)}
    places |= {"report": (KEY.Key_3, Qt.KeyboardModifier.AltModifier)}
    for place, go in places.items():
        s.press_chord(go)
        before = s.focus
        if place in {"note", "add"}:
            s.type("half")
        s.press_chord(key)
        s.type("peru")
        s.press(KEY.Key_Return)
        assert s.session.person(not_none(s.session.floor).delegate).delegation == "PE", place
        assert len(s.session.requests) == 4
        assert not s.session.notes
        if place in {"note", "add"}:
            assert s.focus is before
            assert isinstance(before, LineEdit | NoteTextEdit)
            assert text_of(before) == "half"
            before.reset()
        # Naming and the interruption itself.
        s.view.bridge.undo()
        s.view.bridge.undo()
        assert not_none(s.session.floor).kind is Kind.SPEECH


def test_an_interruption_that_nobody_is_named_for_is_asked_about_when_it_is_over(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F3)
    s.press(KEY.Key_F9)
    s.press(KEY.Key_F10)
    raised_by = s.debate.floor.raised_by
    assert s.focus is s.note_line.line
    assert raised_by.isVisible()
    assert "Point of order" in raised_by.line.placeholderText()
    raised_by.line.setFocus()
    s.type("jap")
    s.press(KEY.Key_Return)
    [order] = [i for i in s.session.interventions.values() if i.kind is Kind.POINT_OF_ORDER]
    assert s.session.person(order.delegate).delegation == "JP"
    assert not raised_by.isVisible()
    assert s.focus is s.note_line.line


def test_who_raised_it_is_not_lost_by_undoing_and_redoing_the_interruption(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F9)
    s.type("jap")
    s.view.bridge.undo()
    assert not s.debate.floor.raised_by.isVisible()
    s.view.bridge.redo()
    assert s.debate.floor.raised_by.line.text() == "jap"


def test_correcting_an_entry_shows_its_words_with_the_cursor_behind_the_name(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.AddRequest(person("FR", "A. Dupont", title="Ms.", gender=Gender.WOMAN, young=True)))
    s.press(KEY.Key_L, CTRL)
    s.press(KEY.Key_F4)
    line = s.debate.speakers.add_line.line
    assert (line.text(), line.cursorPosition()) == ("Kenya, Name of KE", len("Kenya, Name of KE"))
    s.press(KEY.Key_Escape)
    s.press(KEY.Key_L, CTRL)
    s.press(KEY.Key_End, CTRL)
    s.press(KEY.Key_F4)
    assert (line.text(), line.cursorPosition()) == ("France, Ms. A. Dupont /y", len("France, Ms. A. Dupont"))
    before = s.session.version
    s.press(KEY.Key_Return)
    assert s.session.version == before


def test_a_search_ends_with_escape_and_the_keyboard_goes_to_the_note(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor(), c.TakeNote("one"), c.TakeNote("two"))
    s.debate.notes.notes_list.show_scope(2)
    for leave in ((KEY.Key_Escape,), (KEY.Key_Return, KEY.Key_Escape)):
        s.press(KEY.Key_F, CTRL)
        s.type("two")
        assert s.debate.notes.notes_list.model.rowCount() == 1
        for key in leave:
            s.press(key)
        assert s.debate.notes.notes_list.search_line.text() == ""
        assert s.debate.notes.notes_list.model.rowCount() == 2
        assert s.focus is s.note_line.line


def test_kind_and_themes_end_with_the_speech_and_come_back_with_it(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F3)
    s.type("#2 !a register")
    s.press(KEY.Key_Return)
    s.type("inherits both")
    s.press(KEY.Key_Return)
    s.press(KEY.Key_F9)
    s.press(KEY.Key_Escape)
    s.type("on the point of order")
    s.press(KEY.Key_Return)
    s.press(KEY.Key_F10)
    s.type("goes on")
    s.press(KEY.Key_Return)
    s.press(KEY.Key_F5)
    s.type("of the next speaker")
    s.press(KEY.Key_Return)
    told = [(n.text, n.kind, len(n.themes)) for n in sorted(s.session.notes.values(), key=lambda n: n.id)]
    assert told == [
        ("a register", NoteKind.PROPOSAL, 1),
        ("inherits both", NoteKind.PROPOSAL, 1),
        ("on the point of order", NoteKind.POINT, 0),
        ("goes on", NoteKind.PROPOSAL, 1),
        ("of the next speaker", NoteKind.POINT, 0),
    ]


def test_a_line_begun_in_a_speech_keeps_its_kind_beyond_it(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    s.press(KEY.Key_F3)
    s.type("#2 !first")
    s.press(KEY.Key_Return)
    s.type("second")
    s.press(KEY.Key_F5)
    s.press(KEY.Key_Return)
    note = s.session.notes[max(s.session.notes)]
    assert (note.kind, len(note.themes)) == (NoteKind.PROPOSAL, 1)
    assert note.intervention != s.session.speaking


def test_before_the_report_it_is_asked_whose_the_interruptions_were(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor(), c.RaisePointOfOrder(), c.RulePointOfOrder(Ruling.NOTED), c.CloseSitting())
    bar = show_report(s.view).unnamed_bar
    assert bar.isVisible()
    assert "point of order 09:00" in bar.message_label.text()
    assert any("nobody is named" in line for line in iter_report_remarks(s.session))
    bar.name_button.click()
    s.press(KEY.Key_F4)
    s.type("jap")
    s.press(KEY.Key_Return)
    assert not show_report(s.view).unnamed_bar.isVisible()
    assert not any("nobody is named" in line for line in iter_report_remarks(s.session))


def test_with_replies_chosen_a_reply_is_added(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor(), c.EndIntervention())
    add, pane = s.debate.speakers.add_line, s.debate.speakers
    s.press(KEY.Key_G, CTRL | SHIFT)
    for number, code in enumerate(("ken", "jap"), 1):
        s.press(KEY.Key_F2)
        assert "reply" in add.line.placeholderText()
        s.type(code)
        assert f"as reply number {number}" in add.hint.text()
        s.press(KEY.Key_Return)
        assert len(s.session.replies) == number
        assert pane.requests.model.rowCount() == number
    assert {s.session.requests[each].kind for each in s.session.replies} == {Kind.REPLY}
    s.press(KEY.Key_L, CTRL)
    s.press(KEY.Key_F2)
    s.type("egy")
    assert "reply" not in add.hint.text()
    s.press(KEY.Key_Return)
    assert len(s.session.replies) == 2


def test_thirty_themes_have_chips_in_sight_keys_and_names(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), *(c.AddTheme(f"Further theme {n}") for n in range(6, 30)), c.AddTheme("Última"))
    chips = s.debate.notes.theme_chips
    QApplication.processEvents()
    shown = chips.findChildren(Chip)
    assert len(shown) == 30
    for chip in shown:
        assert chip.text() == str(not_none(s.session.theme(chip.property("theme"))).number)
        assert chip.fontMetrics().horizontalAdvance(chip.text()) < chip.width()
        assert chips.rect().contains(chip.geometry()), chip.text()
        assert not any(chip.geometry().intersects(o.geometry()) for o in shown if o is not chip)
    s.press(KEY.Key_F3)
    for one, other, number in ((1, 2, 12), (3, 0, 30), (4, 5, 5), (7, 7, 7)):
        CTRL_HOLDS.set_ctrl_down(down=True)
        for digit in (one, other):
            with CTRL_HOLDS.handling_digit():
                s.press(Qt.Key(KEY.Key_0 + digit), CTRL)
        CTRL_HOLDS.set_ctrl_down(down=False)
        chosen = [not_none(s.session.theme(theme)).number for theme in s.note_line.themes]
        assert chosen == ([number] if (one, other) != (7, 7) else [])
    s.type("#ulti")
    assert not_none(s.focus).accessibleDescription().endswith("#30 Última")
    s.press(KEY.Key_Tab)
    s.type("said")
    s.press(KEY.Key_Return)
    [note] = s.session.notes.values()
    assert (note.text, not_none(s.session.theme(note.themes[0])).number) == ("said", 30)


def test_escape_ends_every_search(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    prepare = show_prepare(s.view)
    prepare.tabs.setCurrentWidget(prepare.delegations)
    report = show_report(s.view)
    report.show_preview()
    for workspace, page in (("prepare", prepare.delegations), ("report", report.preview)):
        s.view.show_workspace(workspace)
        page.search_line.setFocus()
        s.type("kenya")
        s.press(KEY.Key_Escape)
        assert page.search_line.text() == ""
        assert page.isVisible()


@pytest.fixture
def as_on_x11(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only there is a repeat told by the times of its events; asked for before the window is made."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")


class Keyboard:
    """Sends key events to a window as X11 does, with scan codes and timestamps, repeats unmarked.

    A held key repeats after the least delay that a server is set to, then every 30 ms.
    """

    def __init__(self, window: QWindow) -> None:
        self.window, self.now_ms = window, 1_000

    def event(self, kind: QEvent.Type, key: Qt.Key, text: str) -> None:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, 50, 0, 0, text)
        event.setTimestamp(self.now_ms)
        QApplication.sendEvent(self.window, event)

    def hold(self, key: Qt.Key, text: str = "", repeats: int = 5) -> None:
        self.event(QEvent.Type.KeyPress, key, text)
        for number in range(repeats):
            self.now_ms += 30 if number else 250
            self.event(QEvent.Type.KeyRelease, key, text)
            self.event(QEvent.Type.KeyPress, key, text)
        self.now_ms += 30
        self.event(QEvent.Type.KeyRelease, key, text)
        self.now_ms += 30


@pytest.mark.usefixtures("as_on_x11")
def test_a_held_key_on_a_button_presses_it_once_and_two_presses_twice(sit: Callable[..., Secretary]) -> None:
    s = sit(c.OpenSitting(), c.GiveFloor())
    made = make_button("Count", s.desk.window.raise_)
    pressed: list[bool] = []
    made.toggled.connect(pressed.append)
    made.setCheckable(True)
    not_none(s.debate.layout()).addWidget(made)
    made.show()
    made.setFocus()
    keyboard = Keyboard(s.desk.window.windowHandle())
    for key, text in ((KEY.Key_Space, " "), (KEY.Key_Return, "\r"), (KEY.Key_Enter, "\r")):
        pressed.clear()
        keyboard.hold(key, text)
        assert len(pressed) == 1, key
        keyboard.hold(key, text, repeats=0)
        assert len(pressed) == 2, key
    s.press(KEY.Key_F3)
    keyboard.hold(KEY.Key_A, "a")
    assert s.note_line.line.text() == "aaaaaa"
    keyboard.hold(KEY.Key_Backspace, "\b", repeats=2)
    assert s.note_line.line.text() == "aaa"
    keyboard.hold(KEY.Key_Return, "\r")
    assert len(s.session.notes) == 1
