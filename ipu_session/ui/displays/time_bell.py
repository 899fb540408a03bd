"""Bell: one stroke when a speaker's time is up, two when the grace period is over (docs/rules.md#f5)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.queries.time_signal import TimeSignal, bell_strokes, time_signal
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge


class TimeBell(QObject):
    """Rings when the time of the intervention on the floor is up, and when the grace period is over.

    ``ring`` takes the number of strokes and returns False if the machine has no sound, which is reported only once.
    """

    message = Signal(str)

    def __init__(
        self, bridge: SessionBridge, ticker: DisplayTicker, ring: Callable[[int], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.is_enabled = True
        self._bridge = bridge
        self._ring = ring
        self._speech_id: int | None = None
        self._time_signal: TimeSignal | None = None
        self._has_warned = False
        ticker.ticked.connect(self._on_tick)

    @Slot(Timestamp)
    def _on_tick(self, now: Timestamp) -> None:
        session = self._bridge.session
        floor = session.floor
        before = self._time_signal if floor is not None and floor.id == self._speech_id else None
        self._speech_id = None if floor is None else floor.id
        self._time_signal = None if floor is None else time_signal(session.rules, floor, now.utc_ms)
        count = 0 if self._time_signal is None else bell_strokes(before, self._time_signal)
        if count and self.is_enabled and not self._ring(count) and not self._has_warned:
            self._has_warned = True
            self.message.emit(self.tr("There is no sound on this machine: the bell is silent, the light is not."))
