"""The fold of the journal, with undo and redo as recorded rewinds to other versions (`Rewound`)."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.event_validation import check_event, check_text_lengths
from ipu_session.domain.evolve import evolve
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import accepted_clock_shift_ms
from ipu_session.domain.model.value import Value
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.version_tree import StateTree

_AFTER_VERSION = attrgetter("after")


class JournalRow(Value, frozen=True):
    """One row of the journal: an event, its time (UTC, ms) and the number of its transaction."""

    version: int
    at_ms: int
    transaction: int
    event: e.Event
    payload: str = ""
    """The JSON in the file, if encoding the event would give another one; otherwise empty."""


class UndoStep(Value, frozen=True):
    """A transaction that can be undone or redone: its first event, the version before it and the version after it."""

    event: e.Event
    before: int
    after: int


_REPLAY_ERRORS = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""Exceptions that checking or applying an invalid row may raise."""


class ImpossibleRowError(ValueError):
    """A row of the journal is invalid: out of order, a value out of range, a reference to something missing."""

    def __init__(self, version: int) -> None:
        super().__init__(f"event {version} is impossible")
        self.version = version


class History:
    """The latest state, every earlier one, and the transactions that can be undone or redone."""

    def __init__(self, rows: Iterable[JournalRow] = ()) -> None:
        self._tree = StateTree()
        self._state = Session()
        self._last_row: JournalRow | None = None
        self._clock_shift_ms = 0
        """How far the latest event itself moved the debate's clock, in ms."""
        self._content_version = 0
        """The version whose content the session has: differs from its own version after a rewind."""
        self._undo_steps: list[UndoStep] = []
        """Sorted by ``after``."""
        self._undo_depth = 0
        """Number of steps that are done; the steps after them can be redone."""
        self._passed: dict[int, int] = {}
        """Version of a recorded timing gap, which is not a step of undo → version of the transaction before the gap."""
        for row in rows:
            self.replay(row)

    @property
    def state(self) -> Session:
        """The latest state."""
        return self._state

    @property
    def transaction_count(self) -> int:
        """Number of transactions on record."""
        return 0 if self._last_row is None else self._last_row.transaction

    @property
    def last_ms(self) -> int:
        """Time of the latest event (UTC, ms), or 0 if there is none."""
        return 0 if self._last_row is None else self._last_row.at_ms

    @property
    def clock_ms(self) -> int:
        """The debate's clock right after the latest event (UTC, ms): the event itself may have moved the clock."""
        return self.last_ms + self._clock_shift_ms

    @property
    def next_undo(self) -> UndoStep | None:
        """The step that undo would take back, or None; the creation of the session cannot be undone."""
        return self._undo_steps[self._undo_depth - 1] if self._undo_depth > 1 else None

    @property
    def next_redo(self) -> UndoStep | None:
        """The step that redo would repeat, or None."""
        return self._undo_steps[self._undo_depth] if self._undo_depth < len(self._undo_steps) else None

    def create_undo_event(self) -> e.Rewound:
        """Return the event that undoes the last step; RejectedError if there is none."""
        step = self.next_undo
        if step is None:
            raise RejectedError(Reason.NOTHING_TO_UNDO)
        return e.Rewound(step.before)

    def create_redo_event(self) -> e.Rewound:
        """Return the event that repeats the step last undone; RejectedError if there is none."""
        step = self.next_redo
        if step is None:
            raise RejectedError(Reason.NOTHING_TO_REDO)
        return e.Rewound(step.after)

    def apply(self, row: JournalRow) -> Session:
        """Append an event that is known to be valid, and return the state after it."""
        before = self._state.gaps
        if isinstance(row.event, e.Rewound):
            self._rewind(row.event.to_version)
        else:
            content_version = self._content_version
            self._state = self._tree.apply(self._state, row.event, row.at_ms)
            self._content_version = self._state.version
            if isinstance(row.event, e.GapFound):
                self._pass_by(content_version)
            else:
                self._record_step(row, content_version)
        self._last_row, gaps = row, self._state.gaps
        self._clock_shift_ms = 0 if gaps is before else accepted_clock_shift_ms(gaps) - accepted_clock_shift_ms(before)
        return self._state

    def replay(self, row: JournalRow) -> Session:
        """Append an event read from a file and return the state after it; ImpossibleRowError if it is invalid."""
        try:
            self._check_sequence(row)
            check_event(self._state, row.event, row.version, row.at_ms)
            now = self.apply(row)
            check_text_lengths(now, row.event)
        except _REPLAY_ERRORS as error:
            raise ImpossibleRowError(row.version) from error
        return now

    def check_rows(self, rows: Sequence[JournalRow]) -> None:
        """Raise ValueError or LookupError if a journal with ``rows`` appended could not be opened again."""
        now = self._state
        for row in rows:
            check_event(now, row.event, row.version, row.at_ms)
            if len(rows) > 1 or isinstance(row.event, e.ThemesMerged):
                # An event may refer to what an earlier event of its transaction creates.
                now = evolve(now, row.event, row.at_ms)
                check_text_lengths(now, row.event)

    def state_at(self, version: int) -> Session:
        """Return the session as it was at ``version``; LookupError if there is no such version."""
        return self._tree.state_at(version)

    def events_between(self, one: int, other: int) -> Sequence[e.Event]:
        """Return the events by which the contents of two versions differ, the latest first; no rewind is among them."""
        return self._tree.events_between(one, other)

    def _check_sequence(self, row: JournalRow) -> None:
        if (
            row.version != self._state.version + 1
            or row.transaction not in {self.transaction_count, self.transaction_count + 1}
            or row.transaction < 1
        ):
            raise ValueError("out of order")

    def _rewind(self, to_version: int) -> None:
        target = self._tree.content_version(to_version)
        self._state = self._tree.rewind(to_version)
        self._content_version = self._tree.content_version(self._state.version)
        if self._content_version != target:
            self._pass_by(target)
        content_version = self._passed.get(self._content_version, self._content_version)
        index = bisect_left(self._undo_steps, content_version, key=_AFTER_VERSION)
        is_undo_step = index < len(self._undo_steps) and self._undo_steps[index].after == content_version
        self._undo_depth = index + 1 if is_undo_step else 0

    def _record_step(self, row: JournalRow, content_version: int) -> None:
        steps = self._undo_steps
        if steps and self._continues_transaction(row):
            steps[-1] = replace(steps[-1], after=row.version)
        else:
            del steps[self._undo_depth :]
            steps.append(UndoStep(row.event, content_version, row.version))
            self._undo_depth = len(steps)

    def _continues_transaction(self, row: JournalRow) -> bool:
        """Return whether a row belongs to the transaction of the row before; False if that row is a rewind or a gap."""
        last = self._last_row
        return (
            last is not None
            and last.transaction == row.transaction
            and not isinstance(last.event, e.Rewound | e.GapFound)
        )

    def _pass_by(self, content_version: int) -> None:
        """Attach a timing gap to the transaction before it, so that undo skips the gap."""
        self._passed[self._content_version] = self._passed.get(content_version, content_version)
