"""The register of contributions on a session with a deadline, and a disk that says what it was given."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict, Unpack

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.ids import ContributionId, DelegationId
from ipu_session.domain.model.session import Contribution, Delegation, Session
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.ui.contributions.pane import ContributionsPane
from ipu_session.ui.core.session_bridge import SessionBridge
from tests.builders import FakeClock, MemoryJournal, a_session
from tests.fake_services import A_FILE, fake_services


class EntryFields(TypedDict, total=False):
    received: str
    pages: int
    language: str
    title: str
    text: str
    words: int
    file: str
    digest: str


class Desk:
    """A pane, its session, and files by name."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.clock, self.journal = FakeClock(), MemoryJournal()
        self.service = a_session(clock=self.clock, journal=self.journal)
        details = replace(self.session.details, contributions_deadline="2022-03-20", contributions_pages=2)
        self.service.execute(c.ChangeDetails(details))
        self.bridge = SessionBridge(self.service)
        self.files = {"/sent/kenya.pdf": A_FILE}
        self.written: dict[Path, bytes] = {}
        self.candidates: tuple[tuple[str, str], ...] = ()
        self.encodings: list[str | None] = []
        self.host = QWidget()
        self.host.resize(1340, 640)
        qtbot.addWidget(self.host)
        self.pane = self._open_pane()

    def open(self) -> None:
        """Lay the window anew, as after a change of the language."""
        self.pane.shut_down()
        self.pane.setParent(None)
        self.pane.deleteLater()
        self.pane = self._open_pane()

    def _open_pane(self) -> ContributionsPane:
        errands = fake_services(
            read_contribution=self.read, write_file=self.write, preview_encodings=lambda path: self.candidates
        )
        pane = ContributionsPane(self.bridge, errands, self.host)
        pane.resize(1340, 640)
        self.host.show()
        pane.show()
        self.qtbot.waitActive(self.host)
        self._settle(pane)
        return pane

    def read(self, path: str | Path, directory: tuple[Delegation, ...], encoding: str | None) -> ReceivedFile:
        if str(path) == "/sent/latin.txt" and encoding is None:
            raise InputFileError(InputErrorCode.ENCODING_UNKNOWN, str(path), "line 1")
        self.encodings.append(encoding)
        if str(path) not in self.files:
            raise InputFileError(InputErrorCode.MISSING, str(path))
        return self.files[str(path)]

    def write(self, path: Path, data: bytes) -> None:
        if path.name == "full":
            raise UserFacingError(InputErrorCode.NOT_PERMITTED, str(path))
        self.written[path] = data

    def come(self, *names: str) -> None:
        self.pane.add_files([Path("/sent") / name for name in names])
        self.settle()

    def settle(self) -> None:
        self._settle(self.pane)

    def _settle(self, pane: ContributionsPane) -> None:
        queue = pane.receiver.queue
        self.qtbot.waitUntil(lambda: not queue.pending_paths and not queue._tasks.is_running)

    def register(self, code: str = "KE", **more: Unpack[EntryFields]) -> ContributionId:
        entry: EntryFields = {"received": "2022-03-15", "pages": 2, **more}
        self.service.execute(c.RegisterContribution(DelegationId(code), **entry))
        return max(self.session.contributions)

    @property
    def session(self) -> Session:
        return self.service.session

    @property
    def entries(self) -> list[Contribution]:
        return list(self.session.contributions.values())

    def rows(self) -> list[tuple[str, ...]]:
        return [line.cells for line in self.pane.register.model.rows]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.pane.shut_down()
