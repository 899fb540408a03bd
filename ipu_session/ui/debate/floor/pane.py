"""The floor pane: current speaker, remaining time, available commands, next speaker."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.queries.hall_view import displayed_speech
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.accessibility.announcer import describe_state
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.floor import floor_labels
from ipu_session.ui.debate.floor.clock_face import ClockFace
from ipu_session.ui.debate.floor.inline_forms import AllotmentForm, MotionForm, SuspensionReasonLine
from ipu_session.ui.debate.floor.raised_by import RaisedByLine
from ipu_session.ui.keyboard.alternative_keys import first_key_text
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import announce
from ipu_session.ui.widgets.command_button import CommandButton
from ipu_session.ui.widgets.factories import make_label, make_scroll_area, set_text_if_changed
from ipu_session.ui.widgets.text.fixed_height_label import FixedHeightLabel

_BUTTON_GRID = (
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
_PRIMARY_BUTTONS = frozenset({"next", "open-sitting"})
_RULING_BUTTONS = ("rule-noted", "rule-upheld", "rule-dismissed")
_DECISION_BUTTONS = ("motion-carried", "motion-rejected", "motion-withdrawn")


class FloorPane(QFrame):
    """The middle pane of the Debate workspace, a single tab stop."""

    def __init__(
        self, bridge: SessionBridge, ticker: DisplayTicker, actions: dict[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self._shown_second = -1
        """The second (UTC) for which the limit proposal is shown."""
        self.kind_label = FixedHeightLabel("warning")
        self.name_label = FixedHeightLabel("name", wrap=True)
        self.description_label = FixedHeightLabel("quiet", 2, wrap=True)
        self.clock = ClockFace()
        self.time_account_label = make_label("", "quiet", wrap=True)
        self.held_label = make_label("", "warning", wrap=True)
        self.raised_by = RaisedByLine(bridge)
        self.motion_form = MotionForm(bridge)
        self.reason_line = SuspensionReasonLine(bridge)
        self.allotment_form = AllotmentForm(bridge)
        self.since_label = make_label("", "warning", wrap=True)
        self.next_label = make_label("", "heading", wrap=True)
        self.formula_label = make_label("", "quiet", wrap=True)
        self.limit_proposal_label = make_label("", "quiet", wrap=True)
        self._proposal_shortcut = first_key_text(actions["take-offer"])
        self.balance_label = make_label("", "quiet", wrap=True)
        self.buttons = {
            name: CommandButton(actions[name], "primary" if name in _PRIMARY_BUTTONS else "")
            for name, *_ in _BUTTON_GRID
        }
        self._read_line = 0
        """Index in `_readable_lines()` of the line announced last; -1 when the pane gets the focus."""
        self._build_ui()
        bridge.committed.connect(self._on_committed)
        ticker.ticked.connect(self._on_tick)
        self._refresh(bridge.session)
        self._on_tick(bridge.now())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make the state of the floor the accessible name, which screen readers read: the buttons take no focus."""
        self._read_line = -1
        state = describe_state(self._bridge.session, self._bridge.now().utc_ms)
        self.setAccessibleName(self.tr("Floor. {standing}").format(standing=state))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Down and Up, announce the next or previous of `_readable_lines()`."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        lines = self._readable_lines()
        self._read_line = max(0, min(self._read_line + step, len(lines) - 1))
        announce(self, lines[self._read_line], urgent=True)

    def _readable_lines(self) -> list[str]:
        """Return the texts of the visible labels, then the tooltips of the enabled buttons."""
        upper_labels = (
            self.kind_label,
            self.name_label,
            self.description_label,
            self.clock.time_label,
            self.clock.limit_label,
            self.clock.signal_label,
        )
        lower_labels = (
            self.time_account_label,
            self.since_label,
            self.held_label,
            self.next_label,
            self.formula_label,
            self.limit_proposal_label,
            self.balance_label,
        )
        texts = [label.text() for label in (*upper_labels, *lower_labels) if not label.isHidden()]
        buttons = [button for button in self.buttons.values() if not button.isHidden() and button.isEnabled()]
        return [text for text in texts if text] + [button.toolTip() for button in buttons]

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session)
        self._on_tick(self._bridge.now())

    @Slot(Timestamp)
    def _on_tick(self, now: Timestamp) -> None:
        session = self._bridge.session
        speech = displayed_speech(session)
        since = floor_labels.format_stopped_since(session, speech, now)
        set_text_if_changed(self.since_label, since)
        self.since_label.setVisible(bool(since))
        if now.utc_ms // 1000 != self._shown_second:
            self._shown_second = now.utc_ms // 1000
            set_text_if_changed(
                self.limit_proposal_label, floor_labels.limit_proposal_text(session, now, self._proposal_shortcut)
            )
        if speech is None:
            self.clock.clear()
            return
        self.clock.show_time(session, speech, now.utc_ms)
        set_text_if_changed(self.time_account_label, floor_labels.format_time_account(speech, now.utc_ms))

    def _refresh(self, session: Session) -> None:
        speech = displayed_speech(session)
        self._shown_second = -1
        self._refresh_speaker(session, speech)
        self._refresh_held(session)
        self.motion_form.refresh(session)
        self.reason_line.refresh(session)
        self.allotment_form.refresh(session)
        self.raised_by.refresh(session, speech)
        self.next_label.setText(floor_labels.next_speaker_label(session))
        self.formula_label.setText(labels.next_calling_formula(session))
        balance = floor_labels.balance_text(session)
        self.balance_label.setText(balance)
        self._refresh_buttons(session)

    def _refresh_speaker(self, session: Session, speech: Intervention | None) -> None:
        suspended = session.sitting is not None and session.sitting.is_suspended
        if speech is None:
            self.kind_label.setText(self.tr("Sitting suspended") if suspended else "")
            self.name_label.setText(self.tr("The floor is free"))
            self.description_label.setText("")
            self.time_account_label.setText("")
            return
        person = session.person(speech.delegate)
        kind = "" if speech.kind is Kind.SPEECH else labels.enum_label(speech.kind).capitalize()
        self.kind_label.setText(self.tr("Sitting suspended") if suspended else kind)
        origin = labels.delegation_name(session, person, labels.screen_language())
        self.name_label.setText(
            floor_labels.speaker_name(person) or origin or floor_labels.unnamed_speaker_label(session, speech)
        )
        self.description_label.setText(floor_labels.speaker_description(session, speech))

    def _refresh_held(self, session: Session) -> None:
        """Show which intervention is interrupted by the one on the floor, and the remaining time of the former."""
        if session.floor is None or not session.held:
            self.held_label.hide()
            return
        speech = session.interventions[session.held[-1]]
        person = session.person(speech.delegate)
        origin = labels.delegation_name(session, person, labels.screen_language())
        text = self.tr("held: {who} at {left}").format(
            who=origin or person.titled_name,
            left=labels.format_countdown(speech.remaining_ms(speech.stopwatch.since_ms)),
        )
        self.held_label.setText(text)
        self.held_label.show()

    def _refresh_buttons(self, session: Session) -> None:
        floor, is_suspended = session.floor, session.sitting is not None and session.sitting.is_suspended
        is_point_of_order = floor is not None and floor.kind is Kind.POINT_OF_ORDER
        is_paused = floor is not None and floor.stopwatch.phase is Phase.PAUSED
        is_motion_pending = session.pending_motion is not None and not is_point_of_order
        for name in _RULING_BUTTONS:
            self.buttons[name].setVisible(is_point_of_order)
        for name in _DECISION_BUTTONS:
            self.buttons[name].setVisible(is_motion_pending)
        for name in ("question", "chair-speaks"):
            self.buttons[name].setVisible(not is_motion_pending and not is_point_of_order)
        self.buttons["next"].setVisible(session.sitting is not None)
        self.buttons["open-sitting"].setVisible(session.sitting is None)
        open_text = self.tr("Open a further sitting") if session.sittings else ""
        self.buttons["open-sitting"].set_short_text(open_text)
        self.buttons["next"].set_short_text(self._next_button_text(session))
        self.buttons["pause"].set_short_text(self.tr("Go on") if is_paused else self.tr("Pause"))
        self.buttons["end"].set_short_text(self.tr("End, floor free"))
        self.buttons["more-time"].set_short_text(self.tr("+30 s"))
        self.buttons["less-time"].set_short_text(self.tr("−30 s"))
        self.buttons["freeze"].set_short_text(self.tr("Resume the sitting") if is_suspended else self.tr("Suspend"))
        self.buttons["motion-carried"].set_short_text(self.tr("Carried"))
        self.buttons["motion-rejected"].set_short_text(self.tr("Rejected"))
        self.buttons["motion-withdrawn"].set_short_text(self.tr("Withdrawn"))
        self.buttons["question"].set_short_text(self.tr("Question"))
        self.buttons["chair-speaks"].set_short_text(self.tr("Chair speaks"))
        self.buttons["rule-noted"].set_short_text(self.tr("Noted"))
        self.buttons["rule-upheld"].set_short_text(self.tr("Upheld"))
        self.buttons["rule-dismissed"].set_short_text(self.tr("Dismissed"))

    def _next_button_text(self, session: Session) -> str:
        """Return the text of the button *next* (F5): what the command would do now."""
        floor = session.floor
        if floor is None:
            return self.tr("Give the floor")
        if session.pending_motion is not None:
            return self.tr("One against") if floor.kind is Kind.MOTION else self.tr("The Chair on it")
        if floor.kind is Kind.QUESTION and floor.request is None:
            return self.tr("Response")
        if floor.kind is Kind.POINT_OF_ORDER:
            return self.tr("Ruling first")
        return self.tr("End, next") if floor.interrupts is None else self.tr("Back to the speech")

    def _build_ui(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Floor"))
        grid = QGridLayout()
        grid.setSpacing(4)
        for name, row, column, span in _BUTTON_GRID:
            grid.addWidget(self.buttons[name], row, column, 1, span)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for label in (self.kind_label, self.name_label, self.description_label):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._build_column(grid)

    def _build_column(self, grid: QGridLayout) -> None:
        # The pane scrolls: with large fonts, the lowest lines may be out of view, but not the clock and the buttons.
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        outer.addWidget(make_scroll_area(page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(2)
        for upper_widget in (self.kind_label, self.name_label, self.description_label, self.clock):
            layout.addWidget(upper_widget)
        layout.addLayout(grid)
        # Widgets that are not always visible are below the buttons, so that these do not move under the pointer.
        for optional_widget in (
            self.raised_by,
            self.motion_form,
            self.since_label,
            self.reason_line,
            self.allotment_form,
            self.held_label,
        ):
            layout.addWidget(optional_widget)
        layout.addWidget(self.time_account_label)
        layout.addStretch(1)
        for bottom_label in (self.next_label, self.formula_label, self.limit_proposal_label, self.balance_label):
            layout.addWidget(bottom_label)
