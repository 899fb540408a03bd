"""The machine's own accidents (product.md, F8): what happened, and whether the gap counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ipu_session.domain.model.ids import GapId, InterventionId


class TimingGapCause(StrEnum):
    """What made the gap."""

    KILLED = "killed"
    """The program ended without warning."""
    CLOSED = "closed"
    """The program was closed while a clock was running."""
    SLEPT = "slept"
    """The machine slept."""
    STALLED = "stalled"
    """The program stood still while the machine ran: it was stopped, or starved by others."""
    CLOCK_SET = "clock-set"
    """Somebody, or the network, set the machine's clock."""


@dataclass(frozen=True, slots=True)
class TimingGap:
    """A stretch that nobody watched, or a step of the machine's clock; UTC milliseconds.

    For a stretch, ``spoken_ms`` is the speaker's time if it counts and ``other_ms`` if not. For a step,
    ``from_ms`` is the time of the debate's clock and ``to_ms`` the machine's; the speaker's time is the same.
    """

    id: GapId
    cause: TimingGapCause
    from_ms: int
    to_ms: int
    intervention: InterventionId | None
    spoken_ms: int
    other_ms: int
    counted: bool | None = None

    @property
    def length_ms(self) -> int:
        """How long the gap is; negative if the machine's clock was set back."""
        return self.to_ms - self.from_ms


def accepted_clock_shift_ms(gaps: Iterable[TimingGap]) -> int:
    """Return how far the debate's clock was moved in all by new times that were taken over."""
    return sum(gap.length_ms for gap in gaps if gap.cause is TimingGapCause.CLOCK_SET and gap.counted)
