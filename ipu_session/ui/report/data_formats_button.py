"""Button with a menu of exports other than the Word report: data files, and the printed speakers list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.report_menus import EXPORT_MENU_ACTIONS, RESTRICTED_MENU_ACTIONS
from ipu_session.ui.strings.literal_text import set_literal_tooltip


class DataFormatsButton(QPushButton):
    """Emits `form_chosen` when a menu entry is triggered."""

    form_chosen = Signal(str)
    """Data of the menu entry, which names format and table: see `ui/actions/report_menus.py`."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(self.tr("Other forms"))
        set_literal_tooltip(self, self.tr("Speakers, interventions and notes as tables"))
        menu = QMenu(self)
        actions = add_actions(menu, EXPORT_MENU_ACTIONS, dict.fromkeys(EXPORT_MENU_ACTIONS.names, self._on_triggered))
        restricted = QMenu(self.tr("With restricted notes, birth dates and senders"), menu)
        slots = dict.fromkeys(RESTRICTED_MENU_ACTIONS.names, self._on_triggered)
        add_actions(restricted, RESTRICTED_MENU_ACTIONS, slots)
        menu.insertMenu(actions["export-speakers-paper"], restricted)
        menu.insertSeparator(actions["export-speakers-paper"])
        self.setMenu(menu)

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.form_chosen.emit(str(action.data()))
