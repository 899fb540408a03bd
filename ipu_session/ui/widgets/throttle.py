"""When what is half-typed goes to disk: soon after the first key, however fast the typing goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

_DELAY_MS = 600


class ThrottleTimer(QTimer):
    """Throttle (not debounce): calls ``keep`` 600 ms after the first ``ask()``.

    Further calls of ``ask()`` do not restart the timer: a kill during steady typing loses at most that much.
    """

    def __init__(self, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(_DELAY_MS)
        self.timeout.connect(keep)

    @Slot()
    def trigger(self) -> None:
        """Let ``keep`` be called soon."""
        if not self.isActive():
            self.start()
