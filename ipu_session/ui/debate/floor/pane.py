"""The floor: who speaks, how long is left, what can be done, who is next."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.queries.hall_view import shown_speech
from ipu_session.service.session_service import Committed
from ipu_session.ui.accessibility.announcer import state_sentence
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.ticker import Heartbeat
from ipu_session.ui.debate.floor import floor_labels
from ipu_session.ui.debate.floor.clock_face import ClockFace
from ipu_session.ui.debate.floor.inline_forms import AllotmentLine, MotionLine, ReasonLine
from ipu_session.ui.debate.floor.raised_by import RaisedBy
from ipu_session.ui.keyboard.alternative_keys import key_of
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import announce
from ipu_session.ui.widgets.command_button import ActButton
from ipu_session.ui.widgets.factories import label, scrolling, set_text
from ipu_session.ui.widgets.text.fixed_height_label import Reserved

_BUTTONS = (
    ("next", 0, 0, 2),
    ("open-sitting", 0, 0, 2),
    ("pause", 1, 0, 1),
    ("end", 1, 1, 1),
    ("more-time", 2, 0, 1),
    ("less-time", 2, 1, 1),
    ("point-of-order", 3, 0, 1),
    ("freeze", 3, 1, 1),
    ("rule-noted", 4, 0, 2),
    ("rule-upheld", 5, 0, 1),
    ("rule-dismissed", 5, 1, 1),
    ("motion-carried", 6, 0, 1),
    ("motion-rejected", 6, 1, 1),
    ("motion-withdrawn", 7, 0, 2),
    ("question", 8, 0, 1),
    ("chair-speaks", 8, 1, 1),
)
_PRIMARY = frozenset({"next", "open-sitting"})
_RULINGS = ("rule-noted", "rule-upheld", "rule-dismissed")
_DECISIONS = ("motion-carried", "motion-rejected", "motion-withdrawn")


class FloorPane(QFrame):
    """The middle pane of the debate."""

    def __init__(
        self,
        bridge: Bridge,
        heartbeat: Heartbeat,
        acts: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self._second = -1
        """The second (UTC) of which the offer is shown."""
        self.kind = Reserved("warning")
        self.name = Reserved("name", wrap=True)
        self.about = Reserved("quiet", 2, wrap=True)
        self.clock = ClockFace()
        self.ledgers = label("", "quiet", wrap=True)
        self.held = label("", "warning", wrap=True)
        self.raised_by = RaisedBy(bridge)
        self.motion = MotionLine(bridge)
        self.reason = ReasonLine(bridge)
        self.allotment = AllotmentLine(bridge)
        self.since = label("", "warning", wrap=True)
        self.next = label("", "heading", wrap=True)
        self.formula = label("", "quiet", wrap=True)
        self.offer = label("", "quiet", wrap=True)
        self._offer_key = key_of(acts["take-offer"])
        self.balance = label("", "quiet", wrap=True)
        self.buttons = {
            name: ActButton(acts[name], "primary" if name in _PRIMARY else "") for name, *_ in _BUTTONS
        }
        self._read = 0
        """The line that was read last by the arrows while the pane has the focus."""
        self._lay_out()
        bridge.committed.connect(self._on_committed)
        heartbeat.beat.connect(self._on_beat)
        self._show(bridge.session)
        self._on_beat(bridge.now())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say how the floor stands: the pane is one stop of Tab, its buttons are none."""
        self._read = -1
        standing = state_sentence(self._bridge.session, self._bridge.now().utc_ms)
        self.setAccessibleName(self.tr("Floor. {standing}").format(standing=standing))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows read the pane line by line, what can be done included."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        lines = self._lines()
        self._read = max(0, min(self._read + step, len(lines) - 1))
        announce(self, lines[self._read], urgent=True)

    def _lines(self) -> list[str]:
        """Return what stands in the pane from above, then its buttons that can be pressed."""
        above = (self.kind, self.name, self.about, self.clock.time, self.clock.limit, self.clock.word)
        below = (self.ledgers, self.since, self.held, self.next, self.formula, self.offer, self.balance)
        texts = [shown.text() for shown in (*above, *below) if not shown.isHidden()]
        made = [each for each in self.buttons.values() if not each.isHidden() and each.isEnabled()]
        return [text for text in texts if text] + [each.toolTip() for each in made]

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session)
        self._on_beat(self._bridge.now())

    @Slot(Moment)
    def _on_beat(self, now: Moment) -> None:
        session = self._bridge.session
        speech = shown_speech(session)
        since = floor_labels.since(session, speech, now)
        set_text(self.since, since)
        self.since.setVisible(bool(since))
        if now.utc_ms // 1000 != self._second:
            self._second = now.utc_ms // 1000
            set_text(self.offer, floor_labels.offer_text(session, now, self._offer_key))
        if speech is None:
            self.clock.clear()
            return
        self.clock.show_time(session, speech, now.utc_ms)
        set_text(self.ledgers, floor_labels.ledgers(speech, now.utc_ms))

    def _show(self, session: Session) -> None:
        speech = shown_speech(session)
        self._second = -1
        self._show_speaker(session, speech)
        self._show_held(session)
        self.motion.show_for(session)
        self.reason.show_for(session)
        self.allotment.show_for(session)
        self.raised_by.show_for(session, speech)
        self.next.setText(floor_labels.next_in_line(session))
        self.formula.setText(labels.next_formula(session))
        balance = floor_labels.balance_text(session)
        self.balance.setText(balance)
        self._name_buttons(session)

    def _show_speaker(self, session: Session, speech: Intervention | None) -> None:
        suspended = session.sitting is not None and session.sitting.suspended
        if speech is None:
            self.kind.setText(self.tr("Sitting suspended") if suspended else "")
            self.name.setText(self.tr("The floor is free"))
            self.about.setText("")
            self.ledgers.setText("")
            return
        person = session.person(speech.delegate)
        kind = "" if speech.kind is Kind.SPEECH else labels.word(speech.kind).capitalize()
        self.kind.setText(self.tr("Sitting suspended") if suspended else kind)
        origin = labels.delegation_name(session, person, labels.screen_language())
        self.name.setText(floor_labels.name(person) or origin or floor_labels.nobody_yet(session, speech))
        self.about.setText(floor_labels.about(session, speech))

    def _show_held(self, session: Session) -> None:
        """Show whose speech waits for the end of a point of order, and with how much time."""
        if session.floor is None or not session.held:
            self.held.hide()
            return
        speech = session.interventions[session.held[-1]]
        person = session.person(speech.delegate)
        origin = labels.delegation_name(session, person, labels.screen_language())
        text = self.tr("held: {who} at {left}").format(
            who=origin or person.titled_name, left=labels.clock(speech.remaining_ms(speech.watch.since_ms))
        )
        self.held.setText(text)
        self.held.show()

    def _name_buttons(self, session: Session) -> None:
        floor, suspended = session.floor, session.sitting is not None and session.sitting.suspended
        order = floor is not None and floor.kind is Kind.POINT_OF_ORDER
        paused = floor is not None and floor.watch.phase is Phase.PAUSED
        moved = session.motion is not None and not order
        for name in _RULINGS:
            self.buttons[name].setVisible(order)
        for name in _DECISIONS:
            self.buttons[name].setVisible(moved)
        for name in ("question", "chair-speaks"):
            self.buttons[name].setVisible(not moved and not order)
        self.buttons["next"].setVisible(session.sitting is not None)
        self.buttons["open-sitting"].setVisible(session.sitting is None)
        again = self.tr("Open a further sitting") if session.sittings else ""
        self.buttons["open-sitting"].say(again)
        self.buttons["next"].say(self._next_word(session))
        self.buttons["pause"].say(self.tr("Go on") if paused else self.tr("Pause"))
        self.buttons["end"].say(self.tr("End, floor free"))
        self.buttons["more-time"].say(self.tr("+30 s"))
        self.buttons["less-time"].say(self.tr("−30 s"))
        self.buttons["freeze"].say(self.tr("Resume the sitting") if suspended else self.tr("Suspend"))
        self.buttons["motion-carried"].say(self.tr("Carried"))
        self.buttons["motion-rejected"].say(self.tr("Rejected"))
        self.buttons["motion-withdrawn"].say(self.tr("Withdrawn"))
        self.buttons["question"].say(self.tr("Question"))
        self.buttons["chair-speaks"].say(self.tr("Chair speaks"))
        self.buttons["rule-noted"].say(self.tr("Noted"))
        self.buttons["rule-upheld"].say(self.tr("Upheld"))
        self.buttons["rule-dismissed"].say(self.tr("Dismissed"))

    def _next_word(self, session: Session) -> str:
        """Say whose turn F5 brings."""
        floor = session.floor
        if floor is None:
            return self.tr("Give the floor")
        if session.motion is not None:
            return self.tr("One against") if floor.kind is Kind.MOTION else self.tr("The Chair on it")
        if floor.kind is Kind.QUESTION and floor.request is None:
            return self.tr("Response")
        if floor.kind is Kind.POINT_OF_ORDER:
            return self.tr("Ruling first")
        return self.tr("End, next") if floor.interrupts is None else self.tr("Back to the speech")

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Floor"))
        grid = QGridLayout()
        grid.setSpacing(4)
        for name, row, column, span in _BUTTONS:
            grid.addWidget(self.buttons[name], row, column, 1, span)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for made in self.buttons.values():
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for shown in (self.kind, self.name, self.about):
            shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._stack_up(grid)

    def _stack_up(self, grid: QGridLayout) -> None:
        # With large letters the lowest lines may need scrolling; the clock and the keys never do.
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        around.addWidget(scrolling(page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(2)
        for above in (self.kind, self.name, self.about, self.clock):
            layout.addWidget(above)
        layout.addLayout(grid)
        # What comes and goes stands below the buttons, which must not move under the pointer.
        for under in (self.raised_by, self.motion, self.since, self.reason, self.allotment, self.held):
            layout.addWidget(under)
        layout.addWidget(self.ledgers)
        layout.addStretch(1)
        for last in (self.next, self.formula, self.offer, self.balance):
            layout.addWidget(last)
