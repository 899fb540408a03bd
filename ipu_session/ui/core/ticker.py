"""The one timer of the screens: it says what time it is, and every clock repaints by that."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from ipu_session.domain.model.ids import Moment
from ipu_session.ui.core.session_bridge import Bridge

_EVERY_MS = 100


class Heartbeat(QObject):
    """Tells the time ten times a second; counts nothing."""

    beat = Signal(Moment)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tell)

    @Slot()
    def tell(self) -> None:
        """Tell the time now."""
        self._bridge.beat()
        self.beat.emit(self._bridge.now())

    def start(self) -> None:
        """Begin to tell the time."""
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        """Tell it no more."""
        self._timer.stop()
