"""The only module that reads the machine's clocks and its random number generator.

Within a run, time is the time since boot, sleep included. The wall clock is read once as an anchor; after that it
is only compared (docs/time.md).
"""

import sys
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.queries.lot_drawing import MODULUS
from ipu_session.service.ports import ClockReadings

_BOOTTIME_CLOCK = getattr(time, "CLOCK_BOOTTIME", None)
"""Linux: counts during sleep, unlike its monotonic clock."""
_UPTIME_CLOCK = getattr(time, "CLOCK_UPTIME_RAW", None)
"""macOS: does not count during sleep."""


_STALL_MS = 10_000
"""From this interval between two polls the process counts as stalled: the window polls ten times a second."""
_MANUAL_STALL_MS = 90_000
"""The same limit for `ManualClock`: a scripted debate polls seldom."""
_BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")
_MANUAL_CLOCK_NUMBERS = count(1)


class StallDetector:
    """Adds up the intervals between polls that reached a threshold."""

    def __init__(self, longest_ms: int, now_ms: int) -> None:
        self._threshold_ms = longest_ms
        self._last_poll_ms = now_ms
        self._unattended_ms = 0

    def poll_unattended_ms(self, now_ms: int) -> int:
        """Record a poll and return the sum of the stalls so far (ms); ``now_ms`` is time since boot without sleep."""
        passed_ms, self._last_poll_ms = now_ms - self._last_poll_ms, now_ms
        if passed_ms >= self._threshold_ms:
            self._unattended_ms += passed_ms
        return self._unattended_ms

    def add_unattended(self, missed_ms: int, now_ms: int) -> None:
        """Add a stall of ``missed_ms`` that ends at ``now_ms``, whatever its length."""
        self._unattended_ms += missed_ms
        self._last_poll_ms = now_ms


class SystemClock:
    """UTC, anchored to the wall clock once, then advanced by a clock that never jumps and counts during sleep.

    ``boottime_clock`` is the system's clock that counts during sleep; if None, the monotonic clock is used.
    """

    def __init__(self, boottime_clock: int | None = _BOOTTIME_CLOCK) -> None:
        self._boottime_clock = boottime_clock
        self._anchor_ms = _wall_ms() - self._elapsed_ms()
        self._stall_detector = StallDetector(_STALL_MS, _awake_ms())
        self._boot = _boot_id()

    def now(self) -> Timestamp:
        """Return UTC in milliseconds, and the UTC offset of local time in minutes."""
        utc_ms = self._anchor_ms + self._elapsed_ms()
        return Timestamp(utc_ms, time.localtime(utc_ms / 1000).tm_gmtoff // 60)

    def readings(self) -> ClockReadings:
        """Return the present values of the machine's clocks."""
        awake_ms = _awake_ms()
        return ClockReadings(
            _wall_ms(), self._elapsed_ms(), awake_ms, self._stall_detector.poll_unattended_ms(awake_ms), self._boot
        )

    def new_lot_seed(self) -> int:
        """Return a seed for a drawing of lots, from the operating system's random number generator."""
        # A lazy import: `secrets` is a large part of the start time, and few sessions draw lots.
        import secrets

        return secrets.randbelow(MODULUS - 1) + 1

    def _elapsed_ms(self) -> int:
        if self._boottime_clock is not None:
            return time.clock_gettime_ns(self._boottime_clock) // 1_000_000
        return time.monotonic_ns() // 1_000_000


class ManualClock:
    """A clock that advances only by calls: for scripted debates and screenshots."""

    def __init__(self, now_ms: int, offset_min: int = 0) -> None:
        self.now_ms = now_ms
        self.offset_min = offset_min
        self.suspended_ms = 0
        self.wall_offset_ms = 0
        """How far the wall clock of the simulated machine was set, in ms."""
        self._stall_detector = StallDetector(_MANUAL_STALL_MS, now_ms)
        self._boot = f"hand-{next(_MANUAL_CLOCK_NUMBERS)}"

    def now(self) -> Timestamp:
        """Return the simulated time."""
        return Timestamp(self.now_ms, self.offset_min)

    def advance(self, seconds: float) -> None:
        """Advance by ``seconds``."""
        self.now_ms += round(seconds * 1000)

    def suspend(self, seconds: float) -> None:
        """Advance by ``seconds`` during which the machine sleeps."""
        self.advance(seconds)
        self.suspended_ms += round(seconds * 1000)

    def stall(self, seconds: float) -> None:
        """Advance by ``seconds`` during which the process is stopped and the machine runs."""
        self._stall_detector.poll_unattended_ms(self.now_ms - self.suspended_ms)
        self.advance(seconds)
        self._stall_detector.add_unattended(round(seconds * 1000), self.now_ms - self.suspended_ms)

    def readings(self) -> ClockReadings:
        """Return the values of the simulated machine's clocks."""
        awake_ms = self.now_ms - self.suspended_ms
        unattended_ms = self._stall_detector.poll_unattended_ms(awake_ms)
        return ClockReadings(self.now_ms + self.wall_offset_ms, self.now_ms, awake_ms, unattended_ms, self._boot)

    def new_lot_seed(self) -> int:
        """Return 1: drawings of lots are repeatable."""
        return 1


def _boot_id() -> str:
    """Return the first 8 characters of the boot id of the Linux kernel; "" if it cannot be read."""
    with suppress(OSError, ValueError):
        return _BOOT_ID_FILE.read_text("ascii").strip()[:8]
    return ""


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000


def _awake_ms() -> int:
    if _UPTIME_CLOCK is not None:
        return time.clock_gettime_ns(_UPTIME_CLOCK) // 1_000_000
    if sys.platform == "win32":
        import ctypes

        count = ctypes.c_ulonglong()
        # Counts in units of 100 ns, and stops during sleep.
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(count))
        return count.value // 10_000
    return time.monotonic_ns() // 1_000_000
