"""The desk: sessions opened and put away, languages changed in mid-debate, troubles said in the bar."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ipu_session.app import paths
from ipu_session.app.gui import settings
from ipu_session.app.gui.controller import AppController
from ipu_session.app.gui.run_state import PreviousRun, RunState
from ipu_session.app.injected_paths import AppPaths
from ipu_session.domain import commands as c
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.store.files.lock import lock_path
from ipu_session.ui.bars.recovery_bar import RecoveryBar
from ipu_session.ui.core.preferences import Preferences
from ipu_session.ui.keyboard.deferred_keys import DEFERRED_KEYS
from ipu_session.ui.prepare.new_session import NewSessionPage
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.shell.welcome_page import WelcomePage
from ipu_session.ui.widgets.flow_layout import FlowLayout
from tests.builders import DIRECTORY, THEMES, FakeClock
from tests.construction import open_session, wait_until_open
from tests.controllers import started_controller
from tests.fake_services import fake_services
from tests.narrowing import not_none
from tests.session_pages import session_view, show_debate
from tests.store.files import a_file, rows_of


@pytest.fixture
def places(tmp_path: Path) -> AppPaths:
    return AppPaths(tmp_path / "config" / "settings.json", paths.resources_dir(), tmp_path)


@pytest.fixture
def desk(qtbot: QtBot, places: AppPaths) -> Iterator[AppController]:
    yield from started_controller(fake_services(), FakeClock(1_647_950_000_000), places)


def page(desk: AppController) -> QWidget | None:
    return desk.window.centralWidget()


def said(desk: AppController) -> str:
    bar = desk.window.statusBar()
    return " ".join(label.text() for label in bar.findChildren(QLabel))


def test_the_displays_stay_on_through_a_change_of_language_and_look(desk: AppController, tmp_path: Path) -> None:
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    desk.apply_preferences(Preferences(hall_screen="window", chair_screen="window"))
    session_view(desk.window).display_controller.toggle_hall()
    desk.apply_preferences(Preferences(look="dark", hall_screen="window", chair_screen="window"))
    assert not_none(session_view(desk.window).display_controller.hall_display).isVisible()
    assert (
        not_none(session_view(desk.window).display_controller.hall_display).grab().toImage().pixelColor(2, 2).name()
        == "#14161a"
    )
    before = session_view(desk.window).display_controller.hall_display
    desk.apply_preferences(Preferences(language="fr", hall_screen="window", chair_screen="window"))
    assert session_view(desk.window).display_controller.hall_display is not before
    assert not_none(session_view(desk.window).display_controller.hall_display).isVisible()
    assert session_view(desk.window).display_controller.chair_screen is None


def test_the_start_page_leads_to_a_session_and_back(desk: AppController, tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    assert isinstance(page(desk), WelcomePage)
    open_session(desk, path)
    assert isinstance(page(desk), SessionView)
    assert lock_path(path).exists()
    assert "IPU Session" in desk.window.windowTitle()
    desk.show_start_page()
    assert not lock_path(path).exists()
    assert [recent.path for recent in settings.load(tmp_path / "config" / "settings.json").recent] == [path]


@pytest.fixture
def begun_with(
    qtbot: QtBot, places: AppPaths, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[AppController]:
    path = request.param(tmp_path)
    yield from started_controller(fake_services(), FakeClock(1_647_950_000_000), places, path)


def spoilt(folder: Path) -> Path:
    path = folder / "spoilt.ipusession"
    path.write_bytes(a_file(folder / "whole.ipusession").read_bytes()[:5000])
    return path


@pytest.mark.parametrize("begun_with", [lambda folder: a_file(folder / "d.ipusession")], indirect=True)
def test_a_start_with_a_session_shows_it_and_makes_no_start_page(begun_with: AppController) -> None:
    assert isinstance(page(begun_with), SessionView)
    assert begun_with.window.isVisible()
    assert not begun_with.window.findChildren(WelcomePage)


@pytest.mark.parametrize("begun_with", [lambda folder: folder / "none.ipusession"], indirect=True)
def test_a_start_with_a_session_that_is_not_there_says_so_above_the_start_page(begun_with: AppController) -> None:
    assert isinstance(page(begun_with), WelcomePage)
    assert begun_with.window.isVisible()
    assert "none.ipusession" in said(begun_with)


@pytest.mark.parametrize("begun_with", [spoilt], indirect=True)
def test_a_start_with_a_spoilt_session_offers_what_can_be_done(begun_with: AppController) -> None:
    assert isinstance(page(begun_with), WelcomePage)
    assert not_none(begun_with.window.findChild(RecoveryBar)).isVisible()


def test_the_keyboard_is_where_the_work_begins(desk: AppController, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.waitActive(desk.window)
    desk.show_new_session_page()
    start = page(desk)
    assert isinstance(start, NewSessionPage)
    assert start.source.file_button.hasFocus()
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    assert show_debate(session_view(desk.window)).speakers.add_line.line.hasFocus()


def test_a_file_that_is_no_session_is_said_and_the_open_one_stays(desk: AppController, tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    open_session(desk, path)
    before = page(desk)
    bad = tmp_path / "bad.ipusession"
    bad.write_text("Dear colleagues")
    open_session(desk, bad)
    assert page(desk) is before
    assert "bad.ipusession: This is not a session" in said(desk)


def test_a_new_session_is_made_and_opened_in_prepare(desk: AppController, tmp_path: Path) -> None:
    desk.show_new_session_page()
    assert isinstance(page(desk), NewSessionPage)
    command = c.CreateSession(Details(title="New one"), Rules(), DIRECTORY, THEMES)
    desk.create_session(tmp_path / "n.ipusession", command)
    wait_until_open(desk)
    assert session_view(desk.window).workspaces.current_name == "prepare"
    assert "New one" in desk.window.windowTitle()
    desk.show_start_page()
    assert len(rows_of(tmp_path / "n.ipusession")) == 7


def test_a_new_session_never_takes_the_place_of_a_file(desk: AppController, tmp_path: Path) -> None:
    path = tmp_path / "n.ipusession"
    path.write_text("mine")
    desk.create_session(path, c.CreateSession(Details(title="New one")))
    wait_until_open(desk)
    assert path.read_text() == "mine"
    assert "n.ipusession" in said(desk)


def test_the_language_changes_at_once_and_a_half_typed_note_stays(desk: AppController, tmp_path: Path) -> None:
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    line = show_debate(session_view(desk.window)).notes.note_line.line
    line.setFocus()
    QTest.keyClicks(line, "half a thou")
    desk.apply_preferences(Preferences(language="fr"))
    view = session_view(desk.window)
    assert view.workspaces.current_name == "debate"
    assert show_debate(view).notes.note_line.line.text() == "half a thou"
    assert "Débat" in [action.text().replace("&", "") for action in desk.window.menuBar().actions()]
    assert view.navigation_actions["undo"].text().startswith("Annuler")
    assert settings.load(tmp_path / "config" / "settings.json").preferences.language == "fr"


def test_the_example_says_that_it_is_one_in_the_title(desk: AppController) -> None:
    desk.start_pages.open_example()
    wait_until_open(desk)
    assert desk.window.windowTitle().startswith("EXAMPLE – ")
    assert desk.window.windowTitle().endswith("IPU Session")


def test_undo_is_named_in_the_menu(desk: AppController, tmp_path: Path) -> None:
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    view = session_view(desk.window)
    view.bridge.execute(c.CloseList())
    assert view.navigation_actions["undo"].text() == "Undo: list closed"
    view.navigation_actions["undo"].trigger()
    assert view.navigation_actions["redo"].text() == "Redo: list closed"
    assert not view.bridge.session.is_list_closed


def test_what_a_rule_refuses_is_said_below_and_nothing_stands_in_the_way(desk: AppController, tmp_path: Path) -> None:
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    session_view(desk.window).bridge.execute(c.ReopenList())
    assert "The list is open already." in said(desk)
    assert [dialog for dialog in desk.window.findChildren(QDialog) if dialog.isModal()] == []


def test_every_action_is_found_by_name(desk: AppController, tmp_path: Path) -> None:
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    actions = desk.window.current_actions()
    assert {"next", "undo", "export", "settings", "keys"} <= set(actions)
    assert all(isinstance(action, QAction) and action.text() for action in actions.values())


def test_a_fault_of_ours_is_told_in_the_bar(desk: AppController) -> None:
    desk.notifier.notify_fault()
    desk.notifier.notify_fault()
    [bar] = desk.window.message_bars.visible_bars
    assert "written down" in bar.message_label.text()
    bar.close_button.click()
    assert desk.window.message_bars.visible_bars == []


def test_what_the_bars_say_stays_through_another_language_and_another_look(desk: AppController, tmp_path: Path) -> None:
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    desk.notifier.notify_fault()
    desk.notifier.notify_previous_run(PreviousRun(RunState("/x/other.ipusession"), 0), desk.show_start_page)
    view = session_view(desk.window)
    view.bridge.execute(c.GiveFloor())
    view.display_controller.display_messages.set_hall_message("Coffee")
    for chosen in (Preferences(look="dark"), Preferences(language="fr"), Preferences(scale=150)):
        desk.apply_preferences(chosen)
        assert [bar.objectName() for bar in desk.window.message_bars.visible_bars] == ["fault", "end"]
        assert not session_view(desk.window).display_message_bar.isHidden()
    desk.apply_preferences(Preferences(language="fr"))
    first, second = desk.window.message_bars.visible_bars
    assert "journal" in " ".join(each.text() for each in first.buttons)
    assert second.buttons[0].text() == "La rouvrir"
    first.close_button.click()
    desk.apply_preferences(Preferences())
    [bar] = desk.window.message_bars.visible_bars
    assert bar.message_label.text().startswith("The program ended without warning")


def steps(desk: AppController, number: int) -> None:
    """Run so many steps of the workspace that is being built; it is not complete then."""
    for _ in range(number):
        assert not_none(session_view(desk.window).workspaces._construction).run_step()


@pytest.mark.parametrize("another_before", [False, True])
def test_a_window_closed_while_a_session_is_loaded_lets_go_of_it(
    desk: AppController, tmp_path: Path, another_before: bool
) -> None:
    if another_before:
        open_session(desk, a_file(tmp_path / "before.ipusession"))
    path = a_file(tmp_path / "d.ipusession")
    desk.open_session(path)
    assert desk.is_opening
    desk.window.close_without_asking()
    assert not desk.is_opening
    assert not DEFERRED_KEYS.is_holding
    desk.wait_for_tasks()
    assert desk.bridge is None
    assert not lock_path(path).exists()


@pytest.mark.parametrize("number", [0, 4])
def test_a_window_closed_while_a_session_is_shown_lets_go_of_it(
    desk: AppController, tmp_path: Path, number: int
) -> None:
    path = a_file(tmp_path / "d.ipusession")
    desk.open_session(path)
    desk._opener.complete()
    steps(desk, number)
    desk.flush()
    assert desk.capture_run_state().workspace == "debate"
    desk.window.close_without_asking()
    assert desk.bridge is None
    assert not lock_path(path).exists()
    QApplication.processEvents()
    assert not desk.is_opening


def test_the_open_session_stays_usable_while_another_is_loaded(desk: AppController, tmp_path: Path) -> None:
    open_session(desk, a_file(tmp_path / "before.ipusession"))
    before = not_none(desk.bridge)
    desk.open_session(a_file(tmp_path / "d.ipusession"))
    assert before.execute(c.TakeNote("still here"))
    desk.apply_preferences(Preferences(language="fr"))
    assert desk.bridge is before
    wait_until_open(desk)
    assert desk.path == tmp_path / "d.ipusession"
    assert "Débat" in [action.text().replace("&", "") for action in desk.window.menuBar().actions()]


def test_the_start_page_calls_a_loading_off(desk: AppController, tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    desk.open_session(path)
    desk.show_start_page()
    desk.wait_for_tasks()
    assert isinstance(page(desk), WelcomePage)
    assert not lock_path(path).exists()


@pytest.mark.parametrize(("way", "number"), [("debate", 0), ("debate", 4), ("prepare", 3), ("report", 6)])
@pytest.mark.parametrize("end", [lambda desk: desk.quit(), lambda desk: desk.show_start_page()])
def test_a_session_closed_while_a_workspace_is_opened_is_let_go_of(
    desk: AppController, tmp_path: Path, way: str, number: int, end: Callable[[AppController], object]
) -> None:
    path = tmp_path / "d.ipusession"
    if way == "prepare":
        open_session(desk, a_file(path))
    else:
        desk.create_session(path, c.CreateSession(Details(title="A debate")))
        wait_until_open(desk)
    session_view(desk.window).navigation_actions[way].trigger()
    steps(desk, number)
    end(desk)
    assert desk.bridge is None
    assert not lock_path(path).exists()


def test_what_is_asked_for_while_a_workspace_is_opened_is_done_in_its_order(
    desk: AppController, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.waitActive(desk.window)
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    view = session_view(desk.window)
    view.navigation_actions["report"].trigger()
    steps(desk, 1)
    view.navigation_actions["prepare"].trigger()
    view.navigation_actions["note"].trigger()
    shown: list[str] = []
    view.workspaces.workspace_shown.connect(shown.append)
    wait_until_open(desk)
    assert shown == ["report", "prepare", "debate"]
    assert show_debate(view).notes.note_line.line.hasFocus()


def test_what_is_typed_while_a_workspace_is_opened_reaches_it(
    desk: AppController, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.waitActive(desk.window)
    desk.create_session(tmp_path / "d.ipusession", c.CreateSession(Details(title="A debate"), Rules(), DIRECTORY))
    wait_until_open(desk)
    view, window = session_view(desk.window), desk.window.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_F3)
    steps(desk, 2)
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_Return, Qt.Key.Key_C):
        QTest.keyClick(window, key)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClick(window, Qt.Key.Key_D)
    wait_until_open(desk)
    assert view is not None
    debate = show_debate(view)
    assert [note.text for note in not_none(desk.bridge).session.notes.values()] == ["ab"]
    assert debate.notes.note_line.line.toPlainText() == "c"
    assert debate.speakers.add_line.line.text() == "d"
    assert set(view.workspaces.built_workspaces()) == {"prepare", "debate", "report"}


def test_a_language_that_changes_while_a_workspace_is_opened_keeps_what_was_asked_for(
    desk: AppController, tmp_path: Path
) -> None:
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    session_view(desk.window).navigation_actions["report"].trigger()
    steps(desk, 2)
    desk.apply_preferences(Preferences(language="fr"))
    assert session_view(desk.window).workspaces.current_name == "report"
    assert not desk.is_opening
    assert "Débat" in [action.text().replace("&", "") for action in desk.window.menuBar().actions()]


def test_a_fault_while_a_workspace_is_built_leaves_the_session_usable(desk: AppController, tmp_path: Path) -> None:
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    view = session_view(desk.window)

    def broken() -> Iterator[None]:
        yield
        raise ZeroDivisionError

    assert view is not None
    build, view.workspaces._builders["report"] = view.workspaces._builders["report"], broken
    view.navigation_actions["report"].trigger()
    with pytest.raises(ZeroDivisionError):
        view.workspaces.complete()
    assert not desk.is_opening
    assert not DEFERRED_KEYS.is_holding
    assert view.workspaces.current_name == "debate"
    view.workspaces._builders["report"] = build
    view.navigation_actions["report"].trigger()
    wait_until_open(desk)
    assert view.workspaces.current_name == "report"


def test_a_view_that_is_deleted_late_takes_nothing_of_the_next_one_with_it(desk: AppController, tmp_path: Path) -> None:
    path = a_file(tmp_path / "d.ipusession")
    open_session(desk, path)
    for name in ("prepare", "report", "debate"):
        session_view(desk.window).show_workspace(name)
    desk.show_start_page()
    open_session(desk, path)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    layouts = not_none(page(desk)).findChildren(FlowLayout)
    assert len(layouts) > 3
    items = [layout.itemAt(index) for layout in layouts for index in range(layout.count())]
    assert [item for item in items if not isValid(item)] == []
