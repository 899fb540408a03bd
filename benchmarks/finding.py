"""Each key in the delegation finder: 184 delegations in four languages."""

from pathlib import Path

from benchmarks import sessions
from benchmarks.measure import Result, timed
from ipu_session.domain.text.delegation_search import Finder

_TYPED = ("k", "ke", "ken", "ô", "côt", "rép", "كين", "united k", "zz")


def measure(folder: Path) -> list[Result]:
    finder = Finder(sessions.directory())
    times = [timed(lambda typed=typed: finder.find(typed)) for _ in range(20) for typed in _TYPED]
    return [Result("a key in the delegation finder, the slowest", "8 ms", 8.0, max(times), "≤ 1 ×")]
