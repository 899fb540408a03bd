"""Where the service meets Qt: a callback becomes a signal, a command a slot."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ipu_session.domain import commands as c
from ipu_session.domain.decide import decide
from ipu_session.domain.exchange.save_status import Unsaved
from ipu_session.domain.history import Step
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.service.notes_projection import Notebook
from ipu_session.service.session_service import Committed, SessionService

_NEEDS_A_SITTING = (c.GiveFloor, c.RaisePointOfOrder, c.AskQuestion, c.ChairSpeaks, c.MoveMotion)
"""The core opens a sitting with these, as journals do; from the window nothing opens one unasked."""


class Bridge(QObject):
    """What every view gets, and all that it gets of the session."""

    asked = Signal(object)
    """A command is about to be carried out: what was typed for an intervention that it ends comes first."""
    committed = Signal(Committed)
    rejected = Signal(str)
    """A ``Reason`` value: a rule refused, nothing has changed."""
    unable = Signal(str)
    """A view cannot do what a key asks of it, there being nothing to do it to; the sentence says what."""
    unchanged = Signal()
    """A command was carried out and changed nothing: that is how it stood already."""
    troubled = Signal(TroubleError)
    """The disk said no: nothing has changed."""
    settled = Signal(Committed)
    """An act was done and everybody was told: now a listener may ask for a change, or move the keyboard."""
    saving = Signal(Unsaved)
    """Something waits for the disk, or nothing does any more."""

    def __init__(self, service: SessionService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._unsaved = service.unsaved()
        self._latest: Committed | None = None
        service.subscribe(self._tell)

    @property
    def session(self) -> Session:
        """The session as it stands."""
        return self._service.session

    @property
    def undoable(self) -> Step | None:
        """The act that undo would take back."""
        return self._service.undoable

    @property
    def redoable(self) -> Step | None:
        """The act that redo would take again."""
        return self._service.redoable

    @property
    def notebook(self) -> Notebook:
        """The notes as they are looked up."""
        return self._service.notebook

    @property
    def unsaved(self) -> Unsaved:
        """What waits for the disk."""
        return self._unsaved

    def now(self) -> Moment:
        """The time, by the one clock."""
        return self._service.now()

    def execute(self, command: c.Command, *files: bytes) -> bool:
        """Ask for ``command``; return whether it was done. A refusal or trouble comes as a signal too.

        The ``files`` that it names by their digests are kept with it.
        """
        if _opens_a_sitting(command, self.session):
            self.rejected.emit(Reason.NO_SITTING.value)
            return False
        self.asked.emit(command)
        before = self.session.version
        done = self._try(self._service.execute, command, *files)
        if done and self.session.version == before:
            self.unchanged.emit()
        return done

    def refusal(self, command: c.Command) -> Reason | None:
        """Return why a rule would refuse ``command`` now; None if none would."""
        if _opens_a_sitting(command, self.session):
            return Reason.NO_SITTING
        try:
            decide(command, self.session, self.now())
        except RejectedError as refused:
            return refused.reason
        return None

    def undo(self) -> bool:
        """Ask to take the last act back."""
        return self._try(self._service.undo)

    def redo(self) -> bool:
        """Ask to take an act again."""
        return self._try(self._service.redo)

    def beat(self) -> None:
        """Let the service look for accidents of the machine."""
        self._try(self._service.beat)

    def write_now(self) -> None:
        """Ask to write at once what waits for the disk."""
        self._try(self._service.write_now)

    def sign_off(self) -> None:
        """Let the service note that the program may end now as it should."""
        self._try(self._service.sign_off)

    def seed(self) -> int:
        """Return a seed for a drawing of lots."""
        return self._service.seed()

    def keep_draft(self, key: str, text: str) -> bool:
        """Ask to keep a half-typed text on disk."""
        return self._try(self._service.keep_draft, key, text)

    def draft(self, key: str) -> str:
        """Return the half-typed text kept under ``key``."""
        return self._service.draft(key)

    def keep_file(self, data: bytes) -> bool:
        """Ask to keep a file that the register names already."""
        return self._try(self._service.keep_file, data)

    def kept_file(self, digest: str) -> bytes | None:
        """Return a file that is kept in the session; None if it is not here, or if it was changed."""
        try:
            return self._service.kept_file(digest)
        except TroubleError as trouble:
            self.troubled.emit(trouble)
            return None

    def _try(self, act: Callable[..., None], *arguments: object) -> bool:
        try:
            act(*arguments)
        except RejectedError as refusal:
            self.rejected.emit(refusal.reason.value)
            return False
        except TroubleError as trouble:
            self.troubled.emit(trouble)
            return False
        finally:
            self._look_at_disk()
        if self._latest is not None:
            latest, self._latest = self._latest, None
            self.settled.emit(latest)
        return True

    def _tell(self, committed: Committed) -> None:
        self._latest = committed
        self.committed.emit(committed)

    def _look_at_disk(self) -> None:
        unsaved = self._service.unsaved()
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self.saving.emit(unsaved)


def _opens_a_sitting(command: c.Command, session: Session) -> bool:
    """Whether the core would open a sitting for a command."""
    return session.sitting is None and isinstance(command, _NEEDS_A_SITTING)
