"""Files that came in, read one after the other beside the window, which never waits for them."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.app_services import DelegationList
from ipu_session.ui.core.background_task import BackgroundTask
from ipu_session.ui.core.session_bridge import SessionBridge

ReadFile = Callable[[Path, DelegationList, str | None], ReceivedFile]


class FileImportQueue(QObject):
    """Reads what it is given; each file is told of by itself."""

    file_read = Signal(str, ReceivedFile)
    """Where a file lies, and what it is."""
    file_rejected = Signal(str, UserFacingError)
    """Where a file lies that cannot be taken, and why."""

    def __init__(self, bridge: SessionBridge, read: ReadFile, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._read_file = read
        self._pending: list[tuple[Path, str | None]] = []
        self._current_path: Path | None = None
        self._results: list[ReceivedFile] = []
        self._task: BackgroundTask | None = None

    @property
    def pending_paths(self) -> Sequence[Path]:
        """The files that are not read yet."""
        return [*([] if self._current_path is None else [self._current_path]), *(path for path, _ in self._pending)]

    def enqueue(self, paths: Iterable[Path], encoding: str | None = None) -> None:
        """Read files, after those that are being read; ``encoding`` if the user had to say it."""
        self._pending += [(path, encoding) for path in paths]
        if self._task is None:
            self._read_next()

    def shut_down(self) -> None:
        """Read no further; wait for the one that is being read."""
        self._pending = []
        if self._task is not None:
            self._task.wait()

    def _read_next(self) -> None:
        if not self._pending:
            return
        self._current_path, encoding = self._pending.pop(0)
        self._results = []
        directory = tuple(self._bridge.session.delegations.values())
        read = partial(self._read_file, self._current_path, directory, encoding)
        self._task = BackgroundTask(partial(_append_result, self._results, read), self)
        self._task.succeeded.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._task.start()

    @Slot()
    def _on_done(self) -> None:
        where, self._current_path = str(self._current_path), None
        self.file_read.emit(where, self._results[0])

    @Slot(UserFacingError)
    def _on_failed(self, error: UserFacingError) -> None:
        where, self._current_path = str(self._current_path), None
        self.file_rejected.emit(where, error)

    @Slot()
    def _on_finished(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task, self._current_path = None, None
        self._read_next()


def _append_result(found: list[ReceivedFile], read: Callable[[], ReceivedFile], progress: Progress) -> None:
    found.append(read())


def local_files(urls: Iterable[QUrl]) -> list[Path]:
    """Return the files of this machine among what was dropped."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
