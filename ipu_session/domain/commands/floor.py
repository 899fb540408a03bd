"""Commands for the floor."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.intervention import GrantReason


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """Give the floor to a request, by default the first in the calling order; opens a sitting if none is open."""

    request: RequestId | None = None


@dataclass(frozen=True, slots=True)
class EndIntervention:
    """End the intervention on the floor."""


@dataclass(frozen=True, slots=True)
class EndAndNext:
    """End the intervention on the floor and give the floor to whoever is next, if anybody."""


@dataclass(frozen=True, slots=True)
class PauseSpeech:
    """Pause the speaker's clock."""


@dataclass(frozen=True, slots=True)
class ResumeSpeech:
    """Resume the speaker's clock."""


@dataclass(frozen=True, slots=True)
class GrantTime:
    """Add time on top of the speaker's allotment, or take some back; the limit never falls below 0."""

    granted_ms: int
    reason: GrantReason = GrantReason.NONE


@dataclass(frozen=True, slots=True)
class SetAllotment:
    """Change the allotment of the intervention on the floor; 0 means no limit."""

    allotted_ms: int


Command = GiveFloor | EndIntervention | EndAndNext | PauseSpeech | ResumeSpeech | GrantTime | SetAllotment

__all__ = ["EndAndNext", "EndIntervention", "GiveFloor", "GrantTime", "PauseSpeech", "ResumeSpeech", "SetAllotment"]
