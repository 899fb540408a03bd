"""Commands for the floor."""

from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.intervention import GrantReason
from ipu_session.domain.model.value import Value


class GiveFloor(Value, frozen=True):
    """Give the floor to a request, by default the first in the calling order; opens a sitting if none is open."""

    request: RequestId | None = None


class EndIntervention(Value, frozen=True):
    """End the intervention on the floor."""


class EndAndNext(Value, frozen=True):
    """End the intervention on the floor and give the floor to whoever is next, if anybody."""


class PauseSpeech(Value, frozen=True):
    """Pause the speaker's clock."""


class ResumeSpeech(Value, frozen=True):
    """Resume the speaker's clock."""


class GrantTime(Value, frozen=True):
    """Add time on top of the speaker's allotment, or take some back; the limit never falls below 0."""

    granted_ms: int
    reason: GrantReason = GrantReason.NONE


class SetAllotment(Value, frozen=True):
    """Change the allotment of the intervention on the floor; 0 means no limit."""

    allotted_ms: int


Command = GiveFloor | EndIntervention | EndAndNext | PauseSpeech | ResumeSpeech | GrantTime | SetAllotment

__all__ = ["EndAndNext", "EndIntervention", "GiveFloor", "GrantTime", "PauseSpeech", "ResumeSpeech", "SetAllotment"]
