"""Choice of the house template in which the report is written."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.report_menus import TEMPLATE_MENU_ACTIONS
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_open_file
from ipu_session.ui.strings.literal_text import escape_mnemonic, set_literal_tooltip

_MAX_NAME_LETTERS = 18


class TemplateButton(QPushButton):
    """Menu: no template, or a file. Not saved in the session file: a received file must not decide what is read."""

    template_changed = Signal(str)
    """Emitted with the path of the template; "" for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        menu = QMenu(self)
        slots = {"template-none": self.clear_template, "template-file": self.choose_file}
        add_actions(menu, TEMPLATE_MENU_ACTIONS, slots)
        self.setMenu(menu)
        self._refresh()

    def request_file(self, name_filters: str, on_chosen: FileCallback) -> None:
        """Ask the user for a file; ``on_chosen`` gets its path."""
        ask_open_file(self, self.tr("House template"), self.path, name_filters, on_chosen)

    @Slot()
    def clear_template(self) -> None:
        """Use the program's own template."""
        self.set_template(None)

    @Slot()
    def choose_file(self) -> None:
        """Ask the user for a template file; the choice is unchanged if the dialog is cancelled."""
        self.request_file(self.tr("Word files (*.docx *.dotx)"), self.set_template)

    def set_template(self, path: Path | None) -> None:
        """Use this file as the template; None for the program's own."""
        self.path = path
        self._refresh()
        self.template_changed.emit("" if path is None else str(path))

    def _refresh(self) -> None:
        name = self.path.name if self.path is not None else self.tr("none")
        short_name = name if len(name) <= _MAX_NAME_LETTERS else f"{name[: _MAX_NAME_LETTERS - 1]}…"
        text = self.tr("House template: {name}")
        # An unescaped ampersand would define a mnemonic.
        self.setText(text.format(name=escape_mnemonic(short_name)))
        self.setAccessibleName(text.format(name=name))
        explanation = self.tr("Styles, page, header and logo are taken from a Word file of your institution")
        set_literal_tooltip(self, explanation if self.path is None else str(self.path))
