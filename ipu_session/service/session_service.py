"""Application service of a session: executes commands and notifies listeners of committed changes."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from ipu_session.domain.commands import Command, RecordTimingGap, ResolveTimingGap
from ipu_session.domain.decide import decide
from ipu_session.domain.events import Event, Rewound
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import History, JournalRow, UndoStep
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.text.surrogates import replace_surrogates
from ipu_session.service.notes_projection import NotesProjection
from ipu_session.service.ports import Clock, Journal
from ipu_session.service.timekeeper import Timekeeper


class CommittedChange(Struct, frozen=True):
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
        self._timekeeper = Timekeeper(clock, journal, self._history)
        self._notes_projection: NotesProjection | None = None
        self._is_started = False
        """Whether the window runs this session (`start` was called); a command-line run writes no liveness marker."""

    @property
    def session(self) -> Session:
        """The present state."""
        return self._history.state

    @property
    def next_undo(self) -> UndoStep | None:
        """The transaction that undo would take back; None if there is none."""
        return self._history.next_undo

    @property
    def next_redo(self) -> UndoStep | None:
        """The transaction that redo would repeat; None if there is none."""
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
        return self._timekeeper.now()

    def subscribe(self, listener: Callable[[CommittedChange], None]) -> None:
        """Call ``listener`` after every committed transaction."""
        self._listeners.append(listener)

    def execute(self, command: Command, *files: bytes) -> None:
        """Execute ``command``; ``files`` are the attachments that it names by their SHA-256.

        Events and files are written together or not at all. RejectedError: a rule refuses the command.
        UserFacingError: the write failed. RuntimeError: called by a listener (re-entrancy). After an error
        nothing of the command is recorded.
        """
        self._forbid_reentrant_change()
        if self._is_started and not isinstance(command, ResolveTimingGap):
            # A key pressed during a stall is handled before the next poll: record the gap first. An answer to a gap
            # question belongs to the question that was on the screen.
            self._record_timing_gaps(self._timekeeper.detect_timing_gaps())
        now = self.now()
        self._commit(decide(replace_surrogates(command), self.session, now), now, files)

    def undo(self) -> None:
        """Take the last transaction back; RejectedError if there is none."""
        self._rewind(self._history.create_undo_event)

    def redo(self) -> None:
        """Repeat the transaction that was last undone; RejectedError if there is none."""
        self._rewind(self._history.create_redo_event)

    def start(self) -> None:
        """Start the run of a window: record the timing gaps since the last run, and write the liveness marker.

        UserFacingError: a write failed.
        """
        self._is_started = True
        # Build the projection now, in the start, rather than at the first search.
        self._notes_projection = self.notes_projection
        self._record_timing_gaps(self._timekeeper.gaps_since_last_run)
        self._timekeeper.write_marker()

    def poll(self) -> None:
        """Detect timing gaps, flush the journal, write the liveness marker if due; UserFacingError if a write fails."""
        self._journal.flush()
        self._record_timing_gaps(self._timekeeper.detect_timing_gaps())
        self._timekeeper.write_marker_if_due()

    def save_status(self) -> SaveStatus:
        """Return whether everything is on disk; otherwise how many commands are buffered, and why."""
        return self._journal.save_status()

    def flush(self) -> None:
        """Try now to write the buffered commands and drafts; `save_status` has the outcome."""
        self._journal.flush(now=True)

    def save_attachment(self, data: bytes) -> None:
        """Store the file of a contribution that is already registered; UserFacingError if the write fails."""
        self._journal.append((), (data,))

    def read_attachment(self, digest: str) -> bytes | None:
        """Return an attachment by its SHA-256, or None if it is not stored; UserFacingError if its content changed."""
        return self._journal.read_attachment(digest)

    def new_lot_seed(self) -> int:
        """Return a seed for a drawing of lots."""
        return self._clock.new_lot_seed()

    def save_draft(self, key: str, text: str) -> None:
        """Store a half-typed text outside the undo history; "" deletes it. UserFacingError: the write failed."""
        self._journal.save_draft(key, text=text)

    def read_draft(self, key: str) -> str:
        """Return the half-typed text stored under ``key``; "" if there is none."""
        return self._journal.read_draft(key)

    def write_shutdown_marker(self) -> None:
        """In an open sitting, write a liveness marker for a clean shutdown; UserFacingError if the write fails."""
        if self._is_started:
            self._timekeeper.write_shutdown_marker()

    def close(self) -> None:
        """Write the shutdown marker and close the file; UserFacingError if the marker cannot be written."""
        try:
            self.write_shutdown_marker()
        finally:
            self._journal.close()
            # Listeners refer to this service: after `gc.freeze()` such a reference cycle would never be collected.
            self._listeners.clear()

    def _rewind(self, create_event: Callable[[], Rewound]) -> None:
        """Commit an undo or redo."""
        self._forbid_reentrant_change()
        if self._is_started:
            self._record_timing_gaps(self._timekeeper.detect_timing_gaps())
        rewound = create_event()
        self._commit((rewound,), self._timekeeper.time_of_rewind(rewound))

    def _record_timing_gaps(self, gaps: Iterable[RecordTimingGap]) -> None:
        for gap in gaps:
            if self._timekeeper.accept_gap(gap):
                now = self.now()
                self._commit(decide(gap, self.session, now), now)

    def _forbid_reentrant_change(self) -> None:
        if self._is_notifying:
            raise RuntimeError("a listener may not ask for a change")

    def _commit(self, events: tuple[Event, ...], now: Timestamp, files: tuple[bytes, ...] = ()) -> None:
        before = self.session
        transaction = self._history.transaction_count + 1
        rows = tuple(
            JournalRow(version, now.utc_ms, transaction, event)
            for version, event in enumerate(events, start=before.version + 1)
        )
        try:
            self._history.check_rows(rows)
        except (LookupError, ValueError) as error:
            raise RejectedError(Reason.OUT_OF_RANGE) from error
        self._journal.append(rows, files)
        if not rows:
            # Nothing has changed: listeners are not notified.
            return
        for row in rows:
            self._history.apply(row)
        self._timekeeper.apply(events, before, now)
        if self._notes_projection is not None:
            self._notes_projection.apply(
                self._history.events_between(before.version, self.session.version), self.session
            )
        self._notify(CommittedChange(events, self.session))

    def _notify(self, change: CommittedChange) -> None:
        self._is_notifying = True
        try:
            for listener in self._listeners:
                listener(change)
        finally:
            self._is_notifying = False
