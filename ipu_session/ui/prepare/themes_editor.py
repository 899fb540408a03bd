"""Editor of the themes extracted from a concept note, each beside its source sentence."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import ExtractedField
from ipu_session.ui.prepare import note_themes
from ipu_session.ui.prepare.note_themes import Themes
from ipu_session.ui.widgets.factories import add_widget_action, make_button, make_label, set_accessible_name
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row
from ipu_session.ui.widgets.text.undoable_fields import LineEdit


class ThemesEditor(QWidget):
    """List of themes, and a line that edits the title of the current one."""

    themes_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes: Themes = ()
        headings = ("", self.tr("Theme"), self.tr("Sentence it came from"))
        self._model = RowsModel(headings, self)
        self.list = make_table_view(self._model, self.tr("Themes"), (1, 2), wrap=True)
        self.title_line = LineEdit()
        set_accessible_name(self.title_line, self.tr("Title of the theme"), self.tr("Ctrl+Enter splits the theme here"))
        self.title_line.setPlaceholderText(self.tr("Title of the theme"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(make_label(self.tr("Themes"), "heading"))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.title_line)
        layout.addLayout(self._build_buttons())
        self._create_actions()
        self.list.selectionModel().currentRowChanged.connect(self._refresh_title)
        self.title_line.textEdited.connect(self._retitle)

    @property
    def themes(self) -> Themes:
        """The edited themes, without those that have no title."""
        return note_themes.drop_untitled(self._themes)

    def set_themes(self, themes: Themes) -> None:
        """Show the themes of another note."""
        self._replace_themes(themes, 0)

    @Slot()
    def add_theme(self) -> None:
        """Add a theme after the current one and focus its title."""
        row = current_row(self.list)
        at = row if row >= 0 else len(self._themes) - 1
        self._replace_themes(note_themes.add_theme(self._themes, "", at), at + 1)
        self.title_line.setFocus()

    @Slot()
    def remove_theme(self) -> None:
        """Remove the current theme."""
        row = current_row(self.list)
        if row >= 0:
            self._replace_themes(note_themes.remove_theme(self._themes, row), row)

    @Slot()
    def merge_with_previous(self) -> None:
        """Merge the current theme into the one above."""
        row = current_row(self.list)
        if row > 0:
            self._replace_themes(note_themes.merge_with_previous(self._themes, row), row - 1)

    @Slot()
    def split_theme(self) -> None:
        """Split the current theme at the cursor in its title."""
        row = current_row(self.list)
        if row >= 0:
            self._replace_themes(note_themes.split_theme(self._themes, row, self.title_line.cursorPosition()), row)

    @Slot()
    def move_up(self) -> None:
        """Move the current theme one place up."""
        self._move_theme(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the current theme one place down."""
        self._move_theme(1)

    def _move_theme(self, by: int) -> None:
        row = current_row(self.list)
        if row >= 0:
            self._replace_themes(note_themes.move_theme(self._themes, row, by), row + by)

    def _replace_themes(self, themes: Themes, row: int) -> None:
        self._themes = themes
        self._refresh()
        set_current_row(self.list, row)
        self._refresh_title()
        self.themes_changed.emit()

    def _refresh(self) -> None:
        self._model.set_rows(
            [
                TableRow((self._number_text(number, theme), theme.value or self.tr("(no title yet)"), theme.source))
                for number, theme in enumerate(self._themes, start=1)
            ]
        )

    def _number_text(self, number: int, theme: ExtractedField) -> str:
        return self.tr("{number} (doubtful)").format(number=number) if theme.is_doubtful else str(number)

    @Slot()
    def _refresh_title(self) -> None:
        row = current_row(self.list)
        text = self._themes[row].value if 0 <= row < len(self._themes) else ""
        if self.title_line.text() != text:
            self.title_line.setText(text)
            self.title_line.setCursorPosition(0)

    @Slot(str)
    def _retitle(self, text: str) -> None:
        row = current_row(self.list)
        if row < 0:
            row = len(self._themes)
            self._themes = note_themes.add_theme(self._themes, "", row - 1)
            self._refresh()
            set_current_row(self.list, row)
        self._themes = note_themes.retitle_theme(self._themes, row, text)
        self._refresh()
        self._refresh_title()
        self.themes_changed.emit()

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for made in (
            make_button(self.tr("Add"), self.add_theme, self.tr("Insert")),
            make_button(self.tr("Remove"), self.remove_theme, self.tr("Delete")),
            make_button(self.tr("Join to the one above"), self.merge_with_previous, self.tr("Ctrl+J")),
            make_button(self.tr("Split at the cursor"), self.split_theme, self.tr("Ctrl+Enter in the title")),
            make_button(self.tr("Up"), self.move_up, self.tr("Alt+Up")),
            make_button(self.tr("Down"), self.move_down, self.tr("Alt+Down")),
        ):
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _create_actions(self) -> None:
        add_widget_action(self.list, self.tr("Add a theme"), "Ins", self.add_theme)
        add_widget_action(self.list, self.tr("Remove the theme"), "Del", self.remove_theme)
        add_widget_action(self.list, self.tr("Join to the theme above"), "Ctrl+J", self.merge_with_previous)
        add_widget_action(self.list, self.tr("Theme up"), "Alt+Up", self.move_up)
        add_widget_action(self.list, self.tr("Theme down"), "Alt+Down", self.move_down)
        for key in ("F4", "Return"):
            add_widget_action(self.list, self.tr("Edit the title"), key, self.title_line.setFocus)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self.title_line)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.split_theme)
