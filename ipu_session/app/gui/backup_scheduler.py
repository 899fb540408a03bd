"""The rhythm of backups while a session is open, beside the window's thread (quality.md, R8)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.service.ports import Clock
from ipu_session.store.files.locations import PlaceKind, conflict_copies, place_of
from ipu_session.store.maintenance.backups import Backups
from ipu_session.ui.core.background_task import Task, waited
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.throttle import Soon

_RHYTHM_MS = 5 * 60_000
_RHYTHM_SHARED_MS = 60_000
"""In a folder that a network or a service may take away, a copy of this machine's own is never older."""


class Keeper(QObject):
    """Backs one session up soon after it is opened, in its rhythm, when asked, and when it is let go."""

    said = Signal(str)
    """Trouble, once for each kind; what the folder is; a conflict copy that appeared."""

    def __init__(self, data: Path, session: Path, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        self._session = session
        self._backups = Backups(data, session)
        self._clock = clock
        self._task: Task | None = None
        self._again = False
        self._told = ""
        self._conflicts: tuple[Path, ...] = ()
        self._place = place_of(session)
        local = self._place.kind is PlaceKind.LOCAL
        self._timer = QTimer(self)
        self._timer.setInterval(_RHYTHM_MS if local else _RHYTHM_SHARED_MS)
        self._timer.timeout.connect(self.ask)
        self._timer.start()
        # A backup takes half of each moment from the window's thread while that still paints the session.
        self._greeting = Soon(self.greet, self)
        self._greeting.ask()

    @Slot()
    def greet(self) -> None:
        """Say where the session lies, if it is not this machine's own folder, and back it up."""
        told = {
            PlaceKind.LOCAL: "",
            PlaceKind.NETWORK: self.tr(
                "This session is in a network folder ({name}); a copy is kept on this machine every minute."
            ),
            PlaceKind.SYNC: self.tr(
                "This session is in a folder of {name}; open it on one machine at a time. A copy is"
                " kept on this machine every minute."
            ),
        }[self._place.kind]
        if told:
            self.said.emit(told.format(name=self._place.name))
        self.ask()

    @Slot()
    def ask(self) -> None:
        """Back the session up if it has changed; a wish during a backup is granted after it."""
        if self._task is not None:
            self._again = True
            return
        self._task = Task(self._work(self._clock.now().utc_ms), self)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._task.start()
        self._look_for_conflicts()

    def follow(self, session: Path) -> None:
        """Back up another file from now on: what lies under the old name is not the session any more."""
        self._session = session
        self._backups = Backups(self._data, session)
        self._conflicts = ()
        self.ask()

    def rest(self) -> None:
        """Stop; the session is closed, and what it was changed to last is backed up before this returns.

        The window goes on painting meanwhile; keys and clicks wait.
        """
        self._timer.stop()
        self._greeting.stop()
        running, self._task = self._task, None
        if running is not None:
            running.finished.disconnect(self._on_finished)
        try:
            waited(partial(self._last, running, self._clock.now().utc_ms))
        except TroubleError as error:
            self._on_failed(error)
        self.deleteLater()

    def _last(self, running: Task | None, now_ms: int) -> None:
        if running is not None:
            running.wait()
        self._backups.make(now_ms)

    def _work(self, now_ms: int) -> Callable[[Progress], object]:
        backups = self._backups
        return lambda _progress: backups.make(now_ms)

    def _look_for_conflicts(self) -> None:
        found = conflict_copies(self._session)
        new = [path.name for path in found if path not in self._conflicts]
        self._conflicts = found
        if new:
            text = self.tr("Two machines wrote this session at once; the other's part is in {name}.")
            self.said.emit(text.format(name=", ".join(new)))

    @Slot(object)
    def _on_done(self, made: object) -> None:
        self._told = ""

    @Slot(TroubleError)
    def _on_failed(self, error: TroubleError) -> None:
        if self._told != error.trouble.value:
            self._told = error.trouble.value
            text = self.tr("No backup could be made; the debate goes on. {why}")
            self.said.emit(text.format(why=labels.trouble(error)))

    @Slot()
    def _on_finished(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        if self._again:
            self._again = False
            self.ask()
