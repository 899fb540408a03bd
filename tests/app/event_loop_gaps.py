"""How long Qt's event loop stands still: the most that this process works between two ticks of a timer.

Processor time of all threads is counted, not wall time: it holds the work of the window's own thread, and of
another thread that holds the GIL, and leaves out what other programs do on a busy machine.
"""

from collections.abc import Callable
from time import monotonic, process_time

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Slot

from tests.patience import PATIENCE_S, slowdown

_EVERY_MS = 2


class Gaps(QObject):
    """Ticks as often as the loop lets it, and keeps when."""

    def __init__(self) -> None:
        super().__init__()
        self._ticks: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @Slot()
    def _tick(self) -> None:
        self._ticks.append(process_time())

    def longest_ms(self, begin: Callable[[], object], over: Callable[[], bool]) -> float:
        """Return the longest gap from before ``begin()`` until ``over()``, as on the reference machine."""
        slow = slowdown()
        self._ticks = []
        self._timer.start(_EVERY_MS)
        _run(100)
        QTimer.singleShot(0, self, begin)
        until = monotonic() + PATIENCE_S
        _run(20)
        while not over():
            assert monotonic() < until, "it never ended"
            _run(20)
        # What was put off until the loop is free again belongs to it.
        _run(200)
        self._timer.stop()
        longest_s = max(after - before for before, after in zip(self._ticks, self._ticks[1:], strict=False))
        return 1000 * longest_s / max(slow, slowdown())


def _run(ms: int) -> None:
    until = monotonic() + ms / 1000
    while monotonic() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _EVERY_MS)
