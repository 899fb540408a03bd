"""An intervention put right, or entered from paper: who, when, how long; the old values stay on record."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import AttributeIntervention, CorrectIntervention, EnterIntervention
from ipu_session.domain.model.ids import InterventionId, Moment
from ipu_session.domain.model.intervention import Correction, Intervention, Ledger
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.queries.unnamed_interruptions import is_unnamed
from ipu_session.domain.text.durations import format_duration
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.strings.dates import read_clock, seconds_of_day
from ipu_session.ui.widgets.factories import button, label, named, scrolling
from ipu_session.ui.widgets.flow_layout import FlowRow
from ipu_session.ui.widgets.person_line_edit import WhoLine
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from ipu_session.ui.widgets.validated_line_edit import CheckedLine, DurationLine

_LENGTHS = ("spoken_ms", "paused_ms", "allotted_ms", "granted_ms")
_WORDS = {
    "spoken_ms": QT_TRANSLATE_NOOP("Debate", "Spoken"),
    "paused_ms": QT_TRANSLATE_NOOP("Debate", "Paused"),
    "allotted_ms": QT_TRANSLATE_NOOP("Debate", "Allotted"),
    "granted_ms": QT_TRANSLATE_NOOP("Debate", "Granted on top"),
    "before": QT_TRANSLATE_NOOP("Debate", "before: {time}, spoken {spoken} of {limit}"),
    "whose": QT_TRANSLATE_NOOP("Debate", "before: {who}"),
}


class RecordForm(QWidget):
    """Takes the place of the list while the record is put right."""

    opened = Signal()
    """It is to be in front."""
    left = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._intervention: InterventionId | None = None
        self._shown: dict[str, str] = {}
        """What the fields said when they were filled; a field that says the same keeps its milliseconds."""
        self._blank: dict[str, str] = {}
        """All that could be typed, as the form was opened."""
        self.heading = label("", "heading")
        self.who = WhoLine(bridge, self.tr("Who spoke"))
        self.kind = QComboBox()
        named(self.kind, self.tr("What it was"))
        named(self.kind.view(), self.kind.accessibleName())
        for kind in Kind:
            self.kind.addItem(labels.word(kind), kind.value)
        self.started = CheckedLine(self.tr("Began at"), read_clock, self.tr("Write 10:05 or 10:05:30"))
        self.lengths = {name: DurationLine(_said(name)) for name in _LENGTHS}
        self.old = label("", "quiet", wrap=True)
        self._lay_out()
        self._blank = self._typed()

    def correct(self, intervention_id: InterventionId) -> None:
        """Fill the form with an intervention that is to be corrected."""
        self._set_aside()
        self.opened.emit()
        session = self._bridge.session
        each = session.interventions.get(intervention_id)
        if each is None:
            self.left.emit()
            return
        self._intervention = intervention_id
        self.heading.setText(self.tr("Correct the record"))
        self.who.show_person(session.person(each.delegate))
        self.kind.setCurrentIndex(self.kind.findData(each.kind.value))
        self._fill(each.ledger(0), session)
        now = self._bridge.now()
        self.old.setText("\n".join(_before(session, old, now) for old in each.corrections))
        self._show_fields(entering=False)
        self._blank = self._typed()
        # Where nobody is named, that is what is missing.
        line = self.who.line if is_unnamed(each) else self.lengths["spoken_ms"].line
        line.setFocus()
        line.selectAll()

    def enter(self) -> None:
        """Empty the form for a speech that was held on paper."""
        self._set_aside()
        self.opened.emit()
        session = self._bridge.session
        self._intervention = None
        self.heading.setText(self.tr("A speech held on paper"))
        self.who.line.reset()
        self.kind.setCurrentIndex(0)
        self._fill(Ledger(self._bridge.now().utc_ms, session.rules.delegate_ms, 0, 0, 0), session)
        self.old.clear()
        self._show_fields(entering=True)
        self._blank = self._typed()
        self.who.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter record and Escape leave."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
        else:
            super().keyPressEvent(event)

    @Slot()
    def take(self) -> None:
        """Record what the form says."""
        if self._intervention is None:
            done = self._enter()
        else:
            each = self._bridge.session.interventions.get(self._intervention)
            if each is None:
                # It has gone meanwhile, by undo.
                self.leave()
                return
            done = self._correct(each)
        if done:
            self._blank = self._typed()
            self.left.emit()

    @Slot()
    def leave(self) -> None:
        """Leave the record as it is; undo brings back what was typed."""
        self._set_aside()
        self.left.emit()

    def _set_aside(self) -> None:
        """Let undo open the form again with what was typed into it and not recorded."""
        typed = self._typed()
        if typed != self._blank:
            self._blank = typed
            about = self._intervention
            ERASURES.note(self.who.line, partial(self._go_on, about, typed), partial(self._may_go_on, about))

    def _may_go_on(self, about: InterventionId | None) -> bool:
        is_there = about is None or about in self._bridge.session.interventions
        return is_there and self._typed() == self._blank

    def _go_on(self, about: InterventionId | None, typed: dict[str, str]) -> None:
        """Open the form again with what was typed."""
        if about is None:
            self.enter()
        else:
            self.correct(about)
        for name, line in self._lines().items():
            line.setText(typed[name])
        self.kind.setCurrentIndex(self.kind.findData(typed["kind"]))

    def _typed(self) -> dict[str, str]:
        lines = {name: line.text() for name, line in self._lines().items()}
        return {**lines, "kind": str(self.kind.currentData())}

    def _lines(self) -> dict[str, LineEdit]:
        lengths = {name: line.line for name, line in self.lengths.items()}
        return {"who": self.who.line, "started": self.started.line, **lengths}

    def _correct(self, each: Intervention) -> bool:
        ledger = self._ledger(each.ledger(self._bridge.now().utc_ms))
        person = self._other_person()
        if person is None and self.who.line.text() != self._shown.get("who"):
            self.who.setFocus()
            return False
        if ledger is None:
            return False
        same = ledger == each.ledger(self._bridge.now().utc_ms)
        if not (same or self._bridge.execute(CorrectIntervention(each.id, ledger))):
            return False
        return person is None or self._bridge.execute(AttributeIntervention(each.id, person))

    def _other_person(self) -> Person | None:
        """Return somebody else than is recorded, or None if the line says the same."""
        if self.who.line.text() == self._shown.get("who"):
            return None
        return self.who.person()

    def _enter(self) -> bool:
        now_ms = self._bridge.now().utc_ms
        person, ledger = self.who.person(), self._ledger(Ledger(now_ms, 0, 0, 0, 0))
        if person is None or ledger is None:
            self.who.setFocus()
            return False
        kind = Kind(str(self.kind.currentData()))
        same = self.lengths["allotted_ms"].line.text() == self._shown["allotted_ms"]
        allotted_ms = None if same else ledger.allotted_ms
        command = EnterIntervention(person, ledger.started_ms, ledger.spoken_ms, kind, allotted_ms)
        return self._bridge.execute(command)

    def _ledger(self, old: Ledger) -> Ledger | None:
        """Return the times as typed; None, and the field is gone to, if one cannot be read."""
        changed: dict[str, int] = {}
        for name, line in self.lengths.items():
            typed_ms = line.duration_ms
            if typed_ms is None:
                line.setFocus()
                return None
            if line.line.text() != self._shown[name]:
                changed[name] = typed_ms
        if self.started.line.text() != self._shown["started"]:
            if not self.started.value:
                self.started.setFocus()
                return None
            changed["started_ms"] = self._at(old.started_ms, self.started.value)
        return replace(old, **changed)

    def _at(self, near_ms: int, text: str) -> int:
        """Return a time of day as UTC, on the day of ``near_ms`` in the room."""
        session, now = self._bridge.session, self._bridge.now()
        return venue_time.on_the_day_of(session, near_ms, seconds_of_day(text), now)

    def _fill(self, ledger: Ledger, session: Session) -> None:
        started = venue_time.time_at(session, ledger.started_ms, self._bridge.now(), seconds=True)
        self.started.set_value(started)
        for name, line in self.lengths.items():
            line.set_value(format_duration(max(0, getattr(ledger, name))))
        self._shown = {name: line.line.text() for name, line in self.lengths.items()}
        self._shown |= {"started": self.started.line.text(), "who": self.who.line.text()}

    def _show_fields(self, *, entering: bool) -> None:
        self.kind.setEnabled(entering)
        for name in ("paused_ms", "granted_ms"):
            self._form.setRowVisible(self.lengths[name], not entering)

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.addRow(self.tr("Who"), self.who)
        self._form.addRow(self.tr("What"), self.kind)
        self._form.addRow(self.tr("Began at"), self.started)
        for name, line in self.lengths.items():
            self._form.addRow(_said(name), line)
        buttons = FlowRow()
        buttons.addWidget(button(self.tr("Record it"), self.take, self.tr("Enter"), "primary"))
        buttons.addWidget(button(self.tr("Leave it"), self.leave, self.tr("Escape")))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        around.addWidget(scrolling(page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addLayout(self._form)
        layout.addWidget(self.old)
        layout.addLayout(buttons)
        layout.addStretch(1)


def _before(session: Session, old: Correction, now: Moment) -> str:
    if isinstance(old.before, Ledger):
        return _said("before").format(
            time=venue_time.time_at(session, old.before.started_ms, now, seconds=True),
            spoken=labels.duration(old.before.spoken_ms),
            limit=labels.duration(old.before.allotted_ms + old.before.granted_ms),
        )
    return _said("whose").format(who=labels.origin_and_name(session, session.person(old.before)))


def _said(key: str) -> str:
    return QCoreApplication.translate("Debate", str(_WORDS[key]))
