"""The liveness marker: written while a sitting is open, read at the next start to detect an unclean exit.

It holds the times of the debate's clock and of the machine's clocks at one moment, so that the next start knows how
long the program did not run, even if the wall clock was set meanwhile or differed from the debate's clock
(docs/time.md, decision 0039).
"""

import re

from msgspec import Struct

from ipu_session.domain.commands import RecordTimingGap
from ipu_session.domain.model.date_range import is_in_calendar
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.service.clock_monitor import CLOCK_SET_THRESHOLD_MS
from ipu_session.service.ports import ClockReadings

LIVENESS_DRAFT_KEY = "alive"
"""The draft key under which the journal stores the marker."""
_RUNNING, _CLOSED = "running", "closed"
_MIN_UNATTENDED_MS = 3_000
"""Shorter gaps are not recorded."""
_CLOCK_CORRECTION_MS = 60_000
"""If the debate's clock was ahead of the wall clock by this or more, the wall clock was probably corrected since."""
_MAX_CLOCK_DIFFERENCE_MS = 366 * 86_400_000
_DRIFT_DIVISOR = 1_000
"""Two clocks of one machine may drift apart by 1/1000 of the time."""
_MARKER_PATTERN = re.compile(
    r"(?P<how>running|closed)"
    r"(?:;version=(?P<version>[0-9]{1,9})"
    r";wall=(?P<wall>-?[0-9]{1,15});up=(?P<up>-?[0-9]{1,15});boot=(?P<boot>[^; ]*))?"
    r" (?P<at>-?[0-9]{1,15})",
    re.ASCII,
)


class LivenessMarker(Struct, frozen=True):
    """The debate's clock at one moment, and the machine's clocks at that moment if they are known."""

    at_ms: int
    is_shutdown: bool = False
    version: int | None = None
    """The version of the session at that moment."""
    machine_readings: ClockReadings | None = None

    def to_text(self) -> str:
        """Return the text to store; the time by the debate's clock comes last, after a space."""
        how, machine = _CLOSED if self.is_shutdown else _RUNNING, self.machine_readings
        if machine is None or self.version is None:
            return f"{how} {self.at_ms}"
        facts = f"wall={machine.wall_ms};up={machine.elapsed_ms};boot={machine.boot_id}"
        return f"{how};version={self.version};{facts} {self.at_ms}"


def parse_liveness_marker(text: str) -> LivenessMarker | None:
    """Return the marker that `LivenessMarker.to_text` wrote; None if malformed, or if its time is out of range."""
    match = _MARKER_PATTERN.fullmatch(text)
    if match is None or not is_in_calendar(int(match["at"])):
        return None
    closing = match["how"] == _CLOSED
    if match["version"] is None:
        return LivenessMarker(int(match["at"]), closing)
    at_ms, wall_ms = int(match["at"]), int(match["wall"])
    # Clocks a year apart are forged: ignore the machine's clocks.
    machine = ClockReadings(wall_ms, int(match["up"]), 0, boot_id=match["boot"])
    likely = abs(at_ms - wall_ms) <= _MAX_CLOCK_DIFFERENCE_MS
    return LivenessMarker(at_ms, closing, int(match["version"]), machine if likely else None)


class ResumedClock(Struct, frozen=True):
    """The debate's clock when a session is opened, and the timing gaps since it was last open."""

    now_ms: int
    timing_gaps: tuple[RecordTimingGap, ...] = ()


def detect_unclean_exit(
    sign: LivenessMarker | None, last_ms: int, version: int, readings: ClockReadings
) -> ResumedClock:
    """Return the debate's clock, and the timing gaps, for a sitting that was open when the program ended.

    ``last_ms`` is the debate's clock at the last event, ``version`` the number of that event, ``sign`` the last
    liveness marker. The clock that is returned is not earlier than ``last_ms`` and ``sign.at_ms``.
    """
    from_ms = last_ms if sign is None else max(sign.at_ms, last_ms)
    now_ms, step_ms = _resume_debate_clock(sign, from_ms, readings)
    # A clean shutdown writes its marker after the last event.
    closed = sign is not None and sign.is_shutdown and sign.version in {None, version} and sign.at_ms >= last_ms
    gaps = []
    if now_ms - from_ms >= _MIN_UNATTENDED_MS:
        gaps.append(RecordTimingGap(TimingGapCause.CLOSED if closed else TimingGapCause.KILLED, from_ms, now_ms))
    if abs(step_ms) >= max(CLOCK_SET_THRESHOLD_MS, (now_ms - from_ms) // _DRIFT_DIVISOR):
        gaps.append(RecordTimingGap(TimingGapCause.CLOCK_SET, now_ms, now_ms + step_ms))
    return ResumedClock(now_ms, tuple(gaps))


def _resume_debate_clock(sign: LivenessMarker | None, from_ms: int, readings: ClockReadings) -> tuple[int, int]:
    """Return the debate's clock now, and by how many ms the wall clock was set since the marker (0 if unknown)."""
    before = None if sign is None else sign.machine_readings
    ahead_ms = 0 if sign is None or before is None else sign.at_ms - before.wall_ms
    by_wall_ms = readings.wall_ms + ahead_ms
    if sign is not None and before is not None and _is_same_boot(before, readings):
        now_ms = max(from_ms, sign.at_ms + readings.elapsed_ms - before.elapsed_ms)
        return now_ms, by_wall_ms - now_ms
    # The machine was rebooted, or is another one: only the wall clock can measure the time. The debate's clock is
    # taken to differ from it as much as before, unless the wall clock was corrected meanwhile.
    put_right = readings.wall_ms >= from_ms and (by_wall_ms < from_ms or ahead_ms >= _CLOCK_CORRECTION_MS)
    now_ms = readings.wall_ms if put_right else by_wall_ms
    if now_ms >= from_ms:
        return now_ms, 0
    return from_ms, max(by_wall_ms, readings.wall_ms) - from_ms


def _is_same_boot(before: ClockReadings, readings: ClockReadings) -> bool:
    """Return whether the machine was not rebooted since, so that its time since boot measures the interval."""
    return bool(readings.boot_id) and before.boot_id == readings.boot_id and readings.elapsed_ms >= before.elapsed_ms
