"""The time of a session: the debate's clock, timing gaps and the liveness marker (docs/time.md)."""

from collections.abc import Sequence

from msgspec.structs import replace

from ipu_session.domain.commands import RecordTimingGap
from ipu_session.domain.events import Event, GapAnswered, GapFound, Rewound, SittingOpened
from ipu_session.domain.history import History
from ipu_session.domain.model.date_range import is_in_calendar
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.model.timing_gaps import TimingGapCause, accepted_clock_shift_ms
from ipu_session.service.clock_monitor import CLOCK_SET_THRESHOLD_MS, ClockMonitor, next_marker_ms
from ipu_session.service.debate_clock import DebateClock
from ipu_session.service.liveness import (
    LIVENESS_DRAFT_KEY,
    LivenessMarker,
    ResumedClock,
    detect_unclean_exit,
    parse_liveness_marker,
)
from ipu_session.service.ports import Clock, ClockReadings, Journal

_MIN_STALL_IN_SPEECH_MS = 2_000
"""A stall is not recorded if the clock that is running started less than this before the end of the stall."""


class Timekeeper:
    """Reads the machine's clocks for one session and determines the timing gaps to record; commits no event itself."""

    def __init__(self, clock: Clock, journal: Journal, history: History) -> None:
        self._clock = clock
        self._journal = journal
        self._history = history
        self._debate_clock = DebateClock(clock, history.state)
        readings = clock.readings()
        resumed = self._resume_clock(history.state, readings, history.clock_ms)
        self.gaps_since_last_run: Sequence[RecordTimingGap] = resumed.timing_gaps
        """Commands for the timing gaps between the end of the last run of the program and the start of this one."""
        self._debate_clock.set_to(resumed.now_ms)
        self._clock_monitor = ClockMonitor(readings)
        self._marker_due_ms = 0
        """When the next liveness marker is due, in ms since boot."""

    def now(self) -> Timestamp:
        """Return the time by the debate's clock."""
        return self._debate_clock.now()

    def detect_timing_gaps(self) -> Sequence[RecordTimingGap]:
        """Return commands that record the timing gaps since the last call."""
        return self._clock_monitor.detect_timing_gaps(self._clock.readings(), self.now())

    def accept_gap(self, gap: RecordTimingGap) -> bool:
        """Return whether to record a gap; between sittings, a clock that was set only moves the debate's clock."""
        if not (is_in_calendar(gap.from_ms) and is_in_calendar(gap.to_ms)):
            # A time outside the years 1900 to 2999, which no screen can show: the debate's clock is not changed.
            return False
        if self._session.sitting is None:
            if gap.cause is TimingGapCause.CLOCK_SET:
                self._debate_clock.shift(gap.to_ms - gap.from_ms)
            return False
        if gap.cause is TimingGapCause.STALLED and self._running_since_ms() > gap.to_ms - _MIN_STALL_IN_SPEECH_MS:
            # The present speaker's clock started after the stall, or just before its end.
            return False
        return self._is_clock_running or gap.cause is not TimingGapCause.CLOSED

    def time_of_rewind(self, rewound: Rewound) -> Timestamp:
        """Return the time to record for an undo or redo.

        If it opens a closed sitting again, this is the time by that sitting's clock, found by its last liveness marker.
        """
        now, target = self.now(), self._history.state_at(rewound.to_version)
        if self._session.sitting is None and target.sitting is not None:
            # Events after the sitting was closed have times by the wall clock: they are no lower limit (last_ms=0).
            return replace(now, utc_ms=self._resume_clock(target, self._clock.readings(), last_ms=0).now_ms)
        return now

    def apply(self, events: Sequence[Event], before: Session, now: Timestamp) -> None:
        """Update the debate's clock after ``events`` were committed at ``now`` to the state ``before``."""
        self._debate_clock.apply(self._session)
        if (before.sitting is None) is not (self._session.sitting is None):
            self._sync_debate_clock(events, now)
        if any(isinstance(event, SittingOpened | GapFound | GapAnswered | Rewound) for event in events):
            # The debate's clock may have been moved: write a marker at the next poll.
            self._marker_due_ms = 0

    def write_marker_if_due(self) -> None:
        """Write the liveness marker if it is due; UserFacingError if the write fails."""
        if self._clock.readings().elapsed_ms >= self._marker_due_ms:
            self.write_marker()

    def write_marker(self) -> None:
        """Write the liveness marker now if a sitting is open; UserFacingError if the write fails."""
        if self._session.sitting is None:
            return
        before = self._clock.readings()
        self._marker_due_ms = next_marker_ms(before.elapsed_ms, 0, running=self._is_clock_running)
        self._save_marker(before)
        after_ms = self._clock.readings().elapsed_ms
        self._marker_due_ms = next_marker_ms(after_ms, after_ms - before.elapsed_ms, running=self._is_clock_running)

    def write_shutdown_marker(self) -> None:
        """In an open sitting, write a liveness marker for a clean shutdown; UserFacingError if the write fails."""
        if self._session.sitting is not None:
            self._save_marker(self._clock.readings(), closing=True)

    @property
    def _session(self) -> Session:
        return self._history.state

    @property
    def _is_clock_running(self) -> bool:
        floor = self._session.floor
        return floor is not None and floor.stopwatch.phase is Phase.RUNNING

    def _running_since_ms(self) -> int:
        """Return since when (ms) the clock of the intervention on the floor has been running; 0 if none is running."""
        floor = self._session.floor
        return floor.stopwatch.since_ms if floor is not None and self._is_clock_running else 0

    def _save_marker(self, readings: ClockReadings, *, closing: bool = False) -> None:
        marker = LivenessMarker(self.now().utc_ms, closing, self._session.version, readings)
        self._journal.save_draft(LIVENESS_DRAFT_KEY, text=marker.to_text())

    def _resume_clock(self, session: Session, readings: ClockReadings, last_ms: int) -> ResumedClock:
        """Return the debate's clock for ``session``: in a sitting by the liveness marker, else by the wall clock."""
        sitting = session.sitting
        if sitting is None:
            return ResumedClock(readings.wall_ms)
        marker = parse_liveness_marker(self._journal.read_draft(LIVENESS_DRAFT_KEY))
        if marker is not None and marker.version is not None and marker.version <= self._session.version:
            # If the user has answered since then that a clock that was set is accepted, the debate's clock was moved.
            gaps_then = self._history.state_at(marker.version).gaps
            moved_ms = accepted_clock_shift_ms(session.gaps) - accepted_clock_shift_ms(gaps_then)
            # Readings taken before this sitting do not show how its debate's clock differs from the wall clock.
            machine = marker.machine_readings if marker.version >= sitting.id else None
            marker = replace(marker, at_ms=marker.at_ms + moved_ms, machine_readings=machine)
        return detect_unclean_exit(marker, last_ms, self._session.version, readings)

    def _sync_debate_clock(self, events: Sequence[Event], now: Timestamp) -> None:
        """Set the debate's clock: to the wall clock after a sitting, to ``now`` if undo or redo opens one again."""
        if self._session.sitting is None:
            wall_ms = self._clock.readings().wall_ms
            if is_in_calendar(wall_ms) and abs(wall_ms - now.utc_ms) >= CLOCK_SET_THRESHOLD_MS:
                self._debate_clock.set_to(wall_ms)
        elif isinstance(events[0], Rewound):
            self._debate_clock.set_to(now.utc_ms)
