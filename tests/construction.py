"""Workspaces built at once, and sessions opened through Qt's event loop."""

from collections.abc import Iterator
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
    until = monotonic() + PATIENCE_S
    while opening.is_opening:
        assert monotonic() < until, "it was never open"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def open_session(controller: AppController, path: Path) -> None:
    """Open a session as the window does, and wait for it."""
    controller.open_session(path)
    wait_until_open(controller)
