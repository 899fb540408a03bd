"""When what is half-typed goes to disk: soon after the first key, however fast the typing goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

_KEPT_AFTER_MS = 600


class Soon(QTimer):
    """Throttle (not debounce): calls ``keep`` 600 ms after the first ``ask()``.

    Further calls of ``ask()`` do not restart the timer: a kill during steady typing loses at most that much.
    """

    def __init__(self, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(_KEPT_AFTER_MS)
        self.timeout.connect(keep)

    @Slot()
    def ask(self) -> None:
        """Let ``keep`` be called soon."""
        if not self.isActive():
            self.start()
