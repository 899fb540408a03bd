"""The signal of an intervention: green, amber, red, and over time after a grace period (product.md, F5)."""

from enum import StrEnum

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.stopwatch import Phase


class Light(StrEnum):
    """What the light says; colour, shape and word follow from it."""

    NO_LIMIT = "no-limit"
    ON_TIME = "on-time"
    NEARLY_UP = "nearly-up"
    TIME_IS_UP = "time-is-up"
    OVER_TIME = "over-time"
    PAUSED = "paused"
    HELD = "held"


def light(rules: Rules, speech: Intervention, now_ms: int) -> Light:
    """Return the signal at a moment; nothing is cut off by it."""
    stopped = {Phase.PAUSED: Light.PAUSED, Phase.HELD: Light.HELD}.get(speech.watch.phase)
    if stopped is not None:
        return stopped
    if not speech.limited:
        return Light.NO_LIMIT
    left_ms = speech.remaining_ms(now_ms)
    # A question of half a minute is not amber from its first word on.
    if left_ms > min(rules.amber_ms, speech.limit_ms() // 2):
        return Light.ON_TIME
    if left_ms > 0:
        return Light.NEARLY_UP
    return Light.TIME_IS_UP if -left_ms < rules.grace_ms else Light.OVER_TIME


def strokes(before: Light | None, after: Light) -> int:
    """Return how often the bell rings at a change: once when the time is up, twice when the grace is."""
    if before not in {Light.ON_TIME, Light.NEARLY_UP, Light.TIME_IS_UP} or before is after:
        return 0
    return {Light.TIME_IS_UP: 1, Light.OVER_TIME: 2}.get(after, 0)
