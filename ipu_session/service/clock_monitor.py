"""Detects timing gaps by comparing clocks: sleep, a stall, a wall clock that was set (docs/time.md)."""

from ipu_session.domain.commands import RecordTimingGap
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.service.ports import ClockReadings

_SLEEP_THRESHOLD_MS = 2_000
_STALL_THRESHOLD_MS = 2_000
CLOCK_SET_THRESHOLD_MS = 2_000
"""Steps of the wall clock that are smaller than this are ignored."""
_MARKER_INTERVAL_MS = 1_000
_IDLE_MARKER_INTERVAL_MS = 5_000
_MARKER_COST_FACTOR = 50
"""The interval to the next liveness marker is at least 50 times what writing the last one took."""


class ClockMonitor:
    """Compares the machine's clocks from one poll to the next."""

    def __init__(self, readings: ClockReadings) -> None:
        self._previous_readings = readings

    def detect_timing_gaps(self, readings: ClockReadings, now: Timestamp) -> tuple[RecordTimingGap, ...]:
        """Return commands that record the timing gaps since the last call; ``now`` is by the debate's clock."""
        before, self._previous_readings = self._previous_readings, readings
        elapsed_ms = readings.elapsed_ms - before.elapsed_ms
        slept_ms = elapsed_ms - (readings.awake_ms - before.awake_ms)
        stalled_ms = readings.unattended_ms - before.unattended_ms
        step_ms = (readings.wall_ms - before.wall_ms) - elapsed_ms
        commands = []
        if stalled_ms >= _STALL_THRESHOLD_MS:
            began_ms = now.utc_ms - stalled_ms - max(0, slept_ms)
            commands.append(RecordTimingGap(TimingGapCause.STALLED, began_ms, began_ms + stalled_ms))
        if slept_ms >= _SLEEP_THRESHOLD_MS:
            commands.append(RecordTimingGap(TimingGapCause.SLEPT, now.utc_ms - slept_ms, now.utc_ms))
        if abs(step_ms) >= CLOCK_SET_THRESHOLD_MS:
            commands.append(RecordTimingGap(TimingGapCause.CLOCK_SET, now.utc_ms, now.utc_ms + step_ms))
        return tuple(commands)


def next_marker_ms(at_ms: int, took_ms: int, *, running: bool = True) -> int:
    """Return when the next liveness marker is due (ms since boot).

    The last one was written at ``at_ms`` (ms since boot), which took ``took_ms``. ``running``: a speaker's clock runs.
    """
    return at_ms + max(_MARKER_INTERVAL_MS if running else _IDLE_MARKER_INTERVAL_MS, _MARKER_COST_FACTOR * took_ms)
