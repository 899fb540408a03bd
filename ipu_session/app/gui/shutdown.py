"""Shutdown from outside: Unix signals, logout from the desktop, shutdown of the machine."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

_SIGNAL_NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")


class ShutdownHandler(QObject):
    """Calls ``keep`` at a logout or shutdown, which may be cancelled, and ``leave`` at a signal to end the program.

    The signals are SIGTERM, SIGHUP, SIGINT and SIGBREAK, as far as the system has them.
    """

    def __init__(self, app: QGuiApplication, keep: Callable[[], object], leave: Callable[[], object]) -> None:
        super().__init__(app)
        self._flush = keep
        self._quit = leave
        self._is_signal_pending = False
        self._reader, self._writer = socket.socketpair()
        self._reader.settimeout(0)
        self._writer.settimeout(0)
        # Python runs signal handlers between bytecodes; while Qt waits, it runs no bytecode: the socket ends the wait.
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
        """Restore the previous signal handlers and close the sockets."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._previous_wakeup_fd)
        for number, old in self._previous_handlers.items():
            signal.signal(number, old)
        self._reader.close()
        self._writer.close()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        # Only a flag is set: the signal may arrive in the middle of a transaction.
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
        # The user may still cancel the logout, so nothing is closed.
        self._flush()
