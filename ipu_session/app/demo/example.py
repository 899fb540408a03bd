"""The example debate: real delegations, invented delegates and statements, by the program's own commands."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from ipu_session.app import paths
from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId, ThemeId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.passages import Section
from ipu_session.domain.model.rules import Category, Rules
from ipu_session.domain.model.session import Delegation, Details, NoteKind, Person
from ipu_session.domain.text.honorifics import gender_of_title
from ipu_session.domain.text.note_syntax import parse_note
from ipu_session.importers.concept_note.reader import read_concept_note
from ipu_session.importers.contribution import read_contribution
from ipu_session.importers.delegations import read_directory
from ipu_session.service.clock import HandClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import making

_OFFSET_MIN = 480
_CHANGEOVER_S = 20
_HALF_TIME = 10
"""After so many speeches the sitting is suspended for a while."""
_LIST_CLOSED_AFTER = 12
_Entry = dict[str, Any]


def write_example(path: Path) -> None:
    """Write the example session; TroubleError if it cannot be, and then there is no file."""
    resources = paths.resources()
    script = tomllib.loads((resources / "example" / "debate.toml").read_text("utf-8"))
    clock = HandClock(int(script["session"]["begins"].timestamp() * 1000), _OFFSET_MIN)
    with making(path) as journal:
        _Debate(SessionService(journal, clock), clock, script).hold(resources)


class _Debate:
    """Holds the debate that the script tells, one command after the other."""

    def __init__(self, service: SessionService, clock: HandClock, script: _Entry) -> None:
        self._service = service
        self._clock = clock
        self._script = script

    def hold(self, resources: Path) -> None:
        """Prepare, debate, and what comes after."""
        self._prepare(resources)
        self._do(c.OpenSitting())
        for number, speaker in enumerate(self._script["speaker"], start=1):
            self._speech(speaker)
            if number == _HALF_TIME:
                self._break()
            if number == _LIST_CLOSED_AFTER:
                self._do(c.CloseList())
                self._someone_is_absent()
        self._someone_is_absent()
        self._do(c.CloseSitting(), after=15)
        self._write_up(resources)

    def _prepare(self, resources: Path) -> None:
        note = read_concept_note(resources / "example" / "concept-note-144.txt")
        said = {key: value for key, value in self._script["session"].items() if key != "begins"}
        said["co_rapporteurs"] = tuple(said["co_rapporteurs"])
        details = Details(
            **said,
            adopting_assembly=note.value("adopting_assembly"),
            adopting_date=note.value("adopting_date"),
            contributions_deadline=note.value("contributions_deadline"),
            contributions_pages=int(note.value("contributions_pages")),
            concept_note=note.text,
            earlier_resolutions=note.values("earlier_resolutions"),
            example=True,
        )
        themes = tuple((theme.value, theme.source) for theme in note.themes)
        observers = (Delegation(category=Category.OBSERVER, **entry) for entry in self._script["delegation"])
        directory = (*read_directory(resources / "data" / "members.csv"), *observers)
        self._do(c.CreateSession(details, Rules(), directory, themes))
        for entry in (*self._script["speaker"], *self._script["request"]):
            self._do(c.AddRequest(_person(entry)), after=2)

    def _speech(self, speaker: _Entry) -> None:
        self._do(c.GiveFloor(), after=_CHANGEOVER_S)
        notes = speaker["notes"]
        step = speaker["seconds"] / (len(notes) + 1)
        for number, line in enumerate(notes):
            self._clock.forward(step)
            self._note(line)
            if number == 0:
                self._interrupt(speaker)
        self._clock.forward(step)
        self._do(c.EndIntervention())

    def _interrupt(self, speaker: _Entry) -> None:
        if "pause" in speaker:
            self._do(c.PauseSpeech())
            self._do(c.ResumeSpeech(), after=speaker["pause"])
        if "granted" in speaker:
            self._do(c.GrantTime(speaker["granted"] * 1000))
        if order := speaker.get("order"):
            self._do(c.RaisePointOfOrder(_person(order)))
            self._do(c.RulePointOfOrder(Ruling(order["ruling"])), after=order["seconds"])

    def _note(self, line: str) -> None:
        typed = parse_note(line.removeprefix("~"))
        self._do(c.TakeNote(typed.text, typed.kind or NoteKind.POINT, self._themes(typed.themes or ())))
        if line.startswith("~"):
            self._do(c.RestrictNote(max(self._service.session.notes), restricted=True), after=1)

    def _break(self) -> None:
        self._do(c.SuspendSitting("coffee break"), after=5)
        self._do(c.ResumeSitting(), after=15 * 60)

    def _someone_is_absent(self) -> None:
        """Those whom the script calls absent are called; those who withdraw do so."""
        fates = {entry["name"]: entry.get("fate") for entry in self._script["request"]}
        session = self._service.session
        for request in session.queue:
            fate = fates.get(session.person(session.requests[request].delegate).name)
            if fate == "absent":
                self._do(c.MarkAbsent(request), after=3)
            elif fate == "withdrawn":
                self._do(c.WithdrawRequest(request), after=3)

    def _write_up(self, resources: Path) -> None:
        for synthesis in self._script["synthesis"]:
            [theme] = self._themes((synthesis["theme"],))
            self._do(c.AddPassage(theme, Section.SUMMARY, synthesis["text"].strip()), after=120)
        for entry in self._script["contribution"]:
            self._clock.forward(30)
            self._receive(entry, resources)

    def _receive(self, entry: _Entry, resources: Path) -> None:
        """Register a contribution, with its file where the script names one."""
        received = c.RegisterContribution(
            DelegationId(entry["from"]),
            entry["received"],
            entry["pages"],
            entry["language"],
            self._themes(tuple(entry["themes"])),
            entry["title"],
        )
        if "file" not in entry:
            self._service.execute(received)
            return
        path = resources / "example" / entry["file"]
        sent = read_contribution(path, self._service.session.delegations.values())
        named = replace(received, words=sent.words, file=sent.name, digest=sent.digest, text=sent.text)
        self._service.execute(named, sent.data)

    def _themes(self, numbers: tuple[int, ...]) -> tuple[ThemeId, ...]:
        return tuple(theme.id for theme in self._service.session.themes if theme.number in numbers)

    def _do(self, command: c.Command, after: float = 0) -> None:
        self._clock.forward(after)
        self._service.execute(command)


def _person(entry: _Entry) -> Person:
    title = entry["title"]
    return Person(
        DelegationId(entry.get("from", "")),
        entry["name"],
        title,
        gender_of_title(title),
        entry.get("function", ""),
        Category(entry.get("category", "member")),
        entry.get("young"),
        organization=entry.get("organization", ""),
    )
