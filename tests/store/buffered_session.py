"""A session whose journal loses nothing, with a clock that a test moves."""

from enum import StrEnum
from pathlib import Path

from ipu_session.domain import commands as c
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.emergency_journal import find_emergency_files
from ipu_session.store.journal.emergency_recovery import open_buffered
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.integrity import check_file
from tests.builders import FakeClock


class Kept:
    """A session whose journal loses nothing, with a clock that the test moves."""

    def __init__(self, path: Path, folders: list[Path], accepted: Path | None = None) -> None:
        self.path, self.folders = path, folders
        self.clock = FakeClock(1_647_950_000_000)
        self.journal, self.found = open_buffered(
            open_journal(path), folders, lambda: self.clock.readings().elapsed_ms, accepted
        )
        self.service = SessionService(self.journal, self.clock)

    def note(self, text: str) -> None:
        self.clock.advance(1)
        self.service.execute(c.TakeNote(text))

    @property
    def trouble(self) -> StrEnum | None:
        unsaved = self.service.save_status()
        return None if unsaved.error is None else unsaved.error.code

    def agrees(self) -> None:
        """Memory is what the file makes, and the file is sound."""
        told = self.service.session
        self.service.close()
        assert check_file(self.path) == ()
        again = SessionService(open_journal(self.path), self.clock)
        assert again.session == told
        again.close()
        assert list(find_emergency_files(self.folders)) == []
