"""Nine places that raise: each fault is written down once and told in a bar, and the window goes on."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.gui.crash_handler import CrashHandler
from ipu_session.app.injected_paths import AppPaths
from ipu_session.domain import commands as c
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.task_runner import TaskRunner
from tests.builders import FakeClock
from tests.controllers import application
from tests.fake_services import fake_services
from tests.full_disk import no_room
from tests.narrowing import not_none
from tests.store.files import a_file


def fail(*arguments: object, **named: object) -> NoReturn:
    raise ZeroDivisionError("names of people")


class Sieve(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return fail() if event.type() == QEvent.Type.User else False


class Styled(QWidget):
    def changeEvent(self, event: QEvent) -> None:
        fail()


class Painted(QWidget):
    times = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.times += 1
        fail()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Iterator[AppController]:
    folder = tmp_path / "log"
    places = AppPaths(tmp_path / "s.json", paths.resources_dir(), tmp_path, (), folder / "ipu-session.log")
    errands = replace(fake_services(), load_delegations=fail)
    desk = AppController(application(), errands, FakeClock(1_647_950_000_000), places)
    watch = CrashHandler(desk.notifier.notify_fault, desk.notifier.notify_log_failure, folder)
    desk.start(a_file(tmp_path / "d.ipusession"))
    yield desk
    watch.uninstall()
    desk.window.close_without_asking()
    desk.wait_for_tasks()
    desk.window.deleteLater()


def in_slot(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    not_none(desk.bridge).rejected.connect(fail)
    not_none(desk.bridge).execute(c.ReopenList())
    not_none(desk.bridge).rejected.disconnect(fail)


def in_paint(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    painted = Painted(desk.window)
    painted.resize(50, 50)
    painted.show()
    while painted.times < 3:
        painted.update()
        QApplication.processEvents()
    painted.deleteLater()


def in_timer(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    QTimer.singleShot(0, fail)


def in_thread(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_event_filter(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    sieve = Sieve(desk.window)
    desk.window.installEventFilter(sieve)
    QApplication.postEvent(desk.window, QEvent(QEvent.Type.User))


def in_listener(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    not_none(desk.bridge).committed.connect(fail)
    not_none(desk.bridge).execute(c.CloseList())
    not_none(desk.bridge).committed.disconnect(fail)


def in_errand(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    TaskRunner(desk).run(fail, print)


def in_relabel(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    Styled(desk.window)
    QTimer.singleShot(0, lambda: desk.apply_preferences(Preferences(look="dark")))


def in_closing(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.window.centralWidget(), "shut_down", fail)
    desk.window.closing.emit()
    monkeypatch.undo()


PLACES = [in_slot, in_paint, in_timer, in_thread, in_event_filter, in_listener, in_errand, in_relabel, in_closing]


@pytest.mark.parametrize("place", PLACES)
def test_a_fault_is_written_down_once_and_told_in_a_bar(
    desk: AppController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: Callable[..., object]
) -> None:
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


def test_a_log_without_room_is_told_once_and_no_fault_is_said_to_be_in_it(
    desk: AppController, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with no_room():
        for place in (in_slot, in_timer, in_thread):
            place(desk, monkeypatch)
        qtbot.waitUntil(lambda: len(desk.window.message_bars.visible_bars) == 2)
    QApplication.processEvents()
    said = {bar.objectName(): bar.message_label.text() for bar in desk.window.message_bars.visible_bars}
    assert sorted(said) == ["fault", "log"]
    assert said["log"].startswith("The log of the program cannot be written")
    assert "could not be written down" in said["fault"]
    assert not_none(desk.bridge).execute(c.TakeNote("the debate goes on"))
