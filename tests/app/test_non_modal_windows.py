"""No window that opens in a debate stops it: none is modal, and in each of them the live keys act."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services.lazy_services import build_app_services
from ipu_session.domain import commands as c
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.ui.core.preferences import Preferences, UiLanguage
from ipu_session.ui.dialogs.file_dialog import FileDialog, ask_open_file, ask_save_file
from tests.builders import FakeClock
from tests.construction import wait_until_open
from tests.controllers import fake_clock, started_controller
from tests.narrowing import not_none
from tests.session_pages import session_view
from tests.store.files import a_file

OPENERS = (
    *("open", "save-copy", "restore", "settings", "keys", "fault-report"),
    *("balance", "matrix", "print-list", "export"),
)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(1_647_950_000_000)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[AppController]:
    places = AppPaths(
        tmp_path / "settings.json", paths.resources_dir(), tmp_path, (), tmp_path / "fault.log", tmp_path / "data"
    )
    path = a_file(tmp_path / "d.ipusession")
    for desk in started_controller(build_app_services(), clock, places, path):
        bridge = desk.bridge
        if not_none(bridge).session.sitting is None:
            assert bridge is not None
            bridge.execute(c.OpenSitting())
        if not_none(bridge).session.floor is None:
            assert bridge is not None
            bridge.execute(c.GiveFloor())
        assert bridge is not None
        assert bridge.session.floor is not None
        yield desk


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def dialogs() -> list[QDialog]:
    """Every dialog of the program that is open."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def close_all(desk: AppController) -> None:
    for dialog in dialogs():
        dialog.close()
    settle()


def phase(desk: AppController) -> Phase:
    return not_none(not_none(desk.bridge).session.floor).stopwatch.phase


def stops_nothing(desk: AppController, dialog: QDialog, name: str) -> None:
    """The dialog is not modal, F6 pauses and goes on in it, F8 gives time, and the clock goes on."""
    assert QApplication.activeModalWidget() is None, name
    assert not dialog.isModal(), name
    dialog.activateWindow()
    settle()
    assert QApplication.activeWindow() is dialog, name
    spoken_ms = not_none(not_none(desk.bridge).session.floor).stopwatch.spoken_ms(desk._clock.now().utc_ms)
    for expected in (Phase.PAUSED, Phase.RUNNING):
        press(dialog, Qt.Key.Key_F6)
        assert phase(desk) is expected, (name, expected)
    granted_ms = not_none(not_none(desk.bridge).session.floor).granted_ms
    press(dialog, Qt.Key.Key_F8)
    assert not_none(not_none(desk.bridge).session.floor).granted_ms == granted_ms + 30_000, name
    chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(dialog, Qt.Key.Key_Backspace, chord)
    assert not_none(not_none(desk.bridge).session.floor).granted_ms == granted_ms, name
    press(dialog, Qt.Key.Key_Delete, chord)
    assert not_none(not_none(desk.bridge).session.floor).granted_ms == granted_ms + 30_000, name
    fake_clock(desk).advance(2)
    heard_ms = not_none(not_none(desk.bridge).session.floor).stopwatch.spoken_ms(desk._clock.now().utc_ms)
    assert heard_ms >= spoken_ms + 2_000, name


def press(dialog: QDialog, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, key, modifiers)
    settle()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_dialog_of_the_window_stops_the_debate(desk: AppController, language: UiLanguage) -> None:
    desk.apply_preferences(Preferences(language=language))
    close_all(desk)
    for name in OPENERS:
        desk.window.current_actions()[name].trigger()
        wait_until_open(desk)
        settle()
        opened = dialogs()
        assert opened, name
        for dialog in opened:
            stops_nothing(desk, dialog, name)
        close_all(desk)


def test_no_dialog_behind_a_button_stops_the_debate(desk: AppController) -> None:
    """Every button whose words promise a question, wherever it stands."""
    seen = []
    for place in places_in(desk):
        asking = [each for each in place.findChildren(QPushButton) if each.text().endswith("…")]
        for button in asking:
            if not button.isVisible() or not button.isEnabled() or button.menu() is not None:
                continue
            before = dialogs()
            button.click()
            settle()
            for dialog in [each for each in dialogs() if each not in before]:
                stops_nothing(desk, dialog, button.text())
                seen.append(button.text())
                dialog.close()
                settle()
    assert {"Choose a list…", "Export the report…", "PDF file…", "Save…"} <= set(seen)


def places_in(desk: AppController) -> Iterator[QWidget]:
    """Every page and every dialog, one after the other, in front."""
    view = session_view(desk.window)
    for name in ("prepare", "report"):
        assert view is not None
        workspace = view.show_workspace(name)
        for tabs in workspace.findChildren(QTabWidget):
            for page in range(tabs.count()):
                tabs.setCurrentIndex(page)
                settle()
                yield workspace
    assert view is not None
    view.navigation_actions["contributions"].trigger()
    wait_until_open(desk)
    settle()
    yield view
    for name in ("print-list", "fault-report", "restore"):
        desk.window.current_actions()[name].trigger()
        settle()
        yield from dialogs()
        close_all(desk)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


AskForFile = Callable[[QWidget, str, Path, str, Callable[[Path], object]], None]
Asked = Callable[[AskForFile, str], tuple[FileDialog, list[Path]]]


@pytest.fixture
def asked(owner: QWidget, tmp_path: Path) -> Asked:
    """Ask for a file, in a window of its own; return the dialog and the list of what was chosen."""

    def ask(how: AskForFile, name: str) -> tuple[FileDialog, list[Path]]:
        found: list[Path] = []
        how(owner, "A file", tmp_path / name, "Texts (*.txt)", found.append)
        [dialog] = owner.findChildren(FileDialog)
        dialog.selectFile(name)
        return dialog, found

    return ask


def test_a_new_file_is_taken_at_once(asked: Asked, tmp_path: Path) -> None:
    dialog, found = asked(ask_save_file, "new.txt")
    dialog.accept()
    assert (found, dialog.isVisible()) == ([tmp_path / "new.txt"], False)


def test_a_file_that_is_there_is_replaced_only_by_the_button(asked: Asked, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("old")
    dialog, found = asked(ask_save_file, "old.txt")
    for _ in range(3):
        dialog.accept()
    assert (found, dialog.isVisible()) == ([], True)
    assert dialog.message_label.text() == "old.txt is there already."
    dialog.replace_button.click()
    assert (found, dialog.isVisible()) == ([tmp_path / "old.txt"], False)


@pytest.mark.parametrize("typed", ["old", "old.v2"])
def test_a_file_is_not_replaced_by_a_name_without_its_ending_either(asked: Asked, tmp_path: Path, typed: str) -> None:
    (tmp_path / f"{typed}.txt").write_text("old")
    dialog, found = asked(ask_save_file, typed)
    dialog.accept()
    assert (found, dialog.isVisible()) == ([], True)
    assert dialog.message_label.text() == f"{typed}.txt is there already."
    dialog.replace_button.click()
    assert (found, dialog.isVisible()) == ([tmp_path / f"{typed}.txt"], False)


def test_a_file_that_is_not_there_is_said_and_asked_for_again(asked: Asked, tmp_path: Path) -> None:
    dialog, found = asked(ask_open_file, "gone.txt")
    dialog.accept()
    assert (found, dialog.isVisible()) == ([], True)
    assert dialog.message_label.text() == "There is no file gone.txt here."
    (tmp_path / "gone.txt").write_text("here")
    dialog.accept()
    assert found == [tmp_path / "gone.txt"]


@pytest.mark.parametrize("how", [ask_open_file, ask_save_file])
def test_a_name_that_no_disk_takes_is_no_fault(asked: Asked, tmp_path: Path, how: AskForFile) -> None:
    long = tmp_path / f"{'a' * 300}.txt"
    dialog, found = asked(how, long.name)
    assert dialog.chosen_files == [long]
    dialog.accept()
    assert (found, dialog.isVisible()) == ([], True)


def test_the_same_question_comes_to_the_front_and_is_not_asked_twice(asked: Asked, owner: QWidget) -> None:
    dialog, _ = asked(ask_open_file, "a.txt")
    assert asked(ask_open_file, "a.txt")[0] is dialog


def test_a_question_goes_with_its_page_and_nothing_is_done(asked: Asked, owner: QWidget) -> None:
    dialog, found = asked(ask_open_file, "a.txt")
    dialog.reject()
    settle()
    assert found == []
    assert owner.findChildren(FileDialog) == []
