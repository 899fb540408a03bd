"""The single timer of the user interface; every clock on the screen repaints on its signal."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ipu_session.domain.model.ids import Timestamp
from ipu_session.ui.core.session_bridge import SessionBridge

_INTERVAL_MS = 100


class Ticker(QObject):
    """Polls the service and emits the present time every 100 ms; it measures no durations itself."""

    ticked = Signal(Timestamp)

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @Slot()
    def tick(self) -> None:
        """Poll the service for timing gaps and emit `ticked`."""
        self._bridge.poll()
        self.ticked.emit(self._bridge.now())

    def start(self) -> None:
        """Start ticking."""
        self._timer.start(_INTERVAL_MS)

    def stop(self) -> None:
        """Stop ticking."""
        self._timer.stop()
