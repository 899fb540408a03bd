"""Benchmark of the CPU time of a running clock with main window, hall display and chair's screen open."""

import statistics
from pathlib import Path

from benchmarks import sessions
from benchmarks.measure import BenchmarkResult, run_process

_SECONDS = 10
_SCRIPT = f"""
import os, sys, time
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from pathlib import Path
from PySide6.QtCore import QTimer
from ipu_session.app.gui.application import open_window
from ipu_session.domain import commands as c
from ipu_session.ui.core.preferences import Preferences
app, desk = open_window(Path(sys.argv[1]))
displays = desk.window.centralWidget().display_controller
displays.apply_preferences(Preferences(hall_screen="window", chair_screen="window"))
displays.show_displays(("hall", "chair"))
desk.bridge.execute(c.GiveFloor())
spent = []
def look(): spent.append((time.process_time(), time.monotonic()))
QTimer.singleShot(1_000, look)
QTimer.singleShot({1_000 + 1_000 * _SECONDS}, look)
QTimer.singleShot({1_500 + 1_000 * _SECONDS}, app.quit)
app.exec()
desk.window.close_without_asking()
(cpu, wall), (cpu_then, wall_then) = spent
print(1_000 * (cpu_then - cpu) / (wall_then - wall))
"""


def measure(folder: Path) -> list[BenchmarkResult]:
    """Measure the CPU milliseconds spent in each second of wall time, against 2 % of one core (20 ms)."""
    path = folder / "rest.ipusession"
    sessions.write_session(path, 40, 4, waiting=20)
    worked = statistics.median(run_process(_SCRIPT, str(path))[1] for _ in range(3))
    act = "a second of a running clock, three windows open"
    return [BenchmarkResult(act, "2 % of one core", 20, worked, "≤ 1 ×")]
