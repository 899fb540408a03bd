"""The house template that the report is written in, or none."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_open_file
from ipu_session.ui.strings.literal_text import escape_mnemonic, set_literal_tooltip

_MAX_NAME_LETTERS = 18


class TemplateButton(QPushButton):
    """A menu: none, or a file; not kept with the session, no file from elsewhere is to name a place."""

    template_changed = Signal(str)
    """Another is wanted from now on; empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        menu = QMenu(self)
        self.none_action = menu.addAction(self.tr("None: the program's own"), self.clear_template)
        self.file_action = menu.addAction(self.tr("A Word file…"), self.choose_file)
        self.setMenu(menu)
        self._refresh()

    def request_file(self, kinds: str, then: FileCallback) -> None:
        """Ask for a file."""
        ask_open_file(self, self.tr("House template"), self.path, kinds, then)

    @Slot()
    def clear_template(self) -> None:
        """Write the report in our own template."""
        self.set_template(None)

    @Slot()
    def choose_file(self) -> None:
        """Ask for the template; if nobody chooses, it is as before."""
        self.request_file(self.tr("Word files (*.docx *.dotx)"), self.set_template)

    def set_template(self, path: Path | None) -> None:
        """Take this file, None for our own template."""
        self.path = path
        self._refresh()
        self.template_changed.emit("" if path is None else str(path))

    def _refresh(self) -> None:
        name = self.path.name if self.path is not None else self.tr("none")
        short = name if len(name) <= _MAX_NAME_LETTERS else f"{name[: _MAX_NAME_LETTERS - 1]}…"
        text = self.tr("House template: {name}")
        # An ampersand would be a key of the menu.
        self.setText(text.format(name=escape_mnemonic(short)))
        self.setAccessibleName(text.format(name=name))
        where = self.tr("Styles, page, header and logo are taken from a Word file of your institution")
        set_literal_tooltip(self, where if self.path is None else str(self.path))
