"""The one door: commands go in, committed changes come out."""

from collections.abc import Callable
from dataclasses import dataclass

from ipu_session.domain.commands import Command
from ipu_session.domain.decide import decide
from ipu_session.domain.events import Event
from ipu_session.domain.ids import Moment
from ipu_session.domain.state import Session
from ipu_session.domain.timeline import Row, Step, Timeline
from ipu_session.service.ports import Clock, Journal


@dataclass(frozen=True, slots=True)
class Committed:
    """One act's outcome: already on disk when anybody hears of it."""

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

    def now(self) -> Moment:
        """The time, by the one clock."""
        return self._clock.now()

    def subscribe(self, listener: Callable[[Committed], None]) -> None:
        """Call ``listener`` after every committed act."""
        self._listeners.append(listener)

    def execute(self, command: Command) -> None:
        """Carry ``command`` out; RejectedError or TroubleError, and nothing has changed."""
        self._refuse_while_telling()
        now = self._clock.now()
        self._commit(decide(command, self.session, now), now)

    def undo(self) -> None:
        """Take the last act back; RejectedError if there is none."""
        self._refuse_while_telling()
        self._commit((self._timeline.undo(),), self._clock.now())

    def redo(self) -> None:
        """Take the act again that was last taken back; RejectedError if there is none."""
        self._refuse_while_telling()
        self._commit((self._timeline.redo(),), self._clock.now())

    def keep_draft(self, key: str, text: str) -> None:
        """Keep a half-typed text on disk; no act, no undo. TroubleError if the disk says no."""
        self._journal.keep_draft(key, text)

    def draft(self, key: str) -> str:
        """Return the half-typed text kept under ``key``."""
        return self._journal.draft(key)

    def close(self) -> None:
        """Let go of the session file."""
        self._journal.close()

    def _refuse_while_telling(self) -> None:
        if self._telling:
            raise RuntimeError("a listener may not ask for a change")

    def _commit(self, events: tuple[Event, ...], now: Moment) -> None:
        act, version = self._timeline.acts + 1, self.session.version
        rows = tuple(Row(version + n, now.utc_ms, act, event) for n, event in enumerate(events, start=1))
        self._journal.append(rows)
        for row in rows:
            self._timeline.add(row)
        self._telling = True
        try:
            for listener in self._listeners:
                listener(Committed(events, self.session))
        finally:
            self._telling = False
