"""Procedural motions: the mover, one speaker against, the chair, then a decision (docs/rules.md#row-25)."""

from enum import StrEnum

from ipu_session.domain.model.ids import MotionId
from ipu_session.domain.model.value import Value


class MotionKind(StrEnum):
    """What is moved; each kind except ``OTHER`` at most once in a debate."""

    OTHER = "other"
    CLOSE_LIST = "close-list"
    CLOSE_DEBATE = "close-debate"
    ADJOURN_DEBATE = "adjourn-debate"
    SUSPEND_SITTING = "suspend-sitting"


class MotionDecision(StrEnum):
    """Outcome of a motion."""

    NONE = ""
    CARRIED = "carried"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class Motion(Value, frozen=True):
    """A procedural motion; moments in UTC ms, ``subject`` empty until it is recorded."""

    id: MotionId
    moved_ms: int
    kind: MotionKind = MotionKind.OTHER
    subject: str = ""
    decision: MotionDecision = MotionDecision.NONE
    decided_ms: int | None = None
