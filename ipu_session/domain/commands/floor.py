"""The floor."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.intervention import GrantReason


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """Give the floor to a request, by default to the first on the list; opens the sitting if none is open."""

    request: RequestId | None = None


@dataclass(frozen=True, slots=True)
class EndIntervention:
    """Take the floor back."""


@dataclass(frozen=True, slots=True)
class EndAndNext:
    """Take the floor back and give it to the first on the list, if anybody waits."""


@dataclass(frozen=True, slots=True)
class PauseSpeech:
    """Stop the speaker's clock."""


@dataclass(frozen=True, slots=True)
class ResumeSpeech:
    """Let the speaker's clock go on."""


@dataclass(frozen=True, slots=True)
class GrantTime:
    """Add time on top of the speaker's allotment, or take some back; never below nothing."""

    granted_ms: int
    reason: GrantReason = GrantReason.NONE


@dataclass(frozen=True, slots=True)
class SetAllotment:
    """Give whoever has the floor another allotment; 0 is no limit."""

    allotted_ms: int
