"""The window all day long: references to None, memory, and the cost of a clock that runs."""

import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.domain import commands as c
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_session_file
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_poller import SessionPoller
from tests.builders import DIRECTORY, THEMES, FakeClock, person
from tests.controllers import application, fake_clock
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.session_pages import session_view
from tests.soak_figures import Figures

UPDATES = 300_000


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[AppController]:
    """The window on a session in which somebody speaks, with a clock that the test moves."""
    clock = FakeClock()
    path = tmp_path / "soak.ipusession"
    service = SessionService(create_session_file(path), clock)
    service.execute(c.CreateSession(Details(title="Soak"), Rules(), DIRECTORY, THEMES))
    for code in ("KE", "PE", "JP"):
        service.execute(c.AddRequest(person(code, f"Name of {code}")))
    service.execute(c.OpenSitting())
    service.execute(c.GiveFloor())
    service.close()
    desk = AppController(
        application(), fake_services(), clock, AppPaths(tmp_path / "s.json", paths.resources_dir(), tmp_path)
    )
    desk.start(path)
    yield desk
    desk.window.close_without_asking()
    desk.window.deleteLater()
    desk.deleteLater()


def beat(desk: AppController, times: int) -> None:
    """Tenths of a second of a running clock; each second is painted in every window that shows."""
    ticker = not_none(desk.window.findChild(DisplayTicker))
    clock = fake_clock(desk)
    for number in range(times):
        clock.advance(0.1)
        not_none(desk.bridge).poll()
        ticker.tick()
        if number % 10 == 0:
            QApplication.processEvents()
    QApplication.processEvents()


def resident_kb() -> int:
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_none_keeps_its_references_over_minutes_of_a_running_clock(desk: AppController) -> None:
    beat(desk, 500)
    before = sys.getrefcount(None)
    beat(desk, 3_000)
    assert abs(sys.getrefcount(None) - before) < 300


@pytest.mark.soak("R3")
def test_a_day_of_beats_in_three_windows_leaves_references_and_memory_as_they_were(
    desk: AppController, figures: Figures
) -> None:
    desk.apply_preferences(Preferences(hall_screen="window", chair_screen="window"))
    displays = session_view(desk.window).display_controller
    displays.show_displays(("hall", "chair"))
    assert not_none(displays.hall_display).isVisible()
    assert not_none(displays.chair_screen).isVisible()
    not_none(desk.window.findChild(SessionPoller)).stop()
    not_none(desk.window.findChild(DisplayTicker)).stop()
    beat(desk, 20_000)
    references, memory = sys.getrefcount(None), resident_kb()
    beat(desk, UPDATES)
    more, grown = sys.getrefcount(None) - references, resident_kb() - memory
    figures(updates=UPDATES, windows=3, references_to_None_more=more, memory_grown_kB=grown)
    assert abs(more) < 1_000
    assert grown < 10_000
    # Both still show the same second of the same clock.
    assert not_none(displays.chair_screen).clock.text() == not_none(displays.hall_display).displayed_state[1] != ""
