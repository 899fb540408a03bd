"""Interruptions."""

from dataclasses import dataclass

from ipu_session.domain.ids import InterventionId
from ipu_session.domain.state import Person, Ruling


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
