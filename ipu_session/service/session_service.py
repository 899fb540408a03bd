"""The one door: commands go in, committed changes come out."""

from collections.abc import Callable
from dataclasses import dataclass

from ipu_session.domain.commands import Command, NoteGap
from ipu_session.domain.decide import decide
from ipu_session.domain.events import Event
from ipu_session.domain.gaps import GapCause
from ipu_session.domain.ids import Moment
from ipu_session.domain.saving import Unsaved
from ipu_session.domain.state import Session
from ipu_session.domain.timeline import Row, Step, Timeline
from ipu_session.domain.timing import Phase
from ipu_session.service.notebook import Notebook
from ipu_session.service.ports import Clock, Journal
from ipu_session.service.watch import ALIVE, Watch, after_an_end, next_mark_ms, sign_of_life


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
        self._offset_ms = max(0, self._timeline.last_ms - clock.now().utc_ms)
        """How far the debate's clock is from the machine's: it never goes back behind the last event."""
        self._taken_over_ms = _taken_over_ms(self.session)
        self._watch = Watch(clock.readings())
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
        machine = self._clock.now()
        return Moment(machine.utc_ms + self._offset_ms, machine.offset_min)

    def subscribe(self, listener: Callable[[Committed], None]) -> None:
        """Call ``listener`` after every committed act."""
        self._listeners.append(listener)

    def execute(self, command: Command, *files: bytes) -> None:
        """Carry ``command`` out; RejectedError or TroubleError, and nothing has changed.

        The ``files`` that it names by their digests are kept with it: all is on disk, or nothing.
        """
        self._refuse_while_telling()
        now = self.now()
        self._commit(decide(command, self.session, now), now, files)

    def undo(self) -> None:
        """Take the last act back; RejectedError if there is none."""
        self._refuse_while_telling()
        self._commit((self._timeline.undo(),), self.now())

    def redo(self) -> None:
        """Take the act again that was last taken back; RejectedError if there is none."""
        self._refuse_while_telling()
        self._commit((self._timeline.redo(),), self.now())

    def wake(self) -> None:
        """Record how the program ended the last time, if a clock ran on; TroubleError if the disk says no."""
        self._awake = True
        # Here and now, beside the window that will ask for it.
        self._notebook = self.notebook
        sign = self._journal.draft(ALIVE)
        self._notice(after_an_end(sign, self._timeline.last_ms, self.now()))

    def beat(self) -> None:
        """Look for accidents, write what waits and give a sign of life; TroubleError if the disk says no."""
        self._journal.catch_up()
        for found in self._watch.look(self._clock.readings(), self.now()):
            self._notice(found)
        before_ms = self._clock.readings().elapsed_ms
        if self._running and before_ms >= self._mark_ms:
            self._mark_ms = next_mark_ms(before_ms, 0)
            self._journal.keep_draft(ALIVE, sign_of_life(self.now().utc_ms))
            after_ms = self._clock.readings().elapsed_ms
            self._mark_ms = next_mark_ms(after_ms, after_ms - before_ms)

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
            self._journal.keep_draft(ALIVE, sign_of_life(self.now().utc_ms, closing=True))

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

    def _notice(self, gap: NoteGap | None) -> None:
        """Record an accident if a sitting is open; else there is nothing that it could touch."""
        if gap is None or self.session.sitting is None:
            return
        if self._running or gap.cause is not GapCause.CLOSED:
            now = self.now()
            self._commit(decide(gap, self.session, now), now)

    def _refuse_while_telling(self) -> None:
        if self._telling:
            raise RuntimeError("a listener may not ask for a change")

    def _commit(self, events: tuple[Event, ...], now: Moment, files: tuple[bytes, ...] = ()) -> None:
        act, version = self._timeline.acts + 1, self.session.version
        rows = tuple(Row(version + n, now.utc_ms, act, event) for n, event in enumerate(events, start=1))
        self._journal.append(rows, files)
        for row in rows:
            self._timeline.add(row)
        # Taking a new time over, and taking that back, moves the clock with the record.
        taken_over_ms = _taken_over_ms(self.session)
        self._offset_ms += taken_over_ms - self._taken_over_ms
        self._taken_over_ms = taken_over_ms
        if self._notebook is not None:
            self._notebook.follow(self._timeline.path(version, self.session.version), self.session)
        self._telling = True
        try:
            for listener in self._listeners:
                listener(Committed(events, self.session))
        finally:
            self._telling = False


def _taken_over_ms(session: Session) -> int:
    """Return how far the debate's clock was moved by new times that were taken over."""
    steps = (gap for gap in session.gaps if gap.cause is GapCause.CLOCK_SET and gap.counted)
    return sum(gap.length_ms for gap in steps)
