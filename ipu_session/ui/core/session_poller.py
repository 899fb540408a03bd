"""Timer that polls a session; repainting has its own timer, `DisplayTicker`."""

from PySide6.QtCore import QObject, QTimer, Slot

from ipu_session.ui.core.session_bridge import SessionBridge

_INTERVAL_MS = 100
"""Far less than the time without a poll after which `service.clock` takes the process for stalled."""


class SessionPoller(QObject):
    """Polls the session every 100 ms: pending writes, timing gaps, liveness marker (`SessionService.poll`)."""

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.poll)

    @Slot()
    def poll(self) -> None:
        """Poll the session now."""
        self._bridge.poll()

    def start(self) -> None:
        """Start polling."""
        self._timer.start(_INTERVAL_MS)

    def stop(self) -> None:
        """Stop polling."""
        self._timer.stop()
