"""Live matrix of notes and time: themes by delegations or groups, with the notes of a cell (docs/rules.md#n2)."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ipu_session.domain.model.ids import NoteId, Timestamp
from ipu_session.domain.queries.theme_matrix import build_matrix
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions, tooltip_text
from ipu_session.ui.actions.dialog_actions import (
    MATRIX_CELLS_ACTIONS,
    MATRIX_DIALOG_ACTIONS,
    MATRIX_NOTES_ACTIONS,
)
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.notes.note_rows import build_note_row
from ipu_session.ui.dialogs.theme_matrix_rows import (
    MatrixCell,
    ThemeMatrixModel,
    build_group_rows,
    build_party_rows,
    notes_in_cell,
)
from ipu_session.ui.strings.literal_text import set_literal_tooltip
from ipu_session.ui.widgets.factories import make_label
from ipu_session.ui.widgets.rows.lazy_rows_model import LazyRowsModel
from ipu_session.ui.widgets.rows.rows_model import TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row

_NAME_COLUMN_CHARS = 22
_CELL_COLUMN_CHARS = 18
_SECOND_MS = 1000
DELEGATIONS, GROUPS = range(2)


class ThemeMatrixDialog(QDialog):
    """Non-modal dialog: the matrix, and below it the notes of the current cell; updated with each commit.

    While somebody has the floor it is also updated once a second.
    """

    note_requested = Signal(int)
    """Carries the id of a note to be shown in the debate workspace."""

    def __init__(self, bridge: SessionBridge, ticker: DisplayTicker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown_second = 0
        self.setWindowTitle(self.tr("Who said what on which theme"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.matrix_model = ThemeMatrixModel(self)
        self.matrix_view = self._make_matrix_view()
        headings = (self.tr("Time"), "", self.tr("Note"), self.tr("Who"))
        self.notes_model = LazyRowsModel(headings, self._build_note_row, self)
        self.notes_view = make_table_view(self.notes_model, self.tr("Notes of the cell"), (2,))
        self.heading_label = make_label("", "heading", wrap=True)
        self._row_kind_buttons = QButtonGroup(self)
        self._build_ui()
        add_actions(self, MATRIX_DIALOG_ACTIONS, {"matrix-rows": self.toggle_rows})
        add_actions(self.matrix_view, MATRIX_CELLS_ACTIONS, {"matrix-notes": self.focus_notes})
        add_actions(self.notes_view, MATRIX_NOTES_ACTIONS, {"matrix-show-note": self.request_note}, bridge)
        self.notes_view.doubleClicked.connect(self.request_note)
        self.matrix_view.doubleClicked.connect(self.focus_notes)
        self.resize(1300, 660)
        bridge.committed.connect(self._on_committed)
        ticker.ticked.connect(self._on_tick)
        self.refresh()
        self.matrix_view.setCurrentIndex(self.matrix_model.index(0, min(1, len(self.matrix_model.themes))))
        self.matrix_view.setFocus()

    @property
    def current_cell(self) -> MatrixCell | None:
        """Row and theme of the current cell; None if no cell is current."""
        index = self.matrix_view.currentIndex()
        row = self.matrix_model.key_at(index.row())
        if not index.isValid() or row is None:
            return None
        themes = self.matrix_model.themes
        theme = themes[index.column() - 1].id if 0 < index.column() <= len(themes) else None
        return (row, theme)

    @Slot()
    def focus_notes(self) -> None:
        """Focus the notes of the current cell, if there are any."""
        if self.notes_model.rowCount():
            set_current_row(self.notes_view, max(0, current_row(self.notes_view)))
            self.notes_view.setFocus()

    @Slot()
    def request_note(self) -> None:
        """Emit `note_requested` with the current note, if there is one."""
        key = self.notes_model.key_at(current_row(self.notes_view))
        if isinstance(key, int):
            self.note_requested.emit(key)

    @Slot()
    def toggle_rows(self) -> None:
        """Switch between rows by delegation and rows by group."""
        self.show_rows(GROUPS if self._row_kind_buttons.checkedId() == DELEGATIONS else DELEGATIONS)

    @Slot(int)
    def show_rows(self, which: int) -> None:
        """Show rows by delegation (``DELEGATIONS``) or by group (``GROUPS``)."""
        self._row_kind_buttons.button(which).setChecked(True)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Rebuild the matrix from the session; the current cell stays current, unless its row or column is gone."""
        session = self._bridge.session
        matrix = build_matrix(session, self._bridge.now().utc_ms, self._bridge.notes_projection.theme_counts)
        if self.matrix_model.themes != matrix.themes:
            self.matrix_model.set_themes(matrix.themes, self.tr("Delegation or group"))
            self._resize_columns()
        cell = self.current_cell
        is_by_group = self._row_kind_buttons.checkedId() == GROUPS
        self.matrix_model.set_rows(
            build_group_rows(matrix, session) if is_by_group else build_party_rows(matrix, session)
        )
        row = self.matrix_model.row_of_key(cell[0]) if cell is not None else -1
        if cell is not None and row != self.matrix_view.currentIndex().row():
            self.matrix_view.setCurrentIndex(
                self.matrix_model.index(max(0, row), self.matrix_view.currentIndex().column())
            )
        self._refresh_notes()

    @Slot()
    def _refresh_notes(self) -> None:
        cell = self.current_cell
        notes: list[NoteId] = []
        if cell is not None:
            notes = notes_in_cell(self._bridge.session, self._bridge.notes_projection, cell)
            self.heading_label.setText(self._notes_heading(cell, len(notes)))
        current_key = self.notes_model.key_at(current_row(self.notes_view))
        self.notes_model.set_keys(notes)
        if current_key is not None and (row := self.notes_model.row_of_key(current_key)) >= 0:
            set_current_row(self.notes_view, row)

    def _notes_heading(self, cell: MatrixCell, count: int) -> str:
        key, theme = cell
        name = self.matrix_model.row_at(self.matrix_model.row_of_key(key)).cells[0]
        known_theme = self._bridge.session.theme(theme) if theme is not None else None
        theme_title = (
            f"{known_theme.number} {known_theme.title.rstrip('.')}"
            if known_theme is not None
            else self.tr("all themes")
        )
        return self.tr("{who} – {theme} · notes: {count}").format(who=name, theme=theme_title, count=count)

    def _build_note_row(self, key: object) -> TableRow:
        session = self._bridge.session
        note = session.notes.get(NoteId(key)) if isinstance(key, int) else None
        if note is None:
            return TableRow(("", "", "", ""))
        return build_note_row(session, note, self._bridge.now())

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self.refresh()

    @Slot(Timestamp)
    def _on_tick(self, now: Timestamp) -> None:
        second = now.utc_ms // _SECOND_MS
        if second != self._shown_second and self._bridge.session.floor is not None:
            self._shown_second = second
            self.refresh()

    @Slot(QModelIndex, QModelIndex)
    def _on_cell_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        self._refresh_notes()

    def _make_matrix_view(self) -> QTableView:
        view = make_table_view(self.matrix_model, self.tr("Themes by delegations"), ())
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.selectionModel().currentChanged.connect(self._on_cell_changed)
        return view

    def _resize_columns(self) -> None:
        """Set the width of the name column; the theme columns share the rest equally."""
        columns, char_width = self.matrix_view.horizontalHeader(), self.fontMetrics().averageCharWidth()
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setMinimumSectionSize(_CELL_COLUMN_CHARS * char_width)
        for column in range(self.matrix_model.columnCount()):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        columns.resizeSection(0, _NAME_COLUMN_CHARS * char_width)

    def _build_ui(self) -> None:
        row = QHBoxLayout()
        for number, text in enumerate((self.tr("Delegations"), self.tr("Groups"))):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(number == DELEGATIONS)
            button.setProperty("role", "chip")
            set_literal_tooltip(button, tooltip_text(MATRIX_DIALOG_ACTIONS["matrix-rows"]))
            self._row_kind_buttons.addButton(button, number)
            row.addWidget(button)
        self._row_kind_buttons.idClicked.connect(self.show_rows)
        remark = self.tr(
            'Notes, of these ! proposals, + good practices, ? questions, " quotations; time on the theme:'
            " the time of a speech is shared among the themes that it touched. A delegation in two groups"
            " counts in each."
        )
        row.addWidget(make_label(remark, "quiet", wrap=True), 1)
        lower_half = QWidget()
        lower_layout = QVBoxLayout(lower_half)
        lower_layout.setContentsMargins(0, 4, 0, 0)
        lower_layout.addWidget(self.heading_label)
        lower_layout.addWidget(self.notes_view, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.matrix_view)
        splitter.addWidget(lower_half)
        splitter.setSizes([400, 220])
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(splitter, 1)
