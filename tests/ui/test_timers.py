"""The timers of a session: one only repaints, the other only keeps the session's housekeeping."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.session_poller import SessionPoller
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import FakeClock, MemoryJournal, a_session, person
from tests.fake_services import fake_services
from tests.narrowing import not_none


class SpeechInProgress:
    """A started session in which a speech has run for a minute, after which the machine has slept for another."""

    def __init__(self) -> None:
        self.clock, self.journal = FakeClock(), MemoryJournal()
        self.service = a_session(clock=self.clock, journal=self.journal)
        self.service.execute(c.AddRequest(person("KE")))
        self.service.execute(c.OpenSitting())
        self.service.execute(c.GiveFloor())
        self.service.start()
        self.service.poll()
        self.bridge = SessionBridge(self.service)
        self.clock.advance(60)
        self.clock.suspend(60)
        self.changes = QSignalSpy(self.bridge.committed)

    def last_event(self) -> e.Event:
        return list(self.journal.replay())[-1].event


def test_a_tick_emits_the_time_and_records_nothing(qtbot: QtBot) -> None:
    debate = SpeechInProgress()
    ticker = DisplayTicker(debate.bridge.now)
    before = list(debate.journal.replay()), dict(debate.journal.drafts)
    with qtbot.waitSignal(ticker.ticked) as shown:
        ticker.tick()
    assert shown.args == [debate.bridge.now()]
    assert (list(debate.journal.replay()), debate.journal.drafts) == before
    assert debate.changes.count() == 0


def test_a_poll_records_the_gap_and_the_liveness_marker_by_its_own_timer(qtbot: QtBot) -> None:
    debate = SpeechInProgress()
    drafts = dict(debate.journal.drafts)
    poller = SessionPoller(debate.bridge)
    poller.start()
    qtbot.waitUntil(lambda: debate.changes.count() == 1)
    poller.stop()
    assert isinstance(debate.last_event(), e.GapFound)
    assert debate.journal.drafts != drafts


def test_the_view_of_a_session_runs_both_until_it_is_shut_down(qtbot: QtBot) -> None:
    debate = SpeechInProgress()
    view = SessionView(debate.bridge, fake_services())
    qtbot.addWidget(view)
    ticks = QSignalSpy(not_none(view.findChild(DisplayTicker)).ticked)
    qtbot.waitUntil(lambda: ticks.count() > 1 and debate.changes.count() == 1)
    view.shut_down()
    ticks, debate.changes = (
        QSignalSpy(not_none(view.findChild(DisplayTicker)).ticked),
        QSignalSpy(debate.bridge.committed),
    )
    debate.clock.suspend(60)
    # Another ticker shows that time enough has passed.
    other = DisplayTicker(debate.bridge.now)
    other_ticks = QSignalSpy(other.ticked)
    other.start()
    qtbot.waitUntil(lambda: other_ticks.count() > 3)
    other.stop()
    assert (ticks.count(), debate.changes.count()) == (0, 0)
