"""Import of a speakers list: previewed by row, corrected in place, added as one command (docs/rules.md#p3)."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import ImportSpeakers
from ipu_session.domain.exchange.import_results import ImportDoubt, ListImportOptions, SpeakersList
from ipu_session.domain.exchange.speakers_list_draft import DraftRow, SpeakersListDraft, count_waiting
from ipu_session.domain.model.session import Person
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_open_file
from ipu_session.ui.prepare import page_labels
from ipu_session.ui.prepare.column_mapping import ColumnMapping
from ipu_session.ui.prepare.row_editor import RowEditor, row_result_text
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import add_widget_action, make_button, make_label, set_accessible_name, set_role
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row

_ENCODING_UNKNOWN = "encoding-unknown"
_NO_HEADING_ROW = "no-heading-row"
_DATE_ORDERS = (None, True, False)
_MAX_REMARKS = 6
"""Remarks shown at most; a longer list repeats one kind many times."""


class SpeakersImportPage(QWidget):
    """Choose or paste a list, review and correct its rows, add them."""

    def __init__(self, bridge: SessionBridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._services = services
        self._path: Path | None = None
        self._pasted_text = ""
        self._options = ListImportOptions()
        self._draft: SpeakersListDraft | None = None
        kinds = self.tr("CSV, XLSX, ODS, XLS, XLSB, or a table in a Word document")
        self.file_button = make_button(self.tr("Choose a list…"), self.choose_file, kinds)
        self.paste_button = make_button(self.tr("From the clipboard"), self.read_clipboard)
        self.encoding_box, self.sheet_box, self.date_order_box = QComboBox(), QComboBox(), QComboBox()
        self.capitals_box = QCheckBox(self.tr("KIHIKA becomes Kihika"))
        self.message = StatusLabel("", role="quiet", wrap=True)
        self.remarks_label = make_label("", "quiet", wrap=True)
        self.column_mapping = ColumnMapping()
        headings = (self.tr("Line"), self.tr("Delegation"), self.tr("Name"), self.tr("Function"), self.tr("Result"))
        self.model = RowsModel(headings, self)
        self.list = make_table_view(self.model, self.tr("What the list says"), (1, 2, 4))
        self.row_editor = RowEditor(bridge)
        self.add_button = make_button(self.tr("Add to the speakers list"), self.submit, role="primary")
        self._setup_options()
        self._build_ui()
        self._connect_signals()
        self._show_draft(None)
        self.setFocusProxy(self.file_button)

    @property
    def speakers_list(self) -> SpeakersList | None:
        """The imported list; None if there is none."""
        return None if self._draft is None else self._draft.imported

    def request_file(self, then: FileCallback) -> None:
        """Ask for the file of the list."""
        kinds = self.tr("Speakers lists (*.csv *.xlsx *.ods *.xls *.xlsb *.docx *.txt *.tsv);;All files (*)")
        ask_open_file(self, self.tr("Speakers list"), None, kinds, then)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and preview it."""
        self.request_file(self.read_file)

    def read_file(self, path: Path) -> None:
        """Preview a file."""
        self._start_reading(path, "")

    @Slot()
    def read_clipboard(self) -> None:
        """Preview the text of the clipboard."""
        self._start_reading(None, QGuiApplication.clipboard().text())

    @Slot()
    def submit(self) -> None:
        """Add all accepted rows to the speakers list in one command, and show how many were added."""
        taken = () if self._draft is None else self._draft.accepted_speakers()
        if not taken:
            return
        before = len(self._bridge.session.queue)
        wholly_there = count_waiting(self._bridge.session, taken) == len(taken)
        if wholly_there or self._bridge.execute(ImportSpeakers(taken)):
            added = len(self._bridge.session.queue) - before
            self._show_draft(None)
            self.message.setText(page_labels.names_added_message(added, len(taken) - added))
            self.file_button.setFocus()

    def _start_reading(self, path: Path | None, pasted: str) -> None:
        self._path, self._pasted_text = path, pasted
        self._options = ListImportOptions()
        self.encoding_box.clear()
        self._read_list(self._show_new_list)

    @Slot()
    def _on_encoding_chosen(self) -> None:
        self._apply_options(replace(self._options, encoding=str(self.encoding_box.currentData())))

    @Slot()
    def _on_sheet_chosen(self) -> None:
        # Another sheet has other columns and rows, so mapping and corrections are discarded.
        self._options = replace(self._options, sheet=self.sheet_box.currentText(), columns=())
        self._read_list(self._show_new_list)

    @Slot()
    def _on_date_order_chosen(self) -> None:
        self._apply_options(replace(self._options, day_first=_DATE_ORDERS[max(0, self.date_order_box.currentIndex())]))

    @Slot()
    def _on_capitals_clicked(self) -> None:
        self._apply_options(replace(self._options, keep_capitals=not self.capitals_box.isChecked()))

    @Slot(int, str)
    def _on_column_chosen(self, column: int, field: str) -> None:
        self._apply_options(self._options.with_column(column, field))

    def _apply_options(self, choices: ListImportOptions) -> None:
        """Read the same rows again with other options; corrections made in place are kept."""
        self._options = choices
        self._read_list(self._show_list_again)

    def _show_new_list(self, found: SpeakersList) -> None:
        self._show_draft(SpeakersListDraft(found))

    def _show_list_again(self, found: SpeakersList) -> None:
        row = current_row(self.list)
        draft = SpeakersListDraft(found) if self._draft is None else replace(self._draft, imported=found)
        self._show_draft(draft, row)

    def _read_list(self, show: Callable[[SpeakersList], None]) -> None:
        directory = tuple(self._bridge.session.delegations.values())
        try:
            if self._path is None:
                show(self._services.parse_speakers(self._pasted_text, directory, self._options))
            else:
                show(self._services.read_speakers(self._path, directory, self._options))
        except UserFacingError as error:
            unknown = error.code.value == _ENCODING_UNKNOWN and self._path is not None
            if unknown and self._path is not None and not self.encoding_box.count():
                self._request_encoding(self._path)
            elif error.code.value == _NO_HEADING_ROW and not self._options.is_manual:
                self._request_columns()
            else:
                self._show_error(labels.error_message(error))

    def _request_columns(self) -> None:
        """Let the user assign the columns when no heading row is recognised."""
        self._options = replace(self._options, is_manual=True)
        self._read_list(self._show_list_again)
        if self.column_mapping.boxes:
            set_role(self.message, "warning")
            self.message.setText(self.tr("No heading is known. Say below the headings what each column is."))
            self.column_mapping.boxes[0].field_box.setFocus()

    def _request_encoding(self, path: Path) -> None:
        """Let the user choose an encoding by a sample line decoded in each candidate; nothing is guessed."""
        self._show_draft(None)
        for encoding, sample in self._services.preview_encodings(path):
            self.encoding_box.addItem(f"{encoding}:  {sample.partition(chr(10))[0]}", encoding)
        self.encoding_box.setCurrentIndex(-1)
        self.encoding_box.setPlaceholderText(self.tr("Which line reads correctly?"))
        self.encoding_box.show()
        self.encoding_box.setFocus()
        set_role(self.message, "warning")
        self.message.setText(
            self.tr("The list does not say how its letters are encoded. Choose the line that reads correctly.")
        )

    def _show_error(self, sentence: str) -> None:
        self._show_draft(None)
        set_role(self.message, "alarm")
        self.message.setText(sentence)

    def _show_draft(self, draft: SpeakersListDraft | None, row: int = -1) -> None:
        """Show a draft, or that there is none; the focus goes to the first row in question."""
        self._draft = draft
        found = None if draft is None else draft.imported
        self.encoding_box.setVisible(bool(self.encoding_box.count()))
        self._refresh_options(found)
        self.column_mapping.set_list(found)
        self.remarks_label.setText("" if found is None else "  ".join(self._remark_texts(found)))
        self.remarks_label.setVisible(bool(self.remarks_label.text()))
        self._refresh_rows()
        set_role(self.message, "quiet")
        if draft is None or found is None:
            self.message.setText(self.tr("A list has a heading row: delegation, name, title, gender …"))
        elif found.sheets and not found.sheet:
            self._request_sheet()
        else:
            self._refresh_counts()
            question = self._first_doubtful_row()
            set_current_row(self.list, row if row >= 0 else max(0, question))
            if row < 0:
                (self.add_button if question < 0 else self.list).setFocus()
        self._refresh_editor()

    def _request_sheet(self) -> None:
        set_role(self.message, "warning")
        self.message.setText(self.tr("Several sheets are lists. Choose the one to be read."))
        self.sheet_box.setFocus()

    def _refresh_counts(self) -> None:
        rows = () if self._draft is None else self._draft.rows()
        good = sum(row.is_accepted for row in rows)
        doubtful = sum(bool(row.doubts) for row in rows)
        self.message.setText(page_labels.row_counts_message(good, len(rows) - good, doubtful))
        self.add_button.setText(page_labels.add_names_button_text(good))

    def _refresh_rows(self) -> None:
        rows = () if self._draft is None else self._draft.rows()
        self.model.set_rows([self._build_row(row) for row in rows])
        self.add_button.setEnabled(any(row.is_accepted for row in rows))

    def _first_doubtful_row(self) -> int:
        """Return the index of the first row that is rejected or doubtful; -1 if there is none."""
        rows = () if self._draft is None else self._draft.rows()
        return next((at for at, row in enumerate(rows) if not row.is_accepted or row.doubts), -1)

    def _build_row(self, row: DraftRow) -> TableRow:
        person = row.speaker.person
        origin = labels.delegation_name(self._bridge.session, person, labels.screen_language())
        if not row.is_accepted:
            why = row_result_text(row)
            if not (origin or person.name):
                return TableRow((str(row.line), row.text, "", "", why), row.line, is_quiet=True)
            cells = (str(row.line), origin or row.value, person.titled_name, person.function, why)
            return TableRow(cells, row.line, is_quiet=True)
        numbers = " ".join(f"#{number}" for number in row.speaker.themes)
        result = row_result_text(row) or (self.tr("corrected") if row.is_corrected else numbers or "✓")
        return TableRow((str(row.line), origin, person.titled_name, person.function, result), row.line)

    def _remark_texts(self, found: SpeakersList) -> list[str]:
        told = [ImportDoubt("sheet", found.sheet)] if found.sheet else []
        told += [ImportDoubt("unused", heading) for heading in found.unused_headings]
        told += found.remarks
        shown = [f"{labels.list_remark_message(each).rstrip('.')}." for each in told[:_MAX_REMARKS]]
        return [*shown, "…"] if len(told) > _MAX_REMARKS else shown

    @Slot()
    def _refresh_editor(self) -> None:
        self.row_editor.set_row(self._selected_row())

    def _selected_row(self) -> DraftRow | None:
        row = current_row(self.list)
        rows = () if self._draft is None else self._draft.rows()
        return rows[row] if 0 <= row < len(rows) else None

    @Slot()
    def _focus_editor(self) -> None:
        self.row_editor.focus_doubtful_field()

    @Slot(int, object)
    def _correct_row(self, line: int, person: object) -> None:
        if self._draft is not None and isinstance(person, Person):
            self._replace_draft(self._draft.correct(line, person))

    @Slot(int)
    def _leave_out_row(self, line: int) -> None:
        if self._draft is not None:
            self._replace_draft(self._draft.exclude(line))

    @Slot()
    def _leave_out_selected(self) -> None:
        self.row_editor.leave_out()

    def _replace_draft(self, draft: SpeakersListDraft) -> None:
        """Show the corrected draft; the focus goes to the next row in question, or to the button that adds."""
        row = current_row(self.list)
        self._draft = draft
        self._refresh_rows()
        self._refresh_counts()
        rows = draft.rows()
        after = [at for at in range(row + 1, len(rows)) if not rows[at].is_accepted or rows[at].doubts]
        set_current_row(self.list, after[0] if after else row)
        self._refresh_editor()
        (self.list if after else self.add_button).setFocus()

    def _refresh_options(self, found: SpeakersList | None) -> None:
        sheets = () if found is None else found.sheets
        self.sheet_box.clear()
        self.sheet_box.addItems(sheets)
        self.sheet_box.setCurrentIndex(-1 if found is None else self.sheet_box.findText(found.sheet))
        self.sheet_box.setVisible(len(sheets) > 1)
        born = found is not None and any(field == "born" for _, field in found.columns)
        self.date_order_box.setVisible(born)
        self.date_order_box.setCurrentIndex(_DATE_ORDERS.index(self._options.day_first))
        written = found is not None and any(each.reason == "capitals" for each in found.remarks)
        self.capitals_box.setVisible(written or self._options.keep_capitals)
        self.capitals_box.setChecked(not self._options.keep_capitals)

    def _setup_options(self) -> None:
        set_accessible_name(self.encoding_box, self.tr("Encoding of the list"))
        set_accessible_name(self.sheet_box, self.tr("Sheet or table of the list"))
        self.sheet_box.setPlaceholderText(self.tr("Which sheet?"))
        set_accessible_name(self.date_order_box, self.tr("How 3/4/1990 is read"))
        for text in (
            self.tr("3/4/1990 is asked about"),
            self.tr("3/4/1990: day first"),
            self.tr("3/4/1990: month first"),
        ):
            self.date_order_box.addItem(text)
        set_accessible_name(self.capitals_box, self.tr("KIHIKA becomes Kihika"), self.tr("Family names in capitals"))

    def _connect_signals(self) -> None:
        self.encoding_box.activated.connect(self._on_encoding_chosen)
        self.sheet_box.activated.connect(self._on_sheet_chosen)
        self.date_order_box.activated.connect(self._on_date_order_chosen)
        self.capitals_box.clicked.connect(self._on_capitals_clicked)
        self.column_mapping.field_chosen.connect(self._on_column_chosen)
        self.row_editor.row_submitted.connect(self._correct_row)
        self.row_editor.row_left_out.connect(self._leave_out_row)
        self.list.selectionModel().currentRowChanged.connect(self._refresh_editor)
        for key in ("F4", "Return"):
            add_widget_action(self.list, self.tr("Correct the row"), key, self._focus_editor)
        add_widget_action(self.list, self.tr("Leave the row out"), "Del", self._leave_out_selected)

    def _build_ui(self) -> None:
        top = FlowLayout(spacing=6)
        for control in (self.file_button, self.paste_button, self.encoding_box, self.sheet_box, self.date_order_box):
            top.addWidget(control)
        top.addWidget(self.capitals_box)
        below = QHBoxLayout()
        below.addWidget(self.message, 1)
        below.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addLayout(below)
        layout.addWidget(self.column_mapping)
        layout.addWidget(self.remarks_label)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.row_editor)
