"""The debate's clock: the machine's, moved by what was taken over or refused when somebody set that."""

from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import taken_over_ms
from ipu_session.service.ports import Clock


class DebateClock:
    """Goes on by the machine's clock that never jumps; it is put to another time by this class alone."""

    def __init__(self, machine: Clock, session: Session) -> None:
        self._machine = machine
        self._ahead_ms = 0
        """How far it is from the machine's clock, which was read from the wall when the program started."""
        self._taken_over_ms = taken_over_ms(session.gaps)

    def now(self) -> Moment:
        """The time by the debate's clock."""
        machine = self._machine.now()
        return Moment(machine.utc_ms + self._ahead_ms, machine.offset_min)

    def put_to(self, now_ms: int) -> None:
        """Say that it is ``now_ms`` (UTC)."""
        self._ahead_ms = now_ms - self._machine.now().utc_ms

    def move(self, step_ms: int) -> None:
        """Move it by a step that nobody has to be asked about: no sitting is open."""
        self._ahead_ms += step_ms

    def follow(self, session: Session) -> None:
        """Move with the record: a new time that is taken over, or taken over no more.

        While no sitting is open it is the machine's anyway: answering then moves it nowhere else.
        """
        before_ms, self._taken_over_ms = self._taken_over_ms, taken_over_ms(session.gaps)
        if self._taken_over_ms == before_ms:
            return
        if session.sitting is None:
            self.put_to(self._machine.readings().wall_ms)
        else:
            self._ahead_ms += self._taken_over_ms - before_ms
