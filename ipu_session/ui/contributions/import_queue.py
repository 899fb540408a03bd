"""Files that came in, read one after the other beside the window, which never waits for them."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from ipu_session.domain.exchange.import_results import SentFile
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.core.app_services import Directory
from ipu_session.ui.core.background_task import Task
from ipu_session.ui.core.session_bridge import Bridge

Read = Callable[[Path, Directory, str | None], SentFile]


class Arrivals(QObject):
    """Reads what it is given; each file is told of by itself."""

    arrived = Signal(str, SentFile)
    """Where a file lies, and what it is."""
    refused = Signal(str, TroubleError)
    """Where a file lies that cannot be taken, and why."""

    def __init__(self, bridge: Bridge, read: Read, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._read = read
        self._waiting: list[tuple[Path, str | None]] = []
        self._reading: Path | None = None
        self._found: list[SentFile] = []
        self._task: Task | None = None

    @property
    def waiting(self) -> Sequence[Path]:
        """The files that are not read yet."""
        return [*([] if self._reading is None else [self._reading]), *(path for path, _ in self._waiting)]

    def take(self, paths: Iterable[Path], encoding: str | None = None) -> None:
        """Read files, after those that are being read; ``encoding`` if the user had to say it."""
        self._waiting += [(path, encoding) for path in paths]
        if self._task is None:
            self._begin()

    def rest(self) -> None:
        """Read no further; wait for the one that is being read."""
        self._waiting = []
        if self._task is not None:
            self._task.wait()

    def _begin(self) -> None:
        if not self._waiting:
            return
        self._reading, encoding = self._waiting.pop(0)
        self._found = []
        directory = tuple(self._bridge.session.delegations.values())
        read = partial(self._read, self._reading, directory, encoding)
        self._task = Task(partial(_into, self._found, read), self)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._task.start()

    @Slot()
    def _on_done(self) -> None:
        where, self._reading = str(self._reading), None
        self.arrived.emit(where, self._found[0])

    @Slot(TroubleError)
    def _on_failed(self, error: TroubleError) -> None:
        where, self._reading = str(self._reading), None
        self.refused.emit(where, error)

    @Slot()
    def _on_finished(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task, self._reading = None, None
        self._begin()


def _into(found: list[SentFile], read: Callable[[], SentFile], progress: Progress) -> None:
    found.append(read())


def local_files(urls: Iterable[QUrl]) -> list[Path]:
    """Return the files of this machine among what was dropped."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
