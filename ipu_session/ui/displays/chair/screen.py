"""The chair's screen: calling formula, next speakers, clock, forecast, balance, reminders (docs/rules.md#h2)."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.chair_hints import find_chair_hints
from ipu_session.domain.queries.forecast import forecast_end_ms, propose_limit
from ipu_session.domain.queries.hall_view import clock_view, displayed_speech
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.displays.chair import chair_labels
from ipu_session.ui.displays.display_messages import DisplayMessages
from ipu_session.ui.displays.display_window import DisplayWindow
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import make_label, set_role, set_text_if_changed

_MAX_FOLLOWING = 2
_MAX_REMINDERS = 5
_FONT_HEIGHT_SHARES = {"formula": 0.06, "speaker": 0.055, "clock": 0.17, "state": 0.042, "line": 0.037}
"""Font height as a share of the window height."""


class ChairScreen(DisplayWindow):
    """Read-only display for the Chair, updated after each commit and on each tick."""

    def __init__(self, bridge: SessionBridge, ticker: DisplayTicker, display_messages: DisplayMessages) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Chair's screen"))
        self.setMinimumSize(480, 320)
        self._bridge = bridge
        self._display_messages = display_messages
        self._shown_second = -1
        self.formula = make_label("", wrap=True)
        self.following = make_label("", wrap=True)
        self.speaker = make_label("", wrap=True)
        self.kind = make_label("", "quiet")
        self.clock = make_label("")
        self.state = make_label("")
        self.forecast = make_label("", wrap=True)
        self.balance = make_label("", wrap=True)
        self.reminders = make_label("", wrap=True)
        self.message = make_label("", "warning", wrap=True)
        self._build_ui()
        bridge.committed.connect(self._on_committed)
        ticker.ticked.connect(self._on_tick)
        display_messages.messages_changed.connect(self._refresh)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the fonts with the height of the window."""
        super().resizeEvent(event)
        sizes = {self.formula: "formula", self.speaker: "speaker", self.clock: "clock", self.state: "state"}
        # In a window narrower than 16:9, scale by the width.
        height = min(self.height(), round(self.width() * 9 / 16))
        for label in self.findChildren(QLabel):
            pixels = max(10, round(height * _FONT_HEIGHT_SHARES[sizes.get(label, "line")]))
            weight = 600 if label in sizes else 400
            label.setStyleSheet(f"font-size: {pixels}px; font-weight: {weight};")

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._shown_second = -1
        self._on_tick(self._bridge.now())

    @Slot(Timestamp)
    def _on_tick(self, now: Timestamp) -> None:
        session = self._bridge.session
        self._show_clock(session, now)
        if now.utc_ms // 1000 == self._shown_second:
            return
        self._shown_second = now.utc_ms // 1000
        set_text_if_changed(self.formula, self._formula_text(session))
        set_text_if_changed(self.following, self._following_text(session))
        set_text_if_changed(self.forecast, self._forecast_text(session, now))
        set_text_if_changed(self.balance, "\n".join(chair_labels.format_balance(session, now.utc_ms)))
        hints = find_chair_hints(session, now.utc_ms, self._bridge.notes_projection.themes_without_notes)
        reminders = [chair_labels.format_reminder(session, hint) for hint in hints[:_MAX_REMINDERS]]
        set_text_if_changed(self.reminders, "\n".join(f"• {reminder}" for reminder in reminders))
        display_messages = self._display_messages.messages
        messages = [
            display_messages.message_to_speaker,
            display_messages.message,
            self.tr("The hall display is dark.") if display_messages.is_blackout else "",
        ]
        set_text_if_changed(self.message, " · ".join(text for text in messages if text))

    def _show_clock(self, session: Session, now: Timestamp) -> None:
        speech = displayed_speech(session)
        suspended = session.sitting is not None and session.sitting.is_suspended
        if speech is None:
            set_text_if_changed(
                self.speaker, self.tr("Sitting suspended") if suspended else self.tr("The floor is free")
            )
            for empty in (self.clock, self.state, self.kind):
                set_text_if_changed(empty, "")
            return
        view = clock_view(session, speech, now.utc_ms)
        speaker = labels.delegation_and_name(session, session.person(speech.delegate))
        kind = labels.enum_label(speech.kind)
        set_text_if_changed(self.speaker, self.tr("Sitting suspended") if suspended else speaker or kind)
        set_text_if_changed(self.kind, kind if speaker and speech.kind is not Kind.SPEECH else "")
        set_text_if_changed(self.clock, labels.format_clock(view))
        set_text_if_changed(self.state, f"{labels.SIGNAL_SHAPES[view.signal]} {labels.enum_label(view.signal)}")
        for widget in (self.clock, self.state):
            set_role(widget, labels.SIGNAL_ROLES[view.signal])

    def _formula_text(self, session: Session) -> str:
        """Return the calling formula of the next speaker, or a sentence that nobody is waiting."""
        if not session.queue:
            return self.tr("Nobody is waiting.")
        return labels.next_calling_formula(session)

    def _following_text(self, session: Session) -> str:
        people = [
            session.person(session.requests[request].delegate)
            for request in session.calling_order[1 : _MAX_FOLLOWING + 1]
        ]
        names = " · ".join(labels.delegation_and_name(session, person) for person in people)
        return self.tr("then: {names}").format(names=names) if names else ""

    def _forecast_text(self, session: Session, now: Timestamp) -> str:
        end_ms = forecast_end_ms(session, now.utc_ms)
        if end_ms is None:
            return self.tr("No sitting is open.")
        time, end = venue_time.format_time_now(session, now), venue_time.format_time_now(session, now, end_ms)
        waiting = len(session.queue)
        planned = session.details.planned_end
        text = self.tr("{time} · {waiting} waiting · ends at this pace {end}").format(
            time=time, waiting=waiting, end=end
        )
        proposal = propose_limit(session, now.utc_ms)
        if proposal is None or proposal.is_already_met:
            return text
        if proposal.each_ms is None:
            more = self.tr("not all can be heard by {planned}").format(planned=planned)
        else:
            limit = labels.format_minutes_seconds(proposal.each_ms)
            more = self.tr("by {planned} if each has {each}").format(planned=planned, each=limit)
        return f"{text}\n{more}"

    def _build_ui(self) -> None:
        start = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(30)
        grid.addWidget(self.speaker, 0, 0)
        grid.addWidget(self.clock, 0, 1, 2, 1)
        grid.addWidget(self.kind, 1, 0)
        grid.addWidget(self.state, 2, 1)
        grid.addWidget(self._make_card(), 3, 0, 1, 2)
        grid.addWidget(self.forecast, 4, 0)
        grid.addWidget(self.reminders, 4, 1, 2, 1)
        grid.addWidget(self.balance, 5, 0)
        grid.addWidget(self.message, 6, 0, 1, 2)
        grid.setColumnStretch(0, 11)
        grid.setColumnStretch(1, 9)
        grid.setRowStretch(5, 1)
        for label in (self.speaker, self.kind, self.forecast, self.balance, self.reminders):
            label.setAlignment(start)
        for label in (self.clock, self.state):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addLayout(grid)

    def _make_card(self) -> QFrame:
        """Return a frame with the calling formula of the next speaker and the names of the two after that."""
        card = QFrame()
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.addWidget(self.formula)
        layout.addWidget(self.following)
        return card
