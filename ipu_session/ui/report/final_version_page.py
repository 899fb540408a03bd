"""Final versions of the report, and the corrections received (decision 0021)."""

from functools import partial

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import FinalizeReport, RegisterCorrection
from ipu_session.domain.model.ids import CorrectionId, DelegationId
from ipu_session.domain.model.report_versions import CorrectionOutcome, CorrectionRequest, FinalVersion
from ipu_session.domain.queries.report_basis import current_final_version
from ipu_session.domain.text.delegation_search import parse_sender
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.draft_text import parse_id
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.report.export_bar import ExportBar
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import add_widget_action, make_button, make_label, set_accessible_name
from ipu_session.ui.widgets.field_drafts import FieldDrafts
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import SingleLineDelegate, current_row, make_table_view
from ipu_session.ui.widgets.shrinkable import ShrinkablePage, ShrinkableScrollArea
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from ipu_session.ui.widgets.validated_line_edit import DateLineEdit

_DRAFT_KEY = "correction-received"


class FinalVersionPage(QWidget):
    """State of the report and export of final versions above; register of corrections and its form below."""

    def __init__(self, bridge: SessionBridge, export_bar: ExportBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._export_bar = export_bar
        self._edited_correction: CorrectionId | None = None
        """The entry in the form; None for a new one."""
        self._blank: dict[str, str] = {}
        """The initial values of the form, to detect unsaved changes."""
        self.state_label = StatusLabel(wrap=True)
        self.final_button = make_button(self.tr("Make it final"), self.make_final)
        self.versions_box = QComboBox()
        self.versions_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        set_accessible_name(self.versions_box, self.tr("Final version"))
        self.export_button = make_button(self.tr("Export this version…"), self.export_version)
        self.model = RowsModel((self.tr("Received"), self.tr("From"), self.tr("Correction"), self.tr("Answer")), self)
        self.corrections_view = make_table_view(self.model, self.tr("Corrections received"), (1, 2), wrap=True)
        self.sender_line = LineEdit()
        self.day_line = DateLineEdit(self.tr("Received"))
        self.correction_line = LineEdit()
        self.answer_box = _answers()
        self.remark_line = LineEdit()
        self.submit_button = make_button(self.tr("Register"), self.submit)
        self.new_button = make_button(self.tr("New entry"), self.begin_anew)
        self._build_ui()
        add_widget_action(self.corrections_view, self.tr("Edit the entry"), "Return", self.edit_correction)
        self.corrections_view.doubleClicked.connect(self.edit_correction)
        bridge.committed.connect(self._on_committed)
        self.field_drafts = self._create_field_drafts()
        self._restore_draft()
        self._refresh()
        self.setFocusProxy(self.final_button)

    @Slot()
    def make_final(self) -> None:
        """Make the report final as the session stands."""
        if self._bridge.execute(FinalizeReport()):
            self.versions_box.setCurrentIndex(self.versions_box.count() - 1)

    @Slot()
    def export_version(self) -> None:
        """Export the selected final version, with the corrections received since."""
        number = self.versions_box.currentData()
        if number is not None:
            self._export_bar.export_final(int(number))

    @Slot()
    def submit(self) -> None:
        """Register the values of the form; an invalid date is reported and the form stays."""
        day = self.day_line.value
        if not day:
            self.day_line.setFocus()
            return
        delegation, person = self._read_sender()
        answer = CorrectionOutcome(self.answer_box.currentData())
        command = RegisterCorrection(
            self.correction_line.text(),
            day,
            delegation,
            person,
            answer,
            self.remark_line.text(),
            self._edited_correction,
        )
        if self._bridge.execute(command):
            self.clear()
            self.sender_line.setFocus()

    @Slot()
    def clear(self) -> None:
        """Clear the form for a new entry."""
        self._clear_fields()
        self.field_drafts.save_drafts()

    @Slot()
    def begin_anew(self) -> None:
        """Clear the form for a new entry; undo restores the values typed."""
        self._set_aside()
        self.clear()

    def _set_aside(self) -> None:
        typed = self._typed()
        if typed != self._blank:
            again = partial(self._go_on, self._edited_correction, typed)
            CLEARED_TEXTS.add(self.sender_line, again, partial(self._may_go_on, self._edited_correction))

    def _may_go_on(self, entry: CorrectionId | None) -> bool:
        is_there = entry is None or entry in self._bridge.session.correction_requests
        return is_there and self._typed() == self._blank

    def _go_on(self, entry: CorrectionId | None, typed: dict[str, str]) -> None:
        """Restore a form that was set aside."""
        if entry is None:
            self._clear_fields()
        else:
            self._fill(self._bridge.session.correction_requests[entry])
        for name, line in self._lines().items():
            line.setText(typed[name])
        self.answer_box.setCurrentIndex(self.answer_box.findData(typed["answer"]))

    def _typed(self) -> dict[str, str]:
        lines = {name: line.text() for name, line in self._lines().items()}
        return {**lines, "answer": str(self.answer_box.currentData())}

    def _lines(self) -> dict[str, LineEdit]:
        return {
            "source": self.sender_line,
            "day": self.day_line.line,
            "text": self.correction_line,
            "note": self.remark_line,
        }

    def _clear_fields(self) -> None:
        self._edited_correction = None
        for line in (self.sender_line, self.correction_line, self.remark_line):
            line.clear()
        self.day_line.set_value(self._today())
        self.answer_box.setCurrentIndex(0)
        self.submit_button.setText(self.tr("Register"))
        self.new_button.hide()
        self._blank = self._typed()

    @Slot()
    def edit_correction(self, index: QModelIndex | None = None) -> None:
        """Put the current entry into the form."""
        key = self.model.key_at(current_row(self.corrections_view))
        if not isinstance(key, int):
            return
        self._set_aside()
        self._fill(self._bridge.session.correction_requests[CorrectionId(key)])
        self.answer_box.setFocus()

    def _fill(self, entry: CorrectionRequest) -> None:
        self._edited_correction = entry.id
        self.sender_line.setText(self._sender_text(entry))
        self.day_line.set_value(entry.received)
        self.correction_line.setText(entry.text)
        self.answer_box.setCurrentIndex(self.answer_box.findData(entry.answer.value))
        self.remark_line.setText(entry.note)
        self.submit_button.setText(self.tr("Record the change"))
        self.new_button.show()
        self._blank = self._typed()

    def _create_field_drafts(self) -> FieldDrafts:
        fields = {"source": self.sender_line, "text": self.correction_line, "note": self.remark_line}
        for line in fields.values():
            line.returnPressed.connect(self.submit)
        return FieldDrafts(self._bridge, _DRAFT_KEY, fields, self._recorded_texts, self._draft_subject)

    def _recorded_texts(self) -> dict[str, str]:
        entry = (
            self._bridge.session.correction_requests.get(self._edited_correction)
            if self._edited_correction is not None
            else None
        )
        if entry is None:
            return {}
        return {"source": self._sender_text(entry), "text": entry.text, "note": entry.note}

    def _draft_subject(self) -> str:
        return "" if self._edited_correction is None else str(self._edited_correction)

    def _restore_draft(self) -> None:
        """Restore the half-typed form of an earlier run, or begin a new entry."""
        self._clear_fields()
        about, _ = self.field_drafts.load_draft()
        entry = self._bridge.session.correction_requests.get(CorrectionId(parse_id(about)))
        if entry is not None:
            self._fill(entry)
        if entry is not None or not about:
            self.field_drafts.restore_drafts()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh()

    def _refresh(self) -> None:
        session = self._bridge.session
        if self._edited_correction is not None and self._edited_correction not in session.correction_requests:
            self.begin_anew()
        numbers = [final.number for final in session.final_versions]
        if numbers != [self.versions_box.itemData(row) for row in range(self.versions_box.count())]:
            self.versions_box.clear()
            for version in session.final_versions:
                self.versions_box.addItem(self._version_text(version), version.number)
            self.versions_box.setCurrentIndex(self.versions_box.count() - 1)
        final = current_final_version(session)
        self.state_label.setText(self._state_text(final))
        for control in (self.versions_box, self.export_button):
            control.setEnabled(bool(numbers))
        # Disabled last, so that the focus moves on to the controls enabled above.
        self.final_button.setEnabled(session.is_closed and final is None)
        entries = sorted(session.correction_requests.values(), key=lambda entry: (entry.received, entry.id))
        self.model.set_rows([self._build_row(entry) for entry in entries])
        # Deferred: columns are measured by the visible rows, and a new row is laid out later.
        QTimer.singleShot(0, self, self._fit_columns)

    @Slot()
    def _fit_columns(self) -> None:
        self.corrections_view.horizontalHeader().resizeSections()

    def _today(self) -> str:
        """Return the current day at the venue, as ISO date."""
        return venue_time.iso_day_today(self._bridge.session, self._bridge.now())

    def _state_text(self, final: FinalVersion | None) -> str:
        """Return the state of the report: final, draft, or draft of the next version."""
        session = self._bridge.session
        if final is not None:
            return self.tr("The record stands as in version {number}.").format(number=final.number)
        if not session.is_closed:
            return self.tr("Draft. It can be made final when the debate is closed.")
        if session.final_versions:
            number = session.final_versions[-1].number
            return self.tr("Something was recorded after version {number}: draft of the next.").format(number=number)
        return self.tr("Draft. Nothing has been made final yet.")

    def _version_text(self, final: FinalVersion) -> str:
        session, now = self._bridge.session, self._bridge.now()
        time = (
            f"{venue_time.iso_day_at(session, final.at_ms, now)} {venue_time.format_time_at(session, final.at_ms, now)}"
        )
        return self.tr("Version {number}, {time}").format(number=final.number, time=time)

    def _build_row(self, entry: CorrectionRequest) -> TableRow:
        cells = (entry.received, self._sender_text(entry), entry.text, labels.enum_label(entry.answer))
        return TableRow(cells, entry.id, is_quiet=entry.answer is not CorrectionOutcome.OPEN)

    def _sender_text(self, entry: CorrectionRequest) -> str:
        delegation = self._bridge.session.delegations.get(entry.delegation)
        name = delegation.name(labels.screen_language()) if delegation else entry.delegation
        return ", ".join(part for part in (name, entry.person) if part)

    def _read_sender(self) -> tuple[DelegationId, str]:
        """Return the delegation and the person typed: "Kenya, Ms. S. Kihika", or either alone."""
        return parse_sender(self._bridge.session.delegations.values(), self.sender_line.text())

    def _build_ui(self) -> None:
        above = FlowLayout()
        for control in (self.final_button, self.versions_box, self.export_button):
            above.addWidget(control)
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
        below = FlowLayout()
        below.addWidget(self.submit_button)
        below.addWidget(self.new_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        for column in (0, 3):
            self.corrections_view.setItemDelegateForColumn(column, SingleLineDelegate(self.corrections_view))
        page = ShrinkablePage()
        outer.addWidget(ShrinkableScrollArea(page))
        layout = QVBoxLayout(page)
        layout.addWidget(self.state_label)
        layout.addLayout(above)
        layout.addWidget(make_label(self.tr("Corrections received"), "heading"))
        layout.addWidget(self.corrections_view, 1)
        layout.addLayout(form)
        layout.addLayout(below)


def _answers() -> QComboBox:
    made = QComboBox()
    for answer in CorrectionOutcome:
        made.addItem(labels.enum_label(answer), answer.value)
    return made
