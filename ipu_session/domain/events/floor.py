"""Events of the floor."""

from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId, InterventionId, RequestId
from ipu_session.domain.model.intervention import GrantReason, Ruling
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.value import Value


class FloorGiven(Value, frozen=True):
    """Somebody was given the floor, and the clock was started."""

    event_kind: ClassVar[str] = "FloorGiven"

    intervention: InterventionId
    request: RequestId | None
    delegate: DelegateId | None
    kind: Kind
    allotted_ms: int
    interrupts: InterventionId | None


class InterventionAttributed(Value, frozen=True):
    """The delegate of an intervention was recorded."""

    event_kind: ClassVar[str] = "InterventionAttributed"

    intervention: InterventionId
    delegate: DelegateId


class SpeechPaused(Value, frozen=True):
    """The secretary paused the speaker's clock."""

    event_kind: ClassVar[str] = "SpeechPaused"

    intervention: InterventionId


class SpeechResumed(Value, frozen=True):
    """The secretary resumed the speaker's clock."""

    event_kind: ClassVar[str] = "SpeechResumed"

    intervention: InterventionId


class SpeechHeld(Value, frozen=True):
    """The speech was held: by an interruption, or by the suspension of the sitting."""

    event_kind: ClassVar[str] = "SpeechHeld"

    intervention: InterventionId


class SpeechRestored(Value, frozen=True):
    """The speech was resumed after an interruption or suspension."""

    event_kind: ClassVar[str] = "SpeechRestored"

    intervention: InterventionId


class TimeGranted(Value, frozen=True):
    """Time was granted on top of the allotment; negative if time was taken back."""

    event_kind: ClassVar[str] = "TimeGranted"

    intervention: InterventionId
    granted_ms: int
    reason: GrantReason = GrantReason.NONE


class PointOfOrderRuled(Value, frozen=True):
    """The chair ruled on a point of order."""

    event_kind: ClassVar[str] = "PointOfOrderRuled"

    intervention: InterventionId
    ruling: Ruling


class InterventionEnded(Value, frozen=True):
    """The intervention ended."""

    event_kind: ClassVar[str] = "InterventionEnded"

    intervention: InterventionId


class AllotmentChanged(Value, frozen=True):
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
