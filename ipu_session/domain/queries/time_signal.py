"""The time signal of an intervention: green, amber, red, then over time after a grace period (docs/rules.md#f5)."""

from enum import StrEnum

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.stopwatch import Phase


class TimeSignal(StrEnum):
    """State of the signal; its colour, shape and word follow from it."""

    NO_LIMIT = "no-limit"
    ON_TIME = "on-time"
    NEARLY_UP = "nearly-up"
    TIME_IS_UP = "time-is-up"
    OVER_TIME = "over-time"
    PAUSED = "paused"
    HELD = "held"


def time_signal(rules: Rules, speech: Intervention, now_ms: int) -> TimeSignal:
    """Return the signal at ``now_ms`` (UTC)."""
    stopped = {Phase.PAUSED: TimeSignal.PAUSED, Phase.HELD: TimeSignal.HELD}.get(speech.stopwatch.phase)
    if stopped is not None:
        return stopped
    if not speech.has_limit:
        return TimeSignal.NO_LIMIT
    left_ms = speech.remaining_ms(now_ms)
    # At most half of the limit: a question of 30 seconds is not amber from its first word on.
    if left_ms > min(rules.amber_ms, speech.limit_ms() // 2):
        return TimeSignal.ON_TIME
    if left_ms > 0:
        return TimeSignal.NEARLY_UP
    return TimeSignal.TIME_IS_UP if -left_ms < rules.grace_ms else TimeSignal.OVER_TIME


def bell_strokes(before: TimeSignal | None, after: TimeSignal) -> int:
    """Return the number of bell strokes at a change: one when the time is up, two when the grace period is over."""
    if before not in {TimeSignal.ON_TIME, TimeSignal.NEARLY_UP, TimeSignal.TIME_IS_UP} or before is after:
        return 0
    return {TimeSignal.TIME_IS_UP: 1, TimeSignal.OVER_TIME: 2}.get(after, 0)
