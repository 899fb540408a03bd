"""The themes of a previewed concept note, each beside its sentence, put right before they are taken over."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import Finding
from ipu_session.ui.prepare import note_themes
from ipu_session.ui.prepare.note_themes import Themes
from ipu_session.ui.widgets.factories import button, label, named, row_action
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table
from ipu_session.ui.widgets.text.undoable_fields import LineEdit


class ThemesEditor(QWidget):
    """A list of themes and the line in which the chosen one's title is edited."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes: Themes = ()
        headings = ("", self.tr("Theme"), self.tr("Sentence it came from"))
        self._model = LinesModel(headings, self)
        self.list = table(self._model, self.tr("Themes"), (1, 2), wrap=True)
        self.title = LineEdit()
        named(self.title, self.tr("Title of the theme"), self.tr("Ctrl+Enter splits the theme here"))
        self.title.setPlaceholderText(self.tr("Title of the theme"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(self.tr("Themes"), "heading"))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.title)
        layout.addLayout(self._buttons())
        self._add_keys()
        self.list.selectionModel().currentRowChanged.connect(self._show_title)
        self.title.textEdited.connect(self._retitle)

    @property
    def themes(self) -> Themes:
        """The themes as edited; those without a title are left out."""
        return note_themes.titled(self._themes)

    def set_themes(self, themes: Themes) -> None:
        """Show the themes of another note."""
        self._take(themes, 0)

    @Slot()
    def add(self) -> None:
        """Add a theme after the chosen one and go to its title."""
        row = current_row(self.list)
        at = row if row >= 0 else len(self._themes) - 1
        self._take(note_themes.added(self._themes, "", at), at + 1)
        self.title.setFocus()

    @Slot()
    def remove(self) -> None:
        """Take the chosen theme out."""
        row = current_row(self.list)
        if row >= 0:
            self._take(note_themes.removed(self._themes, row), row)

    @Slot()
    def merge(self) -> None:
        """Join the chosen theme to the one above."""
        row = current_row(self.list)
        if row > 0:
            self._take(note_themes.merged_up(self._themes, row), row - 1)

    @Slot()
    def split(self) -> None:
        """Cut the chosen theme in two where the cursor stands in its title."""
        row = current_row(self.list)
        if row >= 0:
            self._take(note_themes.split(self._themes, row, self.title.cursorPosition()), row)

    @Slot()
    def move_up(self) -> None:
        """Put the chosen theme one place up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Put the chosen theme one place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        row = current_row(self.list)
        if row >= 0:
            self._take(note_themes.moved(self._themes, row, by), row + by)

    def _take(self, themes: Themes, row: int) -> None:
        self._themes = themes
        self._paint()
        choose_row(self.list, row)
        self._show_title()
        self.changed.emit()

    def _paint(self) -> None:
        self._model.show(
            [
                Line((self._number(number, theme), theme.value or self.tr("(no title yet)"), theme.source))
                for number, theme in enumerate(self._themes, start=1)
            ]
        )

    def _number(self, number: int, theme: Finding) -> str:
        return self.tr("{number} (doubtful)").format(number=number) if theme.doubtful else str(number)

    @Slot()
    def _show_title(self) -> None:
        row = current_row(self.list)
        text = self._themes[row].value if 0 <= row < len(self._themes) else ""
        if self.title.text() != text:
            self.title.setText(text)
            self.title.setCursorPosition(0)

    @Slot(str)
    def _retitle(self, text: str) -> None:
        row = current_row(self.list)
        if row < 0:
            row = len(self._themes)
            self._themes = note_themes.added(self._themes, "", row - 1)
            self._paint()
            choose_row(self.list, row)
        self._themes = note_themes.retitled(self._themes, row, text)
        self._paint()
        self._show_title()
        self.changed.emit()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for made in (
            button(self.tr("Add"), self.add, self.tr("Insert")),
            button(self.tr("Remove"), self.remove, self.tr("Delete")),
            button(self.tr("Join to the one above"), self.merge, self.tr("Ctrl+J")),
            button(self.tr("Split at the cursor"), self.split, self.tr("Ctrl+Enter in the title")),
            button(self.tr("Up"), self.move_up, self.tr("Alt+Up")),
            button(self.tr("Down"), self.move_down, self.tr("Alt+Down")),
        ):
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _add_keys(self) -> None:
        row_action(self.list, self.tr("Add a theme"), "Ins", self.add)
        row_action(self.list, self.tr("Remove the theme"), "Del", self.remove)
        row_action(self.list, self.tr("Join to the theme above"), "Ctrl+J", self.merge)
        row_action(self.list, self.tr("Theme up"), "Alt+Up", self.move_up)
        row_action(self.list, self.tr("Theme down"), "Alt+Down", self.move_down)
        for key in ("F4", "Return"):
            row_action(self.list, self.tr("Edit the title"), key, self.title.setFocus)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self.title)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.split)
