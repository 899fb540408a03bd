"""Measurement helpers: program and floor are run alternately, so that load on the machine affects both."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from msgspec import Struct


class BenchmarkResult(Struct, frozen=True):
    """One row of the table; ``floor_ms`` is the reference, ``ours_ms`` the program, in milliseconds."""

    subject: str
    floor: str
    floor_ms: float
    ours_ms: float
    goal: str

    def to_table_row(self) -> str:
        ratio = self.ours_ms / self.floor_ms
        cells = (self.subject, self.floor, _ms(self.floor_ms), _ms(self.ours_ms), f"{ratio:.2f} ×", self.goal)
        return f"| {' | '.join(cells)} |"


def _ms(value: float) -> str:
    return f"{value:,.2f} ms" if value < 10 else f"{value:,.0f} ms"


def time_ms(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def measure_medians(floor: Callable[[], object], ours: Callable[[], object], runs: int = 7) -> tuple[float, float]:
    """Return the median times (ms) of ``runs`` alternating runs of both, after one warm-up run."""
    floor(), ours()
    both = [(time_ms(floor), time_ms(ours)) for _ in range(runs)]
    return statistics.median(floor_time for floor_time, _ in both), statistics.median(our_time for _, our_time in both)


def run_process(code: str, *arguments: str) -> tuple[float, float]:
    """Run ``code`` in a new Python process; return its wall time (ms) and the number that it prints last.

    Bytecode is cached, as in an installed program, even if PYTHONDONTWRITEBYTECODE is set here.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code, *arguments]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return (time.perf_counter() - start) * 1000, float(done.stdout.split()[-1])
