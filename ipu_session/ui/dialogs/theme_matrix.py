"""Who said what on which theme, live: themes by delegations or by groups; a cell opens its notes (N2)."""

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

from ipu_session.domain.model.ids import Moment, NoteId
from ipu_session.domain.queries.theme_matrix import matrix
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.ticker import Heartbeat
from ipu_session.ui.debate.notes.note_rows import note_line
from ipu_session.ui.dialogs.theme_matrix_rows import CellsModel, Place, group_lines, notes_of, party_lines
from ipu_session.ui.strings.literal_text import set_tip
from ipu_session.ui.widgets.factories import label, row_action
from ipu_session.ui.widgets.rows.lazy_rows_model import LongLines
from ipu_session.ui.widgets.rows.rows_model import Line
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table

_NAME_LETTERS = 22
_CELL_LETTERS = 18
_SECOND_MS = 1000
DELEGATIONS, GROUPS = range(2)


class MatrixPage(QDialog):
    """Not modal: it may stay open beside the debate. Below the matrix stand the notes of the chosen cell."""

    note_asked = Signal(int)
    """A note that is to be shown in its place in the debate."""

    def __init__(self, bridge: Bridge, heartbeat: Heartbeat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._second = 0
        self.setWindowTitle(self.tr("Who said what on which theme"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = CellsModel(self)
        self.cells = self._make_cells()
        headings = (self.tr("Time"), "", self.tr("Note"), self.tr("Who"))
        self.notes_model = LongLines(headings, self._note_line, self)
        self.notes = table(self.notes_model, self.tr("Notes of the cell"), (2,))
        self.about = label("", "heading", wrap=True)
        self._rows = QButtonGroup(self)
        self._lay_out()
        row_action(self.cells, self.tr("Go to the notes of the cell"), "Return", self.open_cell)
        row_action(self.notes, self.tr("Show the note in the debate"), "Return", self.ask_for_note)
        self.notes.doubleClicked.connect(self.ask_for_note)
        self.cells.doubleClicked.connect(self.open_cell)
        for view in (self.cells, self.notes):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.resize(1300, 660)
        bridge.committed.connect(self._on_committed)
        heartbeat.beat.connect(self._on_beat)
        self.refresh()
        self.cells.setCurrentIndex(self.model.index(0, min(1, len(self.model.themes))))
        self.cells.setFocus()

    @property
    def place(self) -> Place | None:
        """The cell that the keyboard is on; no theme in it means all themes."""
        index = self.cells.currentIndex()
        row = self.model.key(index.row())
        if not index.isValid() or row is None:
            return None
        themes = self.model.themes
        theme = themes[index.column() - 1].id if 0 < index.column() <= len(themes) else None
        return (row, theme)

    @Slot()
    def open_cell(self) -> None:
        """Put the keyboard on the notes of the chosen cell."""
        if self.notes_model.rowCount():
            choose_row(self.notes, max(0, current_row(self.notes)))
            self.notes.setFocus()

    @Slot()
    def ask_for_note(self) -> None:
        """Ask to be shown the chosen note in its place."""
        key = self.notes_model.key(current_row(self.notes))
        if isinstance(key, int):
            self.note_asked.emit(key)

    @Slot()
    def other_rows(self) -> None:
        """Show groups instead of delegations, or the other way about."""
        self.show_rows(GROUPS if self._rows.checkedId() == DELEGATIONS else DELEGATIONS)

    @Slot(int)
    def show_rows(self, which: int) -> None:
        """Show a row for each delegation, or for each group."""
        self._rows.button(which).setChecked(True)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the matrix as it stands; the keyboard stays on its cell."""
        session = self._bridge.session
        found = matrix(session, self._bridge.now().utc_ms, self._bridge.notebook.counted)
        if self.model.themes != found.themes:
            self.model.show_themes(found.themes, self.tr("Delegation or group"))
            self._widen()
        place = self.place
        groups = self._rows.checkedId() == GROUPS
        self.model.show(group_lines(found, session) if groups else party_lines(found, session))
        row = self.model.row_of(place[0]) if place is not None else -1
        if place is not None and row != self.cells.currentIndex().row():
            self.cells.setCurrentIndex(self.model.index(max(0, row), self.cells.currentIndex().column()))
        self._show_notes()

    @Slot()
    def _show_notes(self) -> None:
        place = self.place
        notes: list[NoteId] = []
        if place is not None:
            notes = notes_of(self._bridge.session, self._bridge.notebook, place)
            self.about.setText(self._title(place, len(notes)))
        kept = self.notes_model.key(current_row(self.notes))
        self.notes_model.show_keys(notes)
        if kept is not None and (row := self.notes_model.row_of(kept)) >= 0:
            choose_row(self.notes, row)

    def _title(self, place: Place, count: int) -> str:
        key, theme = place
        name = self.model.line(self.model.row_of(key)).cells[0]
        shown = self._bridge.session.theme(theme) if theme is not None else None
        on = f"{shown.number} {shown.title.rstrip('.')}" if shown is not None else self.tr("all themes")
        return self.tr("{who} – {theme} · notes: {count}").format(who=name, theme=on, count=count)

    def _note_line(self, key: object) -> Line:
        session = self._bridge.session
        note = session.notes.get(NoteId(key)) if isinstance(key, int) else None
        if note is None:
            return Line(("", "", "", ""))
        return note_line(session, note, self._bridge.now())

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self.refresh()

    @Slot(Moment)
    def _on_beat(self, now: Moment) -> None:
        second = now.utc_ms // _SECOND_MS
        if second != self._second and self._bridge.session.floor is not None:
            self._second = second
            self.refresh()

    @Slot(QModelIndex, QModelIndex)
    def _on_cell(self, current: QModelIndex, before: QModelIndex) -> None:
        self._show_notes()

    def _make_cells(self) -> QTableView:
        made = table(self.model, self.tr("Themes by delegations"), ())
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        made.selectionModel().currentChanged.connect(self._on_cell)
        return made

    def _widen(self) -> None:
        """Give the names a fixed width; the themes share the rest."""
        columns, letter = self.cells.horizontalHeader(), self.fontMetrics().averageCharWidth()
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        columns.setMinimumSectionSize(_CELL_LETTERS * letter)
        for column in range(self.model.columnCount()):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        columns.resizeSection(0, _NAME_LETTERS * letter)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for number, text in enumerate((self.tr("Delegations"), self.tr("Groups"))):
            made = QPushButton(text)
            made.setCheckable(True)
            made.setChecked(number == DELEGATIONS)
            made.setProperty("role", "chip")
            set_tip(made, "Ctrl+PgDown")
            self._rows.addButton(made, number)
            row.addWidget(made)
        self._rows.idClicked.connect(self.show_rows)
        row_action(self, self.tr("Delegations or groups"), "Ctrl+PgDown", self.other_rows).setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        remark = self.tr(
            'Notes, of these ! proposals, + good practices, ? questions, " quotations; time on the theme:'
            " the time of a speech is shared among the themes that it touched. A delegation in two groups"
            " counts in each."
        )
        row.addWidget(label(remark, "quiet", wrap=True), 1)
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(self.about)
        inside.addWidget(self.notes, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.cells)
        halves.addWidget(below)
        halves.setSizes([400, 220])
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(halves, 1)
