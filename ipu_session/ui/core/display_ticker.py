"""Timer by whose signal the clocks on the screens are repainted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ipu_session.domain.model.ids import Timestamp

_INTERVAL_MS = 100


class DisplayTicker(QObject):
    """Emits the present time every 100 ms; it neither measures durations nor records anything.

    No poll of the session is needed before: if `SessionPoller` records something, views repaint on that commit.
    """

    ticked = Signal(Timestamp)

    def __init__(self, now: Callable[[], Timestamp], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @Slot()
    def tick(self) -> None:
        """Emit `ticked` with the present time."""
        self.ticked.emit(self._now())

    def start(self) -> None:
        """Start ticking."""
        self._timer.start(_INTERVAL_MS)

    def stop(self) -> None:
        """Stop ticking."""
        self._timer.stop()
