"""Our own faults: each is written down once, told once, and the window goes on."""

import contextlib
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from subprocess import Popen

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipu_session.app.gui.crash_handler import CrashHandler
from tests.narrowing import not_none


class Broken(QObject):
    """Something that fails whenever it is asked."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self.fail)

    @Slot()
    def fail(self) -> None:
        raise ValueError("broken")


Watched = tuple[CrashHandler, list[int]]
"""The handler, and an entry for each time that the window was told."""


@pytest.fixture
def watched(qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[Watched]:
    told: list[int] = []
    watch = CrashHandler(lambda: told.append(1), list, tmp_path / "log")
    yield watch, told
    watch.uninstall()


def no_room(watch: CrashHandler) -> None:
    """Let the log be on a full disk."""
    handler = watch._handler
    assert isinstance(handler, logging.StreamHandler)
    handler.stream.close()
    handler.stream = os.fdopen(os.open("/dev/full", os.O_WRONLY), "w")


def log_of(watch: CrashHandler) -> str:
    return watch.log_path.read_text("utf-8")


def test_a_fault_that_repeats_is_told_once(watched: Watched, qapp: QApplication) -> None:
    watch, told = watched
    for _ in range(28):
        try:
            Broken().fail()
        except ValueError:
            sys.excepthook(*sys.exc_info())
    qapp.processEvents()
    assert told == [1]
    assert log_of(watch).count("Traceback") == 1
    assert "ValueError: broken" in log_of(watch)


def test_a_fault_in_a_thread_is_told_in_the_window(watched: Watched, qapp: QApplication, qtbot: QtBot) -> None:
    watch, told = watched
    thread = threading.Thread(target=Broken().fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: told == [1])
    assert "ValueError" in log_of(watch)


def test_it_works_without_a_terminal(watched: Watched, qapp: QApplication) -> None:
    _, told = watched
    with contextlib.redirect_stderr(None):
        sys.excepthook(KeyError, KeyError("x"), None)
    qapp.processEvents()
    assert told == [1]


RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ipu_session.app.gui.crash_handler import CrashHandler
app = QCoreApplication([])
watch = CrashHandler(list, list, Path(sys.argv[1]))
print("running", flush=True)
sys.stdin.read()
watch.uninstall()
"""


def a_run(folder: Path) -> Popen[str]:
    run = subprocess.Popen(
        [sys.executable, "-c", RUN, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert not_none(run.stdout).readline() == "running\n"
    return run


def test_the_next_start_after_a_kill_says_so_and_a_live_run_is_no_crash(tmp_path: Path, qapp: QApplication) -> None:
    alive, killed = a_run(tmp_path), a_run(tmp_path)
    killed.kill()
    killed.communicate()
    next_one = CrashHandler(list, list, tmp_path)
    assert not not_none(next_one.previous_run).was_shut_down
    assert not_none(next_one.previous_run).native_fault == ""
    next_one.uninstall()
    after = CrashHandler(list, list, tmp_path)
    assert after.previous_run is None
    after.uninstall()
    alive.communicate("")
    assert list(tmp_path.glob("running-*")) == []


def test_where_no_log_can_be_kept_the_program_goes_on(
    tmp_path: Path, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    told = []
    watch = CrashHandler(list, lambda: told.append(1), blocked / "log")
    sys.excepthook(ValueError, ValueError("x"), None)
    watch.uninstall()
    assert told == [1]
    assert "ValueError" in caplog.text
    assert not watch.log_path.exists()


def test_a_log_that_takes_no_more_is_told_once_in_the_window(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    told = []
    watch = CrashHandler(list, lambda: told.append(threading.current_thread()), tmp_path / "log")
    no_room(watch)
    thread = threading.Thread(target=logging.getLogger("ipu_session").error, args=("one",))
    thread.start()
    thread.join()
    logging.getLogger("ipu_session").error("two")
    qtbot.waitUntil(lambda: told != [])
    qapp.processEvents()
    watch.uninstall()
    assert told == [threading.main_thread()]


def test_a_long_log_is_put_aside_and_another_begun(watched: Watched) -> None:
    watch, _ = watched
    assert isinstance(watch._handler, RotatingFileHandler)
    watch._handler.maxBytes = 100
    for n in range(3):
        sys.excepthook(KeyError, KeyError(n), None)
        watch._reported_faults.clear()
    assert log_of(watch).count("KeyError: 2") == 1
    assert "KeyError: 0" not in log_of(watch)
    assert "KeyError: 1" in watch.log_path.with_name("ipu-session.log.1").read_text("utf-8")
