"""Import of a speakers list: previewed by row, corrected in place, added as one command (docs/rules.md#p3)."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import ImportSpeakers
from ipu_session.domain.exchange.import_results import ImportDoubt, SpeakersList
from ipu_session.domain.exchange.speakers_list_draft import SpeakersListDraft, count_waiting
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_open_file
from ipu_session.ui.prepare import prepare_labels
from ipu_session.ui.prepare.column_mapping import ColumnMapping
from ipu_session.ui.prepare.imported_rows import ImportedRows
from ipu_session.ui.prepare.list_source_bar import ListSourceBar
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, make_label
from ipu_session.ui.widgets.rows.tables import current_row

_ENCODING_UNKNOWN = "encoding-unknown"
_NO_HEADING_ROW = "no-heading-row"
_MAX_REMARKS = 6
"""Maximum number of remarks shown; more would mostly repeat one kind."""


class SpeakersImportPage(QWidget):
    """Choose or paste a list, review and correct its rows, add them."""

    def __init__(self, bridge: SessionBridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._services = services
        self._path: Path | None = None
        self._pasted_text = ""
        self.source_bar = ListSourceBar()
        self.message = StatusLabel("", role="quiet", wrap=True)
        self.remarks_label = make_label("", "quiet", wrap=True)
        self.column_mapping = ColumnMapping()
        self.imported_rows = ImportedRows(bridge)
        self.add_button = make_button(self.tr("Add to the speakers list"), self.submit, role="primary")
        self._build_ui()
        self._connect_signals()
        self._show_draft(None)
        self.setFocusProxy(self.source_bar)

    @property
    def speakers_list(self) -> SpeakersList | None:
        """The imported list; None if there is none."""
        draft = self.imported_rows.draft
        return None if draft is None else draft.imported

    def request_file(self, on_chosen: FileCallback) -> None:
        """Ask the user for the file of the list; ``on_chosen`` gets its path."""
        name_filters = self.tr("Speakers lists (*.csv *.xlsx *.ods *.xls *.xlsb *.docx *.txt *.tsv);;All files (*)")
        ask_open_file(self, self.tr("Speakers list"), None, name_filters, on_chosen)

    @Slot()
    def choose_file(self) -> None:
        """Ask the user for a file and preview it."""
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
        draft = self.imported_rows.draft
        accepted = () if draft is None else draft.accepted_speakers()
        if not accepted:
            return
        before = len(self._bridge.session.queue)
        are_all_waiting = count_waiting(self._bridge.session, accepted) == len(accepted)
        if are_all_waiting or self._bridge.execute(ImportSpeakers(accepted)):
            added = len(self._bridge.session.queue) - before
            self._show_draft(None)
            self.message.setText(prepare_labels.names_added_message(added, len(accepted) - added))
            self.source_bar.setFocus()

    def _start_reading(self, path: Path | None, pasted: str) -> None:
        self._path, self._pasted_text = path, pasted
        self.source_bar.reset()
        self._read_list(self._show_new_list)

    @Slot()
    def _on_sheet_chosen(self) -> None:
        self._read_list(self._show_new_list)

    @Slot()
    def _on_options_changed(self) -> None:
        self._read_list(self._show_list_again)

    def _show_new_list(self, imported: SpeakersList) -> None:
        self._show_draft(SpeakersListDraft(imported))

    def _show_list_again(self, imported: SpeakersList) -> None:
        """Show the same rows, read with other options; the user's corrections of rows stay."""
        draft, row = self.imported_rows.draft, current_row(self.imported_rows.view)
        self._show_draft(SpeakersListDraft(imported) if draft is None else replace(draft, imported=imported), row)

    def _read_list(self, show: Callable[[SpeakersList], None]) -> None:
        directory, options = tuple(self._bridge.session.delegations.values()), self.source_bar.options
        try:
            if self._path is None:
                show(self._services.parse_speakers(self._pasted_text, directory, options))
            else:
                show(self._services.read_speakers(self._path, directory, options))
        except UserFacingError as error:
            is_encoding_unknown = error.code.value == _ENCODING_UNKNOWN
            if is_encoding_unknown and self._path is not None and not self.source_bar.is_asking_encoding:
                self._request_encoding(self._path)
            elif error.code.value == _NO_HEADING_ROW and not options.is_manual:
                self._request_columns()
            else:
                self._show_draft(None)
                self.message.set_status(labels.error_message(error), "alarm")

    def _request_columns(self) -> None:
        """Let the user assign the columns when no heading row is recognised."""
        self.source_bar.assign_columns_manually()
        self._read_list(self._show_list_again)
        if self.column_mapping.boxes:
            sentence = self.tr("No heading is known. Say below the headings what each column is.")
            self.message.set_status(sentence, "warning")
            self.column_mapping.boxes[0].field_box.setFocus()

    def _request_encoding(self, path: Path) -> None:
        self._show_draft(None)
        self.source_bar.request_encoding(self._services.preview_encodings(path))
        sentence = self.tr("The list does not say how its letters are encoded. Choose the line that reads correctly.")
        self.message.set_status(sentence, "warning")

    def _show_draft(self, draft: SpeakersListDraft | None, row: int = -1) -> None:
        """Show a draft and make ``row`` current; if it is -1, focus the first row to be checked or the *Add* button."""
        imported = None if draft is None else draft.imported
        self.source_bar.set_list(imported)
        self.column_mapping.set_list(imported)
        self.remarks_label.setText("" if imported is None else "  ".join(_remark_texts(imported)))
        self.remarks_label.setVisible(bool(self.remarks_label.text()))
        self.imported_rows.set_draft(draft, row)
        self._refresh_add_button()
        if imported is None:
            self.message.set_status(self.tr("A list has a heading row: delegation, name, title, gender …"), "quiet")
        elif imported.sheets and not imported.sheet:
            self.message.set_status(self.tr("Several sheets are lists. Choose the one to be read."), "warning")
            self.source_bar.sheet_box.setFocus()
        else:
            self._refresh_counts()
            if row < 0:
                (self.imported_rows if self.imported_rows.has_doubtful_row() else self.add_button).setFocus()

    def _refresh_add_button(self) -> None:
        self.add_button.setEnabled(any(row.is_accepted for row in self.imported_rows.rows()))

    @Slot()
    def _refresh_counts(self) -> None:
        rows = self.imported_rows.rows()
        accepted = sum(row.is_accepted for row in rows)
        doubtful = sum(bool(row.doubts) for row in rows)
        self._refresh_add_button()
        self.message.set_status(prepare_labels.row_counts_message(accepted, len(rows) - accepted, doubtful), "quiet")
        self.add_button.setText(prepare_labels.add_names_button_text(accepted))

    def _connect_signals(self) -> None:
        self.source_bar.file_requested.connect(self.choose_file)
        self.source_bar.clipboard_requested.connect(self.read_clipboard)
        self.source_bar.sheet_chosen.connect(self._on_sheet_chosen)
        self.source_bar.options_changed.connect(self._on_options_changed)
        self.column_mapping.field_chosen.connect(self.source_bar.set_column)
        self.imported_rows.row_corrected.connect(self._refresh_counts)
        self.imported_rows.review_finished.connect(self.add_button.setFocus)

    def _build_ui(self) -> None:
        message_row = QHBoxLayout()
        message_row.addWidget(self.message, 1)
        message_row.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.source_bar)
        layout.addLayout(message_row)
        layout.addWidget(self.column_mapping)
        layout.addWidget(self.remarks_label)
        layout.addWidget(self.imported_rows, 1)


def _remark_texts(imported: SpeakersList) -> list[str]:
    remarks = [ImportDoubt("sheet", imported.sheet)] if imported.sheet else []
    remarks += [ImportDoubt("unused", heading) for heading in imported.unused_headings]
    remarks += imported.remarks
    texts = [f"{labels.list_remark_message(each).rstrip('.')}." for each in remarks[:_MAX_REMARKS]]
    return [*texts, "…"] if len(remarks) > _MAX_REMARKS else texts
