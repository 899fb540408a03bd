"""Journals that somebody forged: one thing in one event is another, and every hash fits."""

import copy
import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.events import SynthesisWritten
from ipu_session.domain.history import JournalRow
from ipu_session.domain.model.ids import DelegationId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.list_positions import OrderScheme
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.report_versions import CorrectionOutcome
from ipu_session.domain.model.rules import PRESETS, Rules
from ipu_session.domain.model.session import Details, Gender, NoteKind, Presence, Session
from ipu_session.domain.queries.order_proposals import propose_order
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.event_codec import from_data, to_data
from ipu_session.store.journal.hash_chain import hash_row
from ipu_session.store.journal.open_session import create_session_file
from tests.builders import DIRECTORY, THEMES, FakeClock, MemoryJournal, delegation, person

LONG = "long " * 40_000
TEXTS = ("", " ", "\ud800", "\u202e\x00", "9999-99-99", "2022-02-30", "99:99", "xx", "٣٤", "<b>&", LONG)
NUMBERS = (-1, 0, 1, 2, 7, 10**6, 2**31, 2**63, 10**18, -(10**18), 10**400)


Identity = TypeVar("Identity", bound=int)
Place = tuple[str | int, ...]
"""Keys and indices that lead to a value in decoded JSON."""
Mutant = tuple[int, Place, object]
"""The version of an event, a place in it, and the value that is put there."""


class Debate:
    """Plays a debate in which every kind of event happens."""

    def __init__(self) -> None:
        self.journal, self.clock = MemoryJournal(), FakeClock()
        self.service = SessionService(self.journal, self.clock)

    @property
    def session(self) -> Session:
        return self.service.session

    def ask(self, *commands: c.Command) -> None:
        for command in commands:
            self.clock.advance(20)
            self.service.execute(command)

    def latest(self, things: Iterable[Identity]) -> Identity:
        return max(things)

    def prepare(self) -> list[ThemeId]:
        details = Details(title="Forged", date="2022-03-22", planned_end="12:30", chair="Ms. C. Hair")
        self.ask(c.CreateSession(details, Rules(), DIRECTORY, THEMES))
        themes = [theme.id for theme in self.session.themes]
        self.ask(
            c.AddTheme("Sixth", "source"),
            c.RenameTheme(themes[0], "First"),
            c.MoveTheme(themes[0], 2),
            c.ChangeDelegation(delegation("XX", "Neuland")),
            c.CountPresence(Presence(40, 20, 10)),
            c.SetRules(PRESETS["pace"]),
            c.ChangeDetails(Details(title="Forged", date="2022-03-22", place="Nusa Dua")),
        )
        for code in ("KE", "PE", "JP", "DZ", "FR", "WS", "EG"):
            self.ask(c.AddRequest(person(code, f"N. {code}", gender=Gender.WOMAN), themes=(themes[1],)))
        queue = self.session.queue
        self.ask(
            c.MoveRequest(queue[4], 1),
            c.SwapRequests(queue[0], queue[1]),
            c.DrawLots(7),
            c.AcceptOrder(OrderScheme.FIRST_TIME, propose_order(self.session, OrderScheme.FIRST_TIME)),
            c.SetReserve(queue[6], reserve=True),
            c.WithdrawRequest(queue[5]),
            c.RestoreRequest(queue[5]),
            c.ChangeDelegate(self.latest(self.session.delegates), person("EG", "N. Other", born="1990")),
        )
        return themes

    def speak(self, themes: list[ThemeId]) -> tuple[InterventionId, NoteId, NoteId]:
        late = self.session.calling_order[0]
        self.ask(c.OpenSitting(), c.MarkAbsent(late), c.MarkAbsent(late), c.AnnounceClosing(), c.GiveFloor())
        speech = self.latest(self.session.interventions)
        self.ask(
            c.TakeNote("one point and another", NoteKind.POINT, (themes[1],)),
            c.PauseSpeech(),
            c.ResumeSpeech(),
            c.GrantTime(30_000),
            c.SetAllotment(200_000),
            c.RaisePointOfOrder(person("FR", "P. Order")),
            c.RulePointOfOrder(Ruling.UPHELD),
        )
        first = self.latest(self.session.notes)
        self.ask(c.SplitNote(first, "one point", "another"))
        second = self.latest(self.session.notes)
        self.ask(
            c.EditNote(second, "another one", NoteKind.PROPOSAL),
            c.SetNoteThemes(second, (themes[2],)),
            c.TakeNote("gone", NoteKind.QUESTION),
        )
        self.ask(c.DeleteNote(self.latest(self.session.notes)), c.TakeNote("kept out", NoteKind.POINT, (themes[1],)))
        self.ask(c.RestrictNote(self.latest(self.session.notes), restricted=True), c.TakeNote("to be joined"))
        self.ask(
            c.JoinNotes(first, self.latest(self.session.notes)),
            c.SplitTheme(themes[1], "Half", "Other half", (first,)),
            c.MergeThemes(themes[4], themes[3]),
        )
        self.clock.suspend(60)
        self.service.poll()
        self.ask(c.ResolveTimingGap(counted=False), c.EndIntervention())
        self.ask(c.SuspendSitting("tea"), c.ExplainSuspension("fire"), c.ResumeSitting())
        return speech, first, second

    def correct(self, speech: InterventionId, first: NoteId, second: NoteId, themes: list[ThemeId]) -> None:
        times = self.session.interventions[speech].time_account(self.clock.now_ms)
        self.ask(
            c.CorrectIntervention(speech, type(times)(times.started_ms, 180_000, 0, 90_000, 5_000)),
            c.AttributeIntervention(speech, person("KE", "B. Etter")),
            c.EnterIntervention(person("IOM", "O. Bserver"), self.clock.now_ms - 600_000, 60_000),
        )
        self.ask(c.MoveNote(second, self.latest(self.session.interventions)), c.GiveFloor())
        struck = self.latest(self.session.interventions)
        self.ask(c.EndIntervention(), c.DeleteIntervention(struck))
        self.ask(c.MoveMotion(person("PE", "M. Over")), c.ExplainMotion(MotionKind.CLOSE_LIST))
        self.ask(c.DecideMotion(MotionDecision.CARRIED))
        self.ask(
            c.AddNotesToSynthesis(themes[2], SynthesisSection.PROPOSALS, (second,)),
            c.AddPassage(None, SynthesisSection.OPERATIVE, "*Calls upon* all to act"),
            c.AddPassage(None, SynthesisSection.OPERATIVE, "*Invites* all"),
            c.RegisterContribution(DelegationId("KE"), "2022-04-01", 2, "en", (themes[2],), "Title", text="In writing"),
        )
        *_, one, other = (passage.id for passage in self.session.passages)
        self.ask(c.SupportPassage(one, (DelegationId("KE"),)), c.MovePassage(other, SynthesisSection.OPERATIVE, one))

    def end(self, themes: list[ThemeId]) -> None:
        self.ask(c.RemovePassage(self.session.passages[-1].id))
        self.ask(c.RegisterContribution(DelegationId("PE"), "2022-04-30", 9))
        self.ask(c.RemoveContribution(self.latest(self.session.contributions)))
        if not self.session.is_list_closed:
            self.ask(c.CloseList())
        self.ask(c.ReopenList(), c.RemoveTheme(self.session.themes[-1].id))
        self.service.undo()
        self.ask(c.CloseSitting(), c.FinalizeReport())
        self.ask(
            c.RegisterCorrection(
                "say so", "2022-04-01", DelegationId("KE"), "W. Riter", CorrectionOutcome.ACCEPTED, "done"
            )
        )


def journal() -> list[JournalRow]:
    """Return the rows of a debate with every kind of event."""
    debate = Debate()
    themes = debate.prepare()
    speech, first, second = debate.speak(themes)
    debate.correct(speech, first, second, themes)
    debate.end(themes)
    rows = debate.journal.rows
    # Only the first release wrote these.
    written = SynthesisWritten(themes[3], "A summary of the first release.")
    return [*rows, JournalRow(len(rows) + 1, debate.clock.now_ms, rows[-1].transaction + 1, written)]


def leaves(data: object, place: Place = ()) -> Iterator[Place]:
    """Yield where each plain value lies, and each list."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*place, key))
    elif isinstance(data, list):
        yield place
        for number, value in enumerate(data):
            yield from leaves(value, (*place, number))
    else:
        yield place


def at(data: Any, place: Place) -> Any:
    """Return what lies at ``place`` in decoded JSON."""
    for step in place:
        data = data[step]
    return data


def others(value: object) -> tuple[object, ...]:
    """Return what may stand in the place of a value, of its own type and of others."""
    if isinstance(value, bool):
        return (not value, None)
    if isinstance(value, int):
        return (*NUMBERS, value + 1, -value, None, True)
    if isinstance(value, str):
        return (*TEXTS, value * 2, None)
    if isinstance(value, list):
        return ([], value * 2, value * 3_000, value[::-1], value[1:])
    return (0, 1, 10**18, "", "x", -1)


def mutants(rows: Sequence[JournalRow]) -> Iterator[Mutant]:
    """Yield every change of one value: the event's version, where in it, and what stands there then."""
    for row in rows:
        data = to_data(row.event)
        for place in leaves(data):
            if not place:
                continue
            for other in others(at(data, place)):
                yield row.version, place, other


def forged(rows: Sequence[JournalRow], version: int, place: Place, other: object) -> list[JournalRow]:
    """Return the rows with one value changed; ValueError if that cannot even be decoded."""
    row = rows[version - 1]
    data = copy.deepcopy(to_data(row.event))
    at(data, place[:-1])[place[-1]] = other
    event = from_data(type(row.event).__name__, data)
    return [*rows[: version - 1], replace(row, event=event), *rows[version:]]


def sample(rows: Sequence[JournalRow], size: int, seed: int) -> list[Mutant]:
    """Return some of all mutants."""
    return random.Random(seed).sample(list(mutants(rows)), size)


def write(path: Path, plain: list[tuple[int, int, str, str]]) -> Path:
    """Write (at_ms, act, kind, payload) as a session file with hashes that fit, whatever they say."""
    create_session_file(path).close()
    database = sqlite3.connect(path)
    previous = ""
    for version, row in enumerate(plain, start=1):
        said = hash_row(previous, (version, *row))
        database.execute("insert into journal values (?, ?, ?, ?, ?, ?, ?)", (version, *row, previous, said))
        previous = said
    database.commit()
    database.close()
    return path


def write_rows(path: Path, rows: list[JournalRow]) -> Path:
    """Write rows as a session file, without asking whether they can be."""
    made = create_session_file(path)
    made.append(rows)
    made.close()
    return path


__all__ = ["JournalRow", "forged", "journal", "mutants", "sample", "write", "write_rows"]
