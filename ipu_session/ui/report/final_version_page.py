"""Final versions of the report, and the corrections received (decision 0021)."""

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ipu_session.domain.commands import FinalizeReport
from ipu_session.domain.model.ids import CorrectionId
from ipu_session.domain.model.report_versions import CorrectionOutcome, CorrectionRequest, FinalVersion
from ipu_session.domain.queries.report_basis import current_final_version
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions
from ipu_session.ui.actions.report_actions import CORRECTIONS_LIST_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.report.correction_form import CorrectionForm, sender_text
from ipu_session.ui.report.export_bar import ExportBar
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, make_label, set_accessible_name
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import SingleLineDelegate, current_row, make_table_view
from ipu_session.ui.widgets.shrinkable import ShrinkablePage, ShrinkableScrollArea


class FinalVersionPage(QWidget):
    """State of the report and its final versions at the top; below them the corrections received and their form."""

    def __init__(self, bridge: SessionBridge, export_bar: ExportBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._export_bar = export_bar
        self.state_label = StatusLabel(wrap=True)
        self.final_button = make_button(self.tr("Make it final"), self.make_final)
        self.versions_box = QComboBox()
        self.versions_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        set_accessible_name(self.versions_box, self.tr("Final version"))
        self.export_button = make_button(self.tr("Export this version…"), self.export_version)
        self.model = RowsModel((self.tr("Received"), self.tr("From"), self.tr("Correction"), self.tr("Answer")), self)
        self.corrections_view = make_table_view(self.model, self.tr("Corrections received"), (1, 2), wrap=True)
        self.form = CorrectionForm(bridge)
        self._build_ui()
        slots = {"correction-edit": self.edit_correction}
        add_actions(self.corrections_view, CORRECTIONS_LIST_ACTIONS, slots, bridge)
        self.corrections_view.doubleClicked.connect(self.edit_correction)
        bridge.committed.connect(self._on_committed)
        self._refresh()
        self.setFocusProxy(self.final_button)

    def save_drafts(self) -> None:
        """Save the half-typed correction to disk."""
        self.form.save_draft()

    @Slot()
    def make_final(self) -> None:
        """Record the present state of the report as its next final version."""
        if self._bridge.execute(FinalizeReport()):
            self.versions_box.setCurrentIndex(self.versions_box.count() - 1)

    @Slot()
    def export_version(self) -> None:
        """Export the report as of the selected final version, and a table of the corrections received since."""
        number = self.versions_box.currentData()
        if number is not None:
            self._export_bar.export_final(int(number))

    @Slot()
    def edit_correction(self, index: QModelIndex | None = None) -> None:
        """Put the correction of the current row into the form."""
        key = self.model.key_at(current_row(self.corrections_view))
        if isinstance(key, int):
            self.form.edit_entry(self._bridge.session.correction_requests[CorrectionId(key)])

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh()

    def _refresh(self) -> None:
        session = self._bridge.session
        self.form.refresh()
        self._refresh_versions()
        final = current_final_version(session)
        self.state_label.setText(self._state_text(final))
        for control in (self.versions_box, self.export_button):
            control.setEnabled(bool(session.final_versions))
        # Disabled last, so that the focus moves on to the controls enabled above.
        self.final_button.setEnabled(session.is_closed and final is None)
        entries = sorted(session.correction_requests.values(), key=lambda entry: (entry.received, entry.id))
        self.model.set_rows([self._build_row(entry) for entry in entries])
        # Deferred: columns are measured by the visible rows, and a new row is laid out in the next event loop pass.
        QTimer.singleShot(0, self, self._fit_columns)

    def _refresh_versions(self) -> None:
        """List the final versions and select the last version; do nothing if all are listed already."""
        versions = self._bridge.session.final_versions
        if [each.number for each in versions] == [
            self.versions_box.itemData(row) for row in range(self.versions_box.count())
        ]:
            return
        self.versions_box.clear()
        for version in versions:
            self.versions_box.addItem(self._version_text(version), version.number)
        self.versions_box.setCurrentIndex(self.versions_box.count() - 1)

    @Slot()
    def _fit_columns(self) -> None:
        self.corrections_view.horizontalHeader().resizeSections()

    def _state_text(self, final: FinalVersion | None) -> str:
        """Return the sentence on the state of the report: final, draft, or draft of the next version."""
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
        sender, answer = sender_text(self._bridge.session, entry), labels.enum_label(entry.answer)
        cells = (entry.received, sender, entry.text, answer)
        return TableRow(cells, entry.id, is_quiet=entry.answer is not CorrectionOutcome.OPEN)

    def _build_ui(self) -> None:
        controls_row = FlowLayout()
        for control in (self.final_button, self.versions_box, self.export_button):
            controls_row.addWidget(control)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        for column in (0, 3):
            self.corrections_view.setItemDelegateForColumn(column, SingleLineDelegate(self.corrections_view))
        page = ShrinkablePage()
        outer.addWidget(ShrinkableScrollArea(page))
        layout = QVBoxLayout(page)
        layout.addWidget(self.state_label)
        layout.addLayout(controls_row)
        layout.addWidget(make_label(self.tr("Corrections received"), "heading"))
        layout.addWidget(self.corrections_view, 1)
        layout.addWidget(self.form)
