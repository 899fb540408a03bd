"""Watches the machine for accidents: sleep, a stall, a clock that was set (docs/time.md)."""

from ipu_session.domain.commands import NoteGap
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.timing_gaps import GapCause
from ipu_session.service.ports import Readings

_SLEPT_MS = 2_000
_STALLED_MS = 2_000
SET_MS = 2_000
"""A step of the machine's clock that is smaller is none of anybody's business."""
_MARK_EVERY_MS = 1_000
_IDLE_MARK_EVERY_MS = 5_000
_MARK_SHARE = 50
"""A sign of life is written every second while a clock runs, and takes a fiftieth of the time at most."""


class Watch:
    """Compares the machine's clocks from one beat to the next."""

    def __init__(self, readings: Readings) -> None:
        self._before = readings

    def look(self, readings: Readings, now: Moment) -> tuple[NoteGap, ...]:
        """Return what has happened since the last look; ``now`` is the debate's clock."""
        before, self._before = self._before, readings
        elapsed_ms = readings.elapsed_ms - before.elapsed_ms
        slept_ms = elapsed_ms - (readings.awake_ms - before.awake_ms)
        stalled_ms = readings.unattended_ms - before.unattended_ms
        step_ms = (readings.wall_ms - before.wall_ms) - elapsed_ms
        found = []
        if stalled_ms >= _STALLED_MS:
            began_ms = now.utc_ms - stalled_ms - max(0, slept_ms)
            found.append(NoteGap(GapCause.STALLED, began_ms, began_ms + stalled_ms))
        if slept_ms >= _SLEPT_MS:
            found.append(NoteGap(GapCause.SLEPT, now.utc_ms - slept_ms, now.utc_ms))
        if abs(step_ms) >= SET_MS:
            found.append(NoteGap(GapCause.CLOCK_SET, now.utc_ms, now.utc_ms + step_ms))
        return tuple(found)


def next_mark_ms(at_ms: int, took_ms: int, *, running: bool = True) -> int:
    """Return when to write the next sign of life, the last one having taken so long to write."""
    return at_ms + max(_MARK_EVERY_MS if running else _IDLE_MARK_EVERY_MS, _MARK_SHARE * took_ms)
