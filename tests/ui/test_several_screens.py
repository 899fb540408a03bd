"""Three real screens of Qt, off screen, in a process of their own: where the windows come up."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE_S
from tests.store.files import a_file

SCRIPT = """
import json, sys
from PySide6.QtWidgets import QApplication
from ipu_session.domain import commands as c
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import a_session
from tests.fake_services import fake_services

app = QApplication([])
service = a_session("KE", "PE")
view = SessionView(SessionBridge(service), fake_services(), Preferences(hall_screen=sys.argv[1]))
said = []
view.announcer.message.connect(said.append)
view.show_workspace("debate")
view.show()
view.display_controller.toggle_hall()
view.display_controller.toggle_chair()
service.execute(c.GiveFloor())
for _ in range(5):
    app.processEvents()

def told(window):
    place = window.screen().geometry()
    return {
        "screen": window.screen().name(),
        "shown": window.isVisible(),
        "full": window.isFullScreen(),
        "inside": place.contains(window.geometry()),
        "ratio": window.screen().devicePixelRatio(),
    }

windows = {"own": view, "hall": view.display_controller.hall_display, "chair": view.display_controller.chair_screen}
print(json.dumps({"said": said, **{name: told(window) for name, window in windows.items()}}))
view.shut_down()
"""


def screen(name: str, left: int, ratio: int = 1) -> dict[str, int | str]:
    return {"name": name, "x": left, "y": 0, "width": 1280, "height": 720, "dpr": ratio}


def ran(tmp_path: Path, screens: tuple[dict[str, int | str], ...], chosen: str = "") -> dict[str, Any]:
    """Open the windows on these screens; return what became of them."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run([sys.executable, "-c", SCRIPT, chosen], env=env, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


THREE = (screen("Laptop", 0), screen("HDMI-1", 1280), screen("DP-2", 2560, 2))


def test_each_display_fills_a_screen_of_its_own(tmp_path: Path) -> None:
    found = ran(tmp_path, THREE)
    assert {name: found[name]["screen"] for name in ("own", "hall", "chair")} == {
        "own": "Laptop",
        "hall": "HDMI-1",
        "chair": "DP-2",
    }
    for name in ("hall", "chair"):
        assert (found[name]["shown"], found[name]["full"], found[name]["inside"]) == (True, True, True)
    assert found["chair"]["ratio"] == 2


def test_a_screen_that_is_chosen_is_kept_to(tmp_path: Path) -> None:
    found = ran(tmp_path, THREE, "DP-2")
    assert (found["hall"]["screen"], found["chair"]["screen"]) == ("DP-2", "HDMI-1")


def test_with_two_screens_the_second_display_waits(tmp_path: Path) -> None:
    found = ran(tmp_path, THREE[:2])
    assert (found["hall"]["shown"], found["chair"]["shown"]) == (True, False)
    assert "never onto this one" in found["said"][1]


def test_with_one_screen_both_wait(tmp_path: Path) -> None:
    found = ran(tmp_path, THREE[:1])
    assert (found["hall"]["shown"], found["chair"]["shown"]) == (False, False)


def test_a_mirrored_screen_is_not_used_and_it_is_told_why(tmp_path: Path) -> None:
    found = ran(tmp_path, (THREE[0], screen("HDMI-1", 0)))
    assert (found["hall"]["shown"], found["chair"]["shown"]) == (False, False)
    assert found["said"][:2] == [
        "The other screen shows the same as this one; extend the desktop for the hall display.",
        "The other screen shows the same as this one; extend the desktop for the chair's screen.",
    ]


CUT_OFF = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ipu_session.app.gui.application import ApplicationRun, open_window

app, desk = open_window(None, show=False)
run = ApplicationRun(app, desk)
run.start(Path(sys.argv[1]))
view = desk.window.centralWidget()
view.show_workspace("report")
view.display_controller.show_displays(("hall", "chair"))
run.write_run_state()
QTimer.singleShot(0, lambda: os.kill(os.getpid(), int(sys.argv[2])))
app.exec()
run.close()
"""

STARTED_AGAIN = """
import json
from ipu_session.app.gui.application import ApplicationRun, open_window

app, desk = open_window(None, show=False)
run = ApplicationRun(app, desk)
run.start(None)
for _ in range(5):
    app.processEvents()
view = desk.window.centralWidget()
shown = {"hall": view.display_controller.hall_display, "chair": view.display_controller.chair_screen}
print(json.dumps({
    "workspace": view.workspaces.current_name,
    "wanted": view.display_controller.wanted_displays(),
    "screens": {name: each.screen().name() for name, each in shown.items() if each and each.isVisible()},
}))
desk.window.close_without_asking()
run.close()
"""


def started(
    tmp_path: Path, screens: tuple[dict[str, int | str], ...], script: str, *arguments: int | Path
) -> tuple[int, str]:
    """Run the program on these screens in a home of its own; return how it ended and what it said."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={config}",
        "PYTHONPATH": str(Path.cwd()),
        "HOME": str(tmp_path),
        **{f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "CACHE", "STATE")},
    }
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    return done.returncode, done.stdout


@pytest.mark.parametrize(("number", "status"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGTERM, 0)])
def test_the_displays_come_back_after_a_crash_and_after_an_end_from_outside(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    path = a_file(tmp_path / "d.ipusession")
    assert started(tmp_path, THREE, CUT_OFF, path, int(number))[0] == status
    status, said = started(tmp_path, THREE, STARTED_AGAIN)
    assert status == 0
    assert json.loads(said) == {
        "workspace": "report",
        "wanted": ["hall", "chair"],
        "screens": {"hall": "HDMI-1", "chair": "DP-2"},
    }


def test_after_a_crash_the_displays_wait_if_their_screens_have_gone(tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    started(tmp_path, THREE, CUT_OFF, path, int(signal.SIGKILL))
    _, said = started(tmp_path, THREE[:1], STARTED_AGAIN)
    assert json.loads(said) == {"workspace": "report", "wanted": ["hall", "chair"], "screens": {}}
