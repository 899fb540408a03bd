"""Form for the session details; a field that loses the focus is recorded by a command, which can be undone."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QScrollArea, QVBoxLayout, QWidget

from ipu_session.domain.commands import ChangeDetails
from ipu_session.domain.model.session import Details
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.replace_fields import replace_fields
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.widgets.factories import set_accessible_name
from ipu_session.ui.widgets.field_drafts import FieldDrafts
from ipu_session.ui.widgets.session_details_labels import REPORT_LANGUAGES, field_label
from ipu_session.ui.widgets.text.commit_on_blur_edit import CommitOnBlurTextEdit
from ipu_session.ui.widgets.text.recorded_text import update_recorded_text
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, SpinBox
from ipu_session.ui.widgets.validated_line_edit import DateLineEdit, TimeLineEdit, ValidatedLineEdit

_TEXT_FIELDS = ("title", "assembly", "committee", "place", "chair", "symbol", "adopting_assembly", "adopting_date")
_FIELD_ORDER = (
    "title", "assembly", "committee", "place", "date", "planned_end", "chair", "co_rapporteurs", "symbol",
    "language", "adopting_assembly", "adopting_date", "contributions_deadline", "contributions_pages",
    "earlier_resolutions",
)  # fmt: skip
_MULTILINE_FIELDS = ("co_rapporteurs", "earlier_resolutions")
"""Fields with several values, each on its own line."""
_MAX_PAGES = 99
_VISIBLE_LINES = 3


class DetailsForm(QScrollArea):
    """Scrollable form of all details; ``draft`` is the key of its stored draft, a different one for each form."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None, draft: str = "details") -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown_details = Details()
        """The details as last shown; a field with another value is being edited."""
        self.setAccessibleName(self.tr("Session details"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text_fields = {name: LineEdit() for name in _TEXT_FIELDS}
        self.validated_fields: dict[str, ValidatedLineEdit] = {
            "date": DateLineEdit(field_label("date")),
            "planned_end": TimeLineEdit(field_label("planned_end")),
            "contributions_deadline": DateLineEdit(field_label("contributions_deadline")),
        }
        self.multiline_fields = {name: CommitOnBlurTextEdit() for name in _MULTILINE_FIELDS}
        for text in self.multiline_fields.values():
            text.setFixedHeight(self.fontMetrics().lineSpacing() * _VISIBLE_LINES + 14)
        self.language_combo = QComboBox()
        for code, name in REPORT_LANGUAGES:
            self.language_combo.addItem(name, code)
        self.pages_field = SpinBox()
        self.pages_field.setRange(1, _MAX_PAGES)
        self._connect_fields()
        self._build_ui()
        self._refresh(bridge.session.details)
        self.field_drafts = FieldDrafts(
            bridge, draft, {**self.text_fields, **self.multiline_fields}, self._recorded_texts
        )
        self.field_drafts.restore_drafts()
        bridge.committed.connect(self._on_committed)

    @Slot()
    def submit(self) -> None:
        """Execute ChangeDetails for the edited fields; an invalid field keeps its old value."""
        new = self._typed_details(self._bridge.session.details)
        if new != self._bridge.session.details:
            self._bridge.execute(ChangeDetails(new))

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session.details)
        self.field_drafts.save_drafts()

    def _recorded_texts(self) -> dict[str, str]:
        details = self._bridge.session.details
        texts = {name: str(getattr(details, name)) for name in _TEXT_FIELDS}
        return texts | {name: "\n".join(getattr(details, name)) for name in _MULTILINE_FIELDS}

    def _typed_details(self, old: Details) -> Details:
        """Return ``old`` with the fields that were edited since `_shown_details`."""
        typed: dict[str, object] = {name: line.text().strip() for name, line in self.text_fields.items()}
        typed |= {name: line.value for name, line in self.validated_fields.items() if line.value is not None}
        typed |= {name: _stripped_lines(text) for name, text in self.multiline_fields.items()}
        typed["language"] = str(self.language_combo.currentData())
        typed["contributions_pages"] = self.pages_field.value()
        changed = {name: value for name, value in typed.items() if value != getattr(self._shown_details, name)}
        return replace_fields(old, changed)

    def _refresh(self, details: Details) -> None:
        """Show the recorded details; a text that is being edited or is invalid stays."""
        before, self._shown_details = self._shown_details, details
        for name, line in self.text_fields.items():
            update_recorded_text(line, getattr(before, name), getattr(details, name))
        for name, checked in self.validated_fields.items():
            if checked.value == getattr(before, name):
                _set_line_text(checked.line, getattr(details, name))
        for name, text in self.multiline_fields.items():
            old, new = getattr(before, name), getattr(details, name)
            if _stripped_lines(text) == old and old != new:
                text.setPlainText("\n".join(new))
        self.language_combo.setCurrentIndex(max(0, self.language_combo.findData(details.language)))
        self.pages_field.setValue(details.contributions_pages)

    def _connect_fields(self) -> None:
        for line in self.text_fields.values():
            line.editingFinished.connect(self.submit)
        for checked in self.validated_fields.values():
            checked.editing_finished.connect(self.submit)
        for text in self.multiline_fields.values():
            text.editing_finished.connect(self.submit)
        self.language_combo.activated.connect(self.submit)
        self.pages_field.editingFinished.connect(self.submit)

    def _build_ui(self) -> None:
        others: dict[str, QWidget] = {"language": self.language_combo, "contributions_pages": self.pages_field}
        fields: dict[str, QWidget] = {**self.text_fields, **self.validated_fields, **self.multiline_fields, **others}
        page = QWidget()
        self.setWidget(page)
        self.setWidgetResizable(True)
        layout = QVBoxLayout(page)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name in _FIELD_ORDER:
            field = fields[name]
            if not isinstance(field, ValidatedLineEdit):
                set_accessible_name(field, field_label(name))
            form.addRow(field_label(name), field)
        layout.addLayout(form)
        layout.addStretch(1)
        self.setFocusProxy(self.text_fields["title"])


def _set_line_text(line: LineEdit, text: str) -> None:
    if line.text() != text:
        line.setText(text)


def _stripped_lines(text: CommitOnBlurTextEdit) -> tuple[str, ...]:
    lines = (line.strip() for line in text.toPlainText().splitlines())
    return tuple(line for line in lines if line)
