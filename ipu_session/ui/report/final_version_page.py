"""Final versions of the report, and the corrections that were received (decision 0021)."""

from functools import partial

from PySide6.QtCore import QModelIndex, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import FinalizeReport, RegisterCorrection
from ipu_session.domain.model.ids import CorrectionId, DelegationId
from ipu_session.domain.model.report_versions import Answer, Final, ReceivedCorrection
from ipu_session.domain.queries.report_basis import final_of
from ipu_session.domain.text.delegation_search import sender_of
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.draft_text import number_in
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.report.export_bar import ExportBar
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, label, named, row_action
from ipu_session.ui.widgets.field_drafts import KeptFields
from ipu_session.ui.widgets.flow_layout import FlowRow
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import OneLine, current_row, table
from ipu_session.ui.widgets.shrinkable import Page, Room
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from ipu_session.ui.widgets.validated_line_edit import DayLine

_DRAFT = "correction-received"


class FinalPage(QWidget):
    """Above, what is final and the way to write it; below, the register of corrections and an entry."""

    def __init__(self, bridge: Bridge, export_bar: ExportBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._export_bar = export_bar
        self._entry: CorrectionId | None = None
        """The entry in the form; None for one that is new."""
        self._blank: dict[str, str] = {}
        """What the form said when it was filled."""
        self.state = StatusLabel(wrap=True)
        self.final_button = button(self.tr("Make it final"), self.make_final)
        self.versions = QComboBox()
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        named(self.versions, self.tr("Final version"))
        self.write_button = button(self.tr("Export this version…"), self.export_version)
        self.model = LinesModel(
            (self.tr("Received"), self.tr("From"), self.tr("Correction"), self.tr("Answer")), self
        )
        self.register = table(self.model, self.tr("Corrections received"), (1, 2), wrap=True)
        self.source = LineEdit()
        self.day = DayLine(self.tr("Received"))
        self.text = LineEdit()
        self.answer = _answers()
        self.note = LineEdit()
        self.record_button = button(self.tr("Register"), self.record)
        self.new_button = button(self.tr("New entry"), self.begin_anew)
        self._lay_out()
        row_action(self.register, self.tr("Edit the entry"), "Return", self.edit)
        self.register.doubleClicked.connect(self.edit)
        bridge.committed.connect(self._on_committed)
        self.kept = self._kept()
        self._bring_back()
        self._show()
        self.setFocusProxy(self.final_button)

    @Slot()
    def make_final(self) -> None:
        """Make the report final as the record stands."""
        if self._bridge.execute(FinalizeReport()):
            self.versions.setCurrentIndex(self.versions.count() - 1)

    @Slot()
    def export_version(self) -> None:
        """Write the chosen final version, with the corrections received since."""
        number = self.versions.currentData()
        if number is not None:
            self._export_bar.export_final(int(number))

    @Slot()
    def record(self) -> None:
        """Register what the form says; a day that is none is said beside it, and the form stays."""
        day = self.day.value
        if not day:
            self.day.setFocus()
            return
        delegation, person = self._who()
        answer = Answer(self.answer.currentData())
        command = RegisterCorrection(
            self.text.text(), day, delegation, person, answer, self.note.text(), self._entry
        )
        if self._bridge.execute(command):
            self.clear()
            self.source.setFocus()

    @Slot()
    def clear(self) -> None:
        """Let the form be for a new entry."""
        self._empty()
        self.kept.keep()

    @Slot()
    def begin_anew(self) -> None:
        """Let the form be for a new entry; undo brings back what was typed."""
        self._set_aside()
        self.clear()

    def _set_aside(self) -> None:
        typed = self._typed()
        if typed != self._blank:
            again = partial(self._go_on, self._entry, typed)
            ERASURES.note(self.source, again, partial(self._may_go_on, self._entry))

    def _may_go_on(self, entry: CorrectionId | None) -> bool:
        is_there = entry is None or entry in self._bridge.session.received
        return is_there and self._typed() == self._blank

    def _go_on(self, entry: CorrectionId | None, typed: dict[str, str]) -> None:
        """Go on with what was left."""
        if entry is None:
            self._empty()
        else:
            self._fill(self._bridge.session.received[entry])
        for name, line in self._lines().items():
            line.setText(typed[name])
        self.answer.setCurrentIndex(self.answer.findData(typed["answer"]))

    def _typed(self) -> dict[str, str]:
        lines = {name: line.text() for name, line in self._lines().items()}
        return {**lines, "answer": str(self.answer.currentData())}

    def _lines(self) -> dict[str, LineEdit]:
        return {"source": self.source, "day": self.day.line, "text": self.text, "note": self.note}

    def _empty(self) -> None:
        self._entry = None
        for line in (self.source, self.text, self.note):
            line.clear()
        self.day.set_value(self._today())
        self.answer.setCurrentIndex(0)
        self.record_button.setText(self.tr("Register"))
        self.new_button.hide()
        self._blank = self._typed()

    @Slot()
    def edit(self, index: QModelIndex | None = None) -> None:
        """Put the chosen entry into the form, to be answered or written anew."""
        key = self.model.key(current_row(self.register))
        if not isinstance(key, int):
            return
        self._set_aside()
        self._fill(self._bridge.session.received[CorrectionId(key)])
        self.answer.setFocus()

    def _fill(self, entry: ReceivedCorrection) -> None:
        self._entry = entry.id
        self.source.setText(self._sender(entry))
        self.day.set_value(entry.received)
        self.text.setText(entry.text)
        self.answer.setCurrentIndex(self.answer.findData(entry.answer.value))
        self.note.setText(entry.note)
        self.record_button.setText(self.tr("Record the change"))
        self.new_button.show()
        self._blank = self._typed()

    def _kept(self) -> KeptFields:
        fields = {"source": self.source, "text": self.text, "note": self.note}
        for line in fields.values():
            line.returnPressed.connect(self.record)
        return KeptFields(self._bridge, _DRAFT, fields, self._recorded, self._about)

    def _recorded(self) -> dict[str, str]:
        entry = self._bridge.session.received.get(self._entry) if self._entry is not None else None
        if entry is None:
            return {}
        return {"source": self._sender(entry), "text": entry.text, "note": entry.note}

    def _about(self) -> str:
        return "" if self._entry is None else str(self._entry)

    def _bring_back(self) -> None:
        """Begin a new entry, or go on with what was half-typed when the program ended."""
        self._empty()
        about, _ = self.kept.drafted()
        entry = self._bridge.session.received.get(CorrectionId(number_in(about)))
        if entry is not None:
            self._fill(entry)
        if entry is not None or not about:
            self.kept.bring_back()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show()

    def _show(self) -> None:
        session = self._bridge.session
        if self._entry is not None and self._entry not in session.received:
            self.begin_anew()
        numbers = [final.number for final in session.finals]
        if numbers != [self.versions.itemData(row) for row in range(self.versions.count())]:
            self.versions.clear()
            for version in session.finals:
                self.versions.addItem(self._version(version), version.number)
            self.versions.setCurrentIndex(self.versions.count() - 1)
        final = final_of(session)
        self.state.setText(self._stands(final))
        for control in (self.versions, self.write_button):
            control.setEnabled(bool(numbers))
        # Last: the keyboard goes on from it to what can be used then, the version just made.
        self.final_button.setEnabled(session.closed and final is None)
        entries = sorted(session.received.values(), key=lambda entry: (entry.received, entry.id))
        self.model.show([self._line(entry) for entry in entries])
        # Columns are measured by the rows that are seen: not yet by one that has just come.
        QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _fit(self) -> None:
        self.register.horizontalHeader().resizeSections()

    def _today(self) -> str:
        """Return the day in the room."""
        return venue_time.today(self._bridge.session, self._bridge.now())

    def _stands(self, final: Final | None) -> str:
        """Return where the report stands: final, a draft, or a draft of the next version."""
        session = self._bridge.session
        if final is not None:
            return self.tr("The record stands as in version {number}.").format(number=final.number)
        if not session.closed:
            return self.tr("Draft. It can be made final when the debate is closed.")
        if session.finals:
            number = session.finals[-1].number
            return self.tr("Something was recorded after version {number}: draft of the next.").format(
                number=number
            )
        return self.tr("Draft. Nothing has been made final yet.")

    def _version(self, final: Final) -> str:
        session, now = self._bridge.session, self._bridge.now()
        time = (
            f"{venue_time.day_at(session, final.at_ms, now)} {venue_time.time_at(session, final.at_ms, now)}"
        )
        return self.tr("Version {number}, {time}").format(number=final.number, time=time)

    def _line(self, entry: ReceivedCorrection) -> Line:
        cells = (entry.received, self._sender(entry), entry.text, labels.word(entry.answer))
        return Line(cells, entry.id, quiet=entry.answer is not Answer.OPEN)

    def _sender(self, entry: ReceivedCorrection) -> str:
        delegation = self._bridge.session.delegations.get(entry.delegation)
        name = delegation.name(labels.screen_language()) if delegation else entry.delegation
        return ", ".join(part for part in (name, entry.person) if part)

    def _who(self) -> tuple[DelegationId, str]:
        """Return the delegation and the person typed: "Kenya, Ms. S. Kihika", or either alone."""
        return sender_of(self._bridge.session.delegations.values(), self.source.text())

    def _lay_out(self) -> None:
        above = FlowRow()
        for control in (self.final_button, self.versions, self.write_button):
            above.addWidget(control)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        for text, widget in (
            (self.tr("From"), self.source),
            (self.tr("Received"), self.day),
            (self.tr("Correction"), self.text),
            (self.tr("Answer"), self.answer),
            (self.tr("Why"), self.note),
        ):
            form.addRow(label(text), widget)
            if widget is not self.day:
                named(widget, text)
        self.source.setPlaceholderText(self.tr("delegation, person"))
        below = FlowRow()
        below.addWidget(self.record_button)
        below.addWidget(self.new_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        for column in (0, 3):
            self.register.setItemDelegateForColumn(column, OneLine(self.register))
        page = Page()
        outer.addWidget(Room(page))
        layout = QVBoxLayout(page)
        layout.addWidget(self.state)
        layout.addLayout(above)
        layout.addWidget(label(self.tr("Corrections received"), "heading"))
        layout.addWidget(self.register, 1)
        layout.addLayout(form)
        layout.addLayout(below)


def _answers() -> QComboBox:
    made = QComboBox()
    for answer in Answer:
        made.addItem(labels.word(answer), answer.value)
    return made
