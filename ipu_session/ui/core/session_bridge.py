"""Adapter between `SessionService` and Qt: callbacks and exceptions become signals."""

from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtCore import QObject, Signal

from ipu_session.domain import commands as c
from ipu_session.domain.decide import decide
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import UndoStep
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.notes_projection import NotesProjection
from ipu_session.service.session_service import CommittedChange, SessionService

P = ParamSpec("P")

_COMMANDS_NEEDING_SITTING = (c.GiveFloor, c.RaisePointOfOrder, c.AskQuestion, c.ChairSpeaks, c.MoveMotion)
"""`decide` opens a sitting for these commands if none is open; the bridge rejects them then, as nobody asked for it."""


class SessionBridge(QObject):
    """Gives views the session: its state, commands, drafts, attachments, and signals about changes and errors."""

    about_to_execute = Signal(object)
    """Carries a command before it is executed: text typed for an intervention that it ends is to be recorded first."""
    committed = Signal(CommittedChange)
    rejected = Signal(str)
    """A rule rejected a command, and nothing has changed; carries the value of a ``Reason``."""
    action_unavailable = Signal(str)
    """An action cannot be done now; carries the message to show."""
    nothing_changed = Signal()
    """A command was accepted but produced no events: the session was already in that state."""
    error_occurred = Signal(UserFacingError)
    """A read or write failed."""
    commit_handled = Signal(CommittedChange)
    """All slots of `committed` have returned: a slot of this signal may execute a command or move the focus."""
    save_status_changed = Signal(SaveStatus)
    """Carries the new save status, as when a write fails or all is on disk again."""

    def __init__(self, service: SessionService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._save_status = service.save_status()
        self._last_commit: CommittedChange | None = None
        service.subscribe(self._on_service_commit)

    @property
    def session(self) -> Session:
        """The present state of the session."""
        return self._service.session

    @property
    def undo_step(self) -> UndoStep | None:
        """The transaction that `undo` would revert; None if there is none."""
        return self._service.next_undo

    @property
    def redo_step(self) -> UndoStep | None:
        """The transaction that `redo` would restore; None if there is none."""
        return self._service.next_redo

    @property
    def notes_projection(self) -> NotesProjection:
        """The projection in which notes, names and contributions are searched."""
        return self._service.notes_projection

    @property
    def save_status(self) -> SaveStatus:
        """Whether everything is on disk; if not, the error and what is not written."""
        return self._save_status

    def now(self) -> Timestamp:
        """Return the present time by the clock of the service."""
        return self._service.now()

    def execute(self, command: c.Command, *files: bytes) -> bool:
        """Execute ``command``; return True if it was accepted, else emit `rejected` or `error_occurred`.

        ``files`` are the contents of the attachments that the command names by SHA-256; they are stored with it.
        """
        if _would_open_sitting(command, self.session):
            self.rejected.emit(Reason.NO_SITTING.value)
            return False
        self.about_to_execute.emit(command)
        before = self.session.version
        is_accepted = self._call_service(self._service.execute, command, *files)
        if is_accepted and self.session.version == before:
            self.nothing_changed.emit()
        return is_accepted

    def rejection_reason(self, command: c.Command) -> Reason | None:
        """Return the reason for which ``command`` would be rejected now; None if it would be accepted."""
        if _would_open_sitting(command, self.session):
            return Reason.NO_SITTING
        try:
            decide(command, self.session, self.now())
        except RejectedError as refused:
            return refused.reason
        return None

    def undo(self) -> bool:
        """Revert the last transaction; return True if done, else emit `rejected` or `error_occurred`."""
        return self._call_service(self._service.undo)

    def redo(self) -> bool:
        """Restore the transaction undone last; return True if done, else emit `rejected` or `error_occurred`."""
        return self._call_service(self._service.redo)

    def poll(self) -> None:
        """Poll the service: it writes what waits, records timing gaps, and writes the liveness marker if due."""
        self._call_service(self._service.poll)

    def write_now(self) -> None:
        """Try at once to write the pending transactions and drafts."""
        self._call_service(self._service.flush)

    def write_shutdown_marker(self) -> None:
        """Write a liveness marker that says that the program ends without a crash."""
        self._call_service(self._service.write_shutdown_marker)

    def draw_seed(self) -> int:
        """Return an unpredictable seed for a drawing of lots, 1 to 2147483646."""
        return self._service.new_lot_seed()

    def save_draft(self, key: str, text: str) -> bool:
        """Store a draft under ``key``; return False, after `error_occurred`, if the write fails."""
        return self._call_service(self._service.save_draft, key, text)

    def load_draft(self, key: str) -> str:
        """Return the draft stored under ``key``; "" if there is none."""
        return self._service.read_draft(key)

    def save_attachment(self, data: bytes) -> bool:
        """Store the content of a file that the register names already; return False if the write fails."""
        return self._call_service(self._service.save_attachment, data)

    def load_attachment(self, digest: str) -> bytes | None:
        """Return the attachment with this SHA-256; None if it is missing or (after `error_occurred`) cannot be read."""
        try:
            return self._service.read_attachment(digest)
        except UserFacingError as trouble:
            self.error_occurred.emit(trouble)
            return None

    def _call_service(self, method: Callable[P, None], *arguments: P.args, **named: P.kwargs) -> bool:
        """Call a method of the service; return False, after `rejected` or `error_occurred`, if it fails."""
        try:
            method(*arguments, **named)
        except RejectedError as refusal:
            self.rejected.emit(refusal.reason.value)
            return False
        except UserFacingError as trouble:
            self.error_occurred.emit(trouble)
            return False
        finally:
            self._update_save_status()
        if self._last_commit is not None:
            latest, self._last_commit = self._last_commit, None
            self.commit_handled.emit(latest)
        return True

    def _on_service_commit(self, committed: CommittedChange) -> None:
        self._last_commit = committed
        self.committed.emit(committed)

    def _update_save_status(self) -> None:
        unsaved = self._service.save_status()
        if unsaved != self._save_status:
            self._save_status = unsaved
            self.save_status_changed.emit(unsaved)


def _would_open_sitting(command: c.Command, session: Session) -> bool:
    """Return whether `decide` would open a sitting for ``command``, because none is open."""
    return session.sitting is None and isinstance(command, _COMMANDS_NEEDING_SITTING)
