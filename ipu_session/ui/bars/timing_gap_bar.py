"""A quiet bar after an accident of the machine: what happened, and both answers (product.md, F8)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ipu_session.domain.events import GapFound
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import Gap, GapCause
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.keyboard.alternative_keys import key_of
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.command_button import ActButton
from ipu_session.ui.widgets.escape_filter import EscapeAnswer
from ipu_session.ui.widgets.responsive_bar import Bar


class GapBar(Bar):
    """Shown while nobody has said whether a gap counts; until then it does."""

    said_only = Signal(str)
    """What happened while no clock was running: there is nothing to ask."""

    def __init__(self, bridge: Bridge, acts: dict[str, QAction], parent: QWidget | None = None) -> None:
        self._counts, self._left_out = acts["gap-counts"], acts["gap-left-out"]
        self.counts = ActButton(self._counts)
        self.left_out = ActButton(self._left_out)
        super().__init__("warning", (self.counts, self.left_out), parent)
        self._bridge = bridge
        EscapeAnswer(self, self._stay)
        bridge.committed.connect(self._on_committed)
        self._show(bridge.session)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session)
        happened = [gap for gap in committed.session.gaps if gap.counted and gap.intervention is None]
        if happened and any(isinstance(event, GapFound) for event in committed.events):
            self.said_only.emit(self._happened(committed.session, happened[-1]))

    def _stay(self) -> None:
        """Say that Escape is no answer; the next one is the field's again."""
        said = self.tr("The gap counts until it is answered: {counts} or {left_out}.")
        self._bridge.unable.emit(said.format(counts=key_of(self._counts), left_out=key_of(self._left_out)))

    def _show(self, session: Session) -> None:
        gap = session.open_gap
        self.setVisible(gap is not None)
        if gap is None:
            return
        self.said.setText(self._text(session, gap))
        step = gap.cause is GapCause.CLOCK_SET
        self.counts.say(self.tr("Take the new time over") if step else self.tr("It counts"))
        self.left_out.say(self.tr("Keep the debate's clock") if step else self.tr("It does not count"))

    def _text(self, session: Session, gap: Gap) -> str:
        if gap.cause is GapCause.CLOCK_SET:
            return self._happened(session, gap)
        figures = self.tr("The speaker's time was {spoken} with the gap, {other} without it.")
        spoken, other = labels.duration(gap.spoken_ms), labels.duration(gap.other_ms)
        return f"{self._happened(session, gap)} {figures.format(spoken=spoken, other=other)}"

    def _happened(self, session: Session, gap: Gap) -> str:
        now = self._bridge.now()
        start, end = (
            venue_time.day_and_time(session, ms, now, seconds=True) for ms in (gap.from_ms, gap.to_ms)
        )
        if gap.cause is GapCause.CLOCK_SET:
            text = self.tr(
                "The machine's clock was set from {start} to {end}. The debate's clock goes on as before;"
                " no speaker's time is touched."
            )
            return text.format(start=start, end=end)
        happened = {
            GapCause.KILLED: self.tr(
                "The program ended without warning; nobody watched from {start} to {end}."
            ),
            GapCause.CLOSED: self.tr("The program was closed from {start} to {end}, with the clock running."),
            GapCause.SLEPT: self.tr("The machine slept from {start} to {end}."),
            GapCause.STALLED: self.tr("The program stood still from {start} to {end}."),
        }[gap.cause]
        return happened.format(start=start, end=end)
