"""Commands for interruptions."""

from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.session import Person
from ipu_session.domain.model.value import Value


class RaisePointOfOrder(Value, frozen=True):
    """Interrupt the speaker at once for a point of order; who raised it may be recorded later."""

    person: Person | None = None


class AttributeIntervention(Value, frozen=True):
    """Record the delegate of an intervention."""

    intervention: InterventionId
    person: Person


class RulePointOfOrder(Value, frozen=True):
    """Record the chair's ruling and resume the speech."""

    ruling: Ruling


class AskQuestion(Value, frozen=True):
    """Hold the speech for a question to the speaker; who asks may be recorded later."""

    person: Person | None = None


class ChairSpeaks(Value, frozen=True):
    """Hold the speech for a statement of the chair."""


class MoveMotion(Value, frozen=True):
    """Hold the speech for a procedural motion; its kind and mover may be recorded later."""

    person: Person | None = None


class ExplainMotion(Value, frozen=True):
    """Record what is moved."""

    motion_kind: MotionKind
    subject: str = ""


class DecideMotion(Value, frozen=True):
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
