"""The tables of the Report workspace: themes, and the notes of the current theme."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from ipu_session.domain.model.ids import NoteId, ThemeId
from ipu_session.domain.model.passages import notes_in_passages
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.report.drag_and_drop import DraggableNotesModel, enable_note_dragging
from ipu_session.ui.report.theme_and_note_rows import PROPOSALS_KEY, all_proposals, build_note_row, build_theme_rows
from ipu_session.ui.widgets.factories import make_label
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import MAX_WRAPPED_ROWS, current_row, make_table_view, set_current_row


class ThemeAndNoteTables(QObject):
    """Models and views of the tables of themes and of notes, and their current and selected rows."""

    theme_changed = Signal()
    """Another row of the table of themes became current, perhaps one that is no theme."""

    def __init__(self, bridge: SessionBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._used_notes: frozenset[NoteId] = frozenset()
        self.unused_label = make_label("", "quiet", wrap=True)
        self.themes_model = RowsModel((self.tr("No."), self.tr("Theme"), self.tr("Notes"), self.tr("Text")), self)
        self.themes_view = make_table_view(self.themes_model, self.tr("Themes"), (1,), wrap=True)
        headings = (self.tr("Kind"), self.tr("Note"), self.tr("Who"), "")
        self.notes_model = DraggableNotesModel(headings, self._build_note_row, self)
        self.notes_view = make_table_view(self.notes_model, self.tr("Notes of the theme"), (1,), wrap=True)
        enable_note_dragging(self.notes_view)
        self.notes_model.modelAboutToBeReset.connect(self.notes_view.scrollToTop)
        self.notes_view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def start(self) -> None:
        """Fill the tables, keep them up to date with the session, and make the first row of the themes current."""
        self.themes_view.selectionModel().currentRowChanged.connect(self._on_theme_changed)
        self._bridge.committed.connect(self._on_committed)
        self._refresh_themes()
        set_current_row(self.themes_view, 0)

    @property
    def are_proposals_shown(self) -> bool:
        """Whether the row of the proposals on all themes is current."""
        return self._current_key() == PROPOSALS_KEY

    @property
    def current_theme(self) -> ThemeId | None:
        """The current theme; None on the rows for proposals and for notes without a theme, or if no row is current."""
        key = self._current_key()
        return ThemeId(key) if isinstance(key, int) else None

    @property
    def selected_notes(self) -> tuple[NoteId, ...]:
        """The selected notes, else the current one; empty if there is none."""
        rows = sorted(index.row() for index in self.notes_view.selectionModel().selectedRows())
        rows = rows or [current_row(self.notes_view)]
        keys = (self.notes_model.key_at(row) for row in rows)
        return tuple(NoteId(key) for key in keys if isinstance(key, int))

    def select_theme(self, theme: int | None) -> None:
        """Make a theme current; None is the row of the notes without a theme."""
        set_current_row(self.themes_view, self.themes_model.row_of_key(theme))

    def show_note(self, theme: int | None, note: int) -> None:
        """Make a theme and one of its notes current, and focus the notes."""
        self.select_theme(theme)
        set_current_row(self.notes_view, self.notes_model.row_of_key(note))
        self.notes_view.setFocus()
        # Row heights are known only after the layout, so scroll in the next event loop pass.
        QTimer.singleShot(0, self, self._scroll_to_note)

    @Slot()
    def _scroll_to_note(self) -> None:
        self.notes_view.scrollTo(self.notes_view.currentIndex())

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        key = self._current_key()
        self._refresh_themes()
        if current_row(self.themes_view) < 0 or self._current_key() != key:
            set_current_row(self.themes_view, max(0, self.themes_model.row_of_key(key)))
        self._refresh_notes()

    @Slot(QModelIndex, QModelIndex)
    def _on_theme_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        self.theme_changed.emit()
        self._refresh_notes()

    def _refresh_notes(self) -> None:
        rows, keys = self.notes_view.verticalHeader(), self._visible_notes()
        if len(keys) > MAX_WRAPPED_ROWS:
            rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.notes_model.set_keys(keys)
        if len(keys) <= MAX_WRAPPED_ROWS:
            rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _visible_notes(self) -> Sequence[NoteId]:
        """Return the notes that belong to the current row of the themes; empty if no row is current."""
        notes = self._bridge.notes_projection
        if self.are_proposals_shown:
            return all_proposals(self._bridge.session, notes)
        return notes.notes_on_theme(self.current_theme) if current_row(self.themes_view) >= 0 else ()

    def _build_note_row(self, key: object) -> TableRow:
        session = self._bridge.session
        note = session.notes.get(NoteId(key)) if isinstance(key, int) else None
        return build_note_row(session, note, self._used_notes) if note is not None else TableRow(("", "", "", ""))

    def _refresh_themes(self) -> None:
        session, notes = self._bridge.session, self._bridge.notes_projection
        self._used_notes = notes_in_passages(session.passages)
        self.themes_model.set_rows(build_theme_rows(session, notes))
        count = notes.reportable_count - len(self._used_notes)
        self.unused_label.setText(self.tr("notes used nowhere: {count}").format(count=count))

    def _current_key(self) -> object:
        return self.themes_model.key_at(current_row(self.themes_view))
