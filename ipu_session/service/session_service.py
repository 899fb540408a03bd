"""The one door: commands go in, committed changes come out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ipu_session.domain.commands import AnswerGap, Command, NoteGap
from ipu_session.domain.decide import decide
from ipu_session.domain.events import Event, GapAnswered, GapFound, Rewound, SittingOpened
from ipu_session.domain.exchange.save_status import Unsaved
from ipu_session.domain.history import Row, Step, Timeline
from ipu_session.domain.model.date_range import in_calendar
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.model.timing_gaps import GapCause, taken_over_ms
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.service.clock_monitor import SET_MS, Watch, next_mark_ms
from ipu_session.service.debate_clock import DebateClock
from ipu_session.service.liveness import ALIVE, SignOfLife, Start, after_an_end, read_sign
from ipu_session.service.notes_projection import Notebook
from ipu_session.service.ports import Clock, Journal, Readings

_SHORTEST_MS = 2_000
"""A stall that took less of a speech is not asked about."""


@dataclass(frozen=True, slots=True)
class Committed:
    """One act's outcome: on disk when anybody hears of it, or kept as `unsaved` says."""

    events: tuple[Event, ...]
    session: Session


class SessionService:
    """Decides, records, then tells."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._listeners: list[Callable[[Committed], None]] = []
        self._timeline = Timeline(journal.replay())
        self._telling = False
        self._debate = DebateClock(clock, self.session)
        readings = clock.readings()
        self._start = self._start_of(self.session, readings, self._timeline.clock_ms)
        """How the debate's clock goes on from the last run of the program."""
        self._debate.put_to(self._start.now_ms)
        self._watch = Watch(readings)
        self._mark_ms = 0
        """When the next sign of life is due, by the time since the machine started."""
        self._notebook: Notebook | None = None
        self._awake = False
        """Whether somebody watches the debate by this service; a command only passes by."""

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self._timeline.now

    @property
    def undoable(self) -> Step | None:
        """The act that undo would take back."""
        return self._timeline.undoable

    @property
    def redoable(self) -> Step | None:
        """The act that redo would take again."""
        return self._timeline.redoable

    @property
    def notebook(self) -> Notebook:
        """The notes as they are looked up; made when it is first asked for."""
        if self._notebook is None:
            self._notebook = Notebook(self.session, self._journal.note_index(), self._journal.note_index())
        return self._notebook

    def now(self) -> Moment:
        """The time by the debate's clock."""
        return self._debate.now()

    def subscribe(self, listener: Callable[[Committed], None]) -> None:
        """Call ``listener`` after every committed act."""
        self._listeners.append(listener)

    def execute(self, command: Command, *files: bytes) -> None:
        """Carry ``command`` out; RejectedError or TroubleError, and nothing has changed.

        The ``files`` that it names by their digests are kept with it: all is on disk, or nothing.
        """
        self._refuse_while_telling()
        if self._awake and not isinstance(command, AnswerGap):
            # A key that waited while the program stood still comes before the next beat. An answer is to
            # the question that was on the screen.
            self._look()
        now = self.now()
        self._commit(decide(command, self.session, now), now, files)

    def undo(self) -> None:
        """Take the last act back; RejectedError if there is none."""
        self._rewind(self._timeline.undo)

    def redo(self) -> None:
        """Take the act again that was last taken back; RejectedError if there is none."""
        self._rewind(self._timeline.redo)

    def wake(self) -> None:
        """Record how the program ended the last time, if a clock ran on; TroubleError if the disk says no."""
        self._awake = True
        # Here and now, beside the window that will ask for it.
        self._notebook = self.notebook
        for gap in self._start.gaps:
            self._notice(gap)
        self._mark()

    def beat(self) -> None:
        """Look for accidents, write what waits and give a sign of life; TroubleError if the disk says no."""
        self._journal.catch_up()
        self._look()
        if self._clock.readings().elapsed_ms >= self._mark_ms:
            self._mark()

    def unsaved(self) -> Unsaved:
        """Return what waits for the disk."""
        return self._journal.unsaved()

    def write_now(self) -> None:
        """Try at once to write what waits for the disk."""
        self._journal.catch_up(now=True)

    def keep_file(self, data: bytes) -> None:
        """Keep a file that the register names already; TroubleError if the disk says no."""
        self._journal.append((), (data,))

    def kept_file(self, digest: str) -> bytes | None:
        """Return a file that is kept in the session, None if it is not; TroubleError if it was changed."""
        return self._journal.kept_file(digest)

    def seed(self) -> int:
        """Return a seed for a drawing of lots."""
        return self._clock.seed()

    def keep_draft(self, key: str, text: str) -> None:
        """Keep a half-typed text on disk; no act, no undo. TroubleError if the disk says no."""
        self._journal.keep_draft(key, text)

    def draft(self, key: str) -> str:
        """Return the half-typed text kept under ``key``."""
        return self._journal.draft(key)

    def sign_off(self) -> None:
        """Note that the program may end now as it should; TroubleError if the disk says no."""
        if self._awake and self.session.sitting is not None:
            self._journal.keep_draft(ALIVE, self._sign(self._clock.readings(), closing=True).text())

    def close(self) -> None:
        """Let go of the session file; TroubleError if the disk says no to the last sign of life."""
        try:
            self.sign_off()
        finally:
            self._journal.close()
            # Who listens holds this service in turn: what has been frozen would never be let go of.
            self._listeners.clear()

    @property
    def _running(self) -> bool:
        floor = self.session.floor
        return floor is not None and floor.watch.phase is Phase.RUNNING

    def _running_since_ms(self) -> int:
        """Return since when the clock of who has the floor has run on, 0 if it does not run."""
        floor = self.session.floor
        return floor.watch.since_ms if floor is not None and self._running else 0

    def _rewind(self, step: Callable[[], Rewound]) -> None:
        """Go a step back or forward; a sitting that goes on again goes on by its own clock."""
        self._refuse_while_telling()
        if self._awake:
            self._look()
        rewound, now = step(), self.now()
        there = self._timeline.state_at(rewound.to_version)
        if self.session.sitting is None and there.sitting is not None:
            # What was done since, by the machine's clock, says nothing of the sitting's.
            start = self._start_of(there, self._clock.readings(), last_ms=0)
            now = replace(now, utc_ms=start.now_ms)
        self._commit((rewound,), now)

    def _start_of(self, session: Session, readings: Readings, last_ms: int) -> Start:
        """Return how the debate's clock goes on: by the wall, or, in a sitting, by the last sign of life."""
        sitting = session.sitting
        if sitting is None:
            return Start(readings.wall_ms)
        sign = read_sign(self._journal.draft(ALIVE))
        if sign is not None and sign.version is not None and sign.version <= self.session.version:
            # A new time that was taken over since has moved the debate's clock, and the sign with it.
            then = self._timeline.state_at(sign.version).gaps
            moved_ms = taken_over_ms(session.gaps) - taken_over_ms(then)
            # In a sitting before, how far the two clocks were apart says nothing now.
            machine = sign.machine if sign.version >= sitting.id else None
            sign = replace(sign, at_ms=sign.at_ms + moved_ms, machine=machine)
        return after_an_end(sign, last_ms, self.session.version, readings)

    def _sign(self, readings: Readings, *, closing: bool = False) -> SignOfLife:
        return SignOfLife(self.now().utc_ms, closing, self.session.version, readings)

    def _mark(self) -> None:
        """Give a sign of life, and note when the next one is due."""
        if self.session.sitting is None:
            return
        before = self._clock.readings()
        self._mark_ms = next_mark_ms(before.elapsed_ms, 0, running=self._running)
        self._journal.keep_draft(ALIVE, self._sign(before).text())
        after_ms = self._clock.readings().elapsed_ms
        self._mark_ms = next_mark_ms(after_ms, after_ms - before.elapsed_ms, running=self._running)

    def _look(self) -> None:
        """Look for accidents of the machine."""
        for found in self._watch.look(self._clock.readings(), self.now()):
            self._notice(found)

    def _notice(self, gap: NoteGap) -> None:
        """Record an accident if a sitting is open; else a new time is taken over, and that is all."""
        if not (in_calendar(gap.from_ms) and in_calendar(gap.to_ms)):
            # No debate is held then, and no screen could show it: the debate's clock goes on.
            return
        if self.session.sitting is None:
            if gap.cause is GapCause.CLOCK_SET:
                self._debate.move(gap.to_ms - gap.from_ms)
            return
        if gap.cause is GapCause.STALLED and self._running_since_ms() > gap.to_ms - _SHORTEST_MS:
            # Whoever speaks now was given the floor when it was over.
            return
        if self._running or gap.cause is not GapCause.CLOSED:
            now = self.now()
            self._commit(decide(gap, self.session, now), now)

    def _change_clocks(self, events: tuple[Event, ...], now: Moment) -> None:
        """Go by the machine's clock where a sitting has ended, and by its own again where it goes on."""
        if self.session.sitting is None:
            wall_ms = self._clock.readings().wall_ms
            if in_calendar(wall_ms) and abs(wall_ms - now.utc_ms) >= SET_MS:
                self._debate.put_to(wall_ms)
        elif isinstance(events[0], Rewound):
            self._debate.put_to(now.utc_ms)

    def _refuse_while_telling(self) -> None:
        if self._telling:
            raise RuntimeError("a listener may not ask for a change")

    def _commit(self, events: tuple[Event, ...], now: Moment, files: tuple[bytes, ...] = ()) -> None:
        act, version, sitting = self._timeline.acts + 1, self.session.version, self.session.sitting
        rows = tuple(Row(version + n, now.utc_ms, act, event) for n, event in enumerate(events, start=1))
        try:
            self._timeline.refuse_unreadable(rows)
        except ValueError as error:
            raise RejectedError(Reason.OUT_OF_RANGE) from error
        self._journal.append(rows, files)
        if not rows:
            # Nothing has changed, so nobody is told.
            return
        for row in rows:
            self._timeline.add(row)
        self._debate.follow(self.session)
        if (sitting is None) is not (self.session.sitting is None):
            self._change_clocks(events, now)
        if any(isinstance(event, SittingOpened | GapFound | GapAnswered | Rewound) for event in events):
            # The debate's clock may be another now: the next beat says so.
            self._mark_ms = 0
        if self._notebook is not None:
            self._notebook.follow(self._timeline.path(version, self.session.version), self.session)
        self._telling = True
        try:
            for listener in self._listeners:
                listener(Committed(events, self.session))
        finally:
            self._telling = False
