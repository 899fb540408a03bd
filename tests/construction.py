"""Workspaces built at once, and sessions opened through Qt's event loop."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop

from ipu_session.app.gui.controller import AppController
from ipu_session.ui.shell.workspace_stack import WorkspaceStack
from tests.patience import PATIENCE_S


class Staged(Protocol):
    """A widget that is built in steps."""

    def build_steps(self) -> Iterator[None]: ...


StagedT = TypeVar("StagedT", bound=Staged)


def complete(page: StagedT) -> StagedT:
    """Run all steps of a widget and return it."""
    for _ in page.build_steps():
        pass
    return page


def wait_until_open(opening: AppController | WorkspaceStack) -> None:
    """Run the event loop until nothing is being opened any more."""
    wait_until(lambda: not opening.is_opening)


def wait_until(condition: Callable[[], bool]) -> None:
    """Run the event loop until ``condition`` holds."""
    until = monotonic() + PATIENCE_S
    while not condition():
        assert monotonic() < until, "it never came to hold"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def open_session(controller: AppController, path: Path) -> None:
    """Open a session as the window does, and wait for it."""
    controller.open_session(path)
    wait_until_open(controller)
