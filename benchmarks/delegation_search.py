"""Benchmark of a search in the delegation finder after each key: 184 delegations in four languages."""

from functools import partial
from pathlib import Path

from benchmarks import sessions
from benchmarks.measure import BenchmarkResult, time_ms
from ipu_session.domain.text.delegation_search import DelegationFinder

_QUERIES = ("k", "ke", "ken", "ô", "côt", "rép", "كين", "united k", "zz")


def measure(folder: Path) -> list[BenchmarkResult]:
    finder = DelegationFinder(sessions.load_delegations())
    times = [time_ms(partial(finder.find, typed)) for _ in range(20) for typed in _QUERIES]
    return [BenchmarkResult("a key in the delegation finder, the slowest", "8 ms", 8.0, max(times), "≤ 1 ×")]
