"""Work beside the window: a task that says how it goes, and work that is waited for (decision 0035)."""

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
"""Keys and clicks wait. The word to end the program (app/gui/shutdown.py) does not where Qt's loop is GLib's:
then the window closes, and the work is waited for all the same."""


class BackgroundTask(QThread):
    """Runs ``work`` in a thread of its own; ``finished`` comes last, whatever happened."""

    progressed = Signal(int, int)
    """How much is done, of how much."""
    succeeded = Signal(object)
    """What the work gave back."""
    failed = Signal(UserFacingError)

    def __init__(self, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Do the work; what the machine says no to is told, anything else goes the way of every fault."""
        try:
            result = self._work(self.progressed.emit)
        except UserFacingError as error:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)


class _CompletionNotifier(QObject):
    """Carries the end of a piece of work over to the window's thread."""

    completed = Signal()


def process_paint_events() -> None:
    """Let the window be painted between two pieces of its own work; keys and clicks wait."""
    QCoreApplication.processEvents(_EXCLUDE_INPUT)


def run_blocking(work: Callable[[], ResultT]) -> ResultT:
    """Do work in a thread and return what it gives; the window goes on meanwhile, keys and clicks wait."""
    told, loop = _CompletionNotifier(), QEventLoop()
    told.completed.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    # If the window is closed meanwhile the loop ends first, and the work is waited for all the same.
    with ThreadPoolExecutor(1, "waited") as threads:
        outcome = threads.submit(work)
        outcome.add_done_callback(lambda _: told.completed.emit())
        loop.exec(_EXCLUDE_INPUT)
        return outcome.result()
