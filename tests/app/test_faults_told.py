"""Nine places that raise: each fault is written down once and told in a bar, and the window goes on."""

import os
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ipu_session.app import paths, private_files
from ipu_session.app.gui import i18n
from ipu_session.app.gui.controller import AppController
from ipu_session.app.gui.crash_handler import CrashHandler
from ipu_session.app.user_paths import AppPaths
from ipu_session.domain import commands as c
from ipu_session.ui.core.background_task import BackgroundTask
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import SessionBridge
from tests.builders import FakeClock
from tests.store.files import a_file
from tests.ui_fakes import fake_errands


def fail(*arguments, **named):
    raise ZeroDivisionError("names of people")


class Sieve(QObject):
    def eventFilter(self, watched, event):
        return fail() if event.type() == QEvent.Type.User else False


class Painted(QWidget):
    times = 0

    def paintEvent(self, event):
        self.times += 1
        fail()


def without_room(path, mode, *more):
    return os.fdopen(os.open("/dev/full", os.O_WRONLY), mode)


@pytest.fixture
def full(monkeypatch):
    """The log is on a disk that is full."""
    monkeypatch.setattr(private_files, "open_private", without_room)


@pytest.fixture
def desk(qtbot, tmp_path, caplog):
    folder = tmp_path / "log"
    places = AppPaths(tmp_path / "s.json", paths.resources_dir(), tmp_path, (), folder / "ipu-session.log")
    errands = replace(fake_errands(), load_delegations=fail)
    desk = AppController(QApplication.instance(), errands, FakeClock(1_647_950_000_000), places)
    desk.errands = errands
    watch = CrashHandler(desk.notifier.notify_fault, desk.notifier.notify_log_failure, folder)
    desk.start(a_file(tmp_path / "d.ipusession"))
    yield desk
    watch.uninstall()
    desk.window.close_without_asking()
    desk.window.deleteLater()


def in_slot(desk, monkeypatch):
    desk.bridge.rejected.connect(fail)
    desk.bridge.execute(c.ReopenList())
    desk.bridge.rejected.disconnect(fail)


def in_paint(desk, monkeypatch):
    painted = Painted(desk.window)
    painted.resize(50, 50)
    painted.show()
    while painted.times < 3:
        painted.update()
        QApplication.processEvents()
    painted.deleteLater()


def in_timer(desk, monkeypatch):
    QTimer.singleShot(0, fail)


def in_thread(desk, monkeypatch):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_event_filter(desk, monkeypatch):
    sieve = Sieve(desk.window)
    desk.window.installEventFilter(sieve)
    QApplication.postEvent(desk.window, QEvent(QEvent.Type.User))


def in_listener(desk, monkeypatch):
    desk.bridge.committed.connect(fail)
    desk.bridge.execute(c.CloseList())
    desk.bridge.committed.disconnect(fail)


def in_errand(desk, monkeypatch):
    task = BackgroundTask(lambda progress: fail(), desk)
    task.start()
    task.wait()


def in_relabel(desk, monkeypatch):
    monkeypatch.setattr(i18n, "install_translators", fail)
    QTimer.singleShot(0, lambda: desk.apply_preferences(Preferences(look="dark")))


def in_closing(desk, monkeypatch):
    monkeypatch.setattr(desk.window.centralWidget(), "shut_down", fail)
    desk.window.closing.emit()
    monkeypatch.undo()


PLACES = [in_slot, in_paint, in_timer, in_thread, in_event_filter, in_listener, in_errand, in_relabel, in_closing]


@pytest.mark.parametrize("place", PLACES)
def test_a_fault_is_written_down_once_and_told_in_a_bar(desk, qtbot, monkeypatch, place):
    place(desk, monkeypatch)
    qtbot.waitUntil(lambda: len(desk.window.message_bars.visible_bars) == 1)
    monkeypatch.undo()
    log = (desk.notifier._log).read_text("utf-8")
    assert log.count("ERROR fault: ") == 1
    [bar] = desk.window.message_bars.visible_bars
    assert "Traceback" not in bar.message_label.text()
    assert isinstance(desk.bridge, SessionBridge)
    assert desk.bridge.execute(c.TakeNote("the debate goes on"))
    report = desk.notifier._build_report(whole=False)
    assert "ZeroDivisionError" in report
    assert "names of people" not in report
    assert str(desk.notifier._log.parent) not in report
    assert "names of people" in desk.notifier._build_report(whole=True)


def test_a_log_without_room_is_told_once_and_no_fault_is_said_to_be_in_it(full, desk, qtbot, monkeypatch):
    for place in (in_slot, in_timer, in_thread):
        place(desk, monkeypatch)
    qtbot.waitUntil(lambda: len(desk.window.message_bars.visible_bars) == 2)
    QApplication.processEvents()
    said = {bar.objectName(): bar.message_label.text() for bar in desk.window.message_bars.visible_bars}
    assert sorted(said) == ["fault", "log"]
    assert said["log"].startswith("The log of the program cannot be written")
    assert "could not be written down" in said["fault"]
    assert desk.bridge.execute(c.TakeNote("the debate goes on"))
