"""Whatever is asked, in whatever order: what was told is what a restart would read; undo undoes all."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import TypeVar, cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.exchange.import_results import ConceptNote, ExtractedField, ImportedSpeaker
from ipu_session.domain.history import History
from ipu_session.domain.model.ids import CorrectionId, DelegationId, RequestId
from ipu_session.domain.model.intervention import GrantReason, Ruling
from ipu_session.domain.model.list_positions import OrderScheme
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.passages import RESOLUTION_SECTIONS, SynthesisSection
from ipu_session.domain.model.report_versions import CorrectionOutcome
from ipu_session.domain.model.rules import PRESETS, Kind
from ipu_session.domain.model.session import Details, NoteKind, Presence, Session
from ipu_session.domain.model.timing_gaps import TimingGap, accepted_clock_shift_ms
from ipu_session.domain.queries.order_proposals import propose_order
from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.version_tree import SNAPSHOT_INTERVAL
from ipu_session.service.notes_projection import NotesProjection
from ipu_session.service.session_service import SessionService
from ipu_session.store.text_index import SqliteTextIndex
from tests.builders import DIRECTORY, FakeClock, MemoryJournal, a_session, person
from tests.fold_counter import counted
from tests.narrowing import not_none

CODES = st.sampled_from([entry.id for entry in DIRECTORY])
NAMES = st.sampled_from(["", "A. Achieng", "B. Flores", "Š. Nová"])
TEXTS = st.text(max_size=12)


def same(one: Session, other: Session) -> bool:
    return replace(one, version=0) == replace(other, version=0)


Identity = TypeVar("Identity", bound=int)


class AnySession(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.work = ExitStack()
        self.folds = self.work.enter_context(counted())
        self.journal, self.clock = MemoryJournal(), FakeClock()
        self.service = a_session(journal=self.journal, clock=self.clock)
        self.first = self.service.session

    def ask(self, command: c.Command) -> None:
        # Before each act the service looks at the clocks, and records a gap if it finds one.
        self.service.poll()
        before = self.service.session
        self.folds.taken()
        try:
            self.service.execute(command)
        except RejectedError:
            assert self.service.session is before
        assert self.folds.taken() == self.service.session.version - before.version

    def step(self, way: Callable[..., object]) -> None:
        """Undo or redo: one event more, a bounded number folded again, and every gap passed by."""
        self.folds.taken()
        way()
        assert self.folds.taken() <= SNAPSHOT_INTERVAL
        rewound = self.journal.rows[-1].event
        assert isinstance(rewound, e.Rewound)
        self.no_gap_is_lost(rewound.to_version)

    def no_gap_is_lost(self, to_version: int) -> None:
        """What was found since, in the sitting that is open, is on record, and asked about if a clock ran."""
        session, timeline = self.service.session, self.service._history
        there = timeline.state_at(to_version)
        floor = session.floor if session.floor is not None and session.floor.stopwatch.phase == "running" else None
        passed: dict[int, TimingGap] = {gap.id: gap for gap in session.gaps[len(there.gaps) :]}
        assert replace(session, version=0, gaps=()) == replace(there, version=0, gaps=())
        assert session.gaps[: len(there.gaps)] == there.gaps
        moved_ms = accepted_clock_shift_ms(session.gaps)
        for row in self.journal.rows[to_version:]:
            if not isinstance(row.event, e.GapFound):
                continue
            then = timeline.state_at(row.version)
            if session.sitting is None or not_none(then.sitting).id != session.sitting.id:
                assert row.version not in passed
                continue
            gap, found = passed.pop(row.version), row.event
            assert gap.to_ms - moved_ms == found.to_ms - accepted_clock_shift_ms(then.gaps)
            step = gap.cause == "clock-set"
            assert gap.counted is (None if step or floor is not None else True)
            assert gap.intervention == (None if floor is None else floor.id)
            without_ms = 0 if step or floor is None else gap.length_ms
            assert gap.other_ms == max(0, gap.spoken_ms - without_ms)
        assert not passed

    def some(self, things: Iterable[Identity], number: int) -> Identity:
        """Return one of ``things``, or an identity that names nothing if there are none."""
        ids = sorted(things)
        return ids[number % len(ids)] if ids else cast("Identity", number)

    @rule(code=CODES, name=NAMES, kind=st.sampled_from([Kind.SPEECH, Kind.SPEECH, Kind.REPLY, Kind.QUESTION]))
    def add(self, code: DelegationId, name: str, kind: Kind) -> None:
        self.ask(c.AddRequest(person(code, name, category={d.id: d.category for d in DIRECTORY}[code]), kind))

    @rule(codes=st.lists(CODES, max_size=4))
    def import_speakers(self, codes: list[str]) -> None:
        self.ask(
            c.ImportSpeakers(tuple(ImportedSpeaker(n, person(code, f"N{n}"), (1, 9)) for n, code in enumerate(codes)))
        )

    @rule(
        command=st.sampled_from(
            [
                c.GiveFloor(),
                c.EndIntervention(),
                c.EndAndNext(),
                c.PauseSpeech(),
                c.ResumeSpeech(),
                c.OpenSitting(),
                c.SuspendSitting("tea"),
                c.ResumeSitting(),
                c.CloseSitting(),
                c.CloseList(),
                c.ReopenList(),
                c.RaisePointOfOrder(),
                c.RulePointOfOrder(Ruling.UPHELD),
                c.RulePointOfOrder(Ruling.NOTED),
                c.GrantTime(30_000),
                c.GrantTime(-30_000),
                c.AddTheme("New theme"),
                c.AskQuestion(),
                c.ChairSpeaks(),
                c.MoveMotion(),
                c.ExplainMotion(MotionKind.CLOSE_LIST),
                c.ExplainMotion(MotionKind.OTHER, "to eat"),
                c.DecideMotion(MotionDecision.CARRIED),
                c.ExplainSuspension("fire"),
                c.AnnounceClosing(),
                c.SetAllotment(0),
                c.SetAllotment(240_000),
                c.GrantTime(180_000, GrantReason.INTERPRETATION),
                c.ResolveTimingGap(counted=True),
                c.ResolveTimingGap(counted=False),
                c.AcceptLimitProposal(),
                c.CountPresence(Presence(9, 4, 1)),
            ]
        )
    )
    def simple(self, command: c.Command) -> None:
        self.ask(command)

    @rule(
        number=st.integers(0, 30),
        what=st.sampled_from([c.WithdrawRequest, c.MarkAbsent, c.RestoreRequest, c.GiveFloor]),
    )
    def a_request(self, number: int, what: Callable[[RequestId], c.Command]) -> None:
        self.ask(what(self.some(self.service.session.requests, number)))

    @rule(one=st.integers(0, 30), other=st.integers(0, 30), reserve=st.booleans())
    def places(self, one: int, other: int, reserve: bool) -> None:
        queue = self.service.session.queue
        self.ask(c.SwapRequests(self.some(queue, one), self.some(queue, other)))
        self.ask(c.SetReserve(self.some(queue, one), reserve))

    @rule(seed=st.integers(0, 9_999), scheme=st.sampled_from(OrderScheme), lots=st.booleans())
    def order(self, seed: int, scheme: OrderScheme, lots: bool) -> None:
        session = self.service.session
        self.ask(c.DrawLots(seed) if lots else c.AcceptOrder(scheme, propose_order(session, scheme)))

    @rule(number=st.integers(0, 9), seconds=st.integers(-9, 400), earlier=st.integers(-5, 9_000))
    def correct(self, number: int, seconds: int, earlier: int) -> None:
        held = self.service.session.interventions
        chosen = self.some(held, number)
        if chosen in held:
            old = held[chosen].time_account(self.service.now().utc_ms)
            started_ms = old.started_ms - earlier * 1000
            self.ask(c.CorrectIntervention(chosen, replace(old, started_ms=started_ms, spoken_ms=seconds * 1000)))

    @rule(number=st.integers(0, 9))
    def strike(self, number: int) -> None:
        self.ask(c.DeleteIntervention(self.some(self.service.session.interventions, number)))

    @rule(code=CODES, name=NAMES, seconds=st.integers(0, 400), earlier=st.integers(-5, 9_000))
    def from_paper(self, code: str, name: str, seconds: int, earlier: int) -> None:
        at_ms = self.service.now().utc_ms - earlier * 1000
        self.ask(c.EnterIntervention(person(code, name), at_ms, seconds * 1000))

    @rule(seconds=st.integers(1, 900))
    def the_machine_sleeps(self, seconds: int) -> None:
        self.clock.suspend(seconds)
        self.service.poll()

    @rule(seconds=st.integers(-90_000, 90_000))
    def somebody_sets_the_clock(self, seconds: int) -> None:
        self.clock.wall_offset_ms += seconds * 1000
        self.service.poll()

    @rule(seconds=st.integers(0, 60))
    def the_program_is_killed(self, seconds: int) -> None:
        """A start anchors the clock anew, by the wall."""
        before = self.service.session
        clock = FakeClock(self.clock.now_ms + self.clock.wall_offset_ms + seconds * 1000)
        self.clock = clock
        self.service = SessionService(self.journal, clock)
        assert self.service.session == before
        self.service.start()

    @rule(number=st.integers(0, 30), place=st.integers(-2, 9))
    def move(self, number: int, place: int) -> None:
        self.ask(c.MoveRequest(self.some(self.service.session.queue, number), place))

    @rule(code=CODES, name=NAMES, number=st.integers(0, 9))
    def attribute(self, code: str, name: str, number: int) -> None:
        self.ask(c.AttributeIntervention(self.some(self.service.session.interventions, number), person(code, name)))

    @rule(code=CODES, name=NAMES, number=st.integers(0, 9))
    def rename(self, code: str, name: str, number: int) -> None:
        self.ask(c.ChangeDelegate(self.some(self.service.session.delegates, number), person(code, name)))

    @rule(text=TEXTS, kind=st.sampled_from(list(NoteKind)), themes=st.lists(st.integers(0, 6), max_size=3))
    def note(self, text: str, kind: NoteKind, themes: list[CorrectionId]) -> None:
        known = [theme.id for theme in self.service.session.themes]
        self.ask(c.TakeNote(text, kind, tuple(self.some(known, n) for n in themes)))

    @rule(number=st.integers(0, 9), text=TEXTS, to=st.integers(0, 9), restricted=st.booleans())
    def a_note(self, number: int, text: str, to: CorrectionId, restricted: bool) -> None:
        note = self.some(self.service.session.notes, number)
        target = self.some(self.service.session.interventions, to)
        for command in (
            c.EditNote(note, text, NoteKind.PROPOSAL),
            c.MoveNote(note, target),
            c.RestrictNote(note, restricted),
        ):
            self.ask(command)

    @rule(number=st.integers(0, 9))
    def delete_note(self, number: int) -> None:
        self.ask(c.DeleteNote(self.some(self.service.session.notes, number)))

    @rule(number=st.integers(0, 9), text=TEXTS, place=st.integers(0, 6))
    def a_theme(self, number: int, text: str, place: int) -> None:
        theme = self.some([theme.id for theme in self.service.session.themes], number)
        for command in (c.RenameTheme(theme, text), c.MoveTheme(theme, place), c.RemoveTheme(theme)):
            self.ask(command)

    @rule(number=st.integers(0, 9), other=st.integers(0, 9), text=TEXTS)
    def themes_and_notes_parted_and_joined(self, number: int, other: int, text: str) -> None:
        session = self.service.session
        theme = self.some([theme.id for theme in session.themes], number)
        note, second = self.some(session.notes, number), self.some(session.notes, other)
        for command in (
            c.SplitTheme(theme, text, "", tuple(dict.fromkeys((note, second)))),
            c.SplitTheme(theme, text),
            c.MergeThemes(theme, self.some([theme.id for theme in session.themes], other)),
            c.SplitNote(note, text, text),
            c.JoinNotes(note, second),
        ):
            self.ask(command)

    @rule(number=st.integers(0, 9), other=st.integers(0, 9), section=st.sampled_from(SynthesisSection), text=TEXTS)
    def synthesis(self, number: int, other: int, section: SynthesisSection, text: str) -> None:
        session = self.service.session
        theme = None if section in RESOLUTION_SECTIONS else self.some([theme.id for theme in session.themes], number)
        notes = tuple(dict.fromkeys((self.some(session.notes, number), self.some(session.notes, other))))
        passages = [passage.id for passage in session.passages]
        passage, second = self.some(passages, number), self.some(passages, other)
        for command in (
            c.AddNotesToSynthesis(theme, section, notes),
            c.AddPassage(theme, section, text),
            c.WritePassage(passage, text),
            c.SetPassageSources(passage, notes[:1]),
            c.SupportPassage(passage, (DelegationId("KE"), DelegationId("XX"))),
            c.SupportPassage(passage, (DelegationId("KE"),)),
            c.MovePassage(passage, section, second),
            c.CopyToResolution(passage, section),
        ):
            self.ask(command)
        if number == other:
            self.ask(c.RemovePassage(second))

    @rule(title=TEXTS, preset=st.sampled_from(sorted(PRESETS)))
    def facts(self, title: str, preset: str) -> None:
        self.ask(c.ChangeDetails(Details(title=title)))
        self.ask(c.SetRules(PRESETS[preset]))
        self.ask(
            c.ImportConceptNote(
                ConceptNote(
                    (ExtractedField("theme", "Found theme", "source"), ExtractedField("title", title, "")), "text"
                )
            )
        )

    @rule(code=CODES, pages=st.integers(-1, 5), number=st.integers(0, 3))
    def contribution(self, code: DelegationId, pages: int, number: int) -> None:
        self.ask(c.RegisterContribution(code, "2022-04-01", pages))
        self.ask(c.RemoveContribution(self.some(self.service.session.contributions, number)))

    @rule(code=CODES, text=TEXTS, answer=st.sampled_from(CorrectionOutcome), number=st.integers(0, 3))
    def final_version(self, code: DelegationId, text: str, answer: CorrectionOutcome, number: int) -> None:
        self.ask(c.FinalizeReport())
        self.ask(c.RegisterCorrection(text, "2022-04-01", code, text))
        entry = self.some(self.service.session.correction_requests, number)
        self.ask(c.RegisterCorrection("changed", "2022-04-01", code, "", answer, text, entry))

    @rule()
    def undo_then_redo(self) -> None:
        self.service.poll()
        before = self.service.session
        try:
            self.step(self.service.undo)
        except RejectedError:
            return
        self.step(self.service.redo)
        assert same(self.service.session, before)

    @rule()
    def undo(self) -> None:
        try:
            self.step(self.service.undo)
        except RejectedError:
            assert self.service.next_undo is None

    @rule()
    def redo(self) -> None:
        try:
            self.step(self.service.redo)
        except RejectedError:
            assert self.service.next_redo is None

    @rule(rounds=st.integers(1, 20))
    def two_notes_and_an_undo_again_and_again(self, rounds: int) -> None:
        for n in range(rounds):
            self.ask(c.TakeNote(f"one {n}"))
            self.ask(c.TakeNote(f"two {n}"))
            self.step(self.service.undo)

    @rule(seconds=st.integers(0, 1000))
    def time_passes(self, seconds: int) -> None:
        self.clock.advance(seconds)

    @invariant()
    def a_restart_sees_the_same(self) -> None:
        self.folds.taken()
        again = History(self.journal.replay())
        assert self.folds.taken() <= 2 * len(self.journal.rows) + SNAPSHOT_INTERVAL
        assert again.state == self.service.session
        assert (again.next_undo, again.next_redo) == (self.service.next_undo, self.service.next_redo)

    @invariant()
    def the_notebook_is_as_if_made_now(self) -> None:
        index = SqliteTextIndex()
        kept, fresh = self.service.notes_projection, NotesProjection(self.service.session, index, index)
        lists = [{key: notes for key, notes in book._lists.items() if notes} for book in (kept, fresh)]
        assert lists[0] == lists[1]
        assert kept.reportable_count == fresh.reportable_count

    @invariant()
    def version_counts_events(self) -> None:
        assert self.service.session.version == len(self.journal.rows)

    @invariant()
    def the_queue_holds_each_waiting_request_once(self) -> None:
        session = self.service.session
        waiting = {r.id for r in session.requests.values() if r.state == "waiting"}
        assert len(session.queue) == len(set(session.queue))
        assert set(session.queue) == waiting

    @invariant()
    def the_ledgers_of_each_intervention_add_up(self) -> None:
        now_ms = self.service.now().utc_ms
        for i in self.service.session.interventions.values():
            until = now_ms if i.ended_ms is None else i.ended_ms
            watch = i.stopwatch
            total = watch.spoken_ms(now_ms) + watch.total_paused_ms(now_ms) + watch.total_held_ms(now_ms)
            assert total == until - i.started_ms

    @invariant()
    def everybody_who_waits_is_called_once(self) -> None:
        session = self.service.session
        assert sorted(session.calling_order) == sorted(session.queue)
        assert sorted((*session.speakers, *session.replies)) == sorted(session.queue)

    @invariant()
    def who_is_held_is_held_and_who_speaks_is_not(self) -> None:
        session = self.service.session
        open_now = {i.id for i in session.interventions.values() if not i.is_ended}
        speaking = () if session.speaking is None else (session.speaking,)
        assert open_now == {*session.held, *speaking}
        assert session.pending_motion is None or open_now
        assert all(session.interventions[held].stopwatch.phase == "held" for held in session.held)

    @invariant()
    def nobody_has_spoken_less_than_nothing(self) -> None:
        now_ms = self.service.now().utc_ms
        for i in self.service.session.interventions.values():
            assert min(i.spoken_ms(now_ms), i.stopwatch.total_paused_ms(now_ms), i.stopwatch.total_held_ms(now_ms)) >= 0

    def teardown(self) -> None:
        with self.work:
            self.service.poll()
            end = self.service.session
            steps = 0
            while self.service.next_undo is not None:
                self.step(self.service.undo)
                steps += 1
            assert same(self.service.session, self.first)
            for _ in range(steps):
                self.step(self.service.redo)
            assert same(self.service.session, end)


TestAnySession = AnySession.TestCase
TestAnySession.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
