"""Three real screens of Qt, off screen, in a process of their own: where the windows come up."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json, sys
from PySide6.QtWidgets import QApplication
from ipu_session.domain import commands as c
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.preferences import Preferences
from ipu_session.ui.session_view import SessionView
from tests.builders import a_session
from tests.ui_fakes import fake_errands

app = QApplication([])
service = a_session("KE", "PE")
view = SessionView(Bridge(service), fake_errands(), Preferences(hall_screen=sys.argv[1]))
said = []
view.said.connect(said.append)
view.go("debate")
view.show()
view.displays.toggle_hall()
view.displays.toggle_chair()
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

windows = {"own": view, "hall": view.displays.hall, "chair": view.displays.chair}
print(json.dumps({"said": said, **{name: told(window) for name, window in windows.items()}}))
view.rest()
"""


def screen(name, left, ratio=1):
    return {"name": name, "x": left, "y": 0, "width": 1280, "height": 720, "dpr": ratio}


def ran(tmp_path, screens, chosen=""):
    """Open the windows on these screens; return what became of them."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}", "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, chosen], env=env, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


THREE = (screen("Laptop", 0), screen("HDMI-1", 1280), screen("DP-2", 2560, 2))


def test_each_display_fills_a_screen_of_its_own(tmp_path):
    found = ran(tmp_path, THREE)
    assert {name: found[name]["screen"] for name in ("own", "hall", "chair")} == {
        "own": "Laptop",
        "hall": "HDMI-1",
        "chair": "DP-2",
    }
    for name in ("hall", "chair"):
        assert (found[name]["shown"], found[name]["full"], found[name]["inside"]) == (True, True, True)
    assert found["chair"]["ratio"] == 2


def test_a_screen_that_is_chosen_is_kept_to(tmp_path):
    found = ran(tmp_path, THREE, "DP-2")
    assert (found["hall"]["screen"], found["chair"]["screen"]) == ("DP-2", "HDMI-1")


def test_with_two_screens_the_second_display_waits(tmp_path):
    found = ran(tmp_path, THREE[:2])
    assert (found["hall"]["shown"], found["chair"]["shown"]) == (True, False)
    assert "never onto this one" in found["said"][1]


def test_with_one_screen_both_wait(tmp_path):
    found = ran(tmp_path, THREE[:1])
    assert (found["hall"]["shown"], found["chair"]["shown"]) == (False, False)
