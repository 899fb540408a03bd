"""List of interventions with their times; they can be corrected, deleted, or entered from paper."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain.model.ids import InterventionId, Timestamp
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.tallies import interventions_of_kind
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions, make_spec_button
from ipu_session.ui.actions.speakers_actions import HISTORY_LIST_ACTIONS
from ipu_session.ui.actions.window_actions import SESSION_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row

_STATUS_TEXTS = {
    "speaking": QT_TRANSLATE_NOOP("Debate", "speaking"),
    "corrected": QT_TRANSLATE_NOOP("Debate", "corrected"),
    "paper": QT_TRANSLATE_NOOP("Debate", "on paper"),
}


class InterventionsList(QWidget):
    """Table of the interventions, held or going on."""

    correction_requested = Signal(int)
    paper_entry_requested = Signal()
    notes_requested = Signal(int)

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        headings = (self.tr("Time"), self.tr("Delegation"), self.tr("Name"), self.tr("Used"))
        self.model = RowsModel(headings, self)
        self.list = make_table_view(self.model, self.tr("Interventions held"), (1, 2), least_rows=2)
        slots = {"intervention-correct": self.request_correction, "intervention-notes": self.request_notes}
        add_actions(self.list, HISTORY_LIST_ACTIONS, slots, bridge)
        self.list.activated.connect(self.request_correction)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(make_spec_button(SESSION_ACTIONS["from-paper"], self.paper_entry_requested.emit))
        bridge.committed.connect(self._on_committed)

    def refresh(self) -> None:
        """Rebuild the rows from the session; the current intervention stays current."""
        session = self._bridge.session
        row_before = current_row(self.list)
        key_before = self.model.key_at(row_before)
        now = self._bridge.now()
        self.model.set_rows(
            [_intervention_row(session, intervention, now) for intervention in interventions_of_kind(session, *Kind)]
        )
        self.list.horizontalHeader().resizeSections()
        row = self.model.row_of_key(key_before) if key_before is not None else len(self.model.rows) - 1
        set_current_row(self.list, row if row >= 0 else row_before)

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh the rows: while the list is hidden, it ignores commits."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def request_correction(self) -> None:
        """Request the correction of the current intervention."""
        if (intervention := self._current_intervention()) is not None:
            self.correction_requested.emit(intervention)

    @Slot()
    def request_notes(self) -> None:
        """Request that the notes of the current intervention be shown."""
        if (intervention := self._current_intervention()) is not None:
            self.notes_requested.emit(intervention)

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        if self.isVisible():
            self.refresh()

    def _current_intervention(self) -> InterventionId | None:
        key = self.model.key_at(current_row(self.list))
        return InterventionId(key) if isinstance(key, int) else None


def _intervention_row(session: Session, each: Intervention, now: Timestamp) -> TableRow:
    person = session.person(each.delegate)
    origin = labels.delegation_name(session, person, labels.screen_language())
    time = venue_time.format_time_at(session, each.started_ms, now)
    cells = (time, origin, person.titled_name, _time_used_text(session, each))
    return TableRow(cells, each.id, is_quiet=each.kind is not Kind.SPEECH)


def _time_used_text(session: Session, each: Intervention) -> str:
    parts = []
    if each.is_ended:
        parts.append(labels.format_minutes_seconds(each.spoken_ms(0)))
    else:
        parts.append(translate("Debate", _STATUS_TEXTS["speaking"]))
    if each.kind is not Kind.SPEECH:
        parts.append(labels.enum_label(each.kind))
    if each.corrections:
        parts.append(translate("Debate", _STATUS_TEXTS["corrected"]))
    if each.on_paper:
        parts.append(translate("Debate", _STATUS_TEXTS["paper"]))
    return " · ".join(parts)
