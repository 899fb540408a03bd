"""Every action of every list of the main window is in its context menu, in the palette and on the page of keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from ipu_session.ui.actions.contributions_actions import CONTRIBUTIONS_LIST_ACTIONS, CONTRIBUTIONS_PAGE_ACTIONS
from ipu_session.ui.actions.notes_actions import NOTES_LIST_ACTIONS
from ipu_session.ui.actions.prepare_actions import IMPORTED_SPEAKERS_ACTIONS, THEMES_LIST_ACTIONS
from ipu_session.ui.actions.report_actions import (
    CORRECTIONS_LIST_ACTIONS,
    PASSAGES_LIST_ACTIONS,
    PREVIEW_LIST_ACTIONS,
    REPORT_NOTES_ACTIONS,
    REPORT_THEMES_ACTIONS,
)
from ipu_session.ui.actions.speakers_actions import HISTORY_LIST_ACTIONS, SPEAKERS_LIST_ACTIONS
from ipu_session.ui.debate.workspace import DebateWorkspace
from ipu_session.ui.dialogs.shortcuts_dialog import list_visible_shortcuts
from ipu_session.ui.keyboard.alternative_keys import all_keys_text
from ipu_session.ui.shell.command_palette import CommandPalette
from ipu_session.ui.strings.literal_text import action_label
from tests.ui.debate_window import DebateWindow

_LISTS = (
    CONTRIBUTIONS_LIST_ACTIONS,
    CONTRIBUTIONS_PAGE_ACTIONS,
    CORRECTIONS_LIST_ACTIONS,
    HISTORY_LIST_ACTIONS,
    IMPORTED_SPEAKERS_ACTIONS,
    NOTES_LIST_ACTIONS,
    PASSAGES_LIST_ACTIONS,
    PREVIEW_LIST_ACTIONS,
    REPORT_NOTES_ACTIONS,
    REPORT_THEMES_ACTIONS,
    SPEAKERS_LIST_ACTIONS,
    THEMES_LIST_ACTIONS,
)


def _visible_lists(page: QWidget) -> Iterator[QAbstractItemView]:
    for view in page.findChildren(QAbstractItemView):
        if view.isVisible() and view.actions():
            yield view


def _lists(podium: DebateWindow) -> Iterator[QAbstractItemView]:
    """Yield every list with actions while it is visible."""
    for name in ("debate", "prepare", "report"):
        workspace = podium.view.show_workspace(name)
        QApplication.processEvents()
        yield from _visible_lists(workspace)
        for tabs in workspace.findChildren(QTabWidget):
            for page in range(tabs.count()):
                tabs.setCurrentIndex(page)
                yield from _visible_lists(tabs)
        if isinstance(workspace, DebateWorkspace):
            workspace.speakers.select_tab(2)
            yield from _visible_lists(workspace.speakers)
    podium.view.navigation_actions["preview"].trigger()
    yield from _visible_lists(podium.view)


def _found_in(palette: CommandPalette, action: QAction) -> bool:
    """Return whether the palette offers an action, or says why it cannot be done now."""
    palette.search_edit.setText(action_label(action))
    items = [palette.result_list.item(row) for row in range(palette.result_list.count())]
    if action.isEnabled():
        return action in [item.data(Qt.ItemDataRole.UserRole) for item in items]
    return bool(items) or palette.no_match_label.text() == action.statusTip()


def test_every_row_action_is_in_context_menu_palette_and_page_of_keys(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    podium = DebateWindow(qtbot, monkeypatch)
    seen: set[str] = set()
    for view in _lists(podium):
        view.setFocus()
        assert view.hasFocus(), view.accessibleName()
        assert view.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
        listed = list_visible_shortcuts(podium.window, set())
        podium.window.current_actions()["palette"].trigger()
        [palette] = podium.window.findChildren(CommandPalette)
        for action in view.actions():
            seen.add(action.objectName())
            keys = all_keys_text(action)
            assert any(key == keys and text.endswith(action_label(action)) for key, text in listed), action.text()
            assert _found_in(palette, action), action.text()
        palette.hide()
    assert {name for table in _LISTS for name in table.names} <= seen
