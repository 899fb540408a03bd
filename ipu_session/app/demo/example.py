"""The example session: real delegations, invented delegates and statements, recorded by normal commands."""

from pathlib import Path

from msgspec.structs import replace

from ipu_session.app import paths
from ipu_session.app.demo.debate_script import (
    ContributionEntry,
    DebateScript,
    DelegationEntry,
    PersonEntry,
    SpeakerEntry,
    load_script,
)
from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId, ThemeId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.rules import Category, Rules
from ipu_session.domain.model.session import Delegation, Details, NoteKind, Person
from ipu_session.domain.text.honorifics import gender_of_title
from ipu_session.domain.text.note_syntax import parse_note
from ipu_session.importers.concept_note.reader import read_concept_note
from ipu_session.importers.contribution import read_contribution
from ipu_session.importers.delegations import read_delegations
from ipu_session.service.clock import ManualClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_and_close

_OFFSET_MIN = 480
_CHANGEOVER_S = 20
_SPEECHES_BEFORE_BREAK = 10
"""Number of speeches after which the sitting is suspended."""
_LIST_CLOSED_AFTER = 12


def write_example(path: Path) -> None:
    """Write the example session to a new file; UserFacingError on failure, and then there is no file."""
    resources = paths.resources_dir()
    script = load_script(resources / "example" / "debate.toml")
    clock = ManualClock(int(script["session"]["begins"].timestamp() * 1000), _OFFSET_MIN)
    with create_and_close(path) as journal:
        _ScriptedDebate(SessionService(journal, clock), clock, script).play(resources)


class _ScriptedDebate:
    """Executes the debate of the script, one command after the other, on a manual clock."""

    def __init__(self, service: SessionService, clock: ManualClock, script: DebateScript) -> None:
        self._service = service
        self._clock = clock
        self._script = script

    def play(self, resources: Path) -> None:
        """Execute the preparation, the debate, and the work after it."""
        self._prepare_session(resources)
        self._execute(c.OpenSitting())
        for number, speaker in enumerate(self._script["speaker"], start=1):
            self._play_speech(speaker)
            if number == _SPEECHES_BEFORE_BREAK:
                self._suspend_for_break()
            if number == _LIST_CLOSED_AFTER:
                self._execute(c.CloseList())
                self._mark_absent_and_withdrawn()
        self._mark_absent_and_withdrawn()
        self._execute(c.CloseSitting(), after=15)
        self._write_follow_up(resources)

    def _prepare_session(self, resources: Path) -> None:
        note = read_concept_note(resources / "example" / "concept-note-144.txt")
        session = self._script["session"]
        details = Details(
            title=session["title"],
            assembly=session["assembly"],
            committee=session["committee"],
            place=session["place"],
            date=session["date"],
            planned_end=session["planned_end"],
            chair=session["chair"],
            co_rapporteurs=tuple(session["co_rapporteurs"]),
            symbol=session["symbol"],
            adopting_assembly=note.value("adopting_assembly"),
            adopting_date=note.value("adopting_date"),
            contributions_deadline=note.value("contributions_deadline"),
            contributions_pages=int(note.value("contributions_pages")),
            concept_note=note.text,
            earlier_resolutions=note.values("earlier_resolutions"),
            example=True,
        )
        themes = tuple((theme.value, theme.source) for theme in note.themes)
        observers = map(_build_observer, self._script["delegation"])
        directory = (*read_delegations(resources / "data" / "members.csv"), *observers)
        self._execute(c.CreateSession(details, Rules(), directory, themes))
        for entry in (*self._script["speaker"], *self._script["request"]):
            self._execute(c.AddRequest(_build_person(entry)), after=2)

    def _play_speech(self, speaker: SpeakerEntry) -> None:
        self._execute(c.GiveFloor(), after=_CHANGEOVER_S)
        notes = speaker["notes"]
        step = speaker["seconds"] / (len(notes) + 1)
        for number, line in enumerate(notes):
            self._clock.advance(step)
            self._take_note(line)
            if number == 0:
                self._interrupt(speaker)
        self._clock.advance(step)
        self._execute(c.EndIntervention())

    def _interrupt(self, speaker: SpeakerEntry) -> None:
        if "pause" in speaker:
            self._execute(c.PauseSpeech())
            self._execute(c.ResumeSpeech(), after=speaker["pause"])
        if "granted" in speaker:
            self._execute(c.GrantTime(speaker["granted"] * 1000))
        if order := speaker.get("order"):
            self._execute(c.RaisePointOfOrder(_build_person(order)))
            self._execute(c.RulePointOfOrder(Ruling(order["ruling"])), after=order["seconds"])

    def _take_note(self, line: str) -> None:
        typed = parse_note(line.removeprefix("~"))
        self._execute(c.TakeNote(typed.text, typed.kind or NoteKind.POINT, self._theme_ids(typed.themes or ())))
        if line.startswith("~"):
            self._execute(c.RestrictNote(max(self._service.session.notes), restricted=True), after=1)

    def _suspend_for_break(self) -> None:
        self._execute(c.SuspendSitting("coffee break"), after=5)
        self._execute(c.ResumeSitting(), after=15 * 60)

    def _mark_absent_and_withdrawn(self) -> None:
        """Mark the requests that the script calls absent or withdrawn."""
        fates = {entry["name"]: entry.get("fate") for entry in self._script["request"]}
        session = self._service.session
        for request in session.queue:
            fate = fates.get(session.person(session.requests[request].delegate).name)
            if fate == "absent":
                self._execute(c.MarkAbsent(request), after=3)
            elif fate == "withdrawn":
                self._execute(c.WithdrawRequest(request), after=3)

    def _write_follow_up(self, resources: Path) -> None:
        for synthesis in self._script["synthesis"]:
            [theme] = self._theme_ids((synthesis["theme"],))
            self._execute(c.AddPassage(theme, SynthesisSection.SUMMARY, synthesis["text"].strip()), after=120)
        for entry in self._script["contribution"]:
            self._clock.advance(30)
            self._register_contribution(entry, resources)

    def _register_contribution(self, entry: ContributionEntry, resources: Path) -> None:
        """Register a contribution, with its attachment if the script names one."""
        received = c.RegisterContribution(
            DelegationId(entry["from"]),
            entry["received"],
            entry["pages"],
            entry["language"],
            self._theme_ids(tuple(entry["themes"])),
            entry["title"],
        )
        if "file" not in entry:
            self._service.execute(received)
            return
        path = resources / "example" / entry["file"]
        attachment = read_contribution(path, self._service.session.delegations.values())
        complete = replace(
            received, words=attachment.words, file=attachment.name, digest=attachment.digest, text=attachment.text
        )
        self._service.execute(complete, attachment.data)

    def _theme_ids(self, numbers: tuple[int, ...]) -> tuple[ThemeId, ...]:
        return tuple(theme.id for theme in self._service.session.themes if theme.number in numbers)

    def _execute(self, command: c.Command, after: float = 0) -> None:
        self._clock.advance(after)
        self._service.execute(command)


def _build_observer(entry: DelegationEntry) -> Delegation:
    return Delegation(
        DelegationId(entry["id"]),
        Category.OBSERVER,
        entry["name_en"],
        entry["name_fr"],
        entry["name_es"],
        entry["name_ar"],
    )


def _build_person(entry: PersonEntry) -> Person:
    title = entry["title"]
    return Person(
        DelegationId(entry["from"]),
        entry["name"],
        title,
        gender_of_title(title),
        entry.get("function", ""),
        Category(entry.get("category", "member")),
        entry.get("young"),
    )
