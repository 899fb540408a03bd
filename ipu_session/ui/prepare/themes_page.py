"""The themes of the session: add, rename, move, merge, split, remove; each command can be undone."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import NoteId, ThemeId
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.prepare_actions import THEME_TITLE_ACTIONS, THEMES_LIST_ACTIONS
from ipu_session.ui.core.draft_parsing import parse_id
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, set_accessible_name
from ipu_session.ui.widgets.field_drafts import FieldDrafts
from ipu_session.ui.widgets.rows.lazy_rows_model import LazyRowsModel
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_DRAFT_KEY = "theme-title"


class ThemesPage(QWidget):
    """Table of themes, the notes of the current one, and a line for titles."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._edited_theme: ThemeId | None = None
        self.model = RowsModel((self.tr("No."), self.tr("Theme"), self.tr("Sentence of the concept note")), self)
        self.list = make_table_view(self.model, self.tr("Themes"), (1, 2), wrap=True)
        headings = (self.tr("Kind"), self.tr("Note"), self.tr("Who"))
        self.notes_model = LazyRowsModel(headings, self._build_note_row, self)
        self.notes_view = make_table_view(self.notes_model, self.tr("Notes of the theme"), (1,))
        self.notes_view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.title_line = LineEdit()
        set_accessible_name(self.title_line, self.tr("Title of a theme"), self.tr("Enter"))
        self.title_line.returnPressed.connect(self.submit)
        self.message = StatusLabel(role="quiet", wrap=True)
        self._create_actions()
        self._build_ui()
        self.setFocusProxy(self.list)
        bridge.committed.connect(self._on_committed)
        self.list.selectionModel().currentRowChanged.connect(self._on_theme_changed)
        self._refresh(bridge.session)
        set_current_row(self.list, 0)
        self.field_drafts = FieldDrafts(
            bridge, _DRAFT_KEY, {"title": self.title_line}, self._recorded_texts, self._draft_subject
        )
        self._restore_draft()
        self._refresh_hint()

    @Slot()
    def submit(self) -> None:
        """Add a theme with the typed title, or give the title to the theme being renamed."""
        text = " ".join(self.title_line.text().split())
        if not text:
            self._bridge.action_unavailable.emit(labels.rejection_message(Reason.EMPTY_TEXT.value))
            return
        rename = self._edited_theme is not None
        command = c.RenameTheme(self._edited_theme, text) if self._edited_theme is not None else c.AddTheme(text)
        if self._bridge.execute(command):
            self.clear()
            if rename:
                self.list.setFocus()

    @Slot()
    def clear(self) -> None:
        """Clear the line and end the renaming."""
        self._edited_theme = None
        if self.title_line.text():
            self.title_line.reset()
        self.field_drafts.save_drafts()
        self._refresh_hint()

    @Slot()
    def cancel(self) -> None:
        """Clear the line and end the renaming; undo restores both."""
        CLEARED_TEXTS.clear_field(self.title_line, partial(self._resume_draft, self._edited_theme))
        self.clear()

    def _resume_draft(self, theme: ThemeId | None) -> None:
        self._edited_theme = theme
        self._refresh_hint()

    @Slot()
    def edit_theme(self) -> None:
        """Put the title of the current theme into the line, to rename it."""
        theme = self._bridge.session.theme(self._current_theme() or ThemeId(0))
        if theme is not None:
            self._edited_theme = theme.id
            self.title_line.setText(theme.title)
            self.title_line.setFocus()
            self._refresh_hint()

    @Slot()
    def merge_with_previous(self) -> None:
        """Merge the current theme, with all that refers to it, into the theme above."""
        row = current_row(self.list)
        theme, previous = self._current_theme(), self.model.key_at(row - 1)
        if theme is not None and isinstance(previous, int):
            self._bridge.execute(c.MergeThemes(theme, ThemeId(previous)))
            set_current_row(self.list, row - 1)

    @Slot()
    def split_theme(self) -> None:
        """Split a theme off the current one; the notes selected below move to it.

        While a theme is being renamed, that theme is split, and its title at the cursor; otherwise the text of the line
        is the title of the new theme.
        """
        theme, new_title = self._current_theme(), self.title_line.text()
        kept_title = ""
        if self._edited_theme is not None:
            position = self.title_line.cursorPosition()
            theme, kept_title, new_title = self._edited_theme, new_title[:position].strip(), new_title[position:]
        if theme is None or (self._edited_theme is not None and not kept_title):
            self._bridge.action_unavailable.emit(
                self.tr("There is nothing to part: choose a theme, or put the cursor in it.")
            )
            return
        if self._bridge.execute(c.SplitTheme(theme, new_title.strip(), kept_title, self._selected_notes())):
            self.clear()
            self.list.setFocus()

    def _recorded_texts(self) -> dict[str, str]:
        theme = self._bridge.session.theme(self._edited_theme) if self._edited_theme is not None else None
        return {"title": "" if theme is None else theme.title}

    def _draft_subject(self) -> str:
        return "" if self._edited_theme is None else str(self._edited_theme)

    def _restore_draft(self) -> None:
        """Restore the stored draft of a title, and the theme being renamed; not if that theme was removed."""
        about, _ = self.field_drafts.load_draft()
        theme = self._bridge.session.theme(ThemeId(parse_id(about)))
        if theme is not None or not about:
            self._edited_theme = None if theme is None else theme.id
            self.field_drafts.restore_drafts()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session)

    @Slot(QModelIndex, QModelIndex)
    def _on_theme_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        self._refresh_notes()

    def _refresh_notes(self) -> None:
        theme = self._current_theme()
        self.notes_model.set_keys(
            list(self._bridge.notes_projection.notes_on_theme(theme)) if theme is not None else []
        )
        self.notes_view.setVisible(bool(self._bridge.notes_projection.all_notes))

    def _build_note_row(self, key: object) -> TableRow:
        session = self._bridge.session
        note = session.notes.get(NoteId(key)) if isinstance(key, int) else None
        if note is None:
            return TableRow(("", "", ""))
        source = labels.note_source_name(session, note, labels.screen_language())
        return TableRow((labels.enum_label(note.kind), note.text, source), note.id, is_quiet=note.restricted)

    def _selected_notes(self) -> tuple[NoteId, ...]:
        rows = sorted(index.row() for index in self.notes_view.selectionModel().selectedRows())
        keys = (self.notes_model.key_at(row) for row in rows)
        return tuple(NoteId(key) for key in keys if isinstance(key, int))

    def _refresh(self, session: Session) -> None:
        theme_before = self._current_theme()
        rows = [TableRow((str(theme.number), theme.title, theme.source), theme.id) for theme in session.themes]
        self.model.set_rows(rows)
        row = self.model.row_of_key(theme_before) if theme_before is not None else -1
        if row >= 0:
            set_current_row(self.list, row)
        if self._edited_theme is not None and session.theme(self._edited_theme) is None:
            self.clear()
        self._refresh_notes()

    def _refresh_hint(self) -> None:
        if self._edited_theme is None:
            self.message.setText(
                self.tr(
                    "A new theme: Enter adds it; Ctrl+Enter makes it out of the chosen theme, and the notes"
                    " that are chosen go over to it."
                )
            )
        else:
            self.message.setText(
                self.tr(
                    "The title is being changed; Esc leaves it as it was, Ctrl+Enter parts the theme where"
                    " the cursor stands."
                )
            )

    def _current_theme(self) -> ThemeId | None:
        key = self.model.key_at(current_row(self.list))
        return ThemeId(key) if isinstance(key, int) else None

    def _create_actions(self) -> None:
        slots = {
            "theme-add": self.title_line.setFocus,
            "theme-rename": self.edit_theme,
            "theme-join": self.merge_with_previous,
        }
        add_actions(self.list, THEMES_LIST_ACTIONS, slots, self._bridge)
        slots = {"theme-title-leave": self.cancel, "theme-split": self.split_theme}
        add_actions(self.title_line, THEME_TITLE_ACTIONS, slots)
        self.list.doubleClicked.connect(self.edit_theme)

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.notes_view)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.message)
        row = QHBoxLayout()
        row.addWidget(self.title_line, 1)
        row.addWidget(make_button(self.tr("Add"), self.submit))
        layout.addLayout(row)
