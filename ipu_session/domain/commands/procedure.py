"""Commands for interruptions."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.session import Person


@dataclass(frozen=True, slots=True)
class RaisePointOfOrder:
    """Interrupt the speaker at once for a point of order; who raised it may be recorded later."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class AttributeIntervention:
    """Record the delegate of an intervention."""

    intervention: InterventionId
    person: Person


@dataclass(frozen=True, slots=True)
class RulePointOfOrder:
    """Record the chair's ruling and resume the speech."""

    ruling: Ruling


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Hold the speech for a question to the speaker; who asks may be recorded later."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class ChairSpeaks:
    """Hold the speech for a statement of the chair."""


@dataclass(frozen=True, slots=True)
class MoveMotion:
    """Hold the speech for a procedural motion; its kind and mover may be recorded later."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class ExplainMotion:
    """Record what is moved."""

    motion_kind: MotionKind
    subject: str = ""


@dataclass(frozen=True, slots=True)
class DecideMotion:
    """Record the decision on the motion and resume the speech."""

    decision: MotionDecision


Command = (
    RaisePointOfOrder
    | AttributeIntervention
    | RulePointOfOrder
    | AskQuestion
    | ChairSpeaks
    | MoveMotion
    | ExplainMotion
    | DecideMotion
)

__all__ = [
    "AskQuestion",
    "AttributeIntervention",
    "ChairSpeaks",
    "DecideMotion",
    "ExplainMotion",
    "MoveMotion",
    "RaisePointOfOrder",
    "RulePointOfOrder",
]
