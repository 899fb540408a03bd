"""The debate's clock: the machine's clock plus an offset, so that a wall clock that is set does not move it."""

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import accepted_clock_shift_ms
from ipu_session.service.ports import Clock


class DebateClock:
    """Advances with the machine's clock, which never jumps; only this class changes the offset."""

    def __init__(self, machine: Clock, session: Session) -> None:
        self._machine_clock = machine
        self._offset_ms = 0
        """Difference from the machine's clock, which was anchored to the wall clock at the start of the program."""
        self._accepted_offset_ms = accepted_clock_shift_ms(session.gaps)

    def now(self) -> Timestamp:
        """Return the time by the debate's clock."""
        machine = self._machine_clock.now()
        return Timestamp(machine.utc_ms + self._offset_ms, machine.offset_min)

    def set_to(self, now_ms: int) -> None:
        """Set the debate's clock to ``now_ms`` (UTC)."""
        self._offset_ms = now_ms - self._machine_clock.now().utc_ms

    def shift(self, step_ms: int) -> None:
        """Move the clock by ``step_ms``: for a machine's clock that was set while no sitting is open."""
        self._offset_ms += step_ms

    def apply(self, session: Session) -> None:
        """Move the clock if the user accepted the time of a machine's clock that was set, or if that answer was undone.

        If no sitting is open, the debate's clock is set to the wall clock instead.
        """
        before_ms, self._accepted_offset_ms = self._accepted_offset_ms, accepted_clock_shift_ms(session.gaps)
        if self._accepted_offset_ms == before_ms:
            return
        if session.sitting is None:
            self.set_to(self._machine_clock.readings().wall_ms)
        else:
            self._offset_ms += self._accepted_offset_ms - before_ms
