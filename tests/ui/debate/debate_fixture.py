"""A debate workspace to be driven by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.session import Note, Person, Session
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.command_actions import COMMAND_ACTIONS
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.workspace import DebateWorkspace
from tests.builders import FakeClock, MemoryJournal, a_session
from tests.construction import complete

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = CTRL | SHIFT


class Room:
    """A workspace on a session, with a clock that the test moves."""

    def __init__(self, qtbot: QtBot, *codes: str) -> None:
        self.clock, self.journal = FakeClock(), MemoryJournal()
        self.service = a_session(*codes, clock=self.clock, journal=self.journal)
        self.service.execute(c.OpenSitting())
        self.bridge = SessionBridge(self.service)
        self.host = QWidget()
        self.ticker = DisplayTicker(self.bridge.now, self.host)
        self.acts = add_actions(self.host, COMMAND_ACTIONS, {}, self.bridge)
        self.workspace = complete(DebateWorkspace(self.bridge, self.ticker, self.acts, self.host))
        qtbot.addWidget(self.host)
        self.host.resize(1366, 700)
        self.workspace.resize(1366, 700)
        self.host.show()
        qtbot.waitActive(self.host)
        self.speakers, self.floor, self.notes = (self.workspace.speakers, self.workspace.floor, self.workspace.notes)
        self.line = self.speakers.add_line.line
        self.note = self.notes.note_line.line

    @property
    def session(self) -> Session:
        return self.service.session

    def waiting(self) -> list[Person]:
        found = (self.session.requests[request] for request in self.session.queue)
        return [self.session.person(request.delegate) for request in found]

    def codes(self) -> list[DelegationId]:
        return [person.delegation for person in self.waiting()]

    def add(self, text: str) -> None:
        self.workspace.focus_add_line()
        self.line.selectAll()
        send(self.line, text)
        QTest.keyClick(self.line, Qt.Key.Key_Return)

    def write(self, text: str) -> None:
        self.workspace.focus_note_line()
        send(self.note, text)
        QTest.keyClick(self.note, Qt.Key.Key_Return)

    def noted(self) -> list[Note]:
        return [self.session.notes[note] for note in sorted(self.session.notes)]

    def later(self, seconds: int) -> None:
        self.clock.advance(seconds)
        self.bridge.poll()
        self.ticker.tick()


def send(widget: QWidget, text: str) -> None:
    """Type any text: QTest.keyClicks aborts on a letter that is not ASCII (PySide6 6.11)."""
    for letter in text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, widget, Qt.Key(0), letter, Qt.KeyboardModifier.NoModifier)
