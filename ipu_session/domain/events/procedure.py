"""Events of procedural motions."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import MotionId
from ipu_session.domain.model.motions import MotionDecision, MotionKind


@dataclass(frozen=True, slots=True)
class MotionMoved:
    """A procedural motion was moved; its kind may be recorded later."""

    event_kind: ClassVar[str] = "MotionMoved"

    motion: MotionId


@dataclass(frozen=True, slots=True)
class MotionExplained:
    """The kind and subject of a motion were recorded."""

    event_kind: ClassVar[str] = "MotionExplained"

    motion: MotionId
    motion_kind: MotionKind
    subject: str


@dataclass(frozen=True, slots=True)
class MotionDecided:
    """The decision on a motion was recorded."""

    event_kind: ClassVar[str] = "MotionDecided"

    motion: MotionId
    decision: MotionDecision


Event = MotionMoved | MotionExplained | MotionDecided

__all__ = ["MotionDecided", "MotionExplained", "MotionMoved"]
