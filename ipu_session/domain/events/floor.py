"""Events of the floor."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId, InterventionId, RequestId
from ipu_session.domain.model.intervention import GrantReason, Ruling
from ipu_session.domain.model.rules import Kind


@dataclass(frozen=True, slots=True)
class FloorGiven:
    """Somebody was given the floor, and the clock was started."""

    event_kind: ClassVar[str] = "FloorGiven"

    intervention: InterventionId
    request: RequestId | None
    delegate: DelegateId | None
    kind: Kind
    allotted_ms: int
    interrupts: InterventionId | None


@dataclass(frozen=True, slots=True)
class InterventionAttributed:
    """The delegate of an intervention was recorded."""

    event_kind: ClassVar[str] = "InterventionAttributed"

    intervention: InterventionId
    delegate: DelegateId


@dataclass(frozen=True, slots=True)
class SpeechPaused:
    """The secretary paused the speaker's clock."""

    event_kind: ClassVar[str] = "SpeechPaused"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class SpeechResumed:
    """The secretary resumed the speaker's clock."""

    event_kind: ClassVar[str] = "SpeechResumed"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class SpeechHeld:
    """The speech was held: by an interruption, or by the suspension of the sitting."""

    event_kind: ClassVar[str] = "SpeechHeld"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class SpeechRestored:
    """The speech was resumed after an interruption or suspension."""

    event_kind: ClassVar[str] = "SpeechRestored"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class TimeGranted:
    """Time was granted on top of the allotment; negative if time was taken back."""

    event_kind: ClassVar[str] = "TimeGranted"

    intervention: InterventionId
    granted_ms: int
    reason: GrantReason = GrantReason.NONE


@dataclass(frozen=True, slots=True)
class PointOfOrderRuled:
    """The chair ruled on a point of order."""

    event_kind: ClassVar[str] = "PointOfOrderRuled"

    intervention: InterventionId
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class InterventionEnded:
    """The intervention ended."""

    event_kind: ClassVar[str] = "InterventionEnded"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class AllotmentChanged:
    """The allotment of the intervention on the floor was changed; 0 means no limit."""

    event_kind: ClassVar[str] = "AllotmentChanged"

    intervention: InterventionId
    allotted_ms: int


Event = (
    FloorGiven
    | InterventionAttributed
    | SpeechPaused
    | SpeechResumed
    | SpeechHeld
    | SpeechRestored
    | TimeGranted
    | PointOfOrderRuled
    | InterventionEnded
    | AllotmentChanged
)

__all__ = [
    "AllotmentChanged",
    "FloorGiven",
    "InterventionAttributed",
    "InterventionEnded",
    "PointOfOrderRuled",
    "SpeechHeld",
    "SpeechPaused",
    "SpeechRestored",
    "SpeechResumed",
    "TimeGranted",
]
