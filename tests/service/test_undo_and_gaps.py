"""Nobody undoes an accident of the machine: undo and redo pass each gap by, and it is asked about there."""

import random
from contextlib import suppress

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide import decide
from ipu_session.domain.evolve import evolve_all
from ipu_session.domain.history import History, JournalRow
from ipu_session.domain.model.ids import GapId, InterventionId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import TimingGap, TimingGapCause
from ipu_session.domain.rejections import RejectedError
from ipu_session.domain.timing_gap_log import MOST_CARRIED, measure
from ipu_session.domain.version_tree import SNAPSHOT_INTERVAL
from ipu_session.service.session_service import SessionService
from tests.builders import person
from tests.fold_counter import counted, counted_calls
from tests.narrowing import not_none
from tests.service.test_clock_set import killed, machine_speaking
from tests.service.test_timing_gaps import HOUR, Machine


def same(one: Session, other: Session) -> bool:
    return replace(one, version=0) == replace(other, version=0)


def undo_all(service: SessionService) -> int:
    """Undo what can be undone; return how often that was."""
    steps = 0
    while service.next_undo is not None:
        service.undo()
        steps += 1
    return steps


ACTS: dict[str, c.Command] = {
    "note": c.TakeNote("a word"),
    "name": c.AddRequest(person("WS")),
    "grant": c.GrantTime(30_000),
    "theme": c.AddTheme("New theme"),
    "next": c.EndAndNext(),
    "end": c.EndIntervention(),
    "pause": c.PauseSpeech(),
    "point of order": c.RaisePointOfOrder(person("JP")),
    "suspended": c.SuspendSitting("tea"),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("accident", ["kill", "suspend", "stall"])
def test_the_act_before_a_gap_is_undone_and_the_gap_still_asked_about(act: str, accident: str) -> None:
    machine = machine_speaking(60)
    speech = machine.service.session.speaking
    machine.service.execute(ACTS[act])
    machine.passes(10)
    if accident == "kill":
        killed(machine, 100)
    else:
        getattr(machine.clock, accident)(100)
        machine.service.poll()
    after = machine.service.session
    machine.service.undo()
    gap = machine.service.session.unresolved_gap
    # While no clock ran, the last sign of life was up to five seconds old.
    assert gap is not None
    assert gap.intervention == speech
    assert gap.length_ms in range(100_000, 105_001)
    assert (gap.spoken_ms, gap.other_ms) == (170_000, 170_000 - gap.length_ms)
    assert machine.spoken_s == 170
    machine.service.redo()
    assert same(machine.service.session, after)
    machine.service.undo()
    machine.start()
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert machine.service.session.unresolved_gap is None
    assert machine.spoken_s * 1000 == gap.other_ms
    machine.service.undo()
    assert machine.service.session.unresolved_gap == gap
    assert machine.spoken_s == 170
    machine.service.redo()
    assert machine.spoken_s * 1000 == gap.other_ms


def test_a_ruling_undone_after_a_gap_leaves_the_gap_with_the_point_of_order() -> None:
    machine = machine_speaking(60)
    speech = machine.service.session.speaking
    machine.service.execute(c.RaisePointOfOrder(person("JP")))
    order = machine.service.session.speaking
    machine.passes(5)
    machine.service.execute(c.RulePointOfOrder(Ruling.NOTED))
    assert machine.service.session.speaking == speech
    killed(machine, 100)
    assert not_none(machine.service.session.unresolved_gap).intervention == speech
    machine.service.undo()
    assert not_none(machine.service.session.unresolved_gap).intervention == order


def test_the_answer_is_undone_first_and_redo_brings_act_gap_and_answer_back() -> None:
    machine = machine_speaking(60)
    machine.service.execute(c.TakeNote("a word"))
    killed(machine, 100)
    asked = machine.service.session
    machine.service.execute(c.ResolveTimingGap(counted=False))
    answered = machine.service.session
    machine.service.undo()
    assert same(machine.service.session, asked)
    machine.service.undo()
    assert not machine.service.session.notes
    assert machine.service.session.unresolved_gap == asked.unresolved_gap
    machine.start()
    machine.service.redo()
    assert same(machine.service.session, asked)
    machine.service.redo()
    assert same(machine.service.session, answered)
    assert machine.service.next_redo is None
    assert machine.spoken_s == 60


def test_a_gap_of_a_speech_that_is_undone_stays_on_record_and_concerns_nobody() -> None:
    machine = Machine()
    machine.service.execute(c.OpenSitting())
    machine.speak(10)
    killed(machine, 100)
    found = machine.service.session.unresolved_gap
    machine.service.undo()
    assert not machine.service.session.interventions
    [gap] = machine.service.session.gaps
    assert found is not None
    assert gap == TimingGap(found.id, TimingGapCause.KILLED, found.from_ms, found.to_ms, None, 0, 0, counted=True)
    machine.service.undo()
    # The sitting was not opened: there is nothing that the gap could lie in.
    assert not machine.service.session.gaps
    machine.service.redo()
    assert machine.service.session.gaps == (gap,)
    machine.service.redo()
    assert machine.service.session.gaps == (found,)


def test_a_gap_found_between_undo_and_redo_cuts_nothing_off() -> None:
    machine = machine_speaking(60)
    for text in ("one", "two"):
        machine.service.execute(c.TakeNote(text))
    machine.service.undo()
    machine.service.undo()
    killed(machine, 100)
    gap = machine.service.session.unresolved_gap
    for notes in (1, 2):
        machine.service.redo()
        assert (len(machine.service.session.notes), machine.service.session.gaps) == (notes, (gap,))
    undo_all(machine.service)
    while machine.service.next_redo is not None:
        machine.service.redo()
    assert (len(machine.service.session.notes), machine.service.session.gaps) == (2, (gap,))
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert machine.spoken_s == 60


def test_gaps_before_within_and_after_an_undo_are_asked_about_once_each() -> None:
    machine = machine_speaking(60)
    killed(machine, 10)
    machine.service.execute(c.TakeNote("a word"))
    killed(machine, 20)
    machine.service.undo()
    killed(machine, 30)
    for way in (machine.service.redo, machine.service.undo):
        way()
        assert [gap.length_ms for gap in machine.service.session.gaps] == [10_000, 20_000, 30_000]
    while machine.service.session.unresolved_gap is not None:
        machine.service.execute(c.ResolveTimingGap(counted=False))
    assert machine.spoken_s == 60


@pytest.mark.parametrize("step_ms", [-HOUR, HOUR, 7_000])
def test_a_clock_that_was_set_is_asked_about_whatever_is_undone(step_ms: int) -> None:
    machine = machine_speaking(60)
    machine.service.execute(c.TakeNote("a word"))
    machine.clock.wall_offset_ms += step_ms
    machine.passes(1)
    gap = machine.service.session.unresolved_gap
    machine.service.undo()
    assert machine.service.session.unresolved_gap == gap
    before_ms = machine.service.now().utc_ms
    machine.service.execute(c.ResolveTimingGap(counted=True))
    assert machine.service.now().utc_ms - before_ms == step_ms
    assert machine.spoken_s == 61


@pytest.mark.parametrize("step_ms", [-HOUR, HOUR])
def test_a_gap_is_told_by_the_clock_of_the_state_gone_back_to(step_ms: int) -> None:
    """A new time was taken over before the gap: its undo moves the debate's clock, and the gap with it."""
    machine = machine_speaking(60)
    machine.clock.wall_offset_ms += step_ms
    machine.passes(1)
    machine.service.execute(c.ResolveTimingGap(counted=True))
    killed(machine, 100)
    there = machine.service.session.unresolved_gap
    machine.service.undo()
    here = machine.service.session.gaps[-1]
    assert there is not None
    assert (here.from_ms, here.to_ms) == (there.from_ms - step_ms, there.to_ms - step_ms)
    assert (here.spoken_ms, here.other_ms) == (there.spoken_ms, there.other_ms) == (161_000, 61_000)
    assert machine.spoken_s == 161
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert machine.spoken_s == 61


def test_a_gap_after_the_closing_was_redone_is_none_of_the_sitting_and_comes_back_with_it() -> None:
    machine = machine_speaking(60)
    machine.service.execute(c.CloseSitting())
    machine.service.undo()
    killed(machine, 100)
    gap = machine.service.session.unresolved_gap
    machine.service.redo()
    assert not machine.service.session.gaps
    machine.service.undo()
    assert machine.service.session.unresolved_gap == gap


def test_a_gap_of_the_next_sitting_is_no_gap_of_the_one_before() -> None:
    machine = machine_speaking(60)
    machine.service.execute(c.CloseSitting())
    machine.service.execute(c.OpenSitting())
    killed(machine, 100)
    undone = machine.service.session.gaps
    assert len(undone) == 1
    machine.service.undo()
    machine.service.undo()
    assert machine.service.session.floor is not None
    assert not machine.service.session.gaps
    machine.service.redo()
    machine.service.redo()
    assert machine.service.session.gaps == undone


def test_a_journal_of_an_earlier_release_finds_its_gap_again() -> None:
    """It went back by the same event; what was lost is asked about, and nothing else is another."""
    machine = machine_speaking(60)
    machine.service.execute(c.TakeNote("a word"))
    killed(machine, 100)
    gap = machine.service.session.unresolved_gap
    before = not_none(machine.service.next_undo).before
    machine.service.undo()
    assert machine.journal.rows[-1].event == e.Rewound(before)
    again = History(machine.journal.replay())
    assert again.state.unresolved_gap == gap
    assert same(replace(again.state, gaps=()), replace(again.state_at(before), gaps=()))


def accidents(rounds: int, seed: int = 1) -> Machine:
    """Return a machine after many acts, accidents, undos and redos, in any order."""
    machine, chance = machine_speaking(1), random.Random(seed)
    for n in range(rounds):
        machine.clock.advance(1)
        machine.service.poll()
        kind = chance.random()
        if kind < 0.3:
            machine.clock.suspend(3)
            machine.service.poll()
        elif kind < 0.6 and machine.service.session.speaking is not None:
            machine.service.execute(c.TakeNote(f"note {n}"))
        elif kind < 0.65:
            machine.service.execute(c.AddRequest(person("WS")))
            machine.service.execute(c.EndAndNext() if machine.service.session.floor else c.GiveFloor())
        elif kind < 0.9 and machine.service.next_undo is not None:
            machine.service.undo()
        elif machine.service.next_redo is not None:
            machine.service.redo()
    return machine


def test_every_state_among_many_gaps_and_undos_is_found_again_at_a_bounded_cost() -> None:
    rows = accidents(1_500).journal.rows
    timeline, states = History(), []
    with counted() as folds:
        for row in rows:
            states.append(timeline.apply(row))
            assert folds.taken() <= SNAPSHOT_INTERVAL
        for version in random.Random(2).sample(range(1, len(rows) + 1), 300):
            assert timeline.state_at(version) == states[version - 1]
            assert folds.taken() <= SNAPSHOT_INTERVAL
    assert sum(isinstance(row.event, e.GapFound) for row in rows) > 300
    assert sum(isinstance(row.event, e.Rewound) for row in rows) > 300


def test_a_rewind_looks_at_a_bounded_number_of_gaps() -> None:
    """A file may say that any number of accidents lie after the place that it goes back to."""
    rows = list(machine_speaking(1).journal.rows)
    place, act, at_ms = len(rows), rows[-1].transaction - len(rows), rows[-1].at_ms
    for version in range(place + 1, place + 2 * MOST_CARRIED):
        gap = e.GapFound(GapId(version), TimingGapCause.SLEPT, at_ms, at_ms + 1, None, 0, 0)
        rows.append(JournalRow(version, at_ms, act + version, gap))
    timeline = History(rows)
    for version in range(len(rows) + 1, len(rows) + 101):
        with counted_calls(measure) as measured:
            now = timeline.replay(JournalRow(version, at_ms, act + version, e.Rewound(place)))
        assert len(now.gaps) == MOST_CARRIED
        assert measured.count == MOST_CARRIED


def lines_in_force(rows: list[JournalRow]) -> tuple[JournalRow, ...]:
    """Return the rows that undo has not taken back, and no gap."""
    stood: list[tuple[JournalRow, ...]] = [()]
    for row in rows:
        if isinstance(row.event, e.Rewound):
            stood.append(stood[row.event.to_version])
        else:
            stood.append(stood[-1] if isinstance(row.event, e.GapFound) else (*stood[-1], row))
    return stood[-1]


def running(rows: tuple[JournalRow, ...], until_ms: int) -> dict[InterventionId, list[list[int]]]:
    """Return when the clock of each speech ran, by nothing but its starts and stops."""
    found: dict[InterventionId, list[list[int]]] = {}
    for row in rows:
        match row.event:
            case e.FloorGiven(intervention=speech) | e.SpeechResumed(intervention=speech):
                found.setdefault(speech, []).append([row.at_ms, until_ms])
            case e.SpeechPaused(intervention=speech):
                found[speech][-1][1] = row.at_ms
            case e.InterventionEnded(intervention=speech):
                found[speech][-1][1] = min(found[speech][-1][1], row.at_ms)
    return found


def shared_ms(one: list[int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


class AnyGaps(RuleBasedStateMachine):
    """Acts, accidents, answers, undo and redo in any order: what is left when every gap is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.machine = Machine()
        self.machine.service.execute(c.OpenSitting())

    def ask(self, command: c.Command) -> None:
        self.machine.passes(1)
        with suppress(RejectedError):
            self.machine.service.execute(command)

    @rule(
        command=st.sampled_from(
            [
                c.GiveFloor(),
                c.EndAndNext(),
                c.EndIntervention(),
                c.PauseSpeech(),
                c.ResumeSpeech(),
                c.TakeNote("a word"),
                c.AddRequest(person("WS")),
                c.ResolveTimingGap(counted=False),
            ]
        )
    )
    def act(self, command: c.Command) -> None:
        self.ask(command)

    @rule(back=st.integers(1, 6), forth=st.integers(0, 6))
    def undo_and_redo(self, back: int, forth: int) -> None:
        service = self.machine.service
        for _ in range(back):
            # Back to before the opening there is no sitting to have gaps in: another test goes there.
            if isinstance(not_none(service.next_undo).event, e.SittingOpened):
                break
            service.undo()
        for _ in range(forth):
            if service.next_redo is not None:
                service.redo()

    @rule(seconds=st.integers(4, 300))
    def the_machine_sleeps(self, seconds: int) -> None:
        self.machine.clock.suspend(seconds)
        self.machine.service.poll()

    @rule(seconds=st.integers(4, 300))
    def the_program_is_killed(self, seconds: int) -> None:
        self.machine.passes(1)
        killed(self.machine, seconds)

    @rule(seconds=st.integers(1, 30))
    def time_passes(self, seconds: int) -> None:
        self.machine.passes(seconds)

    @invariant()
    def every_gap_is_on_record_once(self) -> None:
        found = [row.event.gap for row in self.machine.journal.rows if isinstance(row.event, e.GapFound)]
        assert [gap.id for gap in self.machine.service.session.gaps] == found

    @invariant()
    def every_gap_of_a_speech_is_answered_or_asked_about(self) -> None:
        rows, now = self.machine.journal.rows, self.machine.service.now()
        session = self.machine.service.session
        while session.unresolved_gap is not None:
            session = evolve_all(session, decide(c.ResolveTimingGap(counted=False), session, now), now.utc_ms)
        unwatched = [(row.event.from_ms, row.event.to_ms) for row in rows if isinstance(row.event, e.GapFound)]
        for speech, ran in running(lines_in_force(rows), now.utc_ms).items():
            held_ms = sum(shared_ms(one, other) for one in ran for other in unwatched)
            watch = session.interventions[speech].stopwatch
            assert watch.total_held_ms(now.utc_ms) == held_ms
            assert watch.spoken_ms(now.utc_ms) == sum(end - start for start, end in ran) - held_ms


TestAnyGaps = AnyGaps.TestCase
TestAnyGaps.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
