"""The end that comes from outside: a signal, the desktop's logging out, the machine switched off."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

_SIGNAL_NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")


class ShutdownHandler(QObject):
    """Calls ``keep`` when the machine may stop soon, and ``leave`` when the program is told to end."""

    def __init__(self, app: QGuiApplication, keep: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__(app)
        self._flush = keep
        self._quit = leave
        self._is_signal_pending = False
        self._reader, self._writer = socket.socketpair()
        self._reader.settimeout(0)
        self._writer.settimeout(0)
        # Python runs a signal's handler between two of its own instructions; Qt waits in none of them.
        self._previous_wakeup_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._previous_handlers = {
            number: signal.signal(number, self._on_signal)
            for name in _SIGNAL_NAMES
            if (number := getattr(signal, name, None)) is not None
        }
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_socket_readable)
        app.commitDataRequest.connect(self._on_commit_data)

    def uninstall(self) -> None:
        """Let signals do what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._previous_wakeup_fd)
        for number, old in self._previous_handlers.items():
            signal.signal(number, old)
        self._reader.close()
        self._writer.close()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        # Only noted: it may come in the middle of an act.
        self._is_signal_pending = True

    @Slot()
    def _on_socket_readable(self) -> None:
        try:
            self._reader.recv(64)
        except BlockingIOError:
            return
        if self._is_signal_pending:
            self._is_signal_pending = False
            self._quit()

    @Slot(QSessionManager)
    def _on_commit_data(self, manager: QSessionManager) -> None:
        # Whoever logs out may still change their mind, so nothing is closed.
        self._flush()
