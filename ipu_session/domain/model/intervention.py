"""An intervention: the floor, taken, with its four ledgers and what was corrected of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ipu_session.domain.model.ids import DelegateId, InterventionId, RequestId, SittingId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.stopwatch import Phase, Stopwatch


class GrantReason(StrEnum):
    """Why somebody has more time (practice.md §5, rows 17 and 19)."""

    NONE = ""
    YOUNG = "young"
    DISABILITY = "disability"
    INTERPRETATION = "interpretation"


class Ruling(StrEnum):
    """The chair's answer to a point of order."""

    NONE = ""
    UPHELD = "upheld"
    DISMISSED = "dismissed"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class TimeAccount:
    """What is recorded of an intervention's time and can be corrected; milliseconds, the start in UTC."""

    started_ms: int
    allotted_ms: int
    granted_ms: int
    spoken_ms: int
    paused_ms: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A recorded value that was corrected, the old one kept: times, or the speaker."""

    at_ms: int
    before: TimeAccount | DelegateId | None
    after: TimeAccount | DelegateId | None


class Intervention(NamedTuple):
    """The floor, taken; an allotment of 0 is no limit."""

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
    """Entered afterwards, from paper."""

    @property
    def has_limit(self) -> bool:
        """Whether there is a limit at all."""
        return self.allotted_ms > 0

    def time_account(self, now_ms: int) -> TimeAccount:
        """Return the times as they stand."""
        return TimeAccount(
            self.started_ms,
            self.allotted_ms,
            self.granted_ms,
            self.spoken_ms(now_ms),
            self.stopwatch.total_paused_ms(now_ms),
        )

    def spoken_ms(self, now_ms: int) -> int:
        """Return the time spoken so far."""
        return self.stopwatch.spoken_ms(now_ms)

    def limit_ms(self) -> int:
        """Return the time allotted and granted on top."""
        return self.allotted_ms + self.granted_ms

    def remaining_ms(self, now_ms: int) -> int:
        """Return the time left; negative once the speaker is over time."""
        return self.limit_ms() - self.spoken_ms(now_ms)

    def overtime_ms(self, now_ms: int) -> int:
        """Return the time spoken beyond the limit; nothing where there is none."""
        return max(0, -self.remaining_ms(now_ms)) if self.has_limit else 0

    @property
    def is_ended(self) -> bool:
        """Whether the floor was given back."""
        return self.stopwatch.phase is Phase.ENDED
