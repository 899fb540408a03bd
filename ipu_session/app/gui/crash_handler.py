"""Crash handler: logs and reports each unhandled exception once for its type and line, and keeps the program running.

No other module of `ui` or `app.gui` catches unexpected exceptions; UserFacingError and RejectedError are caught where
they are expected.
"""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from ipu_session.app.gui.run_state import RunStateFile, read_previous_run
from ipu_session.app.private_log_files import PrivateLogHandler, open_private

_LOG = logging.getLogger("ipu_session")
LOG_FILE_NAME = "ipu-session.log"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _FaultSignals(QObject):
    """Signals that queue the notification of a fault from any thread to the GUI thread."""

    fault_logged = Signal()
    log_failed = Signal()


class CrashHandler:
    """Installs Python's exception hooks, Qt's message handler and ``faulthandler``, until `uninstall`.

    ``tell`` is called for each unhandled exception of a new type or location; ``tell_of_log`` if the log cannot be
    opened, and at the first line that cannot be written. Both are called in the GUI thread.
    """

    def __init__(self, tell: Callable[[], object], tell_of_log: Callable[[], object], folder: Path) -> None:
        self._fault_signals = _FaultSignals()
        self._fault_signals.fault_logged.connect(tell)
        self._fault_signals.log_failed.connect(tell_of_log)
        self._folder = folder
        self._native_fault_file: TextIO | None = None
        self._handler: logging.Handler | None = None
        self._reported_faults: set[str] = set()
        self.previous_run = read_previous_run(folder)
        """What the latest run left that crashed, was killed or was ended by a signal; None if there is nothing."""
        self.run_state_file = RunStateFile(folder)
        self._open_log()
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt_message)

    @property
    def log_path(self) -> Path:
        """Path of the log file."""
        return self._folder / LOG_FILE_NAME

    def uninstall(self, *, keep: bool = False) -> None:
        """Remove the hooks and close the log; ``keep`` leaves the run state file for the next start."""
        qInstallMessageHandler(None)
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        if self._handler is not None:
            _LOG.removeHandler(self._handler)
            self._handler.close()
        if self._native_fault_file is not None:
            faulthandler.disable()
            self._native_fault_file.close()
        self.run_state_file.close(keep=keep)

    def _open_log(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._handler = PrivateLogHandler(self.log_path, self._fault_signals.log_failed.emit)
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
            _LOG.addHandler(self._handler)
            self._native_fault_file = open_private(self.run_state_file.native_fault_path, "w", "utf-8")
            faulthandler.enable(self._native_fault_file)
        except OSError as error:
            # The program runs without a log.
            _LOG.info("no log is kept: %s", error)
            self._fault_signals.log_failed.emit()

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            QCoreApplication.quit()
            return
        self._log_fault_once(error, trace)

    def _on_thread_exception(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            self._log_fault_once(found.exc_value, found.exc_traceback)

    def _on_unraisable(self, found: "sys.UnraisableHookArgs") -> None:
        if found.exc_value is not None:
            self._log_fault_once(found.exc_value, found.exc_traceback)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        _LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)

    def _log_fault_once(self, error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and emit ``fault_logged``, unless one of this type was raised at this line before.

        A fault in a paint event may be repeated 28 times.
        """
        mark = f"{type(error).__name__} {_fault_location(trace)}"
        if mark in self._reported_faults:
            return
        self._reported_faults.add(mark)
        _LOG.error("fault: %s", mark, exc_info=(type(error), error, trace))
        self._fault_signals.fault_logged.emit()


def _fault_location(trace: TracebackType | None) -> str:
    """Return file name and line number where an exception was raised; "" without a traceback."""
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
