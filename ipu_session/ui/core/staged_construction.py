"""Construction of widgets that take long to create, in steps between which the window paints (decision 0054)."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal, Slot

from ipu_session.ui.core.timers import SingleShotTimer


class StagedConstruction(QObject):
    """Runs a generator: each pass of the event loop runs it up to the next ``yield``."""

    finished = Signal()
    """The last step has run."""
    failed = Signal()
    """A step raised an exception, which goes to the crash handler; no further step runs."""

    def __init__(self, steps: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = SingleShotTimer(self.run_step, 0, self)

    def start(self) -> None:
        """Begin; the first step runs in the next pass of the event loop."""
        self._timer.start()

    @Slot()
    def run_step(self) -> bool:
        """Run the next step; return whether another one follows."""
        self._timer.stop()
        is_done = has_raised = True
        try:
            is_done = next(self._steps, _END) is _END
            has_raised = False
        finally:
            if has_raised:
                self.failed.emit()
        if is_done:
            self.finished.emit()
        else:
            self._timer.start()
        return not is_done

    def complete(self) -> None:
        """Run all remaining steps at once: for a caller that needs the result and cannot wait for the event loop."""
        while self.run_step():
            pass

    def cancel(self) -> None:
        """Run no further step, and emit neither signal."""
        self._timer.stop()


_END = object()
