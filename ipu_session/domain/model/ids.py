"""Ids: except for delegations, an entity's id is the version of the event that created it, so none is used twice."""

from typing import NewType

from ipu_session.domain.model.value import Value

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


class Timestamp(Value, frozen=True):
    """A moment: UTC in milliseconds, and the local UTC offset in minutes."""

    utc_ms: int
    offset_min: int = 0
