"""Construction in steps: one in each pass of the event loop, or all at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from ipu_session.ui.core.staged_construction import StagedConstruction
from tests.construction import wait_until


class Steps:
    """Three steps, what they did, and what was reported."""

    def __init__(self) -> None:
        self.parent = QObject()
        self.log: list[str] = []
        self.construction = StagedConstruction(self._build(), self.parent)
        self.construction.finished.connect(lambda: self.log.append("finished"))
        self.construction.failed.connect(lambda: self.log.append("failed"))
        self.is_broken = False

    def _build(self) -> Iterator[None]:
        for name in ("one", "two"):
            self.log.append(name)
            yield
        if self.is_broken:
            raise ZeroDivisionError
        self.log.append("three")


@pytest.fixture
def steps(qapp: QCoreApplication) -> Steps:
    return Steps()


def test_other_events_come_between_the_steps(steps: Steps) -> None:
    timer = QTimer(steps.parent)
    timer.timeout.connect(lambda: steps.log.append("-"))
    timer.start(0)
    steps.construction.start()
    wait_until(lambda: "finished" in steps.log)
    timer.stop()
    log = "".join(part if part == "-" else f" {part} " for part in steps.log)
    assert [part for part in steps.log if part != "-"] == ["one", "two", "three", "finished"]
    assert " one  two " not in log


def test_it_is_completed_at_once_where_nobody_can_wait(steps: Steps) -> None:
    steps.construction.start()
    steps.construction.complete()
    assert steps.log == ["one", "two", "three", "finished"]
    QCoreApplication.processEvents()
    assert steps.log[-1] == "finished"
    assert len(steps.log) == 4


def test_a_cancelled_construction_goes_no_further(steps: Steps) -> None:
    steps.construction.start()
    assert steps.construction.run_step()
    steps.construction.cancel()
    QCoreApplication.processEvents()
    assert steps.log == ["one"]


def test_a_broken_step_ends_it_and_is_raised(steps: Steps) -> None:
    steps.is_broken = True
    with pytest.raises(ZeroDivisionError):
        steps.construction.complete()
    QCoreApplication.processEvents()
    assert steps.log == ["one", "two", "failed"]
