"""A session is not left by a slip of the hand while somebody speaks; the question stops no live key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services.lazy_services import build_app_services
from ipu_session.domain import commands as c
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.ui.bars.leave_question import MESSAGE_KIND
from ipu_session.ui.bars.message_bar import MessageBar
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.shell import main_window
from ipu_session.ui.shell.session_view import SessionView
from tests.builders import FakeClock
from tests.construction import wait_until_open
from tests.controllers import started_controller
from tests.narrowing import not_none
from tests.store.files import a_file

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[AppController]:
    places = AppPaths(tmp_path / "s.json", paths.resources_dir(), tmp_path, (), tmp_path / "log", tmp_path / "data")
    clock = FakeClock(1_647_950_000_000)
    for desk in started_controller(build_app_services(), clock, places, a_file(tmp_path / "d.ipusession")):
        give_floor(desk)
        yield desk


def give_floor(desk: AppController) -> None:
    if not_none(desk.bridge).session.sitting is None:
        not_none(desk.bridge).execute(c.OpenSitting())
    if not_none(desk.bridge).session.floor is None:
        not_none(desk.bridge).execute(c.GiveFloor())
    assert not_none(desk.bridge).session.floor is not None


def bars(desk: AppController) -> list[MessageBar]:
    return [bar for bar in desk.window.message_bars.visible_bars if bar.objectName() == MESSAGE_KIND]


def is_open(desk: AppController) -> bool:
    page = desk.window.centralWidget()
    return isinstance(page, SessionView) and desk.bridge is not None and desk.window.isVisible()


def press(desk: AppController, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    desk.window.activateWindow()
    QTest.keyClick(desk.window.focusWidget() or desk.window, key, modifiers)
    QApplication.processEvents()


def another(desk: AppController, tmp_path: Path) -> None:
    other = tmp_path / "other.ipusession"
    if not other.exists():
        a_file(other)
    desk.open_session_with_confirmation(other)
    wait_until_open(desk)


WISHES = {
    "Ctrl+W": lambda desk, tmp_path: press(desk, Qt.Key.Key_W, CTRL),
    "Ctrl+Q": lambda desk, tmp_path: press(desk, Qt.Key.Key_Q, CTRL),
    "Ctrl+N": lambda desk, tmp_path: press(desk, Qt.Key.Key_N, CTRL),
    "close button": lambda desk, tmp_path: desk.window.close(),
    "another session": another,
}


@pytest.mark.parametrize("wish", WISHES)
def test_while_somebody_speaks_it_is_asked_once_and_the_same_again_is_the_answer(
    desk: AppController, tmp_path: Path, wish: str
) -> None:
    path = desk.path
    WISHES[wish](desk, tmp_path)
    assert is_open(desk)
    assert desk.path == path
    [bar] = bars(desk)
    assert "has the floor" in bar.message_label.text()
    assert QApplication.activeModalWidget() is None
    press(desk, Qt.Key.Key_F6)
    assert not_none(not_none(desk.bridge).session.floor).stopwatch.phase is Phase.PAUSED
    WISHES[wish](desk, tmp_path)
    wait_until_open(desk)
    assert not is_open(desk) or desk.path != path


@pytest.mark.parametrize("wish", WISHES)
def test_the_button_of_the_bar_is_the_answer_too(desk: AppController, tmp_path: Path, wish: str) -> None:
    path = desk.path
    WISHES[wish](desk, tmp_path)
    bars(desk)[0].buttons[0].click()
    wait_until_open(desk)
    assert not is_open(desk) or desk.path != path


@pytest.mark.parametrize("wish", WISHES)
def test_while_nobody_speaks_nothing_is_asked(desk: AppController, tmp_path: Path, wish: str) -> None:
    path = desk.path
    not_none(desk.bridge).execute(c.EndIntervention())
    WISHES[wish](desk, tmp_path)
    wait_until_open(desk)
    assert not is_open(desk) or desk.path != path


def test_whoever_stays_is_asked_again_the_next_time(desk: AppController) -> None:
    for _ in range(3):
        assert desk.window.close() is False
        bars(desk)[0].close_button.click()
    assert is_open(desk)
    assert bars(desk) == []


def test_another_wish_is_another_question(desk: AppController) -> None:
    press(desk, Qt.Key.Key_W, CTRL)
    press(desk, Qt.Key.Key_Q, CTRL)
    press(desk, Qt.Key.Key_W, CTRL)
    assert is_open(desk)
    assert len(bars(desk)) == 1


def test_the_question_goes_when_the_speech_has_ended_and_by_itself(desk: AppController) -> None:
    press(desk, Qt.Key.Key_W, CTRL)
    press(desk, Qt.Key.Key_F7)
    assert bars(desk) == []
    give_floor(desk)
    press(desk, Qt.Key.Key_W, CTRL)
    desk.window._leave_question._timeout_timer.timeout.emit()
    assert bars(desk) == []
    press(desk, Qt.Key.Key_W, CTRL)
    assert is_open(desk)


def test_a_sitting_that_is_suspended_in_a_speech_is_asked_about_as_well(desk: AppController) -> None:
    not_none(desk.bridge).execute(c.SuspendSitting())
    press(desk, Qt.Key.Key_Q, CTRL)
    assert is_open(desk)


def test_a_signal_and_logging_out_ask_nothing(desk: AppController, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_window, "is_system_shutting_down", lambda: True)
    assert desk.window.close() is True
    assert not is_open(desk)


def test_the_end_that_comes_from_outside_asks_nothing(desk: AppController) -> None:
    desk.quit()
    assert not is_open(desk)


def test_a_change_of_language_leaves_nothing_and_asks_nothing(desk: AppController) -> None:
    for _ in range(2):
        desk.apply_preferences(Preferences(language="fr"))
        assert is_open(desk)
        assert bars(desk) == []
        # The question is open when the language changes back.
        press(desk, Qt.Key.Key_Q, CTRL)
        desk.apply_preferences(Preferences())
        assert bars(desk) == []
