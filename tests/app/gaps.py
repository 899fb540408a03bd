"""How long Qt's event loop stands still: the longest time between two events that ought to follow at once."""

from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Slot

_EVERY_MS = 2


class Gaps(QObject):
    """Ticks as often as the loop lets it, and keeps when."""

    def __init__(self):
        super().__init__()
        self._ticks = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @Slot()
    def _tick(self):
        self._ticks.append(perf_counter())

    def longest_ms(self, begin, over, patience_s=30.0):
        """The longest gap from before ``begin`` is called in the loop until ``over`` says so."""
        self._ticks = []
        self._timer.start(_EVERY_MS)
        _run(100)
        QTimer.singleShot(0, self, begin)
        until = perf_counter() + patience_s
        _run(20)
        while not over():
            assert perf_counter() < until, "it never ended"
            _run(20)
        # What was put off until the loop is free again belongs to it.
        _run(200)
        self._timer.stop()
        return 1000 * max(after - before for before, after in zip(self._ticks, self._ticks[1:], strict=False))


def _run(ms):
    until = perf_counter() + ms / 1000
    while perf_counter() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _EVERY_MS)
