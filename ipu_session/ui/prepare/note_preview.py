"""A concept note as understood: each finding beside its sentence, put right before it is taken over."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import ConceptNote, Finding
from ipu_session.ui.prepare import page_labels
from ipu_session.ui.prepare.extracted_fields_model import VALUE, FindingsModel
from ipu_session.ui.prepare.themes_editor import ThemesEditor
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import label, row_action
from ipu_session.ui.widgets.rows.tables import current_row, table


class NotePreview(QWidget):
    """Findings above, remarks, themes below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ConceptNote((), "")
        self.model = FindingsModel(self)
        self.findings = table(self.model, self.tr("Found in the concept note"), (VALUE, 2), wrap=True)
        self.findings.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        for key in ("Return", "F4"):
            row_action(self.findings, self.tr("Correct"), key, self._edit)
        self.themes = ThemesEditor()
        self.remarks = StatusLabel(role="warning", wrap=True)
        self.refusal = StatusLabel(role="alarm", wrap=True)
        self._lay_out()
        self.model.refused.connect(self.refusal.setText)
        self.model.dataChanged.connect(self.refusal.clear)

    def show_note(self, note: ConceptNote) -> None:
        """Show what was understood of a note."""
        self._note = note
        self.model.show([f for f in note.findings if f.field != "theme"])
        self.themes.set_themes(note.themes)
        self.remarks.setText("\n".join(page_labels.remark(code) for code in note.remarks))
        self.remarks.setVisible(bool(note.remarks))
        self.refusal.clear()
        self._upper.setVisible(bool(note.text))

    @property
    def note(self) -> ConceptNote:
        """The note as put right."""
        findings: tuple[Finding, ...] = (*self.model.findings, *self.themes.themes)
        return ConceptNote(findings, self._note.text, self._note.remarks)

    def _lay_out(self) -> None:
        self._upper = QWidget()
        upper = QVBoxLayout(self._upper)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(label(self.tr("Found in the concept note"), "heading"))
        upper.addWidget(self.findings, 1)
        upper.addWidget(self.refusal)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._upper)
        splitter.addWidget(self.themes)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.remarks)
        layout.addWidget(splitter, 1)

    @Slot()
    def _edit(self) -> None:
        row = current_row(self.findings)
        index: QModelIndex = self.model.index(row, VALUE)
        if index.isValid():
            self.findings.setCurrentIndex(index)
            self.findings.edit(index)
