"""Whose an interruption is, said a moment later: the clock runs meanwhile."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.commands import AttributeIntervention
from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.hall_view import shown_speech
from ipu_session.domain.queries.unnamed_interruptions import is_unnamed, unnamed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import named
from ipu_session.ui.widgets.person_line_edit import WhoLine
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.elided_label import Elided

_ENDING = (
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
"""Commands after which another intervention may be asked about."""


class RaisedBy(WhoLine):
    """A line for the delegation, shown until it is recorded whose the intervention is, or it is left."""

    left = Signal()
    """It has gone, or was left, and the keyboard with it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, "", parent)
        self.question = Elided("warning")
        """Which interruption is asked about, once it is over: it stands beside what is typed."""
        self.question.hide()
        self.row.insertWidget(0, self.question, 2)
        self._asked: InterventionId | None = None
        self._over = False
        """Whether the interruption that is asked about has ended."""
        self._typed: dict[InterventionId, str] = {}
        """What is half-typed for one that is not asked about now: it was undone, or is interrupted."""
        self._left: set[InterventionId] = set()
        """Those that have ended and are not asked about again here; *Report* does."""
        self.taken.connect(self.take)
        self.line.editingFinished.connect(self.take_recognised)
        bridge.asked.connect(self._on_asked)

    def show_for(self, session: Session, speech: Intervention | None) -> None:
        """Ask about whoever has the floor, or else about the latest that nobody is named for."""
        asked = self._which(session, speech)
        if asked is not None:
            self._name(session, asked)
        number = None if asked is None else asked.id
        had_focus = self.line.hasFocus()
        over = asked is not None and asked.ended
        news = number != self._asked or over != self._over
        if number != self._asked:
            self._change(number)
        self._over = over
        self.question.setText(self.line.accessibleName() if over else "")
        self.question.setVisible(over)
        self.setVisible(asked is not None)
        if had_focus and (asked is None or (news and over and not self.line.text())):
            self.left.emit()

    def ask(self) -> None:
        """Put the keyboard into the line."""
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the line by Escape; what is typed stays while the interruption goes on."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self._asked is not None and self._bridge.session.interventions[self._asked].ended:
            number = self._asked
            self._left.add(number)
            self._change(None)
            self.hide()
            if self._typed.get(number):
                ERASURES.note(self.line, partial(self._ask_again, number), partial(self._may_ask, number))
        self.left.emit()

    @Slot()
    def take(self) -> None:
        """Record whose the intervention is."""
        person = self.person()
        if self._asked is None or person is None:
            self._bridge.unable.emit(self.tr("Type the country or code of whoever raised it."))
            return
        self._bridge.execute(AttributeIntervention(self._asked, person))

    @Slot()
    def take_recognised(self) -> None:
        """Record whose it is if what is typed says so, and a rule allows it; else it stays asked about."""
        asked = self._bridge.session.interventions.get(self._asked or InterventionId(0))
        person = self.person() if self.line.text().strip() else None
        if asked is None or person is None or not is_unnamed(asked) or self.isHidden():
            return
        command = AttributeIntervention(asked.id, person)
        if self._bridge.refusal(command) is None:
            self._bridge.execute(command)

    @Slot(object)
    def _on_asked(self, command: object) -> None:
        if isinstance(command, _ENDING):
            self.take_recognised()

    def _may_ask(self, number: InterventionId) -> bool:
        asked = self._bridge.session.interventions.get(number)
        return number in self._left and asked is not None and is_unnamed(asked)

    def _ask_again(self, number: InterventionId) -> None:
        """Ask once more whose an interruption was, with what had been typed."""
        self._left.discard(number)
        self.show_for(self._bridge.session, shown_speech(self._bridge.session))

    def _which(self, session: Session, speech: Intervention | None) -> Intervention | None:
        if speech is not None and is_unnamed(speech):
            return speech
        open_ones = [each for each in unnamed(session) if each.id not in self._left]
        return open_ones[-1] if open_ones else None

    def _change(self, number: InterventionId | None) -> None:
        """Ask about another one; what is half-typed waits for the one that it was typed for."""
        if self._asked is not None:
            self._typed[self._asked] = self.line.text()
        self._asked = number
        self.line.setText("" if number is None else self._typed.pop(number, ""))

    def _name(self, session: Session, asked: Intervention) -> None:
        """Say what is asked, to the eye and to a screen reader."""
        text = self.tr("raised by: country")
        name = self.tr("Raised by")
        if asked.ended:
            time = venue_time.time_at(session, asked.started_ms, self._bridge.now())
            name = self.tr("{what} at {time}: raised by").format(
                what=labels.word(asked.kind).capitalize(), time=time
            )
            text = self.tr("{question} – country, or Esc").format(question=name)
        named(self.line, name)
        self.line.setPlaceholderText(text)
