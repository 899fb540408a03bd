"""Queue of received files, read one after another in a worker thread."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.app_services import DelegationList
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.task_runner import TaskRunner

ReadFile = Callable[[Path, DelegationList, str | None], ReceivedFile]


class FileImportQueue(QObject):
    """Reads the enqueued files, and emits a signal with the result of each."""

    file_read = Signal(str, ReceivedFile)
    """Path and content of a file that was read."""
    file_rejected = Signal(str, UserFacingError)
    """Path of a file that could not be read, and the error."""

    def __init__(self, bridge: SessionBridge, read: ReadFile, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._read_file = read
        self._pending: list[tuple[Path, str | None]] = []
        self._current_path: Path | None = None
        self._tasks = TaskRunner(self)
        self._tasks.failed.connect(self._on_failed)
        self._tasks.finished.connect(self._read_next)

    @property
    def pending_paths(self) -> Sequence[Path]:
        """The files not read yet, beginning with the file being read."""
        return [*([] if self._current_path is None else [self._current_path]), *(path for path, _ in self._pending)]

    def enqueue(self, paths: Iterable[Path], encoding: str | None = None) -> None:
        """Append files to the queue; ``encoding`` is the user's choice, None to detect it."""
        self._pending += [(path, encoding) for path in paths]
        if not self._tasks.is_running:
            self._read_next()

    def shut_down(self) -> None:
        """Clear the queue and wait for the file being read."""
        self._pending = []
        self._tasks.shut_down()

    @Slot()
    def _read_next(self) -> None:
        self._current_path = None
        if not self._pending:
            return
        self._current_path, encoding = self._pending.pop(0)
        delegations = tuple(self._bridge.session.delegations.values())
        self._tasks.run(partial(self._read_file, self._current_path, delegations, encoding), self._on_read)

    def _on_read(self, received: ReceivedFile) -> None:
        path, self._current_path = str(self._current_path), None
        self.file_read.emit(path, received)

    @Slot(UserFacingError)
    def _on_failed(self, error: UserFacingError) -> None:
        path, self._current_path = str(self._current_path), None
        self.file_rejected.emit(path, error)


def local_files(urls: Iterable[QUrl]) -> list[Path]:
    """Return the paths of the local files among ``urls``."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
