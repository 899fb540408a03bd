"""Every key has one meaning in the whole main window, on every page, in both languages (docs/rules.md#promise-u12)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.app import paths
from ipu_session.app.gui.controller import AppController
from ipu_session.app.injected_paths import AppPaths
from ipu_session.app.services.lazy_services import build_app_services
from ipu_session.domain import commands as c
from ipu_session.ui.core.preferences import Preferences, UiLanguage
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from ipu_session.ui.keyboard.active_shortcuts import iter_shortcuts
from ipu_session.ui.shell.session_view import SessionView
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit
from tests.builders import FakeClock
from tests.construction import open_session
from tests.controllers import started_controller
from tests.key_sequences import first_chord
from tests.narrowing import not_none
from tests.session_pages import session_view, show_debate
from tests.shortcut_overlaps import eaten, keys_in, overlaps
from tests.store.files import a_file

# While the text of a passage has the keyboard, these two belong to its formatting, by every editor's custom.
FORMATTING = {"Ctrl+B"}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[AppController]:
    places = AppPaths(tmp_path / "settings.json", paths.resources_dir(), tmp_path)
    yield from started_controller(build_app_services(), FakeClock(1_647_950_000_000), places)


def windows(desk: AppController) -> list[QWidget]:
    """The main window and every dialog that is open."""
    QApplication.processEvents()
    return [desk.window, *(each for each in desk.window.findChildren(QDialog) if each.isVisible())]


def states(desk: AppController, path: Path) -> Iterator[str]:
    """Yield the name of each state of the whole window: pages, panes, lines that come and go, dialogs."""
    yield "start"
    open_session(desk, path)
    view = session_view(desk.window)
    yield from pages(view)
    yield from panes(view)
    for name in ("balance", "matrix", "print-list", "keys", "settings", "restore", "palette", "fault-report"):
        desk.window.current_actions()[name].trigger()
        yield name
    for dialog in desk.window.findChildren(QDialog):
        # Reading the backups goes on beside the window.
        for tasks in dialog.findChildren(TaskRunner):
            tasks.wait_for_all()


def pages(view: SessionView) -> Iterator[str]:
    """The pages of *Prepare* and *Report*, one after the other."""
    for workspace in ("prepare", "report"):
        made = view.show_workspace(workspace)
        for tabs in made.findChildren(QTabWidget):
            for page in range(tabs.count()):
                tabs.setCurrentIndex(page)
                yield f"{workspace}, page {page}"
    view.navigation_actions["preview"].trigger()
    yield "preview"


def panes(view: SessionView) -> Iterator[str]:
    """The panes of *Debate*, and the lines that come and go in them."""
    view.navigation_actions["debate"].trigger()
    speakers = show_debate(view).speakers
    for number in range(4):
        speakers.select_tab(number)
        yield f"speakers {number}"
    for move in ("order", "from-paper", "allotment", "find", "tell-hall", "tell-speaker"):
        view.navigation_actions[move].trigger()
        yield move
    view.bridge.execute(c.MoveMotion())
    show_debate(view).notes.theme_chips.start_new_theme()
    yield "motion, new theme"
    view.bridge.execute(c.RaisePointOfOrder())
    view.bridge.execute(c.SuspendSitting())
    yield "suspended point of order"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_two_live_keys_overlap_and_no_field_takes_one(
    desk: AppController, tmp_path: Path, language: UiLanguage
) -> None:
    desk.apply_preferences(Preferences(language=language))
    seen = 0
    twice: dict[str, list[str]] = {}
    taken: dict[str, list[str]] = {}
    known: set[tuple[int, str]] = set()
    altgr: set[str] = set()
    alone: set[str] = set()
    foreign: set[str] = set()
    for state in states(desk, a_file(tmp_path / "d.ipusession")):
        for window in windows(desk):
            seen = max(seen, len(keys_in(window)))
            twice[state] = overlaps(window) + twice.get(state, [])
            kept = [line for line in eaten(window, known) if line.partition(":")[0] not in FORMATTING]
            taken[state] = kept + taken.get(state, [])
            altgr |= altgr_keys(window)
            alone |= f_keys_alone(window)
            foreign |= {f"{state}: {name}" for name in foreign_fields(window)}
    assert seen > 100
    assert {state: lines for state, lines in twice.items() if lines} == {}
    assert {state: lines for state, lines in taken.items() if lines} == {}
    assert altgr == set()
    assert alone == set()
    assert foreign == set()


def altgr_keys(window: QWidget) -> set[str]:
    """Keys with Ctrl and Alt, which are AltGr on Windows: they write letters there."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    found = (each.sequence for each in iter_shortcuts(window))
    return {key.toString() for key in found if first_chord(key).keyboardModifiers() & both == both}


def f_keys_alone(window: QWidget) -> set[str]:
    """F-keys whose act has no second way."""
    found = set()
    for each in iter_shortcuts(window):
        keys = each.action.shortcuts()
        if is_f_key(each.sequence) and all(is_f_key(key) for key in keys):
            found.add(each.sequence.toString())
    return found


def is_f_key(sequence: QKeySequence) -> bool:
    return bool(Qt.Key.Key_F1 <= first_chord(sequence).key() <= Qt.Key.Key_F35)


def foreign_fields(window: QWidget) -> Iterator[str]:
    """Fields of Qt's own that can be written in: they would take Ctrl+K, Ctrl+E and Ctrl+Z for themselves."""
    fields: list[QLineEdit | QPlainTextEdit] = [*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)]
    for field in fields:
        if not isinstance(field, LineEdit | TextEdit) and not field.isReadOnly():
            yield field.accessibleName() or field.objectName()


def test_the_page_of_keys_lists_the_second_keys_and_those_of_the_lists(desk: AppController, tmp_path: Path) -> None:
    open_session(desk, a_file(tmp_path / "d.ipusession"))
    session_view(desk.window).show_workspace("debate")
    assert windows(desk) == [desk.window]
    desk.window.current_actions()["keys"].trigger()
    [_, page] = windows(desk)
    assert isinstance(page, ShortcutsDialog)
    listed = " ".join(
        not_none(page.shortcuts_table.item(row, 0)).text() for row in range(page.shortcuts_table.rowCount())
    )
    for key in ("F5", "Ctrl+Shift+5", "F4", "Ctrl+Shift+4", "Ctrl+Shift+A", "Ctrl+1", "Ctrl+Shift+PgDown"):
        assert key in listed.replace(",", "").split(), key
