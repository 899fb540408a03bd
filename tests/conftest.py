"""What every test gets: no screen, a home of its own; nothing unexpected said, nothing left over."""

import contextlib
import gc
import logging
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import configuration, settings

from tests.soak_figures import figures, note_promise, table

if TYPE_CHECKING:
    # A test run without Qt imports this module too (`make test-windows`).
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

__all__ = ["figures"]

ROOT = Path(__file__).parents[1]

# Before any test module is imported: Qt and appdirs read these when they are first asked.
_HOME = Path(tempfile.mkdtemp(prefix="ipu-session-tests-"))
_FOLDERS = {
    "XDG_CONFIG_HOME": _HOME / "config",
    "XDG_DATA_HOME": _HOME / "data",
    "XDG_CACHE_HOME": _HOME / "cache",
    "XDG_STATE_HOME": _HOME / "state",
}
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HOME"] = str(_HOME)
os.environ.update({name: str(path) for name, path in _FOLDERS.items()})

configuration.set_hypothesis_home_dir(ROOT / "build" / "hypothesis")
settings.register_profile("ordinary", deadline=None, max_examples=60, print_blob=True)
settings.register_profile("soak", deadline=None, max_examples=2_000, print_blob=True)


def _stay_offline(event: str, arguments: tuple[object, ...]) -> None:
    """The program works without a network: reaching for one is a fault."""
    named = event in {"socket.getaddrinfo", "socket.gethostbyname"}
    # An address of AF_UNIX is a path; of the network it is a tuple.
    if named or (event in {"socket.connect", "socket.bind"} and isinstance(arguments[1], tuple)):
        raise ConnectionError(f"this program is offline: {event} {arguments[-1]}")


def pytest_configure(config: pytest.Config) -> None:
    """Cut the network off; take more examples where long sweeps were asked for."""
    sys.addaudithook(_stay_offline)
    settings.load_profile("soak" if config.option.markexpr == "soak" else "ordinary")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Each long sweep shows a promise."""
    note_promise(item)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """End with what the long sweeps did and found."""
    reports = [report for kind in ("passed", "failed", "error") for report in terminalreporter.getreports(kind)]
    lines = table(reports)
    if lines:
        terminalreporter.write_sep("=", "figures")
        for line in lines:
            terminalreporter.write_line(line)


def pytest_unconfigure() -> None:
    """Remove the home of this run."""
    shutil.rmtree(_HOME, ignore_errors=True)


class _Unexpected(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless the test asked for caplog."""
    handler = _Unexpected()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if "caplog" not in request.fixturenames:
        assert not handler.lines, f"unexpected log: {handler.lines}"


@pytest.fixture(autouse=True)
def _no_settings_of_another_test() -> Iterator[None]:
    """What one test keeps in the user's folders is not found by the next."""
    yield
    for folder in _FOLDERS.values():
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """No thread and, in a test with Qt, no window, timer or task of the pool outlives its test."""
    threads = set(threading.enumerate())
    windows = set(_windows())
    yield
    left = [thread for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    assert not left, f"threads left running: {left}"
    if "qapp" not in request.fixturenames:
        return
    _carry_out_deletions()
    visible = [window for window in _windows() if window.isVisible()]
    for window in visible:
        window.hide()
    assert not visible, f"windows left open: {visible}"
    if any(window not in windows for window in _windows()):
        request.node.funcargs.clear()  # what a fixture returned goes with its test
        gc.collect()
        _carry_out_deletions()
    kept = [window for window in _windows() if window not in windows and not _qt_keeps(window)]
    assert not kept, f"windows left alive: {kept}"
    running = list(_running())
    assert not running, f"left running: {running}"


@pytest.fixture
def qtbot(qapp: "QApplication", request: pytest.FixtureRequest) -> "Iterator[QtBot]":
    """The bot of pytest-qt, with the patience that a busy machine needs."""
    from tests.patient_qtbot import PatientQtBot

    bot = PatientQtBot(request)
    yield bot
    bot.widgets.clear()


def _windows() -> "list[QWidget]":
    """Every window there is, where a test has brought Qt in."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return [] if widgets is None else widgets.QApplication.topLevelWidgets()


def _qt_keeps(window: "QWidget") -> bool:
    """Whether Qt itself keeps the window for the next time: tool tips and the lists of combo boxes."""
    return window.metaObject().className() in {"QTipLabel", "QComboBoxPrivateContainer"}


def _carry_out_deletions() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _running() -> Iterator[object]:
    """Timers and threads that run, with a parent or without, and tasks of the pool."""
    from PySide6.QtCore import QThread, QThreadPool, QTimer
    from shiboken6 import isValid

    if QThreadPool.globalInstance().activeThreadCount():
        yield "a task in the pool"
    for found in gc.get_objects():
        kind = type(found)
        with contextlib.suppress(RuntimeError):
            if issubclass(kind, QTimer) and isValid(found) and found.isActive():
                found.stop()
                yield f"a timer of {found.parent()}"
            elif issubclass(kind, QThread) and isValid(found) and found.isRunning():
                yield found


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What Qt is told the program's name is."""
    return ["ipu-session"]
