"""Where the session stands, and the way back: undo and redo are steps to other versions, on record."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from ipu_session.domain import events as e
from ipu_session.domain.event_validation import refuse_implausible, refuse_swollen
from ipu_session.domain.evolve import evolve
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import taken_over_ms
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.state_tree import StateTree

_AFTER = attrgetter("after")


class Row(NamedTuple):
    """One line of the journal: an event, when it happened (UTC), and the number of the act it belongs to."""

    version: int
    at_ms: int
    act: int
    event: e.Event


class Step(NamedTuple):
    """An act that can be undone: the first event says what it was; ``after`` is where it led to."""

    event: e.Event
    before: int
    after: int


_IMPOSSIBLE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What the fold of a row that refers to what is not there may raise."""


class ImpossibleRowError(ValueError):
    """A row of a journal that somebody made up refers to what is not there."""

    def __init__(self, version: int) -> None:
        super().__init__(f"event {version} is impossible")
        self.version = version


class Timeline:
    """The fold of the journal, with every act that can be undone or redone."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._tree = StateTree()
        self._now = Session()
        self._last: Row | None = None
        self._moved_ms = 0
        """How far the latest event itself moved the debate's clock."""
        self._place = 0
        """The version whose content the session has: differs from its own version after a rewind."""
        self._steps: list[Step] = []
        """In the order of where they led to."""
        self._done = 0
        """How many of the steps are done; those after it can be redone."""
        self._passed: dict[int, int] = {}
        """By a place that nobody's act led to, but a gap: the place of the act that it came after."""
        for row in rows:
            self.add_foreign(row)

    @property
    def now(self) -> Session:
        """The latest state."""
        return self._now

    @property
    def acts(self) -> int:
        """How many acts are on record."""
        return 0 if self._last is None else self._last.act

    @property
    def last_ms(self) -> int:
        """When the latest event happened (UTC), 0 if there is none."""
        return 0 if self._last is None else self._last.at_ms

    @property
    def clock_ms(self) -> int:
        """What the debate's clock said right after the latest event: a new time may have been taken over."""
        return self.last_ms + self._moved_ms

    @property
    def undoable(self) -> Step | None:
        """The step that undo would take back; the creation of the session cannot be."""
        return self._steps[self._done - 1] if self._done > 1 else None

    @property
    def redoable(self) -> Step | None:
        """The step that redo would take again."""
        return self._steps[self._done] if self._done < len(self._steps) else None

    def undo(self) -> e.Rewound:
        """Return the event that takes the last step back; RejectedError if there is none."""
        step = self.undoable
        if step is None:
            raise RejectedError(Reason.NOTHING_TO_UNDO)
        return e.Rewound(step.before)

    def redo(self) -> e.Rewound:
        """Return the event that takes the step again; RejectedError if there is none."""
        step = self.redoable
        if step is None:
            raise RejectedError(Reason.NOTHING_TO_REDO)
        return e.Rewound(step.after)

    def add(self, row: Row) -> Session:
        """Return the state after one more event."""
        before = self._now.gaps
        if isinstance(row.event, e.Rewound):
            self._rewind(row.event.to_version)
        else:
            place = self._place
            self._now = self._tree.add(self._now, row.event, row.at_ms)
            self._place = self._now.version
            if isinstance(row.event, e.GapFound):
                self._pass_by(place)
            else:
                self._step(row, place)
        self._last, gaps = row, self._now.gaps
        self._moved_ms = 0 if gaps is before else taken_over_ms(gaps) - taken_over_ms(before)
        return self._now

    def add_foreign(self, row: Row) -> Session:
        """Return the state after an event that comes from a file; ImpossibleRowError if it cannot follow."""
        try:
            self._refuse_out_of_order(row)
            refuse_implausible(self._now, row.event, row.version, row.at_ms)
            now = self.add(row)
            refuse_swollen(now, row.event)
        except _IMPOSSIBLE as error:
            raise ImpossibleRowError(row.version) from error
        return now

    def refuse_unreadable(self, rows: Sequence[Row]) -> None:
        """ValueError if ``rows``, written down next, would keep their file from being opened again."""
        now = self._now
        for row in rows:
            refuse_implausible(now, row.event, row.version, row.at_ms)
            if len(rows) > 1 or isinstance(row.event, e.ThemesMerged):
                # What one event of an act makes the next may name.
                now = evolve(now, row.event, row.at_ms)
                refuse_swollen(now, row.event)

    def state_at(self, version: int) -> Session:
        """Return the session as it stood at ``version``; LookupError if there is no such version."""
        return self._tree.state_at(version)

    def path(self, one: int, other: int) -> Sequence[e.Event]:
        """Return the events by which two versions differ, whichever way was gone between them."""
        return self._tree.path(one, other)

    def _refuse_out_of_order(self, row: Row) -> None:
        if row.version != self._now.version + 1 or row.act not in {self.acts, self.acts + 1} or row.act < 1:
            raise ValueError("out of order")

    def _rewind(self, to_version: int) -> None:
        target = self._tree.origin(to_version)
        self._now = self._tree.rewind(to_version)
        self._place = self._tree.origin(self._now.version)
        if self._place != target:
            self._pass_by(target)
        place = self._passed.get(self._place, self._place)
        led_there = bisect_left(self._steps, place, key=_AFTER)
        found = led_there < len(self._steps) and self._steps[led_there].after == place
        self._done = led_there + 1 if found else 0

    def _step(self, row: Row, place: int) -> None:
        steps = self._steps
        if steps and self._goes_on(row):
            steps[-1] = steps[-1]._replace(after=row.version)
        else:
            del steps[self._done :]
            steps.append(Step(row.event, place, row.version))
            self._done = len(steps)

    def _goes_on(self, row: Row) -> bool:
        """Return whether a row belongs to the act before; a rewind or a gap is never a part of one."""
        last = self._last
        return last is not None and last.act == row.act and not isinstance(last.event, e.Rewound | e.GapFound)

    def _pass_by(self, place: int) -> None:
        """Let an accident of the machine belong to the act before: nobody did it, so nobody undoes it."""
        self._passed[self._place] = self._passed.get(place, place)
