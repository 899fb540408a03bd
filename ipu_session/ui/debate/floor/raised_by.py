"""Line for the delegation that raised an interruption, shown during the interruption and after its end."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.commands import AttributeIntervention
from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.hall_view import displayed_speech
from ipu_session.domain.queries.unnamed_interruptions import is_unnamed, unnamed_interruptions
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import set_accessible_name
from ipu_session.ui.widgets.person_line_edit import PersonLineEdit
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.elided_label import ElidedLabel

_ENDING_COMMANDS = (
    c.RulePointOfOrder,
    c.EndAndNext,
    c.EndIntervention,
    c.DecideMotion,
    c.CloseSitting,
    c.RaisePointOfOrder,
    c.AskQuestion,
    c.MoveMotion,
    c.ChairSpeaks,
    c.GiveFloor,
)
"""Commands after which the line may ask about another intervention; before them, the text typed is submitted."""


class RaisedByLine(PersonLineEdit):
    """Line for the delegation of an unnamed intervention, shown until one is recorded or the line is dismissed."""

    closed = Signal()
    """Emitted when the line is hidden or dismissed while it had the keyboard focus."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, "", parent)
        self.question_label = ElidedLabel("warning")
        """Names the interruption, shown beside the line after its end."""
        self.question_label.hide()
        self.row_layout.insertWidget(0, self.question_label, 2)
        self._intervention_id: InterventionId | None = None
        self._has_ended = False
        """Whether the interruption asked about has ended."""
        self._drafts: dict[InterventionId, str] = {}
        """Half-typed texts for interventions that the line does not ask about now."""
        self._dismissed: set[InterventionId] = set()
        """Ended interventions that the user dismissed: the line does not ask again, the Report workspace does."""
        self.submitted.connect(self.submit)
        self.line.editingFinished.connect(self.submit_if_recognised)
        bridge.about_to_execute.connect(self._on_command_requested)

    def refresh(self, session: Session, speech: Intervention | None) -> None:
        """Ask about ``speech`` if it is unnamed, else about the latest unnamed one not dismissed; if none, hide."""
        unnamed = self._find_unnamed(session, speech)
        if unnamed is not None:
            self._refresh_question(session, unnamed)
        number = None if unnamed is None else unnamed.id
        had_focus = self.line.hasFocus()
        has_ended = unnamed is not None and unnamed.is_ended
        is_changed = number != self._intervention_id or has_ended != self._has_ended
        if number != self._intervention_id:
            self._switch_to(number)
        self._has_ended = has_ended
        self.question_label.setText(self.line.accessibleName() if has_ended else "")
        self.question_label.setVisible(has_ended)
        self.setVisible(unnamed is not None)
        if had_focus and (unnamed is None or (is_changed and has_ended and not self.line.text())):
            self.closed.emit()

    def focus_line(self) -> None:
        """Give the line the keyboard focus."""
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Escape, dismiss an ended intervention; if the intervention goes on, only leave the line, with its text."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self._intervention_id is not None and self._bridge.session.interventions[self._intervention_id].is_ended:
            number = self._intervention_id
            self._dismissed.add(number)
            self._switch_to(None)
            self.hide()
            if self._drafts.get(number):
                CLEARED_TEXTS.add(self.line, partial(self._reopen, number), partial(self._can_reopen, number))
        self.closed.emit()

    @Slot()
    def submit(self) -> None:
        """Attribute the intervention to the person typed; if the text is not recognised, emit `action_unavailable`."""
        person = self.person()
        if self._intervention_id is None or person is None:
            self._bridge.action_unavailable.emit(self.tr("Type the country or code of whoever raised it."))
            return
        self._bridge.execute(AttributeIntervention(self._intervention_id, person))

    @Slot()
    def submit_if_recognised(self) -> None:
        """Attribute the intervention to the person typed, if the text is recognised and the rules allow it."""
        intervention = self._bridge.session.interventions.get(self._intervention_id or InterventionId(0))
        person = self.person() if self.line.text().strip() else None
        if intervention is None or person is None or not is_unnamed(intervention) or self.isHidden():
            return
        command = AttributeIntervention(intervention.id, person)
        if self._bridge.rejection_reason(command) is None:
            self._bridge.execute(command)

    @Slot(object)
    def _on_command_requested(self, command: object) -> None:
        if isinstance(command, _ENDING_COMMANDS):
            self.submit_if_recognised()

    def _can_reopen(self, number: InterventionId) -> bool:
        intervention = self._bridge.session.interventions.get(number)
        return number in self._dismissed and intervention is not None and is_unnamed(intervention)

    def _reopen(self, number: InterventionId) -> None:
        """Ask again about an intervention that was dismissed; its half-typed text is restored."""
        self._dismissed.discard(number)
        self.refresh(self._bridge.session, displayed_speech(self._bridge.session))

    def _find_unnamed(self, session: Session, speech: Intervention | None) -> Intervention | None:
        if speech is not None and is_unnamed(speech):
            return speech
        unanswered = [each for each in unnamed_interruptions(session) if each.id not in self._dismissed]
        return unanswered[-1] if unanswered else None

    def _switch_to(self, number: InterventionId | None) -> None:
        """Ask about another intervention, or none; store the half-typed text for the one asked about so far."""
        if self._intervention_id is not None:
            self._drafts[self._intervention_id] = self.line.text()
        self._intervention_id = number
        self.line.setText("" if number is None else self._drafts.pop(number, ""))

    def _refresh_question(self, session: Session, intervention: Intervention) -> None:
        """Set placeholder text and accessible name of the line for this intervention."""
        text = self.tr("raised by: country")
        name = self.tr("Raised by")
        if intervention.is_ended:
            time = venue_time.format_time_at(session, intervention.started_ms, self._bridge.now())
            name = self.tr("{what} at {time}: raised by").format(
                what=labels.enum_label(intervention.kind).capitalize(), time=time
            )
            text = self.tr("{question} – country, or Esc").format(question=name)
        set_accessible_name(self.line, name)
        self.line.setPlaceholderText(text)
