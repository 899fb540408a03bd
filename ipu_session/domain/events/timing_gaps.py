"""The machine's own accidents."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import GapId, InterventionId
from ipu_session.domain.model.timing_gaps import TimingGapCause


@dataclass(frozen=True, slots=True)
class GapFound:
    """Nobody watched for a while, or the machine's clock was set; the speaker's time is here both ways."""

    event_kind: ClassVar[str] = "GapFound"

    gap: GapId
    cause: TimingGapCause
    from_ms: int
    to_ms: int
    intervention: InterventionId | None
    spoken_ms: int
    other_ms: int


@dataclass(frozen=True, slots=True)
class GapAnswered:
    """It was said whether a gap counts; for a clock that was set, whether its time is taken over."""

    event_kind: ClassVar[str] = "GapAnswered"

    gap: GapId
    counted: bool
