"""Events of procedural motions."""

from typing import ClassVar

from ipu_session.domain.model.ids import MotionId
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.value import Value


class MotionMoved(Value, frozen=True):
    """A procedural motion was moved; its kind may be recorded later."""

    event_kind: ClassVar[str] = "MotionMoved"

    motion: MotionId


class MotionExplained(Value, frozen=True):
    """The kind and subject of a motion were recorded."""

    event_kind: ClassVar[str] = "MotionExplained"

    motion: MotionId
    motion_kind: MotionKind
    subject: str


class MotionDecided(Value, frozen=True):
    """The decision on a motion was recorded."""

    event_kind: ClassVar[str] = "MotionDecided"

    motion: MotionId
    decision: MotionDecision


Event = MotionMoved | MotionExplained | MotionDecided

__all__ = ["MotionDecided", "MotionExplained", "MotionMoved"]
