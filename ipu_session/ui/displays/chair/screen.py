"""The chair's screen: what to read out, who follows, whether it will end in time (product.md, H2)."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.chair_hints import reminders
from ipu_session.domain.queries.forecast import forecast_end_ms, offer
from ipu_session.domain.queries.hall_view import face, shown_speech
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.ticker import Heartbeat
from ipu_session.ui.displays.chair import chair_labels
from ipu_session.ui.displays.display_messages import SignBoard
from ipu_session.ui.displays.display_window import DisplayWindow
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import label, set_role, set_text

_FOLLOWING = 2
_REMINDERS = 5
_SHARES = {"formula": 0.06, "speaker": 0.055, "clock": 0.17, "state": 0.042, "line": 0.037}
"""Heights of letters as shares of the window's height."""


class ChairScreen(DisplayWindow):
    """Read only: the chair touches nothing."""

    def __init__(self, bridge: Bridge, heartbeat: Heartbeat, board: SignBoard) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Chair's screen"))
        self.setMinimumSize(480, 320)
        self._bridge = bridge
        self._board = board
        self._second = -1
        self.formula = label("", wrap=True)
        self.next = label("", wrap=True)
        self.speaker = label("", wrap=True)
        self.kind = label("", "quiet")
        self.clock = label("")
        self.state = label("")
        self.forecast = label("", wrap=True)
        self.balance = label("", wrap=True)
        self.reminders = label("", wrap=True)
        self.message = label("", "warning", wrap=True)
        self._lay_out()
        bridge.committed.connect(self._on_committed)
        heartbeat.beat.connect(self._on_beat)
        board.changed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the letters grow with the window."""
        super().resizeEvent(event)
        sizes = {
            self.formula: "formula",
            self.speaker: "speaker",
            self.clock: "clock",
            self.state: "state",
        }
        # A tall, narrow window gets no larger letters than a wide one.
        high = min(self.height(), round(self.width() * 9 / 16))
        for shown in self.findChildren(QLabel):
            pixels = max(10, round(high * _SHARES[sizes.get(shown, "line")]))
            weight = 600 if shown in sizes else 400
            shown.setStyleSheet(f"font-size: {pixels}px; font-weight: {weight};")

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show()

    @Slot()
    def _show(self) -> None:
        self._second = -1
        self._on_beat(self._bridge.now())

    @Slot(Moment)
    def _on_beat(self, now: Moment) -> None:
        session = self._bridge.session
        self._show_clock(session, now)
        if now.utc_ms // 1000 == self._second:
            return
        self._second = now.utc_ms // 1000
        set_text(self.formula, self._formula(session))
        set_text(self.next, self._following(session))
        set_text(self.forecast, self._forecast(session, now))
        set_text(self.balance, "\n".join(chair_labels.balance_lines(session, now.utc_ms)))
        hints = reminders(session, now.utc_ms, self._bridge.notebook.untouched)
        told = [chair_labels.reminder_line(session, each) for each in hints[:_REMINDERS]]
        set_text(self.reminders, "\n".join(f"• {line}" for line in told))
        signs = self._board.signs
        shown = [
            signs.to_speaker,
            signs.message,
            self.tr("The hall display is dark.") if signs.blackout else "",
        ]
        set_text(self.message, " · ".join(text for text in shown if text))

    def _show_clock(self, session: Session, now: Moment) -> None:
        speech = shown_speech(session)
        suspended = session.sitting is not None and session.sitting.suspended
        if speech is None:
            set_text(
                self.speaker, self.tr("Sitting suspended") if suspended else self.tr("The floor is free")
            )
            for empty in (self.clock, self.state, self.kind):
                set_text(empty, "")
            return
        shown = face(session, speech, now.utc_ms)
        who = labels.origin_and_name(session, session.person(speech.delegate))
        kind = labels.word(speech.kind)
        set_text(self.speaker, self.tr("Sitting suspended") if suspended else who or kind)
        set_text(self.kind, kind if who and speech.kind is not Kind.SPEECH else "")
        set_text(self.clock, labels.face(shown))
        set_text(self.state, f"{labels.SHAPES[shown.light]} {labels.word(shown.light)}")
        for widget in (self.clock, self.state):
            set_role(widget, labels.ROLES[shown.light])

    def _formula(self, session: Session) -> str:
        """Return what to read out: to the next while the floor is free, else to whoever follows."""
        if not session.queue:
            return self.tr("Nobody is waiting.")
        return labels.next_formula(session)

    def _following(self, session: Session) -> str:
        people = [session.person(session.requests[n].delegate) for n in session.next_up[1 : _FOLLOWING + 1]]
        names = " · ".join(labels.origin_and_name(session, person) for person in people)
        return self.tr("then: {names}").format(names=names) if names else ""

    def _forecast(self, session: Session, now: Moment) -> str:
        end_ms = forecast_end_ms(session, now.utc_ms)
        if end_ms is None:
            return self.tr("No sitting is open.")
        time, end = venue_time.time_now(session, now), venue_time.time_now(session, now, end_ms)
        waiting = len(session.queue)
        planned = session.details.planned_end
        text = self.tr("{time} · {waiting} waiting · ends at this pace {end}").format(
            time=time, waiting=waiting, end=end
        )
        found = offer(session, now.utc_ms)
        if found is None or found.fits:
            return text
        if found.each_ms is None:
            more = self.tr("not all can be heard by {planned}").format(planned=planned)
        else:
            each = labels.duration(found.each_ms)
            more = self.tr("by {planned} if each has {each}").format(planned=planned, each=each)
        return f"{text}\n{more}"

    def _lay_out(self) -> None:
        start = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        grid = QGridLayout()
        grid.setVerticalSpacing(10)
        grid.setHorizontalSpacing(30)
        grid.addWidget(self.speaker, 0, 0)
        grid.addWidget(self.clock, 0, 1, 2, 1)
        grid.addWidget(self.kind, 1, 0)
        grid.addWidget(self.state, 2, 1)
        grid.addWidget(self._card(), 3, 0, 1, 2)
        grid.addWidget(self.forecast, 4, 0)
        grid.addWidget(self.reminders, 4, 1, 2, 1)
        grid.addWidget(self.balance, 5, 0)
        grid.addWidget(self.message, 6, 0, 1, 2)
        grid.setColumnStretch(0, 11)
        grid.setColumnStretch(1, 9)
        grid.setRowStretch(5, 1)
        for shown in (self.speaker, self.kind, self.forecast, self.balance, self.reminders):
            shown.setAlignment(start)
        for shown in (self.clock, self.state):
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addLayout(grid)

    def _card(self) -> QFrame:
        """What to read out, set apart from the rest."""
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(self.formula)
        inside.addWidget(self.next)
        return card
