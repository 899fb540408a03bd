"""Application service of a session: executes commands and notifies listeners of committed changes."""

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
"""A stall that overlaps the running speech by less is not recorded."""


@dataclass(frozen=True, slots=True)
class CommittedChange:
    """The outcome of one transaction: on disk when listeners are called, or buffered as ``save_status`` reports."""

    events: tuple[Event, ...]
    session: Session


class SessionService:
    """Decides on a command, appends the events to the journal, then notifies listeners."""

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
        """When the next liveness marker is due, in ms since boot."""
        self._notes_projection: NotesProjection | None = None
        self._is_started = False
        """Whether the window runs this session (`start` was called); a command-line run writes no liveness marker."""

    @property
    def session(self) -> Session:
        """The present state."""
        return self._history.state

    @property
    def next_undo(self) -> UndoStep | None:
        """The transaction that undo would take back."""
        return self._history.next_undo

    @property
    def next_redo(self) -> UndoStep | None:
        """The transaction that redo would repeat."""
        return self._history.next_redo

    @property
    def notes_projection(self) -> NotesProjection:
        """The projection of the notes, built at first access."""
        if self._notes_projection is None:
            self._notes_projection = NotesProjection(
                self.session, self._journal.create_text_index(), self._journal.create_text_index()
            )
        return self._notes_projection

    def now(self) -> Timestamp:
        """Return the time by the debate's clock."""
        return self._debate_clock.now()

    def subscribe(self, listener: Callable[[CommittedChange], None]) -> None:
        """Call ``listener`` after every committed transaction."""
        self._listeners.append(listener)

    def execute(self, command: Command, *files: bytes) -> None:
        """Execute ``command``; ``files`` are the attachments that it names by their digests.

        Events and files are written together or not at all. RejectedError: a rule refuses the command.
        UserFacingError: the write failed. RuntimeError: called by a listener (re-entrancy). After an error
        nothing of the command is recorded.
        """
        self._forbid_reentrant_change()
        if self._is_started and not isinstance(command, ResolveTimingGap):
            # A key pressed during a stall is handled before the next poll: record the gap first. An answer to a gap
            # question belongs to the question that was on the screen.
            self._check_clocks()
        now = self.now()
        self._commit(decide(command, self.session, now), now, files)

    def undo(self) -> None:
        """Take the last transaction back; RejectedError if there is none."""
        self._rewind(self._history.create_undo_event)

    def redo(self) -> None:
        """Repeat the transaction that was last undone; RejectedError if there is none."""
        self._rewind(self._history.create_redo_event)

    def start(self) -> None:
        """Record how the last run ended, if a clock was running; UserFacingError if a write fails."""
        self._is_started = True
        # Build the projection now, in the start, rather than at the first search.
        self._notes_projection = self.notes_projection
        for gap in self._resumed_clock.timing_gaps:
            self._record_timing_gap(gap)
        self._write_liveness_marker()

    def poll(self) -> None:
        """Detect timing gaps, flush the journal, write the liveness marker if due; UserFacingError if a write fails."""
        self._journal.flush()
        self._check_clocks()
        if self._clock.readings().elapsed_ms >= self._marker_due_ms:
            self._write_liveness_marker()

    def save_status(self) -> SaveStatus:
        """Return what is not on disk yet."""
        return self._journal.save_status()

    def flush(self) -> None:
        """Try now to write what is not on disk yet."""
        self._journal.flush(now=True)

    def save_attachment(self, data: bytes) -> None:
        """Store a file that an entry of the register already names; UserFacingError if the write fails."""
        self._journal.append((), (data,))

    def read_attachment(self, digest: str) -> bytes | None:
        """Return an attachment by its SHA-256, or None if it is not stored; UserFacingError if its content changed."""
        return self._journal.read_attachment(digest)

    def seed(self) -> int:
        """Return a seed for a drawing of lots."""
        return self._clock.seed()

    def save_draft(self, key: str, text: str) -> None:
        """Store a half-typed text on disk, outside the undo history; UserFacingError if the write fails."""
        self._journal.save_draft(key, text=text)

    def read_draft(self, key: str) -> str:
        """Return the half-typed text stored under ``key``."""
        return self._journal.read_draft(key)

    def write_shutdown_marker(self) -> None:
        """Write a liveness marker that says the shutdown is clean; UserFacingError if the write fails."""
        if self._is_started and self.session.sitting is not None:
            self._journal.save_draft(
                LIVENESS_DRAFT_KEY, text=self._build_liveness_marker(self._clock.readings(), closing=True).to_text()
            )

    def close(self) -> None:
        """Write the shutdown marker and close the file; UserFacingError if the marker could not be written."""
        try:
            self.write_shutdown_marker()
        finally:
            self._journal.close()
            # Listeners refer to this service: after `gc.freeze()` such a reference cycle would never be collected.
            self._listeners.clear()

    @property
    def _is_clock_running(self) -> bool:
        floor = self.session.floor
        return floor is not None and floor.stopwatch.phase is Phase.RUNNING

    def _running_since_ms(self) -> int:
        """Return since when the clock of the intervention on the floor has been running, or 0 if it is not."""
        floor = self.session.floor
        return floor.stopwatch.since_ms if floor is not None and self._is_clock_running else 0

    def _rewind(self, step: Callable[[], Rewound]) -> None:
        """Commit an undo or redo; a sitting that is open again goes on by its own debate clock."""
        self._forbid_reentrant_change()
        if self._is_started:
            self._check_clocks()
        rewound, now = step(), self.now()
        there = self._history.state_at(rewound.to_version)
        if self.session.sitting is None and there.sitting is not None:
            # Events since the closing were timed by the wall clock, so the last event's time is not passed on.
            start = self._resume_clock(there, self._clock.readings(), last_ms=0)
            now = replace(now, utc_ms=start.now_ms)
        self._commit((rewound,), now)

    def _resume_clock(self, session: Session, readings: ClockReadings, last_ms: int) -> ResumedClock:
        """Return how the debate's clock goes on: by the wall clock, or in a sitting by the last liveness marker."""
        sitting = session.sitting
        if sitting is None:
            return ResumedClock(readings.wall_ms)
        sign = parse_liveness_marker(self._journal.read_draft(LIVENESS_DRAFT_KEY))
        if sign is not None and sign.version is not None and sign.version <= self.session.version:
            # Times accepted since the marker moved the debate's clock: move the marker by the same amount.
            then = self._history.state_at(sign.version).gaps
            moved_ms = accepted_clock_shift_ms(session.gaps) - accepted_clock_shift_ms(then)
            # The difference between the two clocks in an earlier sitting means nothing now.
            machine = sign.machine_readings if sign.version >= sitting.id else None
            sign = replace(sign, at_ms=sign.at_ms + moved_ms, machine_readings=machine)
        return detect_unclean_exit(sign, last_ms, self.session.version, readings)

    def _build_liveness_marker(self, readings: ClockReadings, *, closing: bool = False) -> LivenessMarker:
        return LivenessMarker(self.now().utc_ms, closing, self.session.version, readings)

    def _write_liveness_marker(self) -> None:
        """Write the liveness marker and set when the next one is due."""
        if self.session.sitting is None:
            return
        before = self._clock.readings()
        self._marker_due_ms = next_marker_ms(before.elapsed_ms, 0, running=self._is_clock_running)
        self._journal.save_draft(LIVENESS_DRAFT_KEY, text=self._build_liveness_marker(before).to_text())
        after_ms = self._clock.readings().elapsed_ms
        self._marker_due_ms = next_marker_ms(after_ms, after_ms - before.elapsed_ms, running=self._is_clock_running)

    def _check_clocks(self) -> None:
        """Detect timing gaps and record them."""
        for found in self._clock_monitor.detect_timing_gaps(self._clock.readings(), self.now()):
            self._record_timing_gap(found)

    def _record_timing_gap(self, gap: RecordTimingGap) -> None:
        """Record a gap if a sitting is open; otherwise a clock that was set only moves the debate's clock."""
        if not (is_in_calendar(gap.from_ms) and is_in_calendar(gap.to_ms)):
            # No debate takes place then, and no screen could show the date: the debate's clock goes on.
            return
        if self.session.sitting is None:
            if gap.cause is TimingGapCause.CLOCK_SET:
                self._debate_clock.shift(gap.to_ms - gap.from_ms)
            return
        if gap.cause is TimingGapCause.STALLED and self._running_since_ms() > gap.to_ms - _MIN_STALL_IN_SPEECH_MS:
            # The present speaker's clock started after the stall, or just before its end.
            return
        if self._is_clock_running or gap.cause is not TimingGapCause.CLOSED:
            now = self.now()
            self._commit(decide(gap, self.session, now), now)

    def _sync_debate_clock(self, events: tuple[Event, ...], now: Timestamp) -> None:
        """Go by the wall clock after a sitting has ended, and by the debate's clock when undo opens it again."""
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
            # Nothing has changed: listeners are not notified.
            return
        for row in rows:
            self._history.apply(row)
        self._debate_clock.apply(self.session)
        if (sitting is None) is not (self.session.sitting is None):
            self._sync_debate_clock(events, now)
        if any(isinstance(event, SittingOpened | GapFound | GapAnswered | Rewound) for event in events):
            # The debate's clock may have been moved: write a marker at the next poll.
            self._marker_due_ms = 0
        if self._notes_projection is not None:
            self._notes_projection.apply(self._history.events_between(version, self.session.version), self.session)
        self._is_notifying = True
        try:
            for listener in self._listeners:
                listener(CommittedChange(events, self.session))
        finally:
            self._is_notifying = False
