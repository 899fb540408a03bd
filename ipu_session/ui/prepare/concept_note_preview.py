"""Preview of a concept note: each extracted field beside its source sentence, editable before it is accepted."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import ConceptNote, ExtractedField
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.prepare_actions import CONCEPT_NOTE_FIELDS_ACTIONS
from ipu_session.ui.prepare import prepare_labels
from ipu_session.ui.prepare.extracted_fields_model import VALUE_COLUMN, ExtractedFieldsModel
from ipu_session.ui.prepare.extracted_themes_editor import ThemesEditor
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_label
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view


class NotePreview(QWidget):
    """Remarks, table of extracted fields and editor of the themes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ConceptNote((), "")
        self.model = ExtractedFieldsModel(self)
        self.fields_table = make_table_view(
            self.model, self.tr("Found in the concept note"), (VALUE_COLUMN, 2), wrap=True
        )
        self.fields_table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        slots = {"concept-note-field-edit": self._edit_current}
        add_actions(self.fields_table, CONCEPT_NOTE_FIELDS_ACTIONS, slots)
        self.themes_editor = ThemesEditor()
        self.remarks_label = StatusLabel(role="warning", wrap=True)
        self.error_label = StatusLabel(role="alarm", wrap=True)
        self._build_ui()
        self.model.value_rejected.connect(self.error_label.setText)
        self.model.dataChanged.connect(self.error_label.clear)

    def show_note(self, note: ConceptNote) -> None:
        """Show the fields extracted from a note."""
        self._note = note
        self.model.set_fields([field for field in note.findings if field.field != "theme"])
        self.themes_editor.set_themes(note.themes)
        self.remarks_label.setText("\n".join(prepare_labels.note_remark_text(code) for code in note.remarks))
        self.remarks_label.setVisible(bool(note.remarks))
        self.error_label.clear()
        self._fields_panel.setVisible(bool(note.text))

    @property
    def corrected_note(self) -> ConceptNote:
        """The note with the user's corrections, without emptied fields and untitled themes."""
        findings: tuple[ExtractedField, ...] = (*self.model.extracted_fields, *self.themes_editor.themes)
        return ConceptNote(findings, self._note.text, self._note.remarks)

    def _build_ui(self) -> None:
        self._fields_panel = QWidget()
        fields_layout = QVBoxLayout(self._fields_panel)
        fields_layout.setContentsMargins(0, 0, 0, 0)
        fields_layout.addWidget(make_label(self.tr("Found in the concept note"), "heading"))
        fields_layout.addWidget(self.fields_table, 1)
        fields_layout.addWidget(self.error_label)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._fields_panel)
        splitter.addWidget(self.themes_editor)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.remarks_label)
        layout.addWidget(splitter, 1)

    @Slot()
    def _edit_current(self) -> None:
        row = current_row(self.fields_table)
        index: QModelIndex = self.model.index(row, VALUE_COLUMN)
        if index.isValid():
            self.fields_table.setCurrentIndex(index)
            self.fields_table.edit(index)
