"""Throttle timer for writing drafts."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

_DELAY_MS = 600


class ThrottleTimer(QTimer):
    """Throttle (not debounce): calls ``keep`` 600 ms after the first `trigger()`.

    Further triggers do not restart the timer: a kill during steady typing loses at most 600 ms of it.
    """

    def __init__(self, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(_DELAY_MS)
        self.timeout.connect(keep)

    @Slot()
    def trigger(self) -> None:
        """Start the timer unless it is running."""
        if not self.isActive():
            self.start()
