"""A report workspace on three notes."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.report.workspace import ReportWorkspace
from tests.builders import FakeClock, MemoryJournal, a_session
from tests.construction import complete
from tests.fake_services import fake_services


class Noted:
    """A session in which Kenya spoke and three notes were taken: two on theme 1, one on none."""

    def __init__(self) -> None:
        self.clock, self.journal = FakeClock(), MemoryJournal()
        self.service = a_session("KE", "PE", clock=self.clock, journal=self.journal)
        self.first, self.second = self.service.session.themes[:2]
        for command in (
            c.OpenSitting(),
            c.GiveFloor(),
            c.TakeNote("Data on women migrants", NoteKind.POINT, (self.first.id,)),
            c.TakeNote("A common register", NoteKind.PROPOSAL, (self.first.id,)),
            c.TakeNote("Thanks to the host"),
        ):
            self.clock.advance(10)
            self.service.execute(command)
        self.bridge = SessionBridge(self.service)

    @property
    def session(self) -> Session:
        return self.service.session

    @property
    def written(self) -> list[tuple[str, str, ThemeId | None]]:
        return [(p.section.value, p.text, p.theme) for p in self.session.passages]


@pytest.fixture
def noted(qapp: QApplication) -> Noted:
    return Noted()


@pytest.fixture
def shown(qtbot: QtBot, noted: Noted) -> Iterator[ReportWorkspace]:
    workspace = complete(ReportWorkspace(noted.bridge, fake_services()))
    qtbot.addWidget(workspace)
    workspace.resize(1366, 700)
    workspace.show()
    qtbot.waitActive(workspace)
    workspace.theme_notes.themes_view.setFocus()
    yield workspace
    workspace.shut_down()
