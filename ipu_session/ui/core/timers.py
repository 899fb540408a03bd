"""Single-shot timers: plain, throttle and debounce."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

_DRAFT_INTERVAL_MS = 600


class SingleShotTimer(QTimer):
    """Calls ``callback`` ``interval_ms`` after `start()`; a further `start()` restarts it."""

    def __init__(self, callback: Callable[[], object], interval_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(interval_ms)
        self.timeout.connect(callback)


class ThrottleTimer(SingleShotTimer):
    """Throttle (not debounce): calls ``callback`` ``interval_ms`` after the first `trigger()`.

    Further triggers do not restart the timer: if the process is killed during steady typing, at most one interval
    (by default 600 ms, for drafts) is lost.
    """

    def __init__(self, callback: Callable[[], object], parent: QObject, interval_ms: int = _DRAFT_INTERVAL_MS) -> None:
        super().__init__(callback, interval_ms, parent)

    @Slot()
    def trigger(self) -> None:
        """Start the timer unless it is running."""
        if not self.isActive():
            self.start()


class DebounceTimer(SingleShotTimer):
    """Debounce (not throttle): calls ``callback`` ``interval_ms`` after the last `trigger()`."""

    @Slot()
    def trigger(self) -> None:
        """Start the timer, or restart it."""
        self.start()
