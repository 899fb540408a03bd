"""Timeouts and speed measurements for tests on a machine under load.

A test waits for a condition for at most `PATIENCE_S`, which only a hang exceeds. A test of speed measures CPU
time, not wall time, and scales it by `floor_s()`, the time of a fixed workload measured in the same run.
"""

import json
from statistics import median
from time import process_time, thread_time

PATIENCE_S = 240
"""Timeout of a wait, in seconds; sufficient on a machine ten times slower than an idle one."""

_TEXT = json.dumps([{"name": f"n{number}", "values": list(range(20)), "ok": True} for number in range(8_000)])
_IDLE_FLOOR_S = 0.010
"""CPU seconds of the fixed workload on the reference machine, to which the limits in docs/rules.md apply."""


def floor_s() -> float:
    """Return the CPU seconds that the fixed workload takes in this thread now (median of five runs)."""

    def once() -> float:
        begun = thread_time()
        json.loads(_TEXT)
        return thread_time() - begun

    return median(once() for _ in range(5))


def slowdown() -> float:
    """Return by which factor this machine is now slower than the reference machine; at least 1."""
    return max(1.0, floor_s() / _IDLE_FLOOR_S)


class Work:
    """CPU time of the whole process since the object was created."""

    def __init__(self) -> None:
        self._begun = process_time()

    def stays_within(self, bound_s: float) -> bool:
        """Return whether at most ``bound_s`` CPU seconds were spent, scaled to the reference machine.

        The slowdown is measured only if the unscaled time exceeds the bound: measuring takes as long as many
        of the tests themselves.
        """
        spent = process_time() - self._begun
        return spent <= bound_s or spent / slowdown() <= bound_s
