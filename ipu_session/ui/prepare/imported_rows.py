"""Rows of an imported speakers list: a table, and below it the editor of the current row."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain.exchange.speakers_list_draft import DraftRow, SpeakersListDraft
from ipu_session.domain.model.session import Person
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.prepare_actions import IMPORTED_SPEAKERS_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.prepare.imported_row_editor import RowEditor, row_result_text
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row


class ImportedRows(QWidget):
    """Review of a draft: a row is accepted (perhaps with doubts) or rejected, and can be corrected in place."""

    row_corrected = Signal()
    """A row was corrected or left out; `draft` has the correction."""
    review_finished = Signal()
    """A row was corrected or left out, and no row below it is rejected or doubtful."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._draft: SpeakersListDraft | None = None
        headings = (self.tr("Line"), self.tr("Delegation"), self.tr("Name"), self.tr("Function"), self.tr("Result"))
        self.model = RowsModel(headings, self)
        self.view = make_table_view(self.model, self.tr("What the list says"), (1, 2, 4))
        self.row_editor = RowEditor(bridge)
        self.row_editor.row_submitted.connect(self._correct_row)
        self.row_editor.row_left_out.connect(self._leave_out_row)
        self.view.selectionModel().currentRowChanged.connect(self._refresh_editor)
        slots = {"imported-row-correct": self._focus_editor, "imported-row-leave-out": self._leave_out_current}
        add_actions(self.view, IMPORTED_SPEAKERS_ACTIONS, slots, bridge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.row_editor)
        self.setFocusProxy(self.view)

    @property
    def draft(self) -> SpeakersListDraft | None:
        """The draft under review; None if no list is shown."""
        return self._draft

    def rows(self) -> tuple[DraftRow, ...]:
        """Return the rows of the draft as the user has corrected them; empty if no list is shown."""
        return () if self._draft is None else self._draft.rows()

    def has_doubtful_row(self) -> bool:
        """Return whether any row is rejected or doubtful."""
        return self._first_doubtful_row(0) >= 0

    def set_draft(self, draft: SpeakersListDraft | None, row: int = -1) -> None:
        """Show a draft and make ``row`` current; if it is -1, the first row that is rejected or doubtful."""
        self._draft = draft
        self._refresh_rows()
        set_current_row(self.view, row if row >= 0 else max(0, self._first_doubtful_row(0)))
        self._refresh_editor()

    @Slot(int, object)
    def _correct_row(self, line: int, person: object) -> None:
        if self._draft is not None and isinstance(person, Person):
            self._replace_draft(self._draft.correct(line, person))

    @Slot(int)
    def _leave_out_row(self, line: int) -> None:
        if self._draft is not None:
            self._replace_draft(self._draft.exclude(line))

    @Slot()
    def _leave_out_current(self) -> None:
        self.row_editor.leave_out()

    @Slot()
    def _focus_editor(self) -> None:
        self.row_editor.focus_doubtful_field()

    def _replace_draft(self, draft: SpeakersListDraft) -> None:
        """Show the corrected draft and go to the next row that is rejected or doubtful."""
        row = current_row(self.view)
        self._draft = draft
        self._refresh_rows()
        self.row_corrected.emit()
        next_row = self._first_doubtful_row(row + 1)
        set_current_row(self.view, next_row if next_row >= 0 else row)
        self._refresh_editor()
        if next_row >= 0:
            self.view.setFocus()
        else:
            self.review_finished.emit()

    def _first_doubtful_row(self, start: int) -> int:
        """Return the index of the first row from ``start`` that is rejected or doubtful; -1 if there is none."""
        rows = self.rows()
        return next((row for row in range(start, len(rows)) if not rows[row].is_accepted or rows[row].doubts), -1)

    def _refresh_rows(self) -> None:
        self.model.set_rows([self._build_row(row) for row in self.rows()])

    @Slot()
    def _refresh_editor(self) -> None:
        row, rows = current_row(self.view), self.rows()
        self.row_editor.set_row(rows[row] if 0 <= row < len(rows) else None)

    def _build_row(self, row: DraftRow) -> TableRow:
        person, line, result = row.speaker.person, str(row.line), row_result_text(row)
        origin = labels.delegation_name(self._bridge.session, person, labels.screen_language())
        if not row.is_accepted:
            if not (origin or person.name):
                return TableRow((line, row.text, "", "", result), row.line, is_quiet=True)
            cells = (line, origin or row.value, person.titled_name, person.function, result)
            return TableRow(cells, row.line, is_quiet=True)
        themes = " ".join(f"#{number}" for number in row.speaker.themes)
        result = result or (self.tr("corrected") if row.is_corrected else themes or "✓")
        return TableRow((line, origin, person.titled_name, person.function, result), row.line)
