"""The real window with its controller, closed with its dialogs and its language after the test."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.preferences import Preferences
from tests.builders import FakeClock


def application() -> QApplication:
    """Return the application that the fixture `qapp` made."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def fake_clock(desk: AppController) -> FakeClock:
    """Return the clock that the test gave to the controller."""
    assert isinstance(desk._clock, FakeClock)
    return desk._clock


def started_controller(
    errands: AppServices, clock: FakeClock, places: AppPaths, path: Path | None = None
) -> Iterator[AppController]:
    """Yield a controller that has been started; for a fixture to ``yield from``."""
    made = AppController(application(), errands, clock, places)
    made.start(path)
    yield made
    made.apply_preferences(Preferences())
    for dialog in made.window.findChildren(QDialog):
        dialog.close()
    made.window.close_without_asking()
    made.wait_for_tasks()
    made.window.deleteLater()
