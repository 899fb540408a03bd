"""Dialog (F1) that lists the shortcuts of the window's actions and of the visible page."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ipu_session.ui.keyboard.active_shortcuts import iter_shortcuts
from ipu_session.ui.keyboard.alternative_keys import all_keys_text
from ipu_session.ui.strings.literal_text import action_label


class ShortcutsDialog(QDialog):
    """Non-modal dialog with a table of shortcuts and their descriptions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shortcuts_table = QTableWidget(0, 2)
        self.shortcuts_table.setAccessibleName(self.tr("Keys and what they do"))
        self.shortcuts_table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        self.shortcuts_table.verticalHeader().hide()
        self.shortcuts_table.horizontalHeader().setStretchLastSection(True)
        self.shortcuts_table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.shortcuts_table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.shortcuts_table.setTabKeyNavigation(False)
        QVBoxLayout(self).addWidget(self.shortcuts_table)
        self.resize(560, 600)

    def show_keys(self, actions: Iterable[QAction], page: QWidget) -> None:
        """Fill the table with the shortcuts of ``actions`` and of the visible widgets in ``page``."""
        action_list = list(actions)
        rows = [(all_keys_text(action), action_label(action)) for action in action_list if all_keys_text(action)]
        rows += list_visible_shortcuts(page, set(action_list))
        self.shortcuts_table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self.shortcuts_table.setItem(row, column, QTableWidgetItem(text))
        self.shortcuts_table.resizeColumnsToContents()


def list_visible_shortcuts(page: QWidget, excluded: set[QAction]) -> list[tuple[str, str]]:
    """Return pairs (keys, name) of the actions of the visible widgets in ``page``, except ``excluded``.

    The name begins with the accessible name, if there is one, of the widget in which the keys work.
    """
    actions: dict[QAction, QWidget] = {}
    for shortcut in iter_shortcuts(page.window()):
        if page.isAncestorOf(shortcut.owner) and shortcut.owner.isVisibleTo(page) and shortcut.action not in excluded:
            actions.setdefault(shortcut.action, shortcut.owner)
    rows = []
    for action, owner in actions.items():
        name, owner_name = action_label(action), owner.accessibleName()
        if name:
            rows.append((all_keys_text(action), f"{owner_name}: {name}" if owner_name else name))
    return rows
