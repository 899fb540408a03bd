"""The window fits a laptop's screen of 1366×768 in every size of letters and every language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.demo.example import write_example
from ipu_session.app.gui import settings
from ipu_session.app.gui.controller import AppController
from ipu_session.app.gui.run_state import PreviousRun, RunState
from ipu_session.app.injected_paths import AppPaths
from ipu_session.domain import commands as c
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.ui.bars.leave_question import MESSAGE_KIND
from ipu_session.ui.bars.timing_gap_bar import TimingGapBar
from ipu_session.ui.bars.unsaved_bar import UnsavedBar
from ipu_session.ui.core.preferences import Preferences, UiLanguage
from ipu_session.ui.keyboard.alternative_keys import first_key_text
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import WORKSPACES
from ipu_session.ui.widgets.command_button import CommandButton
from ipu_session.ui.widgets.shrinkable import ShrinkableScrollArea
from tests.builders import FakeClock
from tests.controllers import started_controller
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.session_pages import session_view, show_report
from tests.store.files import a_file

WIDTH, HEIGHT = 1366, 768


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[AppController]:
    path = a_file(tmp_path / "d.ipusession")
    yield from opened(tmp_path, path)


@pytest.fixture
def full_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[AppController]:
    path = tmp_path / "example.ipusession"
    write_example(path)
    yield from opened(tmp_path, path)


def opened(folder: Path, path: Path) -> Iterator[AppController]:
    places = AppPaths(folder / "settings.json", paths.resources_dir(), folder)
    return started_controller(fake_services(), FakeClock(), places, path)


def show_every_bar(desk: AppController) -> None:
    unsaved = SaveStatus(12, StoreError(StoreErrorCode.DISK_FULL, "/media/stick/debate.ipusession"), "/home/x/" * 20)
    desk.notifier.notify_previous_run(PreviousRun(RunState("/home/somebody/debate.ipusession"), 0))
    view = session_view(desk.window)
    assert view is not None
    not_none(view.findChild(UnsavedBar)).show_save_status(unsaved)
    gaps = view.findChild(TimingGapBar)
    assert gaps is not None
    gaps.message_label.setText("The program ended without warning; nobody watched. " * 3)
    gaps.show()
    gaps.count_button.set_short_text("Take the new time over")
    gaps.exclude_button.set_short_text("Keep the debate's clock")
    view.display_message_bar.edit_message(view.display_message_bar.hall_edit)


def settle() -> None:
    # A change of the letters reaches the window one layout after the other.
    for _ in range(4):
        QApplication.processEvents()


def cut_off(window: MainWindow) -> Iterator[tuple[str, str, int, int]]:
    """Words that the window has no room for, in all their width."""
    captions: list[QAbstractButton | QLabel] = [*window.findChildren(QAbstractButton), *window.findChildren(QLabel)]
    for shown in captions:
        if not shown.isVisible() or shown.window() is not window or not shown.text():
            continue
        right = shown.mapTo(window, shown.rect().topRight()).x()
        wrapped = isinstance(shown, QLabel | CommandButton)
        if right >= WIDTH or (not wrapped and shown.width() < shown.minimumSizeHint().width()):
            yield type(shown).__name__, shown.text(), shown.width(), right


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_workspace_wants_more_room_than_the_screen_has(desk: AppController, language: UiLanguage) -> None:
    for scale in (100, 150, 200):
        desk.apply_preferences(Preferences(language=language, scale=scale))
        for name in WORKSPACES:
            session_view(desk.window).show_workspace(name)
            QApplication.processEvents()
            wanted = desk.window.minimumSizeHint()
            assert (wanted.width() <= WIDTH, wanted.height() <= HEIGHT) == (True, True), (scale, name, wanted)
            desk.window.resize(WIDTH, HEIGHT)
            QApplication.processEvents()
            assert not_none(desk.window.findChild(ShrinkableScrollArea)).verticalScrollBar().maximum() == 0, (
                scale,
                name,
            )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nor_does_it_with_every_bar_that_can_stand_above(desk: AppController, language: UiLanguage) -> None:
    for scale in (100, 150, 200):
        desk.apply_preferences(Preferences(language=language, scale=scale))
        # The letters of what is not in front grow when it is laid out again.
        for name in WORKSPACES:
            session_view(desk.window).show_workspace(name)
            QApplication.processEvents()
        show_every_bar(desk)
        for name in WORKSPACES:
            session_view(desk.window).show_workspace(name)
            QApplication.processEvents()
            wanted = desk.window.minimumSizeHint()
            assert (wanted.width() <= WIDTH, wanted.height() <= HEIGHT) == (True, True), (scale, name, wanted)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_full_session_fits_after_any_step_from_one_size_to_another(
    full_desk: AppController, language: UiLanguage
) -> None:
    full_desk.apply_preferences(Preferences(language="fr" if language == "en" else "en"))
    # The first is laid anew at its size, the others are changed to theirs.
    for scale in (200, 100, 150):
        full_desk.apply_preferences(Preferences(language=language, scale=scale))
        window = full_desk.window
        show_every_bar(full_desk)
        show_report(session_view(window)).preview.status_label.setText("This line is worked out. " * 4)
        for name in WORKSPACES:
            session_view(window).show_workspace(name)
            settle()
            window.resize(WIDTH, HEIGHT)
            settle()
            assert (window.width(), window.height()) == (WIDTH, HEIGHT), (scale, name)
            assert list(cut_off(window)) == [], (scale, name)


def without_key_or_room(window: MainWindow) -> Iterator[tuple[str, int, int]]:
    """Live buttons that lost their key or a part of their text."""
    for shown in window.findChildren(CommandButton):
        if not shown.isVisible():
            continue
        wide = shown.fontMetrics().horizontalAdvance(shown.text())
        if not shown.text().startswith(first_key_text(shown._action)) or wide > shown.width() - 8:
            yield shown.text(), shown.width(), wide
        elif shown.height() < shown.fontMetrics().height():
            yield shown.text(), shown.height(), shown.fontMetrics().height()


def cut_rows(window: MainWindow) -> Iterator[tuple[str | int, ...]]:
    """Lists and lines that are less high than their letters."""
    for shown in window.findChildren(QTableView):
        if shown.isVisible() and shown.model().rowCount():
            least, row = shown.fontMetrics().height(), shown.visualRect(shown.model().index(0, 0))
            if min(row.height(), shown.rowHeight(0), shown.viewport().height()) < least:
                yield shown.accessibleName(), row.height(), shown.viewport().height(), least
    for line in window.findChildren(QLineEdit):
        if line.isVisible() and line.height() < line.fontMetrics().height():
            yield line.accessibleName(), line.height()


def ask_about_leaving(desk: AppController) -> None:
    if not_none(desk.bridge).session.floor is None:
        not_none(desk.bridge).execute(c.OpenSitting())
        not_none(desk.bridge).execute(c.GiveFloor())
    desk.window.close()
    assert [bar for bar in desk.window.message_bars.visible_bars if bar.objectName() == MESSAGE_KIND]


@pytest.mark.parametrize("live", [True, False], ids=["changed to", "started at"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_at_double_size_no_row_is_cut_and_every_button_has_its_key(
    qtbot: QtBot, tmp_path: Path, language: UiLanguage, live: bool
) -> None:
    path = tmp_path / "example.ipusession"
    write_example(path)
    large = Preferences(language=language, scale=200)
    settings.save(tmp_path / "settings.json", settings.Settings(replace(large, scale=100) if live else large))
    for desk in opened(tmp_path, path):
        view = session_view(desk.window)
        for name in WORKSPACES if live else ():
            assert view is not None
            view.show_workspace(name)
        settle()
        desk.apply_preferences(large)
        show_every_bar(desk)
        assert view is not None
        view.show_workspace("debate")
        ask_about_leaving(desk)
        desk.window.resize(WIDTH, HEIGHT)
        for name in WORKSPACES:
            view.show_workspace(name)
            settle()
            assert list(without_key_or_room(desk.window)) == [], name
            assert list(cut_rows(desk.window)) == [], name
            assert list(cut_off(desk.window)) == [], name
