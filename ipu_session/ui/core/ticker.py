"""The one timer of the screens: it says what time it is, and every clock repaints by that."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ipu_session.domain.model.ids import Timestamp
from ipu_session.ui.core.session_bridge import SessionBridge

_INTERVAL_MS = 100


class Ticker(QObject):
    """Tells the time ten times a second; counts nothing."""

    ticked = Signal(Timestamp)

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @Slot()
    def tick(self) -> None:
        """Tell the time now."""
        self._bridge.poll()
        self.ticked.emit(self._bridge.now())

    def start(self) -> None:
        """Begin to tell the time."""
        self._timer.start(_INTERVAL_MS)

    def stop(self) -> None:
        """Tell it no more."""
        self._timer.stop()
