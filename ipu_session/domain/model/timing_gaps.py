"""Timing gaps (docs/rules.md#f8): what happened to the machine, and whether the time counts."""

from collections.abc import Iterable
from enum import StrEnum

from ipu_session.domain.model.ids import GapId, InterventionId
from ipu_session.domain.model.value import Value


class TimingGapCause(StrEnum):
    """The cause of a gap."""

    KILLED = "killed"
    """The program ended without a clean shutdown."""
    CLOSED = "closed"
    """The program was closed while a clock was running."""
    SLEPT = "slept"
    """The machine slept."""
    STALLED = "stalled"
    """The process did not run while the machine did: it was stopped, or starved by other processes."""
    CLOCK_SET = "clock-set"
    """A person or the network set the machine's clock."""


class TimingGap(Value, frozen=True):
    """An interval in which the program did not run, or a step of the machine's clock; UTC milliseconds.

    For an interval, ``spoken_ms`` is the speaker's time if the gap counts, ``other_ms`` if it does not. For a step,
    ``from_ms`` is the debate's clock and ``to_ms`` the machine's clock; the speaker's time is the same. ``counted``
    is None until the user has answered.
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
        """The length of the gap; negative if the machine's clock was set back."""
        return self.to_ms - self.from_ms


def accepted_clock_shift_ms(gaps: Iterable[TimingGap]) -> int:
    """Return how far (ms) the debate's clock was moved in total by accepted steps of the machine's clock."""
    return sum(gap.length_ms for gap in gaps if gap.cause is TimingGapCause.CLOCK_SET and gap.counted)
