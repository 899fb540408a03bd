"""An intervention: somebody has the floor, with the time account and its corrections."""

from enum import StrEnum

from ipu_session.domain.model.ids import DelegateId, InterventionId, RequestId, SittingId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.stopwatch import Phase, Stopwatch
from ipu_session.domain.model.value import Value


class GrantReason(StrEnum):
    """Why a speaker is granted more time (docs/rules.md#row-17 and #row-19)."""

    NONE = ""
    YOUNG = "young"
    DISABILITY = "disability"
    INTERPRETATION = "interpretation"


class Ruling(StrEnum):
    """The chair's ruling on a point of order."""

    NONE = ""
    UPHELD = "upheld"
    DISMISSED = "dismissed"
    NOTED = "noted"


class TimeAccount(Value, frozen=True):
    """The times of an intervention that can be corrected, in ms (the start in UTC); ``allotted_ms`` 0: no limit."""

    started_ms: int
    allotted_ms: int
    granted_ms: int
    spoken_ms: int
    paused_ms: int


class Correction(Value, frozen=True):
    """A correction made at ``at_ms`` (UTC): the old and new time account, or the old and new delegate."""

    at_ms: int
    before: TimeAccount | DelegateId | None
    after: TimeAccount | DelegateId | None


class Intervention(Value, frozen=True):
    """Somebody has the floor, or had it; moments in UTC ms, an allotment of 0 means no limit."""

    id: InterventionId
    delegate: DelegateId | None
    request: RequestId | None
    kind: Kind
    sitting: SittingId
    started_ms: int
    allotted_ms: int
    stopwatch: Stopwatch
    granted_ms: int = 0
    ended_ms: int | None = None
    ruling: Ruling = Ruling.NONE
    interrupts: InterventionId | None = None
    corrections: tuple[Correction, ...] = ()
    on_paper: bool = False
    """Recorded on paper, and entered afterwards."""

    @property
    def has_limit(self) -> bool:
        """Whether the time is limited."""
        return self.allotted_ms > 0

    def time_account(self, now_ms: int) -> TimeAccount:
        """Return the times as of ``now_ms``."""
        return TimeAccount(
            self.started_ms,
            self.allotted_ms,
            self.granted_ms,
            self.spoken_ms(now_ms),
            self.stopwatch.total_paused_ms(now_ms),
        )

    def spoken_ms(self, now_ms: int) -> int:
        """Return the time spoken until ``now_ms``."""
        return self.stopwatch.spoken_ms(now_ms)

    def limit_ms(self) -> int:
        """Return the time limit (ms): the allotment plus the granted time. Only meaningful if `has_limit`."""
        return self.allotted_ms + self.granted_ms

    def remaining_ms(self, now_ms: int) -> int:
        """Return the time left (ms); negative after the limit. Only meaningful if `has_limit`."""
        return self.limit_ms() - self.spoken_ms(now_ms)

    def overtime_ms(self, now_ms: int) -> int:
        """Return the time spoken beyond the limit (ms); 0 if there is no limit."""
        return max(0, -self.remaining_ms(now_ms)) if self.has_limit else 0

    @property
    def is_ended(self) -> bool:
        """Whether the intervention is over."""
        return self.stopwatch.phase is Phase.ENDED
