"""Form to correct speaker and times of an intervention, or to enter one from paper; old values stay recorded."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import AttributeIntervention, CorrectIntervention, EnterIntervention
from ipu_session.domain.model.ids import InterventionId, Timestamp
from ipu_session.domain.model.intervention import Correction, Intervention, TimeAccount
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.queries.unnamed_interruptions import is_unnamed
from ipu_session.domain.text.durations import format_duration
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.strings.dates import parse_time_with_seconds, seconds_since_midnight
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.factories import make_button, make_label, make_scroll_area, set_accessible_name
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.person_line_edit import PersonLineEdit
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from ipu_session.ui.widgets.validated_line_edit import DurationLineEdit, ValidatedLineEdit

_DURATION_FIELDS = ("spoken_ms", "paused_ms", "allotted_ms", "granted_ms")
_TEXTS = {
    "spoken_ms": QT_TRANSLATE_NOOP("Debate", "Spoken"),
    "paused_ms": QT_TRANSLATE_NOOP("Debate", "Paused"),
    "allotted_ms": QT_TRANSLATE_NOOP("Debate", "Allotted"),
    "granted_ms": QT_TRANSLATE_NOOP("Debate", "Granted on top"),
    "before": QT_TRANSLATE_NOOP("Debate", "before: {time}, spoken {spoken} of {limit}"),
    "whose": QT_TRANSLATE_NOOP("Debate", "before: {who}"),
}


class InterventionForm(QWidget):
    """Form shown in place of the list while an intervention is corrected or entered."""

    opened = Signal()
    """Requests that the form be shown."""
    closed = Signal()

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._intervention_id: InterventionId | None = None
        self._initial_texts: dict[str, str] = {}
        """Texts of the fields when the form was filled: a time whose text is unchanged keeps its exact milliseconds."""
        self._initial_values: dict[str, str] = {}
        """Values of all fields, with the kind, when the form was filled: values that differ are unsaved."""
        self.heading = make_label("", "heading")
        self.person_line = PersonLineEdit(bridge, self.tr("Who spoke"))
        self.kind_box = QComboBox()
        set_accessible_name(self.kind_box, self.tr("What it was"))
        set_accessible_name(self.kind_box.view(), self.kind_box.accessibleName())
        for kind in Kind:
            self.kind_box.addItem(labels.enum_label(kind), kind.value)
        self.start_line = ValidatedLineEdit(
            self.tr("Began at"), parse_time_with_seconds, self.tr("Write 10:05 or 10:05:30")
        )
        self.duration_lines = {name: DurationLineEdit(translate("Debate", _TEXTS[name])) for name in _DURATION_FIELDS}
        self.corrections_label = make_label("", "quiet", wrap=True)
        self._build_ui()
        self._initial_values = self._values()

    def edit_intervention(self, intervention_id: InterventionId) -> None:
        """Fill the form with an intervention to be corrected."""
        self._make_undoable()
        self.opened.emit()
        session = self._bridge.session
        intervention = session.interventions.get(intervention_id)
        if intervention is None:
            self.closed.emit()
            return
        self._intervention_id = intervention_id
        self.heading.setText(self.tr("Correct the record"))
        self.person_line.set_person(session.person(intervention.delegate))
        self.kind_box.setCurrentIndex(self.kind_box.findData(intervention.kind.value))
        self._fill(intervention.time_account(0), session)
        now = self._bridge.now()
        self.corrections_label.setText(
            "\n".join(_correction_text(session, correction, now) for correction in intervention.corrections)
        )
        self._set_entering(entering=False)
        self._initial_values = self._values()
        # If the speaker is not recorded, it is the field to fill in.
        line = self.person_line.line if is_unnamed(intervention) else self.duration_lines["spoken_ms"].line
        line.setFocus()
        line.selectAll()

    def start_paper_entry(self) -> None:
        """Prepare the form for a speech that was held while the program was not in use."""
        self._make_undoable()
        self.opened.emit()
        session = self._bridge.session
        self._intervention_id = None
        self.heading.setText(self.tr("A speech held on paper"))
        self.person_line.line.reset()
        self.kind_box.setCurrentIndex(0)
        self._fill(TimeAccount(self._bridge.now().utc_ms, session.rules.delegate_ms, 0, 0, 0), session)
        self.corrections_label.clear()
        self._set_entering(entering=True)
        self._initial_values = self._values()
        self.person_line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter, cancel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def submit(self) -> None:
        """Record the values of the form; focus the field of a value that is invalid."""
        if self._intervention_id is None:
            is_recorded = self._submit_paper_entry()
        else:
            intervention = self._bridge.session.interventions.get(self._intervention_id)
            if intervention is None:
                # Undo has removed the intervention meanwhile.
                self.cancel()
                return
            is_recorded = self._submit_correction(intervention)
        if is_recorded:
            self._initial_values = self._values()
            self.closed.emit()

    @Slot()
    def cancel(self) -> None:
        """Close the form without recording; undo restores the values typed."""
        self._make_undoable()
        self.closed.emit()

    def _make_undoable(self) -> None:
        """If there are unsaved values, let undo (Ctrl+Z) restore them."""
        values = self._values()
        if values != self._initial_values:
            self._initial_values = values
            intervention_id = self._intervention_id
            CLEARED_TEXTS.add(
                self.person_line.line,
                partial(self._restore_values, intervention_id, values),
                partial(self._can_restore, intervention_id),
            )

    def _can_restore(self, intervention_id: InterventionId | None) -> bool:
        exists = intervention_id is None or intervention_id in self._bridge.session.interventions
        return exists and self._values() == self._initial_values

    def _restore_values(self, intervention_id: InterventionId | None, values: dict[str, str]) -> None:
        """Open the form again with the values that were cancelled."""
        if intervention_id is None:
            self.start_paper_entry()
        else:
            self.edit_intervention(intervention_id)
        for name, line in self._text_lines().items():
            line.setText(values[name])
        self.kind_box.setCurrentIndex(self.kind_box.findData(values["kind"]))

    def _values(self) -> dict[str, str]:
        texts = {name: line.text() for name, line in self._text_lines().items()}
        return {**texts, "kind": str(self.kind_box.currentData())}

    def _text_lines(self) -> dict[str, LineEdit]:
        durations = {name: line.line for name, line in self.duration_lines.items()}
        return {"who": self.person_line.line, "started": self.start_line.line, **durations}

    def _submit_correction(self, intervention: Intervention) -> bool:
        account = self._read_times(intervention.time_account(self._bridge.now().utc_ms))
        person = self._changed_person()
        if person is None and self.person_line.line.text() != self._initial_texts.get("who"):
            self.person_line.setFocus()
            return False
        if account is None:
            return False
        is_unchanged = account == intervention.time_account(self._bridge.now().utc_ms)
        if not (is_unchanged or self._bridge.execute(CorrectIntervention(intervention.id, account))):
            return False
        return person is None or self._bridge.execute(AttributeIntervention(intervention.id, person))

    def _changed_person(self) -> Person | None:
        """Return the person typed; None if the text is unchanged or no person is recognised."""
        if self.person_line.line.text() == self._initial_texts.get("who"):
            return None
        return self.person_line.person()

    def _submit_paper_entry(self) -> bool:
        now_ms = self._bridge.now().utc_ms
        person, account = self.person_line.person(), self._read_times(TimeAccount(now_ms, 0, 0, 0, 0))
        if person is None or account is None:
            self.person_line.setFocus()
            return False
        kind = Kind(str(self.kind_box.currentData()))
        is_default_limit = self.duration_lines["allotted_ms"].line.text() == self._initial_texts["allotted_ms"]
        allotted_ms = None if is_default_limit else account.allotted_ms
        command = EnterIntervention(person, account.started_ms, account.spoken_ms, kind, allotted_ms)
        return self._bridge.execute(command)

    def _read_times(self, old: TimeAccount) -> TimeAccount | None:
        """Return ``old`` with the times typed; None if one cannot be parsed, whose field is focused."""
        changed: dict[str, int] = {}
        for name, line in self.duration_lines.items():
            typed_ms = line.duration_ms
            if typed_ms is None:
                line.setFocus()
                return None
            if line.line.text() != self._initial_texts[name]:
                changed[name] = typed_ms
        if self.start_line.line.text() != self._initial_texts["started"]:
            if not self.start_line.value:
                self.start_line.setFocus()
                return None
            changed["started_ms"] = self._utc_ms_at(old.started_ms, self.start_line.value)
        return replace(old, **changed)

    def _utc_ms_at(self, near_ms: int, text: str) -> int:
        """Return a time of day at the venue as UTC milliseconds, on the day of ``near_ms`` at the venue."""
        session, now = self._bridge.session, self._bridge.now()
        return venue_time.utc_ms_on_day_of(session, near_ms, seconds_since_midnight(text), now)

    def _fill(self, account: TimeAccount, session: Session) -> None:
        started = venue_time.format_time_at(session, account.started_ms, self._bridge.now(), seconds=True)
        self.start_line.set_value(started)
        for name, line in self.duration_lines.items():
            line.set_value(format_duration(max(0, getattr(account, name))))
        self._initial_texts = {name: line.line.text() for name, line in self.duration_lines.items()}
        self._initial_texts |= {"started": self.start_line.line.text(), "who": self.person_line.line.text()}

    def _set_entering(self, *, entering: bool) -> None:
        self.kind_box.setEnabled(entering)
        for name in ("paused_ms", "granted_ms"):
            self._form_layout.setRowVisible(self.duration_lines[name], not entering)

    def _build_ui(self) -> None:
        self._form_layout = QFormLayout()
        self._form_layout.addRow(self.tr("Who"), self.person_line)
        self._form_layout.addRow(self.tr("What"), self.kind_box)
        self._form_layout.addRow(self.tr("Began at"), self.start_line)
        for name, line in self.duration_lines.items():
            self._form_layout.addRow(translate("Debate", _TEXTS[name]), line)
        buttons = FlowLayout()
        buttons.addWidget(make_button(self.tr("Record it"), self.submit, self.tr("Enter"), "primary"))
        buttons.addWidget(make_button(self.tr("Leave it"), self.cancel, self.tr("Escape")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        outer.addWidget(make_scroll_area(page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addLayout(self._form_layout)
        layout.addWidget(self.corrections_label)
        layout.addLayout(buttons)
        layout.addStretch(1)


def _correction_text(session: Session, old: Correction, now: Timestamp) -> str:
    if isinstance(old.before, TimeAccount):
        return translate("Debate", _TEXTS["before"]).format(
            time=venue_time.format_time_at(session, old.before.started_ms, now, seconds=True),
            spoken=labels.format_minutes_seconds(old.before.spoken_ms),
            limit=labels.format_minutes_seconds(old.before.allotted_ms + old.before.granted_ms),
        )
    return translate("Debate", _TEXTS["whose"]).format(
        who=labels.delegation_and_name(session, session.person(old.before))
    )
