"""Events of timing gaps."""

from typing import ClassVar

from ipu_session.domain.model.ids import GapId, InterventionId
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.domain.model.value import Value


class GapFound(Value, frozen=True):
    """A timing gap was detected; ``spoken_ms`` is the speaker's time with the gap, ``other_ms`` without it."""

    event_kind: ClassVar[str] = "GapFound"

    gap: GapId
    cause: TimingGapCause
    from_ms: int
    to_ms: int
    intervention: InterventionId | None
    spoken_ms: int
    other_ms: int


class GapAnswered(Value, frozen=True):
    """It was decided whether a gap counts; for a clock that was set, whether its time is accepted."""

    event_kind: ClassVar[str] = "GapAnswered"

    gap: GapId
    counted: bool


Event = GapFound | GapAnswered

__all__ = ["GapAnswered", "GapFound"]
