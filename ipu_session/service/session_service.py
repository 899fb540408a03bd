"""The one door: commands go in, committed changes come out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ipu_session.domain.commands import Command, RecordTimingGap, ResolveTimingGap
from ipu_session.domain.decide import decide
from ipu_session.domain.events import Event, GapAnswered, GapFound, Rewound, SittingOpened
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import History, JournalRow, UndoStep
from ipu_session.domain.model.date_range import is_in_calendar
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.model.timing_gaps import TimingGapCause, accepted_clock_shift_ms
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.service.clock_monitor import CLOCK_SET_THRESHOLD_MS, ClockMonitor, next_marker_ms
from ipu_session.service.debate_clock import DebateClock
from ipu_session.service.liveness import (
    LIVENESS_DRAFT_KEY,
    LivenessMarker,
    ResumedClock,
    detect_unclean_exit,
    parse_liveness_marker,
)
from ipu_session.service.notes_projection import NotesProjection
from ipu_session.service.ports import Clock, ClockReadings, Journal

_MIN_STALL_IN_SPEECH_MS = 2_000
"""A stall that took less of a speech is not asked about."""


@dataclass(frozen=True, slots=True)
class CommittedChange:
    """One act's outcome: on disk when anybody hears of it, or kept as `unsaved` says."""

    events: tuple[Event, ...]
    session: Session


class SessionService:
    """Decides, records, then tells."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._listeners: list[Callable[[CommittedChange], None]] = []
        self._history = History(journal.replay())
        self._is_notifying = False
        self._debate_clock = DebateClock(clock, self.session)
        readings = clock.readings()
        self._resumed_clock = self._resume_clock(self.session, readings, self._history.clock_ms)
        """How the debate's clock goes on from the last run of the program."""
        self._debate_clock.set_to(self._resumed_clock.now_ms)
        self._clock_monitor = ClockMonitor(readings)
        self._marker_due_ms = 0
        """When the next sign of life is due, by the time since the machine started."""
        self._notes_projection: NotesProjection | None = None
        self._is_started = False
        """Whether somebody watches the debate by this service; a command only passes by."""

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self._history.state

    @property
    def next_undo(self) -> UndoStep | None:
        """The act that undo would take back."""
        return self._history.next_undo

    @property
    def next_redo(self) -> UndoStep | None:
        """The act that redo would take again."""
        return self._history.next_redo

    @property
    def notes_projection(self) -> NotesProjection:
        """The notes as they are looked up; made when it is first asked for."""
        if self._notes_projection is None:
            self._notes_projection = NotesProjection(
                self.session, self._journal.create_text_index(), self._journal.create_text_index()
            )
        return self._notes_projection

    def now(self) -> Timestamp:
        """The time by the debate's clock."""
        return self._debate_clock.now()

    def subscribe(self, listener: Callable[[CommittedChange], None]) -> None:
        """Call ``listener`` after every committed act."""
        self._listeners.append(listener)

    def execute(self, command: Command, *files: bytes) -> None:
        """Carry ``command`` out; RejectedError or TroubleError, and nothing has changed.

        The ``files`` that it names by their digests are kept with it: all is on disk, or nothing.
        """
        self._forbid_reentrant_change()
        if self._is_started and not isinstance(command, ResolveTimingGap):
            # A key that waited while the program stood still comes before the next beat. An answer is to
            # the question that was on the screen.
            self._check_clocks()
        now = self.now()
        self._commit(decide(command, self.session, now), now, files)

    def undo(self) -> None:
        """Take the last act back; RejectedError if there is none."""
        self._rewind(self._history.create_undo_event)

    def redo(self) -> None:
        """Take the act again that was last taken back; RejectedError if there is none."""
        self._rewind(self._history.create_redo_event)

    def start(self) -> None:
        """Record how the program ended the last time, if a clock ran on; TroubleError if the disk says no."""
        self._is_started = True
        # Here and now, beside the window that will ask for it.
        self._notes_projection = self.notes_projection
        for gap in self._resumed_clock.timing_gaps:
            self._record_timing_gap(gap)
        self._write_liveness_marker()

    def poll(self) -> None:
        """Look for accidents, write what waits and give a sign of life; TroubleError if the disk says no."""
        self._journal.flush()
        self._check_clocks()
        if self._clock.readings().elapsed_ms >= self._marker_due_ms:
            self._write_liveness_marker()

    def save_status(self) -> SaveStatus:
        """Return what waits for the disk."""
        return self._journal.save_status()

    def flush(self) -> None:
        """Try at once to write what waits for the disk."""
        self._journal.flush(now=True)

    def save_attachment(self, data: bytes) -> None:
        """Keep a file that the register names already; TroubleError if the disk says no."""
        self._journal.append((), (data,))

    def read_attachment(self, digest: str) -> bytes | None:
        """Return a file that is kept in the session, None if it is not; TroubleError if it was changed."""
        return self._journal.read_attachment(digest)

    def seed(self) -> int:
        """Return a seed for a drawing of lots."""
        return self._clock.seed()

    def save_draft(self, key: str, text: str) -> None:
        """Keep a half-typed text on disk; no act, no undo. TroubleError if the disk says no."""
        self._journal.save_draft(key, text)

    def read_draft(self, key: str) -> str:
        """Return the half-typed text kept under ``key``."""
        return self._journal.read_draft(key)

    def write_shutdown_marker(self) -> None:
        """Note that the program may end now as it should; TroubleError if the disk says no."""
        if self._is_started and self.session.sitting is not None:
            self._journal.save_draft(
                LIVENESS_DRAFT_KEY, self._build_liveness_marker(self._clock.readings(), closing=True).to_text()
            )

    def close(self) -> None:
        """Let go of the session file; TroubleError if the disk says no to the last sign of life."""
        try:
            self.write_shutdown_marker()
        finally:
            self._journal.close()
            # Who listens holds this service in turn: what has been frozen would never be let go of.
            self._listeners.clear()

    @property
    def _is_clock_running(self) -> bool:
        floor = self.session.floor
        return floor is not None and floor.stopwatch.phase is Phase.RUNNING

    def _running_since_ms(self) -> int:
        """Return since when the clock of who has the floor has run on, 0 if it does not run."""
        floor = self.session.floor
        return floor.stopwatch.since_ms if floor is not None and self._is_clock_running else 0

    def _rewind(self, step: Callable[[], Rewound]) -> None:
        """Go a step back or forward; a sitting that goes on again goes on by its own clock."""
        self._forbid_reentrant_change()
        if self._is_started:
            self._check_clocks()
        rewound, now = step(), self.now()
        there = self._history.state_at(rewound.to_version)
        if self.session.sitting is None and there.sitting is not None:
            # What was done since, by the machine's clock, says nothing of the sitting's.
            start = self._resume_clock(there, self._clock.readings(), last_ms=0)
            now = replace(now, utc_ms=start.now_ms)
        self._commit((rewound,), now)

    def _resume_clock(self, session: Session, readings: ClockReadings, last_ms: int) -> ResumedClock:
        """Return how the debate's clock goes on: by the wall, or, in a sitting, by the last sign of life."""
        sitting = session.sitting
        if sitting is None:
            return ResumedClock(readings.wall_ms)
        sign = parse_liveness_marker(self._journal.read_draft(LIVENESS_DRAFT_KEY))
        if sign is not None and sign.version is not None and sign.version <= self.session.version:
            # A new time that was taken over since has moved the debate's clock, and the sign with it.
            then = self._history.state_at(sign.version).gaps
            moved_ms = accepted_clock_shift_ms(session.gaps) - accepted_clock_shift_ms(then)
            # In a sitting before, how far the two clocks were apart says nothing now.
            machine = sign.machine_readings if sign.version >= sitting.id else None
            sign = replace(sign, at_ms=sign.at_ms + moved_ms, machine_readings=machine)
        return detect_unclean_exit(sign, last_ms, self.session.version, readings)

    def _build_liveness_marker(self, readings: ClockReadings, *, closing: bool = False) -> LivenessMarker:
        return LivenessMarker(self.now().utc_ms, closing, self.session.version, readings)

    def _write_liveness_marker(self) -> None:
        """Give a sign of life, and note when the next one is due."""
        if self.session.sitting is None:
            return
        before = self._clock.readings()
        self._marker_due_ms = next_marker_ms(before.elapsed_ms, 0, running=self._is_clock_running)
        self._journal.save_draft(LIVENESS_DRAFT_KEY, self._build_liveness_marker(before).to_text())
        after_ms = self._clock.readings().elapsed_ms
        self._marker_due_ms = next_marker_ms(after_ms, after_ms - before.elapsed_ms, running=self._is_clock_running)

    def _check_clocks(self) -> None:
        """Look for accidents of the machine."""
        for found in self._clock_monitor.detect_timing_gaps(self._clock.readings(), self.now()):
            self._record_timing_gap(found)

    def _record_timing_gap(self, gap: RecordTimingGap) -> None:
        """Record an accident if a sitting is open; else a new time is taken over, and that is all."""
        if not (is_in_calendar(gap.from_ms) and is_in_calendar(gap.to_ms)):
            # No debate is held then, and no screen could show it: the debate's clock goes on.
            return
        if self.session.sitting is None:
            if gap.cause is TimingGapCause.CLOCK_SET:
                self._debate_clock.shift(gap.to_ms - gap.from_ms)
            return
        if gap.cause is TimingGapCause.STALLED and self._running_since_ms() > gap.to_ms - _MIN_STALL_IN_SPEECH_MS:
            # Whoever speaks now was given the floor when it was over.
            return
        if self._is_clock_running or gap.cause is not TimingGapCause.CLOSED:
            now = self.now()
            self._commit(decide(gap, self.session, now), now)

    def _sync_debate_clock(self, events: tuple[Event, ...], now: Timestamp) -> None:
        """Go by the machine's clock where a sitting has ended, and by its own again where it goes on."""
        if self.session.sitting is None:
            wall_ms = self._clock.readings().wall_ms
            if is_in_calendar(wall_ms) and abs(wall_ms - now.utc_ms) >= CLOCK_SET_THRESHOLD_MS:
                self._debate_clock.set_to(wall_ms)
        elif isinstance(events[0], Rewound):
            self._debate_clock.set_to(now.utc_ms)

    def _forbid_reentrant_change(self) -> None:
        if self._is_notifying:
            raise RuntimeError("a listener may not ask for a change")

    def _commit(self, events: tuple[Event, ...], now: Timestamp, files: tuple[bytes, ...] = ()) -> None:
        act, version, sitting = (self._history.transaction_count + 1, self.session.version, self.session.sitting)
        rows = tuple(JournalRow(version + n, now.utc_ms, act, event) for n, event in enumerate(events, start=1))
        try:
            self._history.check_rows(rows)
        except ValueError as error:
            raise RejectedError(Reason.OUT_OF_RANGE) from error
        self._journal.append(rows, files)
        if not rows:
            # Nothing has changed, so nobody is told.
            return
        for row in rows:
            self._history.apply(row)
        self._debate_clock.apply(self.session)
        if (sitting is None) is not (self.session.sitting is None):
            self._sync_debate_clock(events, now)
        if any(isinstance(event, SittingOpened | GapFound | GapAnswered | Rewound) for event in events):
            # The debate's clock may be another now: the next beat says so.
            self._marker_due_ms = 0
        if self._notes_projection is not None:
            self._notes_projection.apply(self._history.events_between(version, self.session.version), self.session)
        self._is_notifying = True
        try:
            for listener in self._listeners:
                listener(CommittedChange(events, self.session))
        finally:
            self._is_notifying = False
