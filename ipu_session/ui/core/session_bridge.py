"""Where the service meets Qt: a callback becomes a signal, a command a slot."""

from collections.abc import Callable

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

_COMMANDS_NEEDING_SITTING = (c.GiveFloor, c.RaisePointOfOrder, c.AskQuestion, c.ChairSpeaks, c.MoveMotion)
"""The core opens a sitting with these, as journals do; from the window nothing opens one unasked."""


class SessionBridge(QObject):
    """What every view gets, and all that it gets of the session."""

    about_to_execute = Signal(object)
    """A command is about to be carried out: what was typed for an intervention that it ends comes first."""
    committed = Signal(CommittedChange)
    rejected = Signal(str)
    """A ``Reason`` value: a rule refused, nothing has changed."""
    action_unavailable = Signal(str)
    """A view cannot do what a key asks of it, there being nothing to do it to; the sentence says what."""
    nothing_changed = Signal()
    """A command was carried out and changed nothing: that is how it stood already."""
    error_occurred = Signal(UserFacingError)
    """The disk said no: nothing has changed."""
    commit_handled = Signal(CommittedChange)
    """An act was done and everybody was told: now a listener may ask for a change, or move the keyboard."""
    save_status_changed = Signal(SaveStatus)
    """Something waits for the disk, or nothing does any more."""

    def __init__(self, service: SessionService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._save_status = service.save_status()
        self._last_commit: CommittedChange | None = None
        service.subscribe(self._on_service_commit)

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self._service.session

    @property
    def undo_step(self) -> UndoStep | None:
        """The act that undo would take back."""
        return self._service.next_undo

    @property
    def redo_step(self) -> UndoStep | None:
        """The act that redo would take again."""
        return self._service.next_redo

    @property
    def notes_projection(self) -> NotesProjection:
        """The notes as they are looked up."""
        return self._service.notes_projection

    @property
    def save_status(self) -> SaveStatus:
        """What waits for the disk."""
        return self._save_status

    def now(self) -> Timestamp:
        """The time, by the one clock."""
        return self._service.now()

    def execute(self, command: c.Command, *files: bytes) -> bool:
        """Ask for ``command``; return whether it was done. A refusal or trouble comes as a signal too.

        The ``files`` that it names by their digests are kept with it.
        """
        if _would_open_sitting(command, self.session):
            self.rejected.emit(Reason.NO_SITTING.value)
            return False
        self.about_to_execute.emit(command)
        before = self.session.version
        done = self._call_service(self._service.execute, command, *files)
        if done and self.session.version == before:
            self.nothing_changed.emit()
        return done

    def rejection_reason(self, command: c.Command) -> Reason | None:
        """Return why a rule would refuse ``command`` now; None if none would."""
        if _would_open_sitting(command, self.session):
            return Reason.NO_SITTING
        try:
            decide(command, self.session, self.now())
        except RejectedError as refused:
            return refused.reason
        return None

    def undo(self) -> bool:
        """Ask to take the last act back."""
        return self._call_service(self._service.undo)

    def redo(self) -> bool:
        """Ask to take an act again."""
        return self._call_service(self._service.redo)

    def poll(self) -> None:
        """Let the service look for accidents of the machine."""
        self._call_service(self._service.poll)

    def write_now(self) -> None:
        """Ask to write at once what waits for the disk."""
        self._call_service(self._service.flush)

    def write_shutdown_marker(self) -> None:
        """Let the service note that the program may end now as it should."""
        self._call_service(self._service.write_shutdown_marker)

    def draw_seed(self) -> int:
        """Return a seed for a drawing of lots."""
        return self._service.seed()

    def save_draft(self, key: str, text: str) -> bool:
        """Ask to keep a half-typed text on disk."""
        return self._call_service(self._service.save_draft, key, text)

    def load_draft(self, key: str) -> str:
        """Return the half-typed text kept under ``key``."""
        return self._service.read_draft(key)

    def save_attachment(self, data: bytes) -> bool:
        """Ask to keep a file that the register names already."""
        return self._call_service(self._service.save_attachment, data)

    def load_attachment(self, digest: str) -> bytes | None:
        """Return a file that is kept in the session; None if it is not here, or if it was changed."""
        try:
            return self._service.read_attachment(digest)
        except UserFacingError as trouble:
            self.error_occurred.emit(trouble)
            return None

    def _call_service(self, act: Callable[..., None], *arguments: object) -> bool:
        try:
            act(*arguments)
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
    """Whether the core would open a sitting for a command."""
    return session.sitting is None and isinstance(command, _COMMANDS_NEEDING_SITTING)
