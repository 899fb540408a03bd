"""A machine's clock that is not the debate's: no spoken time vanishes, and what is not known is asked."""

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.model.session import Presence
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.service.clock import StallDetector
from ipu_session.service.liveness import LIVENESS_DRAFT_KEY
from tests.builders import FakeClock
from tests.narrowing import not_none
from tests.service.test_timing_gaps import HOUR, Machine

STEPS = [-HOUR, -7_000, HOUR, 7_000]
"""How far somebody sets the machine's clock, in milliseconds."""


def gaps_of(machine: Machine) -> list[tuple[TimingGapCause, int]]:
    return [(gap.cause, gap.length_ms) for gap in machine.service.session.gaps]


def machine_speaking(seconds: int = 60) -> Machine:
    machine = Machine()
    machine.speak(seconds)
    return machine


def killed(machine: Machine, seconds: int = 20, step_ms: int = 0, *, booted: bool = False) -> None:
    """Kill the program and start it ``seconds`` later, the machine's clock set by so much meanwhile."""
    clock = machine.clock
    clock.wall_offset_ms += step_ms
    clock.advance(seconds)
    if booted:
        machine.clock = FakeClock(clock.now_ms + clock.wall_offset_ms)
    machine.start()


def answer_all(machine: Machine, *, counted: bool) -> None:
    while machine.service.session.unresolved_gap is not None:
        machine.service.execute(c.ResolveTimingGap(counted))


@pytest.mark.parametrize("step_ms", STEPS)
def test_a_clock_set_while_the_program_was_dead_costs_no_spoken_second(step_ms: int) -> None:
    machine = machine_speaking(60)
    killed(machine, 20, step_ms)
    assert machine.spoken_s == 80
    assert gaps_of(machine) == [(TimingGapCause.KILLED, 20_000), (TimingGapCause.CLOCK_SET, step_ms)]
    machine.passes(10)
    assert machine.spoken_s == 90
    machine.service.execute(c.ResolveTimingGap(counted=True))
    assert machine.service.now().utc_ms == machine.clock.readings().wall_ms
    assert machine.spoken_s == 90
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert machine.spoken_s == 70


@pytest.mark.parametrize("step_ms", [-HOUR, -40_000])
def test_a_clock_set_back_before_the_machine_started_anew_is_a_gap_and_asked_about(step_ms: int) -> None:
    """Nobody knows how long it was: the sign of life knows how long was spoken at least."""
    machine = machine_speaking(60)
    killed(machine, 20, step_ms, booted=True)
    assert machine.spoken_s == 60
    assert gaps_of(machine) == [(TimingGapCause.CLOCK_SET, step_ms + 20_000)]
    assert not_none(machine.service.session.unresolved_gap).length_ms < 0
    machine.passes(10)
    assert machine.spoken_s == 70
    machine.service.execute(c.ResolveTimingGap(counted=True))
    assert machine.service.now().utc_ms == machine.clock.now_ms
    assert machine.spoken_s == 70


def test_an_hour_forward_before_the_machine_started_anew_is_asked_about_as_a_gap() -> None:
    machine = machine_speaking(60)
    killed(machine, 20, HOUR, booted=True)
    assert gaps_of(machine) == [(TimingGapCause.KILLED, HOUR + 20_000)]
    assert not_none(machine.service.session.unresolved_gap).other_ms == 60_000
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert machine.spoken_s == 60


@pytest.mark.parametrize("step_ms", STEPS)
@pytest.mark.parametrize("taken", [True, False])
@pytest.mark.parametrize("beats", [0, 3])
@pytest.mark.parametrize("booted", [True, False])
def test_a_step_that_was_answered_is_not_asked_about_again_after_a_kill(
    step_ms: int, taken: bool, beats: int, booted: bool
) -> None:
    machine = machine_speaking(60)
    machine.clock.wall_offset_ms += step_ms
    machine.passes(1)
    machine.service.execute(c.ResolveTimingGap(taken))
    machine.passes(beats)
    killed(machine, 20, booted=booted)
    assert machine.spoken_s == 81 + beats
    assert gaps_of(machine)[1:] == [(TimingGapCause.KILLED, 20_000)]
    ahead_ms = machine.service.now().utc_ms - machine.clock.readings().wall_ms
    assert ahead_ms == (0 if taken else -step_ms)


@pytest.mark.parametrize("step_ms", STEPS)
def test_a_step_that_nobody_has_answered_is_asked_about_once(step_ms: int) -> None:
    machine = machine_speaking(60)
    machine.clock.wall_offset_ms += step_ms
    machine.passes(5)
    killed(machine, 20)
    assert gaps_of(machine) == [(TimingGapCause.CLOCK_SET, step_ms), (TimingGapCause.KILLED, 20_000)]
    assert machine.spoken_s == 85
    answer_all(machine, counted=True)
    assert machine.service.now().utc_ms == machine.clock.readings().wall_ms
    assert machine.spoken_s == 85


def test_a_clock_that_was_put_right_while_the_program_was_dead_is_the_debate_s_again() -> None:
    """It was set forward, which the debate did not follow; then put right, and the machine started anew."""
    for step_ms in (HOUR, -HOUR):
        machine = machine_speaking(60)
        machine.clock.wall_offset_ms += step_ms
        machine.passes(1)
        machine.service.execute(c.ResolveTimingGap(counted=False))
        machine.passes(5)
        killed(machine, 20, -step_ms, booted=True)
        assert gaps_of(machine)[1:] == [(TimingGapCause.KILLED, 20_000)]
        assert machine.spoken_s == 86


@pytest.mark.parametrize("step_ms", STEPS)
@pytest.mark.parametrize("act", [c.PauseSpeech(), c.RaisePointOfOrder(), c.SuspendSitting("tea"), c.EndIntervention()])
def test_a_step_while_the_clock_stands_costs_nothing_either(step_ms: int, act: c.Command) -> None:
    machine = machine_speaking(60)
    machine.service.execute(act)
    machine.passes(30)
    before = machine.service.now().utc_ms
    killed(machine, 20, step_ms)
    assert machine.service.now().utc_ms == before + 20_000
    first = min(machine.service.session.interventions.values(), key=lambda i: i.id)
    assert first.spoken_ms(machine.service.now().utc_ms) == 60_000
    assert not_none(machine.service.session.unresolved_gap).cause is TimingGapCause.CLOCK_SET
    answer_all(machine, counted=True)
    assert machine.service.now().utc_ms == machine.clock.readings().wall_ms
    assert first.spoken_ms(machine.service.now().utc_ms) == 60_000


@pytest.mark.parametrize("booted", [True, False])
def test_two_kills_in_a_row_lose_nothing(booted: bool) -> None:
    machine = machine_speaking(60)
    killed(machine, 20, -HOUR, booted=booted)
    killed(machine, 20, booted=booted)
    killed(machine, 20, booted=booted)
    # What passed before the first start is not known where the machine was started anew.
    assert machine.spoken_s == (100 if booted else 120)
    answer_all(machine, counted=True)
    assert machine.spoken_s == (100 if booted else 120)
    assert machine.service.now().utc_ms == machine.clock.readings().wall_ms


def test_a_kill_right_after_an_act_goes_by_the_act() -> None:
    """The last sign of life is older than the last event."""
    machine = machine_speaking(60)
    machine.clock.advance(0.9)
    machine.service.execute(c.TakeNote("the last word"))
    at_ms = machine.clock.now_ms
    killed(machine, 20, -HOUR, booted=True)
    assert machine.service.now().utc_ms == at_ms
    assert machine.spoken_s == 60.9


def test_a_kill_before_the_first_sign_of_life_goes_by_the_act() -> None:
    machine = Machine()
    machine.service.execute(c.GiveFloor())
    assert not machine.journal.drafts.get(LIVENESS_DRAFT_KEY)
    killed(machine, 20)
    assert (machine.spoken_s, gaps_of(machine)) == (20, [(TimingGapCause.KILLED, 20_000)])


def test_a_sign_of_an_earlier_sitting_says_nothing_of_this_one() -> None:
    """In the first sitting the debate's clock was not the machine's; the second began with it."""
    machine = machine_speaking(10)
    machine.clock.wall_offset_ms += HOUR
    machine.passes(1)
    machine.service.execute(c.ResolveTimingGap(counted=False))
    machine.passes(10)
    machine.service.execute(c.CloseSitting())
    killed(machine, 60)
    assert machine.service.now().utc_ms == machine.clock.readings().wall_ms
    machine.service.execute(c.OpenSitting())
    killed(machine, 20)
    assert machine.service.now().utc_ms == machine.clock.readings().wall_ms


@pytest.mark.parametrize("step_ms", STEPS)
@pytest.mark.parametrize("restarted", [True, False])
@pytest.mark.parametrize("before", ["new", "between two sittings"])
def test_a_clock_set_while_no_sitting_is_open_is_taken_over_at_once(step_ms: int, restarted: bool, before: str) -> None:
    machine = Machine()
    if before != "new":
        machine.speak(30)
        machine.service.execute(c.CloseSitting())
    rows = len(machine.journal.rows)
    machine.clock.wall_offset_ms += step_ms
    if restarted:
        killed(machine, 20)
    else:
        machine.service.poll()
    assert machine.service.now().utc_ms == machine.clock.readings().wall_ms
    assert len(machine.journal.rows) == rows
    machine.service.execute(c.OpenSitting())
    assert not_none(machine.service.session.sitting).opened_ms == machine.clock.readings().wall_ms
    machine.service.execute(c.GiveFloor())
    machine.passes(30)
    assert machine.spoken_s == 30
    killed(machine, 20)
    assert machine.spoken_s == 50


def test_a_session_opened_later_in_the_same_run_has_the_clock_of_the_wall() -> None:
    """The program reads the wall once; it was set before this session was opened."""
    machine = Machine()
    machine.clock.wall_offset_ms += HOUR
    other = Machine()
    other.clock = machine.clock
    other.start()
    assert other.service.now().utc_ms == machine.clock.readings().wall_ms


def test_a_step_answered_when_the_sitting_is_over_leaves_the_clock_with_the_machine_s() -> None:
    machine = machine_speaking(10)
    machine.clock.wall_offset_ms += HOUR
    machine.passes(1)
    machine.service.execute(c.CloseSitting())
    killed(machine, 20)
    for counted in (True, False):
        machine.service.execute(c.ResolveTimingGap(counted))
        assert machine.service.now().utc_ms == machine.clock.readings().wall_ms
        machine.service.undo()
        assert machine.service.now().utc_ms == machine.clock.readings().wall_ms


def test_a_program_that_stood_still_for_100_seconds_has_left_a_gap() -> None:
    machine = machine_speaking(60)
    machine.clock.stall(100)
    machine.service.poll()
    gap = machine.service.session.unresolved_gap
    assert gap is not None
    assert (gap.cause, gap.length_ms) == (TimingGapCause.STALLED, 100_000)
    assert (gap.spoken_ms, gap.other_ms) == (160_000, 60_000)
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert machine.spoken_s == 60


def test_a_stall_before_the_next_speaker_is_the_last_one_s() -> None:
    machine = machine_speaking(60)
    machine.clock.stall(100)
    machine.service.poll()
    machine.service.execute(c.EndAndNext())
    found = [row.event for row in machine.journal.rows if isinstance(row.event, e.GapFound)]
    assert [(gap.cause, gap.spoken_ms, gap.other_ms) for gap in found] == [(TimingGapCause.STALLED, 160_000, 60_000)]


def test_a_stall_that_was_over_when_the_floor_was_given_is_of_the_speech_before() -> None:
    machine = machine_speaking(60)
    before = machine.service.session.speaking
    machine.clock.stall(100)
    machine.service.execute(c.EndAndNext())
    machine.service.poll()
    assert [(gap.intervention, gap.length_ms) for gap in machine.service.session.gaps] == [(before, 100_000)]


def test_a_stall_and_a_sleep_in_one_are_two_gaps() -> None:
    machine = machine_speaking(60)
    machine.clock.stall(50)
    machine.clock.suspend(30)
    machine.service.poll()
    assert gaps_of(machine) == [(TimingGapCause.STALLED, 50_000), (TimingGapCause.SLEPT, 30_000)]
    answer_all(machine, counted=False)
    assert machine.spoken_s == 60


def test_a_stall_while_nobody_speaks_is_recorded_and_not_asked_about() -> None:
    machine = Machine()
    machine.service.execute(c.OpenSitting())
    machine.clock.stall(100)
    machine.service.poll()
    assert gaps_of(machine) == [(TimingGapCause.STALLED, 100_000)]
    assert machine.service.session.unresolved_gap is None


def test_a_program_that_is_looked_after_has_no_stall_and_one_that_is_not_has() -> None:
    attendance = StallDetector(10_000, 0)
    assert [attendance.poll_unattended_ms(now_ms) for now_ms in range(0, 60_000, 100)][-1] == 0
    assert attendance.poll_unattended_ms(59_900 + 9_999) == 0
    assert attendance.poll_unattended_ms(69_899 + 100_000) == 100_000
    assert attendance.poll_unattended_ms(169_999) == 100_000


@pytest.mark.parametrize("step_ms", STEPS)
@pytest.mark.parametrize("taken", [True, False, None])
def test_after_the_sitting_the_machine_s_clock_is_the_debate_s_again(step_ms: int, taken: bool | None) -> None:
    """It was set in the sitting, kept out of the debate, and put right before the next sitting."""
    machine = machine_speaking(60)
    machine.clock.wall_offset_ms += step_ms
    machine.passes(5)
    if taken is not None:
        machine.service.execute(c.ResolveTimingGap(taken))
    machine.service.execute(c.EndIntervention())
    machine.service.execute(c.CloseSitting())
    assert machine.service.now().utc_ms == machine.clock.readings().wall_ms
    machine.clock.wall_offset_ms -= step_ms
    machine.passes(5)
    machine.service.execute(c.OpenSitting())
    assert not_none(machine.service.session.sitting).opened_ms == machine.clock.readings().wall_ms
    assert machine.spoken_s == 65


@pytest.mark.parametrize("step_ms", STEPS)
@pytest.mark.parametrize("restarted", [True, False])
@pytest.mark.parametrize("more", [True, False])
def test_a_sitting_that_was_closed_by_mistake_goes_on_by_its_own_clock(
    step_ms: int, restarted: bool, more: bool
) -> None:
    machine = machine_speaking(60)
    machine.clock.wall_offset_ms += step_ms
    machine.passes(5)
    machine.service.execute(c.ResolveTimingGap(counted=False))
    machine.passes(5)
    machine.service.execute(c.CloseSitting())
    machine.passes(5)
    if more:
        machine.service.execute(c.CountPresence(Presence(40, 20, 10)))
    if restarted:
        machine.start()
    machine.passes(5)
    if more:
        machine.service.undo()
    machine.service.undo()
    assert machine.spoken_s == 80
    killed(machine, 20)
    assert machine.spoken_s == 100
    machine.service.execute(c.ResolveTimingGap(counted=False))
    machine.service.execute(c.EndIntervention())
    assert machine.spoken_s == 80


ACTS = [c.EndIntervention(), c.EndAndNext(), c.PauseSpeech(), c.RaisePointOfOrder(), c.CloseSitting(), None]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
@pytest.mark.parametrize("accident", ["stall", "suspend"])
def test_a_key_that_waited_while_nobody_watched_hides_no_gap(act: c.Command | None, accident: str) -> None:
    """It is handled before the next beat: the speech was over, held or another when that looked."""
    machine = machine_speaking(60)
    speech = machine.service.session.speaking
    getattr(machine.clock, accident)(100)
    if act is None:
        machine.service.execute(c.GrantTime(30_000))
        machine.service.undo()
    else:
        machine.service.execute(act)
    machine.service.poll()
    assert (not_none(machine.service.session.unresolved_gap).intervention, gaps_of(machine)[0][1]) == (speech, 100_000)
    machine.service.execute(c.ResolveTimingGap(counted=False))
    now_ms = machine.service.now().utc_ms
    assert speech is not None
    assert machine.service.session.interventions[speech].spoken_ms(now_ms) == 60_000


def test_an_answer_is_to_the_question_that_was_asked() -> None:
    machine = machine_speaking(60)
    machine.clock.stall(30)
    machine.service.poll()
    first = not_none(machine.service.session.unresolved_gap).id
    machine.clock.stall(100)
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert [gap.id for gap in machine.service.session.gaps if gap.counted is False] == [first]
    machine.service.poll()
    assert not_none(machine.service.session.unresolved_gap).length_ms == 100_000
