"""The debate workspace: three panes that fit a small screen, and where the keys lead."""

from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.service.session_service import SessionService
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.command_actions import COMMAND_ACTIONS
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.workspace import DebateWorkspace
from tests.builders import a_session
from tests.construction import complete
from tests.narrowing import not_none


def workspace(qtbot: QtBot, *codes: str) -> tuple[SessionService, QWidget, DebateWorkspace]:
    service = a_session(*codes)
    host = QWidget()
    qtbot.addWidget(host)
    bridge = SessionBridge(service, host)
    acts = add_actions(host, COMMAND_ACTIONS, {}, bridge)
    made = complete(DebateWorkspace(bridge, DisplayTicker(bridge.now, host), acts, host))
    return service, host, made


def test_three_panes_fit_a_small_screen_and_none_can_be_hidden(qtbot: QtBot) -> None:
    _, host, made = workspace(qtbot, "KE", "PE")
    made.resize(1354, 640)
    host.resize(1354, 640)
    host.show()
    splitter = made.findChild(QSplitter)
    assert splitter is not None
    assert splitter.count() == 3
    assert not splitter.childrenCollapsible()
    assert made.minimumSizeHint().width() <= 1354
    splitter.setSizes([0, 1, 5000])
    assert all(size > 150 for size in not_none(splitter).sizes())


def test_the_keyboard_goes_where_it_is_sent(qtbot: QtBot) -> None:
    _, host, made = workspace(qtbot, "KE")
    host.show()
    host.activateWindow()
    made.focus_add_line()
    assert host.focusWidget() is made.speakers.add_line.line
    made.focus_list()
    assert host.focusWidget() is made.speakers.requests.list
    made.focus_note_line()
    assert made.notes.isAncestorOf(host.focusWidget())
    note_line = host.focusWidget()
    made.focus_search()
    assert made.notes.isAncestorOf(host.focusWidget())
    assert host.focusWidget() is not note_line
