"""Where the session stands, and the way back: undo and redo are steps to other versions, on record.

Every hundredth state is kept; the others are folded again from the nearest one, so that memory grows in
a straight line and a step back costs at most a hundred events.
"""

from collections.abc import Iterable
from typing import NamedTuple

from ipu_session.domain import events as e
from ipu_session.domain.errors import Reason, RejectedError
from ipu_session.domain.evolve import evolve
from ipu_session.domain.state import Session

_KEPT_EVERY = 100


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


class ImpossibleRowError(ValueError):
    """A row of a journal that somebody made up refers to what is not there."""

    def __init__(self, version: int) -> None:
        super().__init__(f"event {version} is impossible")
        self.version = version


class Timeline:
    """The fold of the journal, with every act that can be undone or redone."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows: list[Row] = []
        self._now = Session()
        self._kept: dict[int, Session] = {0: self._now}
        self._place = 0
        """The version whose content the session has: differs from its own version after a rewind."""
        self._steps: list[Step] = []
        self._done = 0
        """How many of the steps are done; those after it can be redone."""
        for row in rows:
            self._add_foreign(row)

    @property
    def now(self) -> Session:
        """The latest state."""
        return self._now

    @property
    def acts(self) -> int:
        """How many acts are on record."""
        return self._rows[-1].act if self._rows else 0

    @property
    def last_ms(self) -> int:
        """When the latest event happened (UTC), 0 if there is none."""
        return self._rows[-1].at_ms if self._rows else 0

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
        if isinstance(row.event, e.Rewound):
            self._rewind(row.event.to_version)
        else:
            self._step(row)
            self._now = evolve(self._now, row.event, row.at_ms)
            self._place = self._now.version
        self._rows.append(row)
        now = self._now
        if now.version % _KEPT_EVERY == 0:
            self._kept[now.version] = now
        return now

    def state_at(self, version: int) -> Session:
        """Return the session as it stood at ``version``."""
        start = version - version % _KEPT_EVERY
        state = self._kept[start]
        for row in self._rows[start:version]:
            if isinstance(row.event, e.Rewound):
                state = self.state_at(row.event.to_version)._replace(version=row.version)
            else:
                state = evolve(state, row.event, row.at_ms)
        return state

    def _add_foreign(self, row: Row) -> None:
        try:
            self.add(row)
        except (LookupError, ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            raise ImpossibleRowError(row.version) from error

    def _rewind(self, to_version: int) -> None:
        if not 0 < to_version <= self._now.version:
            raise LookupError(to_version)
        done = [n for n, step in enumerate(self._steps) if step.after == to_version]
        self._done = done[-1] + 1 if done else 0
        self._now = self.state_at(to_version)._replace(version=self._now.version + 1)
        self._place = to_version

    def _step(self, row: Row) -> None:
        steps = self._steps
        if isinstance(row.event, e.GapFound):
            self._lengthen(row.version)
        elif self._rows and self._rows[-1].act == row.act:
            steps[-1] = steps[-1]._replace(after=row.version)
        else:
            del steps[self._done :]
            steps.append(Step(row.event, self._place, row.version))
            self._done = len(steps)

    def _lengthen(self, after: int) -> None:
        """Let an accident of the machine belong to the act before: nobody did it, so nobody undoes it."""
        del self._steps[self._done :]
        if self._steps:
            self._steps[-1] = self._steps[-1]._replace(after=after)
