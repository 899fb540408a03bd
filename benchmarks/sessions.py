"""Synthetic sessions of any size, built by commands through `SessionService`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ipu_session.app import paths
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import JournalRow
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Delegation, Details, Gender, NoteKind, Person
from ipu_session.importers.delegations import read_delegations
from ipu_session.service.clock import ManualClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_session_file
from ipu_session.store.text_index import SqliteTextIndex

START_MS = 1_647_910_800_000
KINDS = tuple(NoteKind)
_PERSON_COUNT = 400
"""Number of different speakers; with more speeches they speak repeatedly."""


class AutoAdvanceClock(ManualClock):
    """Clock that advances by five seconds at each reading."""

    def __init__(self) -> None:
        super().__init__(START_MS, 480)

    def now(self) -> Timestamp:
        self.advance(5)
        return super().now()


class InMemoryJournal:
    """Journal port that records rows in memory and replays nothing."""

    def __init__(self) -> None:
        self.rows: list[JournalRow] = []

    def append(self, rows: Sequence[JournalRow], files: Sequence[bytes] = ()) -> None:
        self.rows += rows

    def replay(self) -> Iterator[JournalRow]:
        return iter(())

    def save_draft(self, key: str, text: str) -> None:
        pass

    def read_draft(self, key: str) -> str:
        return ""

    def read_attachment(self, digest: str) -> bytes | None:
        return None

    def create_text_index(self) -> SqliteTextIndex:
        return SqliteTextIndex()

    def save_status(self) -> SaveStatus:
        return SaveStatus()

    def flush(self, *, now: bool = False) -> None:
        pass

    def close(self) -> None:
        pass


class PreloadedJournal(InMemoryJournal):
    """In-memory journal that replays the given rows."""

    def __init__(self, rows: list[JournalRow]) -> None:
        super().__init__()
        self.rows += rows

    def replay(self) -> Iterator[JournalRow]:
        return iter(list(self.rows))


def load_delegations() -> tuple[Delegation, ...]:
    return read_delegations(paths.resources_dir() / "data" / "members.csv")


def play_session(
    interventions: int, notes_each: int, waiting: int = 0, journal: InMemoryJournal | None = None
) -> SessionService:
    """Return a session with ``interventions`` speeches of ``notes_each`` notes, then ``waiting`` requests."""
    service = SessionService(journal or InMemoryJournal(), AutoAdvanceClock())
    delegations = load_delegations()
    themes = tuple((f"Theme {n}", "") for n in range(1, 6))
    service.execute(
        c.CreateSession(Details(title="A made session", place="Nusa Dua"), delegations=delegations, themes=themes)
    )
    known = [theme.id for theme in service.session.themes]
    people = [_build_person(delegations, n % _PERSON_COUNT) for n in range(interventions + waiting)]
    for n in range(interventions):
        service.execute(c.AddRequest(people[n]))
        service.execute(c.GiveFloor())
        for m in range(notes_each):
            text = f"statement {m} of speaker {n} about children on the move and what parliaments can do"
            service.execute(c.TakeNote(text, KINDS[m % len(KINDS)], (known[(n + m) % 4],)))
        service.execute(c.EndIntervention())
    for n in range(waiting):
        service.execute(c.AddRequest(people[interventions + n]))
    return service


def build_undo_heavy_journal(events: int) -> InMemoryJournal:
    """Return a journal of ``events`` events, every second of which is an undo or redo."""
    memory = InMemoryJournal()
    service = play_session(20, 4, journal=memory)
    while service.session.version < events:
        service.execute(c.TakeNote(f"note {service.session.version} on what parliaments can do"))
        (service.redo if service.session.version % 10 == 9 and service.next_redo else service.undo)()
    return memory


def write_undo_heavy_session(path: Path, events: int) -> int:
    """Write the journal of `build_undo_heavy_journal` to a file; return the number of events."""
    rows = build_undo_heavy_journal(events).rows
    journal = create_session_file(path)
    journal.append(rows)
    journal.close()
    return len(rows)


def write_session(path: Path, interventions: int, notes_each: int, waiting: int = 0) -> int:
    """Write the session of `play_session` to a file in one transaction; return the number of events."""
    memory = InMemoryJournal()
    play_session(interventions, notes_each, waiting, memory)
    journal = create_session_file(path)
    journal.append(memory.rows)
    journal.close()
    return len(memory.rows)


def _build_person(delegations: tuple[Delegation, ...], n: int) -> Person:
    gender = Gender.WOMAN if n % 3 else Gender.MAN
    return Person(delegations[n % len(delegations)].id, f"X. Speaker {n}", "Ms.", gender)
