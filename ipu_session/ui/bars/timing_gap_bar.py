"""Bar with the question whether a timing gap counts, after a crash, sleep or clock change (docs/rules.md#f8)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ipu_session.domain.events import GapFound
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import TimingGap, TimingGapCause
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.keyboard.alternative_keys import first_key_text
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.command_button import CommandButton
from ipu_session.ui.widgets.escape_filter import EscapeFilter
from ipu_session.ui.widgets.responsive_bar import ResponsiveBar


class TimingGapBar(ResponsiveBar):
    """Visible while the user has not decided on a timing gap; until then an interval counts as speaking time."""

    interruption_reported = Signal(str)
    """Carries the sentence about a timing gap in which no intervention's clock was running: there is no question."""

    def __init__(self, bridge: SessionBridge, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        self._count_action, self._exclude_action = actions["gap-counts"], actions["gap-left-out"]
        self.count_button = CommandButton(self._count_action)
        self.exclude_button = CommandButton(self._exclude_action)
        super().__init__("warning", (self.count_button, self.exclude_button), parent)
        self._bridge = bridge
        EscapeFilter(self, self._explain_escape)
        bridge.committed.connect(self._on_committed)
        self._refresh(bridge.session)

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session)
        gaps = [gap for gap in committed.session.gaps if gap.counted and gap.intervention is None]
        if gaps and any(isinstance(event, GapFound) for event in committed.events):
            self.interruption_reported.emit(self._describe_interruption(committed.session, gaps[-1]))

    def _explain_escape(self) -> None:
        """Show which keys answer the question, as Escape does not; the next Escape goes to the focused widget."""
        sentence = self.tr("The gap counts until it is answered: {counts} or {left_out}.")
        self._bridge.action_unavailable.emit(
            sentence.format(counts=first_key_text(self._count_action), left_out=first_key_text(self._exclude_action))
        )

    def _refresh(self, session: Session) -> None:
        gap = session.unresolved_gap
        self.setVisible(gap is not None)
        if gap is None:
            return
        self.message_label.setText(self._format_text(session, gap))
        step = gap.cause is TimingGapCause.CLOCK_SET
        self.count_button.set_short_text(self.tr("Take the new time over") if step else self.tr("It counts"))
        self.exclude_button.set_short_text(self.tr("Keep the debate's clock") if step else self.tr("It does not count"))

    def _format_text(self, session: Session, gap: TimingGap) -> str:
        if gap.cause is TimingGapCause.CLOCK_SET:
            return self._describe_interruption(session, gap)
        figures = self.tr("The speaker's time was {spoken} with the gap, {other} without it.")
        spoken, other = (labels.format_minutes_seconds(gap.spoken_ms), labels.format_minutes_seconds(gap.other_ms))
        return f"{self._describe_interruption(session, gap)} {figures.format(spoken=spoken, other=other)}"

    def _describe_interruption(self, session: Session, gap: TimingGap) -> str:
        now = self._bridge.now()
        start, end = (venue_time.format_day_and_time(session, ms, now, seconds=True) for ms in (gap.from_ms, gap.to_ms))
        if gap.cause is TimingGapCause.CLOCK_SET:
            text = self.tr(
                "The machine's clock was set from {start} to {end}. The debate's clock goes on as before;"
                " no speaker's time is touched."
            )
            return text.format(start=start, end=end)
        template = {
            TimingGapCause.KILLED: self.tr("The program ended without warning; nobody watched from {start} to {end}."),
            TimingGapCause.CLOSED: self.tr("The program was closed from {start} to {end}, with the clock running."),
            TimingGapCause.SLEPT: self.tr("The machine slept from {start} to {end}."),
            TimingGapCause.STALLED: self.tr("The program stood still from {start} to {end}."),
        }[gap.cause]
        return template.format(start=start, end=end)
