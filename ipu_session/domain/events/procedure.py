"""Procedural motions."""

from dataclasses import dataclass

from ipu_session.domain.ids import MotionId
from ipu_session.domain.procedure import Decision, MotionKind


@dataclass(frozen=True, slots=True)
class MotionMoved:
    """A procedural motion was moved; what it is may be said later."""

    motion: MotionId


@dataclass(frozen=True, slots=True)
class MotionExplained:
    """It was recorded what is moved."""

    motion: MotionId
    motion_kind: MotionKind
    subject: str


@dataclass(frozen=True, slots=True)
class MotionDecided:
    """It was decided what becomes of a motion."""

    motion: MotionId
    decision: Decision
