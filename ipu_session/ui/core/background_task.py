"""Work beside the window: a task that says how it goes, and work that is waited for (decision 0035)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QThread, Signal

from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.user_facing_error import TroubleError

Outcome = TypeVar("Outcome")
_PAINTING_ALONE = (
    QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents | QEventLoop.ProcessEventsFlag.ExcludeSocketNotifiers
)
"""Keys and clicks wait. The word to end the program (app/gui/shutdown.py) does not where Qt's loop is GLib's:
then the window closes, and the work is waited for all the same."""


class Task(QThread):
    """Runs ``work`` in a thread of its own; ``finished`` comes last, whatever happened."""

    progressed = Signal(int, int)
    """How much is done, of how much."""
    done = Signal(object)
    """What the work gave back."""
    failed = Signal(TroubleError)

    def __init__(self, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def run(self) -> None:
        """Do the work; what the machine says no to is told, anything else goes the way of every fault."""
        try:
            result = self._work(self.progressed.emit)
        except TroubleError as error:
            self.failed.emit(error)
        else:
            self.done.emit(result)


class _Told(QObject):
    """Carries the end of a piece of work over to the window's thread."""

    ended = Signal()


def breathe() -> None:
    """Let the window be painted between two pieces of its own work; keys and clicks wait."""
    QCoreApplication.processEvents(_PAINTING_ALONE)


def waited(work: Callable[[], Outcome]) -> Outcome:
    """Do work in a thread and return what it gives; the window goes on meanwhile, keys and clicks wait."""
    told, loop = _Told(), QEventLoop()
    told.ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    # If the window is closed meanwhile the loop ends first, and the work is waited for all the same.
    with ThreadPoolExecutor(1, "waited") as threads:
        outcome = threads.submit(work)
        outcome.add_done_callback(lambda _: told.ended.emit())
        loop.exec(_PAINTING_ALONE)
        return outcome.result()
