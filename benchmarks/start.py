"""Benchmark of start time and memory to the first painted window: 200 interventions, 2,000 notes."""

import statistics
from pathlib import Path

from benchmarks import sessions
from benchmarks.measure import BenchmarkResult, run_process

_MEMORY = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
_FLOOR = f"""
import os; os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1366, 740); window.show()
window.grab(); window.close(); {_MEMORY}
"""
_WAITING = 30
_OURS = f"""
import os, sys; os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HOME"] = os.path.dirname(sys.argv[1])
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

def picture():
    [window] = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMainWindow)]
    window.grab()
    assert {_WAITING} in [rows.model().rowCount() for rows in window.findChildren(QTableView)]
    window.close_without_asking()
    {_MEMORY}
    return 0

# What `ipu-session FILE` does until Qt's loop, and the picture in place of the loop.
QApplication.exec = staticmethod(picture)
from ipu_session.app.main import main
sys.argv[0] = "ipu-session"
main()
"""


def measure(folder: Path) -> list[BenchmarkResult]:
    path = folder / "start.ipusession"
    sessions.write_session(path, 200, 10, waiting=_WAITING)
    floor, ours = [], []
    for _ in range(8):
        floor.append(run_process(_FLOOR))
        ours.append(run_process(_OURS, str(path)))
    times = [statistics.median(run[0] for run in runs[1:]) for runs in (floor, ours)]
    memory = [statistics.median(run[1] for run in runs[1:]) for runs in (floor, ours)]
    print(f"start: memory {memory[0]:.0f} MiB for an empty window, {memory[1]:.0f} MiB for ours")
    ratio = memory[1] / memory[0]
    act = f"start to the first painted window, 200 interventions and 2,000 notes (memory {ratio:.2f} ×)"
    return [BenchmarkResult(act, "an empty QMainWindow", times[0], times[1], "≤ 2.0 × (memory ≤ 1.6 ×)")]
