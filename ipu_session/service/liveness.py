"""The sign of life: what is written while a sitting is open, and what a start makes of the last one.

It holds the debate's clock beside the machine's, so that a start knows how long nobody watched, even if the
machine's clock was set meanwhile or was never the debate's (docs/time.md, decision 0039).
"""

import re
from dataclasses import dataclass

from ipu_session.domain.commands import RecordTimingGap
from ipu_session.domain.model.date_range import is_in_calendar
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.service.clock_monitor import CLOCK_SET_THRESHOLD_MS
from ipu_session.service.ports import ClockReadings

LIVENESS_DRAFT_KEY = "alive"
"""The draft that holds the sign of life."""
_RUNNING, _CLOSED = "running", "closed"
_MIN_UNATTENDED_MS = 3_000
"""Shorter than this, nobody asks."""
_CLOCK_CORRECTION_MS = 60_000
"""A clock that is wrong by less is rarely put right."""
_MAX_CLOCK_DIFFERENCE_MS = 366 * 86_400_000
_DRIFT_DIVISOR = 1_000
"""Two clocks of one machine may part by a thousandth."""
_MARKER_PATTERN = re.compile(
    r"(?P<how>running|closed)"
    r"(?:;version=(?P<version>[0-9]{1,9})"
    r";wall=(?P<wall>-?[0-9]{1,15});up=(?P<up>-?[0-9]{1,15});boot=(?P<boot>[^; ]*))?"
    r" (?P<at>-?[0-9]{1,15})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class LivenessMarker:
    """The debate's clock at one moment, and the machine's clocks beside it if they were written down."""

    at_ms: int
    is_shutdown: bool = False
    version: int | None = None
    """The version of the session at that moment."""
    machine_readings: ClockReadings | None = None

    def to_text(self) -> str:
        """Return what is written down; the moment by the debate's clock stands behind a space."""
        how, machine = _CLOSED if self.is_shutdown else _RUNNING, self.machine_readings
        if machine is None or self.version is None:
            return f"{how} {self.at_ms}"
        facts = f"wall={machine.wall_ms};up={machine.elapsed_ms};boot={machine.boot_id}"
        return f"{how};version={self.version};{facts} {self.at_ms}"


def parse_liveness_marker(text: str) -> LivenessMarker | None:
    """Return what ``LivenessMarker.text`` has made a text of; None if it is none, or of no day there is."""
    found = _MARKER_PATTERN.fullmatch(text)
    if found is None or not is_in_calendar(int(found["at"])):
        return None
    closing = found["how"] == _CLOSED
    if found["version"] is None:
        return LivenessMarker(int(found["at"]), closing)
    at_ms, wall_ms = int(found["at"]), int(found["wall"])
    # Clocks that are a year apart are of nobody's making but a forger's.
    machine = ClockReadings(wall_ms, int(found["up"]), 0, boot_id=found["boot"])
    likely = abs(at_ms - wall_ms) <= _MAX_CLOCK_DIFFERENCE_MS
    return LivenessMarker(at_ms, closing, int(found["version"]), machine if likely else None)


@dataclass(frozen=True, slots=True)
class ResumedClock:
    """Where the debate's clock goes on when a session is opened, and what happened before."""

    now_ms: int
    timing_gaps: tuple[RecordTimingGap, ...] = ()


def detect_unclean_exit(
    sign: LivenessMarker | None, last_ms: int, version: int, readings: ClockReadings
) -> ResumedClock:
    """Return how the debate's clock goes on in a sitting that was open when the program ended.

    ``last_ms`` is the debate's clock at the last event, ``version`` the number of that event; the ``sign`` is
    by the same clock. The clock never goes back behind either.
    """
    from_ms = last_ms if sign is None else max(sign.at_ms, last_ms)
    now_ms, step_ms = _resume_debate_clock(sign, from_ms, readings)
    # What closed the session wrote its sign after the last event.
    closed = sign is not None and sign.is_shutdown and sign.version in {None, version} and sign.at_ms >= last_ms
    gaps = []
    if now_ms - from_ms >= _MIN_UNATTENDED_MS:
        gaps.append(RecordTimingGap(TimingGapCause.CLOSED if closed else TimingGapCause.KILLED, from_ms, now_ms))
    if abs(step_ms) >= max(CLOCK_SET_THRESHOLD_MS, (now_ms - from_ms) // _DRIFT_DIVISOR):
        gaps.append(RecordTimingGap(TimingGapCause.CLOCK_SET, now_ms, now_ms + step_ms))
    return ResumedClock(now_ms, tuple(gaps))


def _resume_debate_clock(sign: LivenessMarker | None, from_ms: int, readings: ClockReadings) -> tuple[int, int]:
    """Return the debate's clock now, and how far the machine's was set since the sign, as far as is known."""
    before = None if sign is None else sign.machine_readings
    ahead_ms = 0 if sign is None or before is None else sign.at_ms - before.wall_ms
    by_wall_ms = readings.wall_ms + ahead_ms
    if sign is not None and before is not None and _is_same_boot(before, readings):
        now_ms = max(from_ms, sign.at_ms + readings.elapsed_ms - before.elapsed_ms)
        return now_ms, by_wall_ms - now_ms
    # The machine was started anew, or is another: there is only its wall clock to go by. If the debate's was
    # another, it is so still, unless somebody has put the machine's right meanwhile.
    put_right = readings.wall_ms >= from_ms and (by_wall_ms < from_ms or ahead_ms >= _CLOCK_CORRECTION_MS)
    now_ms = readings.wall_ms if put_right else by_wall_ms
    if now_ms >= from_ms:
        return now_ms, 0
    return from_ms, max(by_wall_ms, readings.wall_ms) - from_ms


def _is_same_boot(before: ClockReadings, readings: ClockReadings) -> bool:
    """Return whether the machine has run on since, so that its time since the start says how long it was."""
    return bool(readings.boot_id) and before.boot_id == readings.boot_id and readings.elapsed_ms >= before.elapsed_ms
