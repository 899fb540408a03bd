"""What was held, in order: each intervention with its time; corrected, struck out, or entered from paper."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain.commands import DeleteIntervention
from ipu_session.domain.model.ids import InterventionId, Moment
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.statistics import of_kind
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import button, row_action
from ipu_session.ui.widgets.rows.row_target import acted_on
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table

_MARKS = {
    "speaking": QT_TRANSLATE_NOOP("Debate", "speaking"),
    "corrected": QT_TRANSLATE_NOOP("Debate", "corrected"),
    "paper": QT_TRANSLATE_NOOP("Debate", "on paper"),
}


class HeardList(QWidget):
    """The record as a table."""

    correct_asked = Signal(int)
    enter_asked = Signal()
    notes_asked = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        headings = (self.tr("Time"), self.tr("Delegation"), self.tr("Name"), self.tr("Used"))
        self.model = LinesModel(headings, self)
        self.list = table(self.model, self.tr("Interventions held"), (1, 2), least_rows=2)
        for text, key, slot in (
            (self.tr("Correct times or speaker"), "F4", self.correct),
            (self.tr("Show its notes"), "Ctrl+Return", self.ask_for_notes),
            (self.tr("Strike out: recorded by mistake"), "Delete", self.strike),
        ):
            row_action(self.list, text, key, slot)
        self.list.activated.connect(self.correct)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(button(self.tr("From paper…"), self.enter_asked.emit, "Ctrl+Shift+I"))
        bridge.committed.connect(self._on_committed)

    def show_now(self) -> None:
        """Show the interventions as they stand."""
        session = self._bridge.session
        before = current_row(self.list)
        kept = self.model.key(before)
        now = self._bridge.now()
        self.model.show([_line(session, each, now) for each in of_kind(session, *Kind)])
        self.list.horizontalHeader().resizeSections()
        row = self.model.row_of(kept) if kept is not None else len(self.model.lines) - 1
        choose_row(self.list, row if row >= 0 else before)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while another page was in front."""
        super().showEvent(event)
        self.show_now()

    @Slot()
    def correct(self) -> None:
        """Ask to correct the chosen intervention."""
        if (chosen := self._asked()) is not None:
            self.correct_asked.emit(chosen)

    @Slot()
    def ask_for_notes(self) -> None:
        """Ask to be shown what was noted of the chosen intervention."""
        if (chosen := self._asked()) is not None:
            self.notes_asked.emit(chosen)

    @Slot()
    def strike(self) -> None:
        """Strike the chosen intervention out; undo brings it back."""
        if (chosen := self._asked()) is not None:
            self._bridge.execute(DeleteIntervention(chosen))

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        if self.isVisible():
            self.show_now()

    def _asked(self) -> InterventionId | None:
        nothing = self.tr("No intervention is chosen; none was held yet.")
        return acted_on(self._bridge, self.list, self._chosen(), nothing)

    def _chosen(self) -> InterventionId | None:
        key = self.model.key(current_row(self.list))
        return InterventionId(key) if isinstance(key, int) else None


def _line(session: Session, each: Intervention, now: Moment) -> Line:
    person = session.person(each.delegate)
    origin = labels.delegation_name(session, person, labels.screen_language())
    time = venue_time.time_at(session, each.started_ms, now)
    cells = (time, origin, person.titled_name, _used(session, each))
    return Line(cells, each.id, quiet=each.kind is not Kind.SPEECH)


def _used(session: Session, each: Intervention) -> str:
    parts = []
    if each.ended:
        parts.append(labels.duration(each.spoken_ms(0)))
    else:
        parts.append(_said("speaking"))
    if each.kind is not Kind.SPEECH:
        parts.append(labels.word(each.kind))
    if each.corrections:
        parts.append(_said("corrected"))
    if each.on_paper:
        parts.append(_said("paper"))
    return " · ".join(parts)


def _said(key: str) -> str:
    return QCoreApplication.translate("Debate", str(_MARKS[key]))
