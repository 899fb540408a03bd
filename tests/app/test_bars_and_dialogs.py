"""What comes up beside the work has names for a screen reader and the right words, in either language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.gui.run_state import PreviousRun, RunState
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services.lazy_services import build_app_services
from ipu_session.domain import commands as c
from ipu_session.store.files.lock import lock_path
from ipu_session.store.journal.emergency_recovery import RecoveryResult
from ipu_session.ui.bars.recovery_bar import RecoveryBar
from ipu_session.ui.bars.timing_gap_bar import TimingGapBar
from ipu_session.ui.bars.unsaved_bar import UnsavedBar
from ipu_session.ui.core.preferences import Preferences, UiLanguage
from ipu_session.ui.dialogs.crash_report import CrashReportDialog
from ipu_session.ui.dialogs.restore import RestoreBackupDialog
from ipu_session.ui.dialogs.settings import SettingsDialog
from ipu_session.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from tests.accessible_names import nameless
from tests.builders import FakeClock
from tests.construction import open_session
from tests.controllers import started_controller
from tests.file_dialogs import choose_file
from tests.key_sequences import first_chord
from tests.narrowing import not_none
from tests.session_pages import session_view, show_prepare
from tests.store.bad_files import a_changed_event
from tests.store.files import a_file


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(1_647_950_000_000)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[AppController]:
    places = AppPaths(
        tmp_path / "settings.json",
        paths.resources_dir(),
        tmp_path,
        (tmp_path / "emergency",),
        tmp_path / "log" / "ipu-session.log",
    )
    yield from started_controller(build_app_services(), clock, places)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_file(tmp_path / "d.ipusession")


def without_names(desk: AppController) -> list[QWidget]:
    QApplication.processEvents()
    return nameless(desk.window)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_bar_and_dialog_beside_the_work_has_names(
    desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path, language: UiLanguage
) -> None:
    desk.apply_preferences(Preferences(language=language))
    damaged, locked = a_file(tmp_path / "damaged.ipusession"), a_file(tmp_path / "locked.ipusession")
    a_changed_event(damaged)
    lock_path(locked).write_text("")
    for refused in (damaged, locked):
        open_session(desk, refused)
        assert not_none(desk.window.findChild(RecoveryBar)).isVisible()
        assert without_names(desk) == []
    open_session(desk, path)
    desk.notifier.notify_fault()
    desk.notifier.notify_previous_run(PreviousRun(RunState(str(path)), 0), desk.show_start_page)
    desk.notifier.notify_emergency_copies(RecoveryResult(2, (path,), path), desk.recover_emergency_copy)
    assert len(desk.window.message_bars.visible_bars) == 5
    assert without_names(desk) == []
    desk.show_settings()
    desk.notifier.show_crash_report()
    desk.window.current_actions()["keys"].trigger()
    desk.window.current_actions()["restore"].trigger()
    for kind in (SettingsDialog, CrashReportDialog, ShortcutsDialog, RestoreBackupDialog):
        dialog = desk.window.findChild(kind)
        assert dialog is not None
        assert dialog.isVisible()
        assert nameless(dialog) == []
    restoring = not_none(desk.window.findChild(RestoreBackupDialog))._tasks
    assert restoring is not None
    qtbot.waitUntil(lambda: not restoring.is_running)


def visible(desk: AppController) -> list[QDialog]:
    """The windows that are open beside the main one."""
    QApplication.processEvents()
    return [each for each in desk.window.findChildren(QDialog) if each.isVisible()]


@pytest.mark.parametrize(
    "name", ["settings", "keys", "restore", "fault-report", "balance", "matrix", "print-list", "open", "save-copy"]
)
def test_a_window_that_is_asked_for_twice_is_open_once_and_comes_to_the_front(
    desk: AppController, qtbot: QtBot, path: Path, name: str
) -> None:
    open_session(desk, path)
    action = desk.window.current_actions()[name]
    press(desk, qtbot, action)
    [first] = visible(desk)
    press(desk, qtbot, action)
    assert visible(desk) == [first]
    qtbot.waitUntil(first.isActiveWindow)
    first.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    press(desk, qtbot, action)
    [again] = visible(desk)
    assert again is not first
    if isinstance(again, RestoreBackupDialog):
        qtbot.waitUntil(lambda: not again._tasks.is_running)


def press(desk: AppController, qtbot: QtBot, action: QAction) -> None:
    """Press the key of an action in the main window, or choose it in the menu where it has none."""
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    keys = action.shortcut()
    if keys.isEmpty():
        action.trigger()
    else:
        QTest.keyClick(desk.window, first_chord(keys).key(), first_chord(keys).keyboardModifiers())


def test_the_keys_that_are_asked_for_again_are_those_of_the_page_in_sight(
    desk: AppController, qtbot: QtBot, path: Path
) -> None:
    open_session(desk, path)
    view = session_view(desk.window)

    def rows() -> list[str]:
        # What is new in a layout is shown by the next round of the event loop.
        QApplication.processEvents()
        press(desk, qtbot, desk.window.current_actions()["keys"])
        [page] = visible(desk)
        assert isinstance(page, ShortcutsDialog)
        return [not_none(page.shortcuts_table.item(row, 1)).text() for row in range(page.shortcuts_table.rowCount())]

    assert view is not None
    view.show_workspace("debate")
    debate = rows()
    view.show_workspace("report")
    report = rows()
    assert set(debate) - set(report)
    assert set(report) - set(debate)
    view.show_workspace("debate")
    assert rows() == debate


def test_the_backups_of_another_session_come_into_the_window_that_is_open(
    desk: AppController, qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    open_session(desk, path)
    desk._recovery_actions.ask_for_backup()
    [page] = visible(desk)
    other = tmp_path / "other.ipusession"
    desk._recovery_actions.show_backups(other)
    assert visible(desk) == [page]
    assert isinstance(page, RestoreBackupDialog)
    assert page.session_combo.currentData() == other
    qtbot.waitUntil(lambda: not page._tasks.is_running)


def test_a_list_that_does_not_say_how_it_is_encoded_is_asked_about_by_name(
    desk: AppController, tmp_path: Path, path: Path
) -> None:
    open_session(desk, path)
    listed = tmp_path / "list.csv"
    listed.write_bytes("delegation,name\nKenya,Aïssata\n".encode("cp1252"))
    workspace = show_prepare(session_view(desk.window))
    page = workspace.speakers
    workspace.tabs.setCurrentWidget(page)
    page.choose_file()
    choose_file(listed)
    QApplication.processEvents()
    assert page.source_bar.encoding_box.isVisible(), page.message.text()
    assert without_names(desk) == []


def test_the_bars_of_the_debate_say_the_same_in_another_language(
    desk: AppController, clock: FakeClock, tmp_path: Path, path: Path
) -> None:
    open_session(desk, path)
    clock.suspend(47)
    not_none(desk.bridge).poll()
    path.rename(tmp_path / "moved")
    not_none(desk.bridge).execute(c.TakeNote("on"))

    def said() -> tuple[str, ...]:
        saving, gap = not_none(desk.window.findChild(UnsavedBar)), not_none(desk.window.findChild(TimingGapBar))
        QApplication.processEvents()
        assert saving.isVisible(), not_none(desk.bridge).save_status
        assert gap.isVisible()
        assert nameless(saving) + nameless(gap) == []
        buttons = (saving.write_now_button, gap.count_button, gap.exclude_button)
        return saving.message_label.text(), gap.message_label.text(), *(button.accessibleName() for button in buttons)

    english = said()
    assert english[0].startswith("The session's file is not where it was: ")
    assert "All is kept in the emergency copy" in english[0]
    assert english[1].startswith("The machine slept from ")
    assert english[2:] == ("Write now", "It counts", "It does not count")
    desk.apply_preferences(Preferences(language="fr"))
    french = said()
    assert french[0].startswith("Le fichier de la session n’est plus à sa place")
    assert "copie de secours" in french[0]
    assert french[1].startswith("L’ordinateur était en veille de ")
    assert not set(french) & set(english)
    desk.apply_preferences(Preferences())
    assert said() == english
    (tmp_path / "moved").rename(path)
    not_none(desk.bridge).write_now()
    assert not not_none(desk.window.findChild(UnsavedBar)).isVisible()
    assert not_none(desk.window.findChild(TimingGapBar)).isVisible()
