"""Rings once when a speaker's time is up, and twice when the grace is (product.md, F5)."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ipu_session.domain.model.ids import Moment
from ipu_session.domain.queries.time_signal import Light, light, strokes
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.ticker import Heartbeat


class BellRinger(QObject):
    """Watches the light of whoever has the floor."""

    said = Signal(str)

    def __init__(
        self, bridge: Bridge, heartbeat: Heartbeat, ring: Callable[[int], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.wanted = True
        self._bridge = bridge
        self._ring = ring
        self._speech: int | None = None
        self._light: Light | None = None
        self._silent = False
        heartbeat.beat.connect(self._on_beat)

    @Slot(Moment)
    def _on_beat(self, now: Moment) -> None:
        session = self._bridge.session
        floor = session.floor
        before = self._light if floor is not None and floor.id == self._speech else None
        self._speech = None if floor is None else floor.id
        self._light = None if floor is None else light(session.rules, floor, now.utc_ms)
        count = 0 if self._light is None else strokes(before, self._light)
        if count and self.wanted and not self._ring(count) and not self._silent:
            self._silent = True
            self.said.emit(
                self.tr("There is no sound on this machine: the bell is silent, the light is not.")
            )
