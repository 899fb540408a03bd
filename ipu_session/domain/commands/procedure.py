"""Interruptions."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.session import Person


@dataclass(frozen=True, slots=True)
class RaisePointOfOrder:
    """Stop the speaker's clock at once for a point of order; who raised it may be said later."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class AttributeIntervention:
    """Say whose an intervention is."""

    intervention: InterventionId
    person: Person


@dataclass(frozen=True, slots=True)
class RulePointOfOrder:
    """Record the chair's ruling; the speech goes on where it stood."""

    ruling: Ruling


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Hold the speech for a question to the speaker; who asks may be said later."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class ChairSpeaks:
    """Hold the speech for the chair's own words."""


@dataclass(frozen=True, slots=True)
class MoveMotion:
    """Hold the speech for a procedural motion; what is moved, and by whom, may be said later."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class ExplainMotion:
    """Say what is moved."""

    motion_kind: MotionKind
    subject: str = ""


@dataclass(frozen=True, slots=True)
class DecideMotion:
    """Record what became of the motion; the speech goes on where it stood."""

    decision: MotionDecision
