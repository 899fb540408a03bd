"""Worker threads: the life cycle of background tasks, once for the whole program (decision 0054)."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance, Slot

from ipu_session.domain.user_facing_error import UserFacingError

ResultT = TypeVar("ResultT")


class _TaskThread(QThread):
    """Calls ``work``, which returns the call that reports its result in the GUI thread."""

    def __init__(self, work: Callable[[], Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.report: Callable[[], object] | None = None
        """None while ``work`` runs, and after an exception that is a defect."""
        self.error: UserFacingError | None = None
        # A runner that is deleted with its widget must not delete a running thread, which would abort the process.
        parent.destroyed.connect(self.wait_until_finished)

    def run(self) -> None:
        """Call ``work``; any exception but a UserFacingError goes to the crash handler."""
        try:
            self.report = self._work()
        except UserFacingError as error:
            self.error = error

    def report_to(self, failed: SignalInstance) -> None:
        """Report the result, or emit the error by ``failed``; nothing after a defect."""
        if self.error is not None:
            failed.emit(self.error)
        elif self.report is not None:
            self.report()

    @Slot()
    def wait_until_finished(self) -> None:
        """Block until ``work`` has returned."""
        self.wait()


class TaskRunner(QObject):
    """Runs one task at a time in a worker thread and reports it in the GUI thread."""

    progressed = Signal(int, int)
    """Steps done and steps in total."""
    failed = Signal(UserFacingError)
    finished = Signal()
    """The last report of each task, also of one that ended by a defect."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: _TaskThread | None = None
        self._next: Callable[[], Callable[[], object]] | None = None
        self._is_cancelled = False
        """Whether the running task is not to be reported."""

    @property
    def is_running(self) -> bool:
        """Whether a task runs or waits; False when `finished` is emitted for the last one."""
        return self._thread is not None or self._next is not None

    def run(self, work: Callable[[], ResultT], report: Callable[[ResultT], object]) -> None:
        """Call ``work`` in a thread, then ``report`` with its result; a UserFacingError is emitted by `failed`.

        While another task runs, this one waits for it; of several that wait, only the latest is run.
        """
        self._next = partial(_call, work, report)
        if self._thread is None:
            self._start_next()

    def report_progress(self, done: int, total: int) -> None:
        """Emit `progressed`; called by the work itself, in its thread."""
        self.progressed.emit(done, total)

    def complete(self) -> None:
        """Block until no task runs or waits, and report each at once, without the event loop."""
        while self._thread is not None:
            self._thread.wait()
            self._end_task()

    def cancel(self) -> None:
        """Report nothing of the running task, and do not begin a waiting one."""
        self._next = None
        self._is_cancelled = self._thread is not None

    def shut_down(self) -> None:
        """Block until the running task has ended; neither it nor a waiting one is reported."""
        self.cancel()
        self.complete()

    def _start_next(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self._thread = _TaskThread(work, self)
            self._thread.finished.connect(self._on_thread_finished)
            self._thread.start()

    @Slot()
    def _on_thread_finished(self) -> None:
        # This call was queued: `complete` may have reported the task meanwhile, and another one may run.
        if self._thread is not None and self._thread.isFinished():
            self._end_task()

    def _end_task(self) -> None:
        thread, is_cancelled = self._thread, self._is_cancelled
        if thread is None:
            return
        try:
            if not is_cancelled:
                thread.report_to(self.failed)
        finally:
            thread.deleteLater()
            self._thread, self._is_cancelled = None, False
            if not is_cancelled:
                self.finished.emit()
            if self._thread is None:
                self._start_next()


def _call(work: Callable[[], ResultT], report: Callable[[ResultT], object]) -> Callable[[], object]:
    return partial(report, work())
