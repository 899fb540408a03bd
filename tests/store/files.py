"""Session files for the tests of the store."""

from pathlib import Path

from ipu_session.domain import commands as c
from ipu_session.domain.history import JournalRow
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details, NoteKind
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_session_file, open_journal
from tests.builders import DIRECTORY, THEMES, FakeClock, person


def a_file(path: Path) -> Path:
    """A session in which two spoke, one of them interrupted, and three notes were taken."""
    clock = FakeClock()
    service = SessionService(create_session_file(path), clock)
    service.execute(c.CreateSession(Details(title="Débat \ud800"), Rules(), DIRECTORY, THEMES))
    service.execute(c.OpenSitting())
    for code in ("KE", "PE", "JP"):
        service.execute(c.AddRequest(person(code, f"Name of {code}")))
    theme = service.session.themes[1].id
    for command in (
        c.GiveFloor(),
        c.TakeNote("first", NoteKind.POINT, (theme,)),
        c.PauseSpeech(),
        c.ResumeSpeech(),
        c.RaisePointOfOrder(),
        c.RulePointOfOrder(Ruling.DISMISSED),
        c.EndAndNext(),
        c.TakeNote("second", NoteKind.PROPOSAL, (theme,)),
        c.GrantTime(30_000),
    ):
        clock.advance(7)
        service.execute(command)
    service.undo()
    service.close()
    return path


def rows_of(path: Path, *, read_only: bool = False) -> list[JournalRow]:
    """All rows of a file."""
    journal = open_journal(path, read_only=read_only)
    try:
        return list(journal.replay())
    finally:
        journal.close()
