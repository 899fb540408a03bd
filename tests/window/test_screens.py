"""A screen plugged in and pulled out of a real X server while the hall display is on it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.patience import PATIENCE_S
from tests.window.driver import ROOT, Screen

SCRIPT = """
import json, subprocess, time
from PySide6.QtWidgets import QApplication
from ipu_session.domain import commands as c
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import a_session
from tests.patience import PATIENCE_S
from tests.fake_services import fake_services

app = QApplication([])
service = a_session("KE", "PE")
view = SessionView(SessionBridge(service), fake_services())
said = []
view.announcer.message.connect(said.append)
view.show_workspace("debate")
view.resize(1000, 700)
view.show()
view.display_controller.toggle_hall()
service.execute(c.GiveFloor())
found = []

def screens():
    return sorted(screen.name() for screen in app.screens())

def wait(there):
    until = time.monotonic() + PATIENCE_S
    while screens() != ["Hall", "Laptop"][not there :] and time.monotonic() < until:
        app.processEvents()
    for _ in range(20):
        app.processEvents()
    hall = view.display_controller.hall_display
    found.append([screens(), hall.isVisible(), list(hall.geometry().getRect()) if hall.isVisible() else []])

def xrandr(*words):
    subprocess.run(["xrandr", *words], check=True, capture_output=True)

for _ in range(20):
    app.processEvents()
# Else the server's one output makes one screen of all, which the other would lie in.
xrandr("--setmonitor", "Laptop", "1366/360x768/200+0+0", "screen")
wait(False)
for _ in range(2):
    xrandr("--setmonitor", "Hall", "1366/360x768/200+1366+0", "none")
    wait(True)
    xrandr("--delmonitor", "Hall")
    wait(False)
print(json.dumps({"found": found, "said": [line for line in said if line]}))
view.shut_down()
"""


@pytest.fixture
def wide() -> Iterator[Screen]:
    screen = Screen("2732x768x24")
    yield screen
    screen.close()


def test_the_display_hides_when_its_screen_goes_and_comes_back_with_it(wide: Screen) -> None:
    env = {**os.environ, "DISPLAY": wide.display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=env, capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    there = [["Hall", "Laptop"], True, [1366, 0, 1366, 768]]
    gone = [["Laptop"], False, []]
    assert told["found"] == [gone, there, gone, there, gone]
    waiting = "There is no screen for the hall display; it comes with one, never onto this one."
    shown = "The hall display is on."
    assert [line for line in told["said"] if "hall display" in line] == [waiting, shown, waiting, shown, waiting]
