"""F1: every key and what it does, read from the actions themselves."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ipu_session.ui.keyboard.alternative_keys import keys_of, native
from ipu_session.ui.keyboard.shortcuts import shortcuts_of
from ipu_session.ui.strings.literal_text import name_of


class KeysPage(QDialog):
    """Not modal: it may stay open beside the debate."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(self.tr("Keys and what they do"))
        self.table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        QVBoxLayout(self).addWidget(self.table)
        self.resize(560, 600)

    def show_keys(self, actions: Iterable[QAction], page: QWidget) -> None:
        """Show the keys of ``actions``, and those of what is in sight in ``page``."""
        acts = list(actions)
        rows = [(keys_of(action), name_of(action)) for action in acts if keys_of(action)]
        rows += keys_within(page, set(acts))
        self.table.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()


def keys_within(page: QWidget, known: set[QAction]) -> list[tuple[str, str]]:
    """Return the keys of the lists, fields and panes of a page that are in sight, and what each does.

    Those of ``known`` are left out.
    """
    rows: dict[tuple[str, str], None] = {}
    for each in shortcuts_of(page.window()):
        hidden = not page.isAncestorOf(each.owner) or not each.owner.isVisibleTo(page)
        if hidden or not each.text or each.target in known:
            continue
        keys = keys_of(each.target) if isinstance(each.target, QAction) else native(each.sequence)
        where = each.owner.accessibleName()
        rows[keys, f"{where}: {each.text}" if where else each.text] = None
    return list(rows)
