"""The list of notes: scopes (this speech, theme, all), search, and sorting by time, speaker or kind."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from ipu_session.domain.model.ids import ContributionId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import Session
from ipu_session.service.notes_projection import SearchResult
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions, key_text, tooltip_text
from ipu_session.ui.actions.notes_actions import NOTES_PANE_ACTIONS, NOTES_SEARCH_ACTIONS
from ipu_session.ui.actions.window_actions import SESSION_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.notes.note_rows import (
    ContributionHit,
    SortBy,
    build_contribution_row,
    build_note_row,
    contribution_keys,
    sort_into_keys,
)
from ipu_session.ui.strings.literal_text import set_literal_tooltip
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.rows.lazy_rows_model import LazyRowsModel
from ipu_session.ui.widgets.rows.rows_model import TableRow
from ipu_session.ui.widgets.rows.tables import MAX_WRAPPED_ROWS, current_row, make_table_view, set_current_row
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

SPEECH, THEME, ALL = range(3)
_WHO_COLUMN = 3
_FIXED_COLUMNS = {0: "00:00:00", 1: "1 2 3 !", _WHO_COLUMN: "Switzerland"}
"""Columns of fixed width, each with a sample text that fits into it."""
_COLUMN_PADDING = 14
_SEARCH_MIN_LETTERS = 16
_INDEX_BATCH = 100
_INDEX_DELAY_MS = 150
"""Indexing begins after the window was laid out and painted."""
_ORDER_TEXTS = tuple(
    map(
        str,
        (
            QT_TRANSLATE_NOOP("Debate", "by time"),
            QT_TRANSLATE_NOOP("Debate", "by speaker"),
            QT_TRANSLATE_NOOP("Debate", "by kind"),
        ),
    )
)


class NotesList(QWidget):
    """Table of notes, with buttons for scope and order, and search line; ``themes`` returns the note line's themes."""

    search_closed = Signal()
    """The search was closed while the search line or the list had the focus."""

    def __init__(
        self, bridge: SessionBridge, themes: Callable[[], tuple[ThemeId, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._get_line_themes = themes
        self._scope = SPEECH
        self._sort_by = SortBy.TIME
        self._requested_speech: InterventionId | None = None
        """The intervention whose notes were requested; None: show those of the current or latest intervention."""
        self._speaking: InterventionId | None = bridge.session.speaking
        self._found_contributions: tuple[ContributionId, ...] = ()
        """The written contributions found along with the notes."""
        self.search_line = self._create_search_line()
        headings = (self.tr("Time"), "", self.tr("Note"), self.tr("Who"))
        self.model = LazyRowsModel(headings, self._build_row, self)
        self.list = self._create_list()
        self.source_label = make_label("", "quiet", wrap=True)
        self.result_label = StatusLabel(role="quiet", wrap=True)
        self.order_button = self._create_order_button()
        self._scope_buttons = QButtonGroup(self)
        self._build_ui()
        bridge.committed.connect(self._on_committed)
        # Index in idle time: for a debate of 100,000 notes it takes seconds.
        self._index_timer = QTimer(self)
        self._index_timer.timeout.connect(self._index_more)
        self._index_timer.start(_INDEX_DELAY_MS)
        self.refresh()

    @property
    def current_note(self) -> NoteId | None:
        """The note in the current row; None if that is no note."""
        return self._note_at(current_row(self.list))

    @property
    def current_contribution(self) -> tuple[ContributionId, str] | None:
        """The contribution in the current row, or quoted by the note there, and the text to look for in it; or None."""
        key = self.model.key_at(current_row(self.list))
        if isinstance(key, ContributionHit):
            return key.entry, self.search_line.text()
        note = None if self.current_note is None else self._bridge.session.notes[self.current_note]
        return None if note is None or note.contribution is None else (note.contribution, note.text)

    def focus_search(self) -> None:
        """Focus the search line and select its text."""
        self.search_line.setFocus()
        self.search_line.selectAll()

    @Slot()
    def close_search(self) -> None:
        """Clear the search and show the scope again."""
        had_focus = self.search_line.hasFocus() or self.list.hasFocus()
        CLEARED_TEXTS.clear_field(self.search_line)
        if had_focus:
            self.search_closed.emit()

    def show_speech(self, speech: InterventionId) -> None:
        """Show the notes of an intervention and focus the list."""
        self._requested_speech = speech
        self.show_scope(SPEECH)
        self.list.setFocus()

    def show_note(self, note: NoteId) -> None:
        """Show a note among those of its intervention (all notes if it has none), and make it current."""
        self.search_line.clear()
        self._requested_speech = self._bridge.session.notes[note].intervention
        self.show_scope(ALL if self._requested_speech is None else SPEECH)
        set_current_row(self.list, max(0, self.model.row_of_key(note)))
        self.list.setFocus()

    @Slot(int)
    def show_scope(self, scope: int) -> None:
        """Show the notes of the speech (SPEECH), of the note line's themes (THEME), or all (ALL)."""
        if scope != SPEECH:
            self._requested_speech = None
        self._scope = scope
        self._scope_buttons.button(scope).setChecked(True)
        self.refresh()

    @Slot()
    def show_next_scope(self) -> None:
        """Show the next scope, in the order of the buttons: speech, theme, all, and speech again."""
        self.show_scope((self._scope + 1) % 3)

    @Slot()
    def sort_by_next(self) -> None:
        """Sort by the next key, in the order time, speaker, kind, and time again."""
        self._sort_by = SortBy((self._sort_by + 1) % len(SortBy))
        self.order_button.setText(translate("Debate", _ORDER_TEXTS[self._sort_by]))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Rebuild the rows; the current row stays current, but if it was the last row, the new last note is current."""
        session = self._bridge.session
        row_before, rows_before = current_row(self.list), self.model.rowCount()
        key_before = self.model.key_at(row_before)
        was_last = row_before == rows_before - 1 and not isinstance(key_before, ContributionHit)
        self._found_contributions = ()
        keys = sort_into_keys(session, self._bridge.notes_projection, self._visible_notes(session), self._sort_by)
        last_note_row = len(keys) - 1
        keys += contribution_keys(self._found_contributions)
        rows = self.list.verticalHeader()
        is_wrapped = len(keys) <= MAX_WRAPPED_ROWS
        if not is_wrapped:
            rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.model.set_keys(keys)
        if is_wrapped:
            # Resize only after the reset: before it, the rows measured would be those of the longer list.
            rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # The notes of one speech have the same speaker: hide the column.
        self.list.setColumnHidden(_WHO_COLUMN, self._scope == SPEECH and not self.search_line.text())
        kept_row = self.model.row_of_key(key_before) if key_before is not None else -1
        if kept_row >= 0 and not was_last:
            set_current_row(self.list, kept_row)
        elif 0 <= row_before < rows_before - 1 and len(keys) == rows_before - 1:
            # One note was deleted: the current row stays at its position.
            set_current_row(self.list, row_before)
        elif keys:
            set_current_row(self.list, last_note_row if last_note_row >= 0 else len(keys) - 1)
            self.list.scrollToBottom()

    def _visible_notes(self, session: Session) -> Sequence[NoteId]:
        """Return the notes found by the search, or without a search, those of the scope; store contributions found."""
        notebook = self._bridge.notes_projection
        query = self.search_line.text().strip()
        result = notebook.find(query) if query else None
        self._refresh_result_count(result)
        is_by_theme = result is None and self._scope == THEME
        self.source_label.setVisible(is_by_theme)
        if result is not None:
            self._found_contributions = result.contributions
            return result.notes
        if self._scope == ALL:
            return notebook.all_notes
        if is_by_theme:
            return self._notes_of_themes(session)
        if self._requested_speech in session.interventions:
            return notebook.notes_of_speech(self._requested_speech)
        latest = session.speaking if session.speaking is not None else max(session.interventions, default=None)
        return notebook.notes_of_speech(latest)

    def _refresh_result_count(self, result: SearchResult | None) -> None:
        """Show how many notes and contributions were found; hide the label without a search."""
        self.result_label.setVisible(result is not None)
        if result is None:
            self.result_label.clear()
            return
        count = len(result.notes) + len(result.contributions)
        if result.is_truncated:
            self.result_label.setText(self.tr("More were found: the latest 500 are shown."))
        elif count:
            self.result_label.setText(self.tr("{count} found").format(count=count))
        else:
            self.result_label.setText(self.tr("Nothing is found."))

    def _notes_of_themes(self, session: Session) -> Sequence[NoteId]:
        """Return the notes on the line's themes (without themes: those on none); show these themes and their source."""
        ids = self._get_line_themes()
        themes = [theme for theme in session.themes if theme.id in ids]
        lines = [f"{theme.number} {theme.title}" + (f" – {theme.source}" if theme.source else "") for theme in themes]
        self.source_label.setText("\n".join(lines) or self.tr("Notes without a theme"))
        notebook = self._bridge.notes_projection
        return list(dict.fromkeys(note for theme in ids or (None,) for note in notebook.notes_on_theme(theme)))

    def _build_row(self, key: object) -> TableRow:
        """Return the row of a note, a heading or a contribution."""
        session = self._bridge.session
        if isinstance(key, ContributionHit):
            entry = session.contributions.get(key.entry)
            query = self.search_line.text()
            return build_contribution_row(session, entry, query) if entry else TableRow(("", "", "", ""))
        if not isinstance(key, int):
            return TableRow(("", "", str(key), ""), is_heading=True)
        note = session.notes.get(NoteId(key))
        if note is None:
            return TableRow(("", "", "", ""))
        return build_note_row(session, note, self._bridge.now())

    def _note_at(self, row: int) -> NoteId | None:
        key = self.model.key_at(row)
        return NoteId(key) if isinstance(key, int) else None

    @Slot()
    def _index_more(self) -> None:
        """Index some notes for the search; when all are indexed, stop the timer and search again."""
        if self._index_timer.interval():
            self._index_timer.setInterval(0)
        if self._bridge.notes_projection.index_more(_INDEX_BATCH):
            return
        self._index_timer.stop()
        if self.search_line.text():
            self.refresh()

    @Slot()
    def _focus_list(self) -> None:
        self.list.setFocus()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        if committed.session.speaking != self._speaking:
            self._speaking, self._requested_speech = committed.session.speaking, None
        self.refresh()

    def _create_search_line(self) -> LineEdit:
        line = LineEdit()
        set_accessible_name(line, self.tr("Find in all notes"), key_text(SESSION_ACTIONS["find"]))
        line.setPlaceholderText(self.tr("find (Ctrl+F)"))
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(_SEARCH_MIN_LETTERS * self.fontMetrics().averageCharWidth())
        line.textChanged.connect(self.refresh)
        line.returnPressed.connect(self._focus_list)
        add_actions(line, NOTES_SEARCH_ACTIONS, {"notes-end-search": self.close_search})
        return line

    def _create_order_button(self) -> QPushButton:
        button = QPushButton(translate("Debate", _ORDER_TEXTS[SortBy.TIME]))
        button.setProperty("role", "chip")
        set_literal_tooltip(button, tooltip_text(NOTES_PANE_ACTIONS["notes-order"]))
        button.clicked.connect(self.sort_by_next)
        return button

    def _create_list(self) -> QTableView:
        view = make_table_view(self.model, self.tr("Notes"), (2,), wrap=True)
        # If the new rows are fewer than the scroll position, the view would measure every row.
        self.model.modelAboutToBeReset.connect(view.scrollToTop)
        columns = view.horizontalHeader()
        # The texts of these columns have about the same width in every row, so nothing has to be measured.
        for column, text in _FIXED_COLUMNS.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            columns.resizeSection(column, self.fontMetrics().horizontalAdvance(text) + _COLUMN_PADDING)
        return view

    def _create_scope_buttons(self) -> FlowLayout:
        row = FlowLayout(spacing=3)
        for number, text in enumerate((self.tr("This speech"), self.tr("Theme"), self.tr("All"))):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(number == SPEECH)
            button.setProperty("role", "chip")
            set_literal_tooltip(button, tooltip_text(NOTES_PANE_ACTIONS["notes-scope"]))
            self._scope_buttons.addButton(button, number)
            row.addWidget(button)
        self._scope_buttons.idClicked.connect(self.show_scope)
        row.addWidget(self.order_button)
        row.addWidget(self.search_line)
        return row

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self.source_label)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._create_scope_buttons())
        layout.addWidget(self.result_label)
