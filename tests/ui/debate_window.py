"""The whole window on a session, driven by keys, with what is said in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import FakeClock, MemoryJournal, a_session, person
from tests.fake_services import fake_services
from tests.ui.announcements import record_announcements

_WINDOW_SLOTS = ["new", "open", "start", "settings", "fault-report", "log-folder", "restore", "save-copy"]


class DebateWindow:
    """The whole window on a session, with a clock that the test moves; ``heard`` is what is announced."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, opened: bool = True) -> None:
        self.clock = FakeClock()
        self.service = a_session(clock=self.clock, journal=MemoryJournal())
        for someone in (person("KE", "S. Kihika", title="Ms."), person("PE"), person("JP")):
            self.service.execute(c.AddRequest(someone))
        if opened:
            self.service.execute(c.OpenSitting())
        self.bridge = SessionBridge(self.service)
        self.window = MainWindow(dict.fromkeys(_WINDOW_SLOTS, qtbot.stop))
        self.view = SessionView(self.bridge, fake_services(), None, self.window)
        self.view._poller.stop()
        self.view._ticker.stop()
        self.window.show_page(self.view)
        qtbot.addWidget(self.window, before_close_func=lambda _: self.view.shut_down())
        self.view.show_workspace("debate")
        with qtbot.waitActive(self.window):
            self.window.show()
        self.heard = record_announcements(monkeypatch)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)

    def later(self, seconds: int) -> None:
        self.clock.advance(seconds)
        self.view._poller.poll()
        self.view._ticker.tick()

    @property
    def shown(self) -> str:
        return self.window.message_line.message_label.text()
