"""Background tasks in worker threads (decision 0054)."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance, Slot

from ipu_session.domain.user_facing_error import UserFacingError

ResultT = TypeVar("ResultT")


class _TaskThread(QThread):
    """Calls ``work``; it returns a function that passes on the result, and is called in the GUI thread."""

    def __init__(self, work: Callable[[], Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.report: Callable[[], object] | None = None
        """None until ``work`` has returned, and if it raised an exception."""
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
        """Call ``report``, or emit ``failed`` with a UserFacingError; do nothing after any other exception."""
        if self.error is not None:
            failed.emit(self.error)
        elif self.report is not None:
            self.report()

    @Slot()
    def wait_until_finished(self) -> None:
        """Block until ``work`` has returned."""
        self.wait()


class TaskRunner(QObject):
    """Runs one task at a time in a worker thread, and passes on its result in the GUI thread."""

    progressed = Signal(int, int)
    """Steps done and steps in total."""
    failed = Signal(UserFacingError)
    finished = Signal()
    """A task has ended, with a result or any exception; not emitted for a task that was cancelled."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: _TaskThread | None = None
        self._next: Callable[[], Callable[[], object]] | None = None
        self._is_cancelled = False
        """Whether the running task was cancelled: its result is dropped."""

    @property
    def is_running(self) -> bool:
        """Whether a task runs or waits; False when `finished` is emitted for the last one."""
        return self._thread is not None or self._next is not None

    def run(self, work: Callable[[], ResultT], report: Callable[[ResultT], object]) -> None:
        """Call ``work`` in a thread, then ``report`` with its result in the GUI thread; `failed` on UserFacingError.

        If a task is running, the new one waits, and replaces a task that waits already.
        """
        self._next = partial(_call, work, report)
        if self._thread is None:
            self._start_next()

    def report_progress(self, done: int, total: int) -> None:
        """Emit `progressed`; to be called by ``work``, in its thread."""
        self.progressed.emit(done, total)

    def wait_for_all(self) -> None:
        """Block until no task runs or waits; pass on each result at once, without the event loop."""
        while self._thread is not None:
            self._thread.wait()
            self._end_task()

    def cancel(self) -> None:
        """Drop the result of the running task, which runs to its end, and do not start the waiting task."""
        self._next = None
        self._is_cancelled = self._thread is not None

    def shut_down(self) -> None:
        """Cancel, then block until the running task has ended."""
        self.cancel()
        self.wait_for_all()

    def _start_next(self) -> None:
        work, self._next = self._next, None
        if work is not None:
            self._thread = _TaskThread(work, self)
            self._thread.finished.connect(self._on_thread_finished)
            self._thread.start()

    @Slot()
    def _on_thread_finished(self) -> None:
        # A queued call: `complete` may have ended the task meanwhile, and another task may run.
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
