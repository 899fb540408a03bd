"""Procedural motions."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import MotionId
from ipu_session.domain.model.motions import MotionDecision, MotionKind


@dataclass(frozen=True, slots=True)
class MotionMoved:
    """A procedural motion was moved; what it is may be said later."""

    event_kind: ClassVar[str] = "MotionMoved"

    motion: MotionId


@dataclass(frozen=True, slots=True)
class MotionExplained:
    """It was recorded what is moved."""

    event_kind: ClassVar[str] = "MotionExplained"

    motion: MotionId
    motion_kind: MotionKind
    subject: str


@dataclass(frozen=True, slots=True)
class MotionDecided:
    """It was decided what becomes of a motion."""

    event_kind: ClassVar[str] = "MotionDecided"

    motion: MotionId
    decision: MotionDecision
