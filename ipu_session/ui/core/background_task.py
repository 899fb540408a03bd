"""Worker threads: a task that reports its progress, and a call that blocks in an event loop (decision 0035)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QThread, Signal

from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.user_facing_error import UserFacingError

ResultT = TypeVar("ResultT")
_EXCLUDE_INPUT = (
    QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents | QEventLoop.ProcessEventsFlag.ExcludeSocketNotifiers
)
"""User input is queued. Where Qt uses the GLib event loop, the socket notifier of a termination signal
(app/gui/shutdown.py) is delivered nevertheless: the window then closes, and the work is still waited for."""


class BackgroundTask(QThread):
    """Runs ``work`` in a thread of its own; ``finished`` is always the last signal."""

    progressed = Signal(int, int)
    """Steps done, steps in total."""
    succeeded = Signal(object)
    """The return value of ``work``."""
    failed = Signal(UserFacingError)

    def __init__(self, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Run ``work``; a UserFacingError is emitted as `failed`, any other exception goes to the crash handler."""
        try:
            result = self._work(self._report_progress)
        except UserFacingError as error:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def _report_progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)


class _CompletionNotifier(QObject):
    """Emits a signal from a worker thread that is delivered, queued, in the GUI thread."""

    completed = Signal()


def process_paint_events() -> None:
    """Process paint and timer events during long work in the GUI thread; user input stays queued."""
    QCoreApplication.processEvents(_EXCLUDE_INPUT)


def run_blocking(work: Callable[[], ResultT]) -> ResultT:
    """Run ``work`` in a worker thread and block in a nested event loop until it returns; return its result.

    Paint and timer events run, user input is excluded. The window may have been closed on return.
    Raises what ``work`` raises.
    """
    told, loop = _CompletionNotifier(), QEventLoop()
    told.completed.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    # If the window is closed meanwhile, the loop ends first; `result()` still waits for the work.
    with ThreadPoolExecutor(1, "waited") as threads:
        outcome = threads.submit(work)
        outcome.add_done_callback(lambda _: told.completed.emit())
        loop.exec(_EXCLUDE_INPUT)
        return outcome.result()
