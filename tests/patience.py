"""Waiting and measuring on a machine that other programs use too.

A test waits for what must come until `PATIENCE_S` is over: so long that only a hang reaches it. A test of
speed counts processor time, not wall time, and compares it with `floor_s()`, a fixed piece of work measured
in the same run.
"""

import json
from statistics import median
from time import process_time, thread_time

PATIENCE_S = 40
"""A wait that ends before this on an idle machine ends within it on one that is ten times slower."""

_TEXT = json.dumps([{"name": f"n{number}", "values": list(range(20)), "ok": True} for number in range(8_000)])
_IDLE_FLOOR_S = 0.010
"""What one piece of the fixed work costs on the machine for which the promises of quality.md were written."""


def floor_s() -> float:
    """Return the processor seconds that a fixed piece of work costs this thread now (median of five)."""

    def once() -> float:
        begun = thread_time()
        json.loads(_TEXT)
        return thread_time() - begun

    return median(once() for _ in range(5))


def slowdown() -> float:
    """Return how many times slower than the reference machine this processor works now; never less than 1."""
    return max(1.0, floor_s() / _IDLE_FLOOR_S)


class Work:
    """Processor time of the whole process since this was made."""

    def __init__(self) -> None:
        self._begun = process_time()

    def stays_within(self, bound_s: float) -> bool:
        """Whether no more than this was spent since then, counted as on the reference machine.

        The machine is measured only where its seconds do not do as they are: a measure costs as much as
        many of the tests that ask.
        """
        spent = process_time() - self._begun
        return spent <= bound_s or spent / slowdown() <= bound_s
