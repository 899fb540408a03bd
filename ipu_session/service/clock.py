"""The one place that reads the machine's clock."""

import time

from ipu_session.domain.ids import Moment


class SystemClock:
    """UTC anchored once, then moved on by the monotonic clock, so that it never jumps back."""

    def __init__(self) -> None:
        self._offset_ms = time.time_ns() // 1_000_000 - time.monotonic_ns() // 1_000_000

    def now(self) -> Moment:
        """Return UTC in milliseconds, and how many minutes local time is ahead of it."""
        utc_ms = self._offset_ms + time.monotonic_ns() // 1_000_000
        return Moment(utc_ms, time.localtime(utc_ms / 1000).tm_gmtoff // 60)
