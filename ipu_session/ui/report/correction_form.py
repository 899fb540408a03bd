"""Form for a correction to the report that a delegation or person sent: a new entry, or one edited (decision 0021)."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import RegisterCorrection
from ipu_session.domain.model.ids import CorrectionId
from ipu_session.domain.model.report_versions import CorrectionOutcome, CorrectionRequest
from ipu_session.domain.model.session import Session
from ipu_session.domain.text.delegation_search import parse_sender
from ipu_session.ui.core.draft_parsing import parse_id
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import make_button, make_label, set_accessible_name
from ipu_session.ui.widgets.field_drafts import FieldDrafts
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from ipu_session.ui.widgets.validated_line_edit import DateLineEdit

_DRAFT_KEY = "correction-received"


class CorrectionForm(QWidget):
    """Enter in a field registers the entry; sender, text and remark are saved as a draft while they are typed."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entry: CorrectionId | None = None
        """The entry being edited; None for a new one."""
        self._initial_values: dict[str, str] = {}
        """Values of the fields when the form was filled or cleared; other values are not registered yet."""
        self.sender_line = LineEdit()
        self.day_line = DateLineEdit(self.tr("Received"))
        self.correction_line = LineEdit()
        self.answer_box = _create_answer_box()
        self.remark_line = LineEdit()
        self.submit_button = make_button(self.tr("Register"), self.submit)
        self.new_button = make_button(self.tr("New entry"), self.start_new)
        self._build_ui()
        drafted = {"source": self.sender_line, "text": self.correction_line, "note": self.remark_line}
        for line in drafted.values():
            line.returnPressed.connect(self.submit)
        self._field_drafts = FieldDrafts(bridge, _DRAFT_KEY, drafted, self._recorded_texts, self._draft_subject)
        self._restore_draft()

    def save_draft(self) -> None:
        """Save the half-typed entry to disk."""
        self._field_drafts.save_drafts()

    @Slot()
    def submit(self) -> None:
        """Register the entry and clear the form; with an invalid date only focus the date."""
        day = self.day_line.value
        if not day:
            self.day_line.setFocus()
            return
        delegation, person = parse_sender(self._bridge.session.delegations.values(), self.sender_line.text())
        command = RegisterCorrection(
            self.correction_line.text(),
            day,
            delegation,
            person,
            CorrectionOutcome(self.answer_box.currentData()),
            self.remark_line.text(),
            self._entry,
        )
        if self._bridge.execute(command):
            self._clear()
            self.sender_line.setFocus()

    @Slot()
    def start_new(self) -> None:
        """Clear the form for a new entry; undo restores the values typed."""
        self._make_undoable()
        self._clear()

    def edit_entry(self, entry: CorrectionRequest) -> None:
        """Put an entry into the form; undo restores the values typed."""
        self._make_undoable()
        self._fill(entry)
        self.answer_box.setFocus()

    def refresh(self) -> None:
        """Start a new entry if the entry being edited was removed from the session."""
        if self._entry is not None and self._entry not in self._bridge.session.correction_requests:
            self.start_new()

    def _make_undoable(self) -> None:
        values = self._values()
        if values != self._initial_values:
            restore = partial(self._restore_values, self._entry, values)
            CLEARED_TEXTS.add(self.sender_line, restore, partial(self._can_restore, self._entry))

    def _can_restore(self, entry: CorrectionId | None) -> bool:
        exists = entry is None or entry in self._bridge.session.correction_requests
        return exists and self._values() == self._initial_values

    def _restore_values(self, entry: CorrectionId | None, values: dict[str, str]) -> None:
        if entry is None:
            self._clear_fields()
        else:
            self._fill(self._bridge.session.correction_requests[entry])
        for name, line in self._lines().items():
            line.setText(values[name])
        self.answer_box.setCurrentIndex(self.answer_box.findData(values["answer"]))

    def _values(self) -> dict[str, str]:
        texts = {name: line.text() for name, line in self._lines().items()}
        return {**texts, "answer": str(self.answer_box.currentData())}

    def _lines(self) -> dict[str, LineEdit]:
        return {
            "source": self.sender_line,
            "day": self.day_line.line,
            "text": self.correction_line,
            "note": self.remark_line,
        }

    def _clear(self) -> None:
        self._clear_fields()
        self.save_draft()

    def _clear_fields(self) -> None:
        self._entry = None
        for line in (self.sender_line, self.correction_line, self.remark_line):
            line.clear()
        self.day_line.set_value(venue_time.iso_day_today(self._bridge.session, self._bridge.now()))
        self.answer_box.setCurrentIndex(0)
        self.submit_button.setText(self.tr("Register"))
        self.new_button.hide()
        self._initial_values = self._values()

    def _fill(self, entry: CorrectionRequest) -> None:
        self._entry = entry.id
        self.sender_line.setText(sender_text(self._bridge.session, entry))
        self.day_line.set_value(entry.received)
        self.correction_line.setText(entry.text)
        self.answer_box.setCurrentIndex(self.answer_box.findData(entry.answer.value))
        self.remark_line.setText(entry.note)
        self.submit_button.setText(self.tr("Record the change"))
        self.new_button.show()
        self._initial_values = self._values()

    def _recorded_texts(self) -> dict[str, str]:
        session = self._bridge.session
        entry = None if self._entry is None else session.correction_requests.get(self._entry)
        if entry is None:
            return {}
        return {"source": sender_text(session, entry), "text": entry.text, "note": entry.note}

    def _draft_subject(self) -> str:
        return "" if self._entry is None else str(self._entry)

    def _restore_draft(self) -> None:
        """Restore the stored draft and the entry being edited; begin a new entry if that was removed."""
        self._clear_fields()
        subject, _ = self._field_drafts.load_draft()
        entry = self._bridge.session.correction_requests.get(CorrectionId(parse_id(subject)))
        if entry is not None:
            self._fill(entry)
        if entry is not None or not subject:
            self._field_drafts.restore_drafts()

    def _build_ui(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        for text, widget in (
            (self.tr("From"), self.sender_line),
            (self.tr("Received"), self.day_line),
            (self.tr("Correction"), self.correction_line),
            (self.tr("Answer"), self.answer_box),
            (self.tr("Why"), self.remark_line),
        ):
            form.addRow(make_label(text), widget)
            if widget is not self.day_line:
                set_accessible_name(widget, text)
        self.sender_line.setPlaceholderText(self.tr("delegation, person"))
        buttons = FlowLayout()
        buttons.addWidget(self.submit_button)
        buttons.addWidget(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addLayout(buttons)


def sender_text(session: Session, entry: CorrectionRequest) -> str:
    """Return the sender of a correction: "Kenya, Ms. S. Kihika", or the delegation or the person alone."""
    delegation = session.delegations.get(entry.delegation)
    name = delegation.name(labels.screen_language()) if delegation else entry.delegation
    return ", ".join(part for part in (name, entry.person) if part)


def _create_answer_box() -> QComboBox:
    box = QComboBox()
    for answer in CorrectionOutcome:
        box.addItem(labels.enum_label(answer), answer.value)
    return box
