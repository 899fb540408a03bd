"""Identities: a thing is known by the version of the event that made it, so none is ever used twice."""

from dataclasses import dataclass
from typing import NewType

DelegationId = NewType("DelegationId", str)
"""An ISO 3166 two-letter code for a parliament, a short slug for any other delegation."""

DelegateId = NewType("DelegateId", int)
RequestId = NewType("RequestId", int)
InterventionId = NewType("InterventionId", int)
NoteId = NewType("NoteId", int)
ThemeId = NewType("ThemeId", int)
SittingId = NewType("SittingId", int)
ContributionId = NewType("ContributionId", int)
MotionId = NewType("MotionId", int)
GapId = NewType("GapId", int)
PassageId = NewType("PassageId", int)
CorrectionId = NewType("CorrectionId", int)


@dataclass(frozen=True, slots=True)
class Timestamp:
    """When something is asked: UTC in milliseconds, and how many minutes the room is ahead of UTC."""

    utc_ms: int
    offset_min: int = 0
