"""Test builders and fakes: a test passes only what matters to it, everything else has a default."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypedDict, Unpack

from ipu_session.domain import commands as c
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import JournalRow
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category, Rules
from ipu_session.domain.model.session import Delegation, Details, Gender, Person
from ipu_session.service.clock import ManualClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.text_index import SqliteTextIndex

START_MS = 1_647_910_800_000
"""22 March 2022, 09:00 in Nusa Dua (01:00 UTC)."""


class FakeClock(ManualClock):
    """Clock that advances only by explicit calls; the UTC offset is eight hours."""

    def __init__(self, now_ms: int = START_MS, offset_min: int = 480) -> None:
        super().__init__(now_ms, offset_min)


class MemoryJournal:
    """Journal port implemented in memory; `append` asserts that the versions are consecutive."""

    def __init__(self) -> None:
        self.rows: list[JournalRow] = []
        self.drafts: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        self.closed = False

    def append(self, rows: Sequence[JournalRow], files: Sequence[bytes] = ()) -> None:
        assert [row.version for row in rows] == [len(self.rows) + n for n in range(1, len(rows) + 1)]
        self.rows += rows
        self.files |= {hashlib.sha256(data).hexdigest(): data for data in files}

    def replay(self) -> Iterator[JournalRow]:
        return iter(list(self.rows))

    def save_draft(self, key: str, *, text: str) -> None:
        self.drafts[key] = text

    def read_draft(self, key: str) -> str:
        return self.drafts.get(key, "")

    def read_attachment(self, digest: str) -> bytes | None:
        return self.files.get(digest)

    def create_text_index(self) -> SqliteTextIndex:
        return SqliteTextIndex()

    def save_status(self) -> SaveStatus:
        return SaveStatus()

    def flush(self, *, now: bool = False) -> None:
        pass

    def close(self) -> None:
        self.closed = True


def delegation(
    code: str,
    name: str,
    *groups: str,
    fr: str = "",
    ar: str = "",
    es: str = "",
    category: Category = Category.MEMBER,
    iso3: str = "",
) -> Delegation:
    return Delegation(DelegationId(code), category, name, fr, es, ar, code, iso3, groups)


DIRECTORY = (
    delegation("KE", "Kenya", "African", fr="Kenya", iso3="KEN", ar="كينيا"),
    delegation("PE", "Peru", "GRULAC", fr="Pérou", iso3="PER", es="Perú"),
    delegation("WS", "Samoa", "Asia-Pacific", fr="Samoa", iso3="WSM"),
    delegation("JP", "Japan", "Asia-Pacific", fr="Japon", iso3="JPN"),
    delegation("DZ", "Algeria", "African", "Arab", fr="Algérie", iso3="DZA"),
    delegation("FR", "France", "Twelve Plus", fr="France", iso3="FRA"),
    delegation("CI", "Côte d'Ivoire", "African", fr="Côte d'Ivoire", iso3="CIV"),
    delegation("EG", "Egypt", "African", "Arab", fr="Égypte", iso3="EGY"),
    delegation("IOM", "International Organization for Migration", category=Category.OBSERVER),
)
THEMES = (
    ("Policy responses", "Policy responses to support development."),
    ("Current situation", "Analysis of the current situation."),
    ("Lessons learned", "Lessons learned at all levels."),
    ("Instrumentalization", "Preventing the instrumentalization of migration."),
    ("Urgent action", "Identification of major issues."),
)


class PersonDetails(TypedDict, total=False):
    title: str
    function: str
    gender: Gender
    category: Category
    young: bool | None
    born: str


class DetailsFields(TypedDict, total=False):
    title: str
    assembly: str
    adopting_assembly: str
    adopting_date: str
    committee: str
    place: str
    date: str
    planned_end: str
    chair: str
    co_rapporteurs: tuple[str, ...]
    symbol: str
    language: str
    contributions_deadline: str
    contributions_pages: int
    earlier_resolutions: tuple[str, ...]
    example: bool


def person(code: str, name: str = "", **details: Unpack[PersonDetails]) -> Person:
    """Return a person of the delegation with this code."""
    return Person(delegation=DelegationId(code), name=name, **details)


def a_session(
    *codes: str, clock: FakeClock | None = None, journal: MemoryJournal | None = None, rules: Rules | None = None
) -> SessionService:
    """Return a session with five themes and the delegations of ``DIRECTORY``; one request waits for each code."""
    service = SessionService(journal or MemoryJournal(), clock or FakeClock())
    details = Details(title="Migration and human trafficking", assembly="144th IPU Assembly")
    service.execute(c.CreateSession(details, rules or Rules(), DIRECTORY, THEMES))
    for code in codes:
        service.execute(c.AddRequest(person(code)))
    return service
