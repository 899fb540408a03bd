"""The life cycle of background tasks: one at a time, reported in the GUI thread, waited for."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.ui.core.task_runner import TaskRunner
from tests.construction import wait_until


class Desk:
    """A runner with everything that it reported, in order."""

    def __init__(self) -> None:
        self.parent = QObject()
        self.tasks = TaskRunner(self.parent)
        self.reports: list[object] = []
        self.gate = threading.Event()
        self.tasks.failed.connect(self.reports.append)
        self.tasks.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self.reports.append("finished")

    def run(self, result: object) -> None:
        def work() -> object:
            assert self.gate.wait(20)
            return result

        self.tasks.run(work, self.reports.append)

    def settle(self) -> None:
        self.gate.set()
        wait_until(lambda: not self.tasks.is_running)


@pytest.fixture
def desk(qapp: QCoreApplication) -> Iterator[Desk]:
    made = Desk()
    yield made
    made.gate.set()
    made.tasks.shut_down()


def test_a_result_is_reported_in_the_thread_of_the_window(desk: Desk) -> None:
    threads: list[threading.Thread] = []
    desk.tasks.run(threading.current_thread, threads.append)
    desk.tasks.finished.connect(lambda: threads.append(threading.current_thread()))
    desk.settle()
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_a_second_task_waits_and_of_several_the_latest_runs(desk: Desk) -> None:
    for number in range(4):
        desk.run(number)
    assert desk.tasks.is_running
    desk.settle()
    assert desk.reports == [0, "finished", 3, "finished"]


def test_an_error_for_the_user_is_reported_as_such(desk: Desk) -> None:
    error = StoreError(StoreErrorCode.DAMAGED, "x")

    def work() -> None:
        raise error

    desk.tasks.run(work, desk.reports.append)
    desk.settle()
    assert desk.reports == [error, "finished"]


def test_a_completed_task_is_reported_at_once_and_only_once(desk: Desk) -> None:
    desk.gate.set()
    desk.run(1)
    desk.run(2)
    desk.tasks.wait_for_all()
    assert desk.reports == [1, "finished", 2, "finished"]
    QCoreApplication.processEvents()
    assert desk.reports == [1, "finished", 2, "finished"]


def test_what_is_cancelled_is_not_reported_and_the_next_one_is(desk: Desk) -> None:
    desk.run(1)
    desk.run(2)
    desk.tasks.cancel()
    desk.run(3)
    desk.settle()
    assert desk.reports == [3, "finished"]


def test_a_runner_shut_down_reports_nothing_and_has_waited(desk: Desk) -> None:
    desk.run(1)
    desk.gate.set()
    desk.tasks.shut_down()
    assert not desk.tasks.is_running
    QCoreApplication.processEvents()
    assert desk.reports == []


def test_a_runner_deleted_with_its_widget_waits_for_its_thread(desk: Desk) -> None:
    done: list[int] = []

    def work() -> None:
        assert desk.gate.wait(20)
        done.append(1)

    desk.tasks.run(work, desk.reports.append)
    threading.Timer(0.05, desk.gate.set).start()
    desk.tasks.deleteLater()
    QCoreApplication.sendPostedEvents(desk.tasks, QEvent.Type.DeferredDelete)
    assert done == [1]
    desk.tasks = TaskRunner(desk.parent)
