"""Dialog (F1) that lists all shortcuts, read from the actions themselves."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ipu_session.ui.keyboard.alternative_keys import all_keys_text, native_key_text
from ipu_session.ui.keyboard.shortcuts import iter_shortcuts
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
        acts = list(actions)
        rows = [(all_keys_text(action), action_label(action)) for action in acts if all_keys_text(action)]
        rows += list_visible_shortcuts(page, set(acts))
        self.shortcuts_table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self.shortcuts_table.setItem(row, column, QTableWidgetItem(text))
        self.shortcuts_table.resizeColumnsToContents()


def list_visible_shortcuts(page: QWidget, known: set[QAction]) -> list[tuple[str, str]]:
    """Return pairs (keys, description) of the shortcuts of the visible widgets in ``page``, except ``known``."""
    rows: dict[tuple[str, str], None] = {}
    for each in iter_shortcuts(page.window()):
        hidden = not page.isAncestorOf(each.owner) or not each.owner.isVisibleTo(page)
        if hidden or not each.description or each.target in known:
            continue
        keys = all_keys_text(each.target) if isinstance(each.target, QAction) else native_key_text(each.sequence)
        where = each.owner.accessibleName()
        rows[keys, f"{where}: {each.description}" if where else each.description] = None
    return list(rows)
