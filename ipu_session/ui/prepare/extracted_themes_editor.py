"""Editor of the themes extracted from a concept note, each beside its source sentence."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import ExtractedField
from ipu_session.ui.actions.action_factory import ActionSlot, add_actions, make_action_button
from ipu_session.ui.actions.prepare_actions import CONCEPT_NOTE_THEME_TITLE_ACTIONS, CONCEPT_NOTE_THEMES_ACTIONS
from ipu_session.ui.prepare import extracted_themes
from ipu_session.ui.prepare.extracted_themes import Themes
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
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
        buttons = QHBoxLayout()
        for action in self._create_actions():
            buttons.addWidget(make_action_button(action))
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.list.selectionModel().currentRowChanged.connect(self._refresh_title)
        self.title_line.textEdited.connect(self._retitle)

    @property
    def themes(self) -> Themes:
        """The edited themes, without those that have no title."""
        return extracted_themes.drop_untitled(self._themes)

    def set_themes(self, themes: Themes) -> None:
        """Show the themes of another note."""
        self._replace_themes(themes, 0)

    @Slot()
    def add_theme(self) -> None:
        """Add a theme after the current one and focus its title."""
        row = current_row(self.list)
        row_before = row if row >= 0 else len(self._themes) - 1
        self._replace_themes(extracted_themes.add_theme(self._themes, "", row_before), row_before + 1)
        self.title_line.setFocus()

    @Slot()
    def remove_theme(self) -> None:
        """Remove the current theme."""
        row = current_row(self.list)
        if row >= 0:
            self._replace_themes(extracted_themes.remove_theme(self._themes, row), row)

    @Slot()
    def merge_with_previous(self) -> None:
        """Merge the current theme into the theme above."""
        row = current_row(self.list)
        if row > 0:
            self._replace_themes(extracted_themes.merge_with_previous(self._themes, row), row - 1)

    @Slot()
    def split_theme(self) -> None:
        """Split the current theme at the cursor in its title."""
        row = current_row(self.list)
        if row >= 0:
            self._replace_themes(extracted_themes.split_theme(self._themes, row, self.title_line.cursorPosition()), row)

    @Slot()
    def move_up(self) -> None:
        """Move the current theme one place up."""
        self._move_theme(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the current theme one place down."""
        self._move_theme(1)

    def _move_theme(self, step: int) -> None:
        row = current_row(self.list)
        if row >= 0:
            self._replace_themes(extracted_themes.move_theme(self._themes, row, step), row + step)

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
            self._themes = extracted_themes.add_theme(self._themes, "", row - 1)
            self._refresh()
            set_current_row(self.list, row)
        self._themes = extracted_themes.retitle_theme(self._themes, row, text)
        self._refresh()
        self._refresh_title()
        self.themes_changed.emit()

    def _create_actions(self) -> list[QAction]:
        """Return the actions that have buttons."""
        slots: dict[str, ActionSlot] = {
            "concept-note-theme-add": self.add_theme,
            "concept-note-theme-remove": self.remove_theme,
            "concept-note-theme-join": self.merge_with_previous,
            "concept-note-theme-up": self.move_up,
            "concept-note-theme-down": self.move_down,
            "concept-note-theme-edit": self.title_line.setFocus,
        }
        actions = add_actions(self.list, CONCEPT_NOTE_THEMES_ACTIONS, slots)
        title_slots = {"concept-note-theme-split": self.split_theme}
        actions |= add_actions(self.title_line, CONCEPT_NOTE_THEME_TITLE_ACTIONS, title_slots)
        return [actions[f"concept-note-theme-{name}"] for name in ("add", "remove", "join", "split", "up", "down")]
