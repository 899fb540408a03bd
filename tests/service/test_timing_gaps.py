"""Kills, sleep, clocks that are set: what is recorded, asked, and what each answer leads to."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.history import History
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.service.clock import SystemClock
from ipu_session.service.clock_monitor import ClockMonitor, next_marker_ms
from ipu_session.service.liveness import LIVENESS_DRAFT_KEY, LivenessMarker, detect_unclean_exit, parse_liveness_marker
from ipu_session.service.session_service import SessionService
from tests.builders import FakeClock, MemoryJournal, a_session
from tests.narrowing import not_none

HOUR = 3_600_000


class Machine:
    """A program with its file, that can be killed, closed and started again."""

    def __init__(self) -> None:
        self.clock, self.journal = FakeClock(), MemoryJournal()
        self.service = a_session("KE", "PE", clock=self.clock, journal=self.journal)
        self.service.start()

    def speak(self, seconds: int = 60) -> None:
        self.service.execute(c.GiveFloor())
        self.passes(seconds)

    def passes(self, seconds: int) -> None:
        for _ in range(seconds):
            self.clock.advance(1)
            self.service.poll()

    def start(self) -> None:
        self.service = SessionService(self.journal, self.clock)
        self.service.start()

    @property
    def spoken_s(self) -> float:
        session = self.service.session
        latest = max(session.interventions.values(), key=lambda i: i.id)
        return latest.spoken_ms(self.service.now().utc_ms) / 1000

    def last(self) -> e.GapFound:
        event = self.journal.rows[-1].event
        assert isinstance(event, e.GapFound)
        return event


def test_after_a_kill_both_figures_are_in_the_journal() -> None:
    machine = Machine()
    machine.speak(60)
    machine.clock.advance(20)
    machine.start()
    found = machine.last()
    assert isinstance(found, e.GapFound)
    assert found.cause is TimingGapCause.KILLED
    assert found.spoken_ms == 80_000
    assert found.to_ms - found.from_ms in range(20_000, 21_001)
    assert found.other_ms == found.spoken_ms - (found.to_ms - found.from_ms)
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert machine.spoken_s == found.other_ms / 1000


def test_the_sign_of_life_is_at_most_a_second_old() -> None:
    machine = Machine()
    machine.speak(0)
    for _ in range(60):
        machine.passes(1)
        marked = int(machine.journal.drafts[LIVENESS_DRAFT_KEY].partition(" ")[2])
        assert machine.clock.now_ms - marked <= 1_000


def test_a_slow_disk_is_written_to_less_often() -> None:
    assert next_marker_ms(10_000, 0) == next_marker_ms(10_000, 20) == 11_000
    assert next_marker_ms(10_000, 100) == next_marker_ms(10_000, 0, running=False) == 15_000


def test_a_restart_at_once_asks_nothing() -> None:
    machine = Machine()
    machine.speak(60)
    machine.clock.advance(1)
    marked = int(machine.journal.drafts[LIVENESS_DRAFT_KEY].partition(" ")[2])
    machine.clock.now_ms = marked + 2_900
    machine.start()
    assert machine.service.session.unresolved_gap is None


def test_a_program_that_was_closed_with_a_clock_running_says_so() -> None:
    machine = Machine()
    machine.speak(10)
    machine.service.close()
    machine.clock.advance(300)
    machine.start()
    gap = machine.service.session.unresolved_gap
    assert gap is not None
    assert (gap.cause, gap.length_ms) == (TimingGapCause.CLOSED, 300_000)


def test_a_program_that_was_closed_while_nobody_spoke_leaves_no_trace() -> None:
    machine = Machine()
    machine.service.execute(c.OpenSitting())
    machine.service.close()
    before = len(machine.journal.rows)
    machine.clock.advance(300)
    machine.start()
    assert len(machine.journal.rows) == before


def test_a_command_that_passes_by_gives_no_sign_of_life() -> None:
    machine = Machine()
    machine.speak(10)
    machine.clock.advance(100)
    passing = SessionService(machine.journal, machine.clock)
    passing.close()
    machine.start()
    assert not_none(machine.service.session.unresolved_gap).cause is TimingGapCause.KILLED
    assert not_none(machine.service.session.unresolved_gap).length_ms >= 100_000


def test_a_gap_can_be_undone_neither_by_itself_nor_with_its_act() -> None:
    machine = Machine()
    machine.speak(60)
    machine.clock.suspend(30)
    machine.service.poll()
    assert isinstance(not_none(machine.service.next_undo).event, e.FloorGiven | e.SittingOpened)
    machine.service.execute(c.ResolveTimingGap(counted=False))
    machine.service.undo()
    assert machine.service.session.unresolved_gap is not None
    assert machine.spoken_s == 90


def test_two_gaps_are_asked_about_one_after_the_other() -> None:
    machine = Machine()
    machine.speak(10)
    for seconds in (20, 40):
        machine.clock.suspend(seconds)
        machine.service.poll()
    assert not_none(machine.service.session.unresolved_gap).length_ms == 40_000
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert not_none(machine.service.session.unresolved_gap).length_ms == 20_000
    machine.service.execute(c.ResolveTimingGap(counted=False))
    assert machine.service.session.unresolved_gap is None
    assert machine.spoken_s == 10


@pytest.mark.parametrize("step_s", [3_600, -3_600, 90_000, -7, 3])
@pytest.mark.parametrize("taken", [True, False])
def test_a_step_of_the_clock_moves_no_duration(step_s: int, taken: bool) -> None:
    machine = Machine()
    machine.speak(30)
    machine.clock.wall_offset_ms += step_s * 1000
    machine.service.poll()
    gap = machine.service.session.unresolved_gap
    assert gap is not None
    assert (gap.cause, gap.length_ms) == (TimingGapCause.CLOCK_SET, step_s * 1000)
    assert gap.spoken_ms == gap.other_ms == 30_000
    before_ms = machine.service.now().utc_ms
    machine.service.execute(c.ResolveTimingGap(taken))
    assert machine.service.now().utc_ms - before_ms == (step_s * 1000 if taken else 0)
    machine.passes(30)
    assert machine.spoken_s == 60
    machine.service.undo()
    assert machine.service.now().utc_ms == before_ms + 30_000
    assert machine.spoken_s == 60
    machine.service.redo()
    assert machine.spoken_s == 60
    assert History(machine.journal.replay()).state == machine.service.session


def test_a_step_of_the_clock_without_a_sitting_is_nobody_s_business() -> None:
    machine = Machine()
    before = len(machine.journal.rows)
    machine.clock.wall_offset_ms += HOUR
    machine.service.poll()
    machine.clock.suspend(600)
    machine.service.poll()
    assert len(machine.journal.rows) == before


def test_a_clock_set_back_while_the_program_was_closed_does_not_go_back() -> None:
    machine = Machine()
    machine.speak(60)
    machine.service.execute(c.PauseSpeech())
    machine.clock.now_ms -= HOUR
    machine.start()
    assert machine.spoken_s == 60
    machine.service.execute(c.ResumeSpeech())
    machine.passes(10)
    assert machine.spoken_s == 70


def test_the_clock_goes_on_over_midnight_and_through_a_change_of_the_hour() -> None:
    machine = Machine()
    machine.clock.now_ms += 15 * HOUR - 30_000
    machine.speak(30)
    machine.clock.offset_min += 60
    machine.passes(30)
    assert machine.spoken_s == 60
    assert machine.service.session.gaps == ()


def test_a_start_reads_whatever_the_sign_says() -> None:
    clock = FakeClock()
    now_ms, readings = clock.now_ms, clock.readings()

    def cause(sign: str, last_ms: int) -> list[TimingGapCause]:
        start = detect_unclean_exit(parse_liveness_marker(sign), last_ms, 7, readings)
        assert start.now_ms >= last_ms
        return [gap.cause for gap in start.timing_gaps]

    assert cause("", now_ms) == []
    for nonsense in ("nonsense", "running", "running x", "running 99999999999999999999", "closed -9;x 5"):
        assert cause(nonsense, now_ms - 9_000) == [TimingGapCause.KILLED]
    assert cause("running 253402300799000", now_ms - 9_000) == [TimingGapCause.KILLED]
    closed = LivenessMarker(now_ms - 9_000, is_shutdown=True).to_text()
    assert cause(closed, now_ms - 9_000) == [TimingGapCause.CLOSED]
    assert cause(closed, now_ms - 8_000) == [TimingGapCause.KILLED]


@given(st.booleans(), st.integers(0, 10**9), st.integers(0, 10**14))
def test_a_sign_of_life_is_read_as_it_was_written(closing: bool, version: int, up_ms: int) -> None:
    machine = FakeClock().readings()
    sign = LivenessMarker(machine.wall_ms, closing, min(version, 10**9 - 1), machine)
    found = parse_liveness_marker(sign.to_text())
    assert found is not None
    assert (found.at_ms, found.is_shutdown, found.version) == (sign.at_ms, closing, sign.version)
    assert found.machine_readings is not None
    assert (found.machine_readings.wall_ms, found.machine_readings.elapsed_ms) == (machine.wall_ms, machine.elapsed_ms)
    assert not_none(found.machine_readings).boot_id == machine.boot_id


@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 9_000), st.integers(-9_000, 9_000)), max_size=9))
def test_the_watch_finds_every_sleep_and_step_of_two_seconds_and_no_other(days: list[tuple[int, int, int]]) -> None:
    clock = FakeClock()
    watch = ClockMonitor(clock.readings())
    for awake_ms, slept_ms, step_ms in days:
        clock.advance(awake_ms / 1000)
        clock.suspend(slept_ms / 1000)
        clock.wall_offset_ms += step_ms
        found = watch.detect_timing_gaps(clock.readings(), clock.now())
        expected = [TimingGapCause.SLEPT] * (slept_ms >= 2_000) + [TimingGapCause.CLOCK_SET] * (abs(step_ms) >= 2_000)
        assert [gap.cause for gap in found] == expected


def test_the_machine_s_own_clocks_are_read_alike() -> None:
    clock = SystemClock()
    readings = [clock.readings() for _ in range(50)]
    moments = [clock.now().utc_ms for _ in range(50)]
    assert moments == sorted(moments)
    for one, other in itertools.pairwise(readings):
        assert other.elapsed_ms >= one.elapsed_ms
        assert other.awake_ms >= one.awake_ms
    assert abs(clock.now().utc_ms - readings[0].wall_ms) < 2_000
    assert ClockMonitor(readings[0]).detect_timing_gaps(readings[-1], clock.now()) == ()


def test_where_the_system_has_no_clock_that_counts_sleep_the_monotonic_one_serves() -> None:
    clock = SystemClock(boottime_clock=None)
    readings = clock.readings()
    assert readings.elapsed_ms == pytest.approx(readings.awake_ms, abs=1_000)


def test_every_seed_is_one_that_draws() -> None:
    seeds = {SystemClock().new_lot_seed() for _ in range(200)}
    assert all(0 < seed < 2_147_483_647 for seed in seeds)
    assert len(seeds) > 190


def test_one_session_s_clock_is_no_other_s() -> None:
    """A session of a machine whose clock was ahead leaves the next one alone."""
    ahead = Machine()
    ahead.clock.now_ms += 24 * HOUR
    ahead.speak(60)
    ahead.clock.now_ms -= 24 * HOUR
    ahead.start()
    other = a_session("KE", clock=ahead.clock)
    assert ahead.service.now().utc_ms - other.now().utc_ms >= 24 * HOUR - 60_000
    assert other.now().utc_ms == ahead.clock.now_ms
