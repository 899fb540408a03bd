"""The house template that the report is written in, or none."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ipu_session.ui.dialogs.file_dialog import Then, ask_open
from ipu_session.ui.strings.literal_text import set_tip, without_mnemonic

_LONGEST = 18


class TemplateChoice(QPushButton):
    """A menu: none, or a file; not kept with the session, no file from elsewhere is to name a place."""

    chosen = Signal(str)
    """Another is wanted from now on; empty for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        menu = QMenu(self)
        self.none_action = menu.addAction(self.tr("None: the program's own"), self.choose_none)
        self.file_action = menu.addAction(self.tr("A Word file…"), self.choose_file)
        self.setMenu(menu)
        self._show()

    def ask_file(self, kinds: str, then: Then) -> None:
        """Ask for a file."""
        ask_open(self, self.tr("House template"), self.path, kinds, then)

    @Slot()
    def choose_none(self) -> None:
        """Write the report in our own template."""
        self.choose(None)

    @Slot()
    def choose_file(self) -> None:
        """Ask for the template; if nobody chooses, it is as before."""
        self.ask_file(self.tr("Word files (*.docx *.dotx)"), self.choose)

    def choose(self, path: Path | None) -> None:
        """Take this file, None for our own template."""
        self.path = path
        self._show()
        self.chosen.emit("" if path is None else str(path))

    def _show(self) -> None:
        name = self.path.name if self.path is not None else self.tr("none")
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        text = self.tr("House template: {name}")
        # An ampersand would be a key of the menu.
        self.setText(text.format(name=without_mnemonic(short)))
        self.setAccessibleName(text.format(name=name))
        where = self.tr("Styles, page, header and logo are taken from a Word file of your institution")
        set_tip(self, where if self.path is None else str(self.path))
