"""A piece of work beside the window: it says how far it is, and how it ended."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from ipu_session.domain.trouble import TroubleError
from ipu_session.ui.errands import Progress


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
