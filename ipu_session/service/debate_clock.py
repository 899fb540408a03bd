"""The debate's clock: the machine's, moved by what was taken over or refused when somebody set that."""

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import accepted_clock_shift_ms
from ipu_session.service.ports import Clock


class DebateClock:
    """Goes on by the machine's clock that never jumps; it is put to another time by this class alone."""

    def __init__(self, machine: Clock, session: Session) -> None:
        self._machine_clock = machine
        self._offset_ms = 0
        """How far it is from the machine's clock, which was read from the wall when the program started."""
        self._accepted_offset_ms = accepted_clock_shift_ms(session.gaps)

    def now(self) -> Timestamp:
        """The time by the debate's clock."""
        machine = self._machine_clock.now()
        return Timestamp(machine.utc_ms + self._offset_ms, machine.offset_min)

    def set_to(self, now_ms: int) -> None:
        """Say that it is ``now_ms`` (UTC)."""
        self._offset_ms = now_ms - self._machine_clock.now().utc_ms

    def shift(self, step_ms: int) -> None:
        """Move it by a step that nobody has to be asked about: no sitting is open."""
        self._offset_ms += step_ms

    def apply(self, session: Session) -> None:
        """Move with the record: a new time that is taken over, or taken over no more.

        While no sitting is open it is the machine's anyway: answering then moves it nowhere else.
        """
        before_ms, self._accepted_offset_ms = self._accepted_offset_ms, accepted_clock_shift_ms(session.gaps)
        if self._accepted_offset_ms == before_ms:
            return
        if session.sitting is None:
            self.set_to(self._machine_clock.readings().wall_ms)
        else:
            self._offset_ms += self._accepted_offset_ms - before_ms
