"""Watches the machine for accidents: sleep, a stall, a clock that was set (docs/time.md)."""

from ipu_session.domain.commands import RecordTimingGap
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.service.ports import ClockReadings

_SLEEP_THRESHOLD_MS = 2_000
_STALL_THRESHOLD_MS = 2_000
CLOCK_SET_THRESHOLD_MS = 2_000
"""A step of the machine's clock that is smaller is none of anybody's business."""
_MARKER_INTERVAL_MS = 1_000
_IDLE_MARKER_INTERVAL_MS = 5_000
_MARKER_COST_FACTOR = 50
"""A sign of life is written every second while a clock runs, and takes a fiftieth of the time at most."""


class ClockMonitor:
    """Compares the machine's clocks from one beat to the next."""

    def __init__(self, readings: ClockReadings) -> None:
        self._previous_readings = readings

    def detect_timing_gaps(self, readings: ClockReadings, now: Timestamp) -> tuple[RecordTimingGap, ...]:
        """Return what has happened since the last look; ``now`` is the debate's clock."""
        before, self._previous_readings = self._previous_readings, readings
        elapsed_ms = readings.elapsed_ms - before.elapsed_ms
        slept_ms = elapsed_ms - (readings.awake_ms - before.awake_ms)
        stalled_ms = readings.unattended_ms - before.unattended_ms
        step_ms = (readings.wall_ms - before.wall_ms) - elapsed_ms
        found = []
        if stalled_ms >= _STALL_THRESHOLD_MS:
            began_ms = now.utc_ms - stalled_ms - max(0, slept_ms)
            found.append(RecordTimingGap(TimingGapCause.STALLED, began_ms, began_ms + stalled_ms))
        if slept_ms >= _SLEEP_THRESHOLD_MS:
            found.append(RecordTimingGap(TimingGapCause.SLEPT, now.utc_ms - slept_ms, now.utc_ms))
        if abs(step_ms) >= CLOCK_SET_THRESHOLD_MS:
            found.append(RecordTimingGap(TimingGapCause.CLOCK_SET, now.utc_ms, now.utc_ms + step_ms))
        return tuple(found)


def next_marker_ms(at_ms: int, took_ms: int, *, running: bool = True) -> int:
    """Return when to write the next sign of life, the last one having taken so long to write."""
    return at_ms + max(_MARKER_INTERVAL_MS if running else _IDLE_MARKER_INTERVAL_MS, _MARKER_COST_FACTOR * took_ms)
