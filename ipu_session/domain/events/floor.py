"""The floor."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId, InterventionId, RequestId
from ipu_session.domain.model.intervention import GrantReason, Ruling
from ipu_session.domain.model.rules import Kind


@dataclass(frozen=True, slots=True)
class FloorGiven:
    """Somebody has the floor from this moment on; the clock runs."""

    event_kind: ClassVar[str] = "FloorGiven"

    intervention: InterventionId
    request: RequestId | None
    delegate: DelegateId | None
    kind: Kind
    allotted_ms: int
    interrupts: InterventionId | None


@dataclass(frozen=True, slots=True)
class InterventionAttributed:
    """It was recorded whose an intervention is."""

    event_kind: ClassVar[str] = "InterventionAttributed"

    intervention: InterventionId
    delegate: DelegateId


@dataclass(frozen=True, slots=True)
class SpeechPaused:
    """The secretary stopped the speaker's clock."""

    event_kind: ClassVar[str] = "SpeechPaused"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class SpeechResumed:
    """The secretary let the speaker's clock go on."""

    event_kind: ClassVar[str] = "SpeechResumed"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class SpeechHeld:
    """The speaker was interrupted: by a point of order, or by the suspension of the sitting."""

    event_kind: ClassVar[str] = "SpeechHeld"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class SpeechRestored:
    """The interruption is over: the speech goes on where it stood."""

    event_kind: ClassVar[str] = "SpeechRestored"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class TimeGranted:
    """Time was added on top of the allotment; negative when taken back."""

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
    """The floor was given back."""

    event_kind: ClassVar[str] = "InterventionEnded"

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class AllotmentChanged:
    """Whoever has the floor has another allotment; 0 is no limit."""

    event_kind: ClassVar[str] = "AllotmentChanged"

    intervention: InterventionId
    allotted_ms: int
