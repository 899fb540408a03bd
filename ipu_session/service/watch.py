"""Watches the machine for accidents: sleep, a clock that was set, an end without warning (docs/time.md)."""

from ipu_session.domain.commands import NoteGap
from ipu_session.domain.gaps import GapCause
from ipu_session.domain.ids import Moment
from ipu_session.service.ports import Readings

_SLEPT_MS = 2_000
_SET_MS = 2_000
_UNWATCHED_MS = 3_000
"""Shorter than this, nobody asks."""
_MARK_EVERY_MS = 1_000
_MARK_SHARE = 50
"""A sign of life is written every second while a clock runs, and takes a fiftieth of the time at most."""

ALIVE = "alive"
"""The draft that holds the sign of life."""
_RUNNING, _CLOSED = "running", "closed"


class Watch:
    """Compares the machine's clocks from one beat to the next."""

    def __init__(self, readings: Readings) -> None:
        self._before = readings

    def look(self, readings: Readings, now: Moment) -> tuple[NoteGap, ...]:
        """Return what has happened since the last look; ``now`` is the debate's clock."""
        before, self._before = self._before, readings
        elapsed_ms = readings.elapsed_ms - before.elapsed_ms
        slept_ms = elapsed_ms - (readings.awake_ms - before.awake_ms)
        step_ms = (readings.wall_ms - before.wall_ms) - elapsed_ms
        found = []
        if slept_ms >= _SLEPT_MS:
            found.append(NoteGap(GapCause.SLEPT, now.utc_ms - slept_ms, now.utc_ms))
        if abs(step_ms) >= _SET_MS:
            found.append(NoteGap(GapCause.CLOCK_SET, now.utc_ms, now.utc_ms + step_ms))
        return tuple(found)


def next_mark_ms(at_ms: int, took_ms: int) -> int:
    """Return when to write the next sign of life, the last one having taken so long to write."""
    return at_ms + max(_MARK_EVERY_MS, _MARK_SHARE * took_ms)


def sign_of_life(now_ms: int, *, closing: bool = False) -> str:
    """Return what is written down while a clock runs, and when the file is let go of."""
    return f"{_CLOSED if closing else _RUNNING} {now_ms}"


def after_an_end(sign: str, last_event_ms: int, now: Moment) -> NoteGap | None:
    """Return the gap that the end of the program has left, if there is one worth asking about."""
    how, _, at = sign.partition(" ")
    marked_ms = int(at) if at.isdecimal() else 0
    from_ms = max(marked_ms, last_event_ms)
    if now.utc_ms - from_ms < _UNWATCHED_MS:
        return None
    closed = how == _CLOSED and marked_ms >= last_event_ms
    return NoteGap(GapCause.CLOSED if closed else GapCause.KILLED, from_ms, now.utc_ms)
