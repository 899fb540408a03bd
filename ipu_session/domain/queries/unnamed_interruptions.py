"""Interruptions of which nobody has said yet whose they are."""

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session

_ATTRIBUTABLE_KINDS = frozenset({Kind.POINT_OF_ORDER, Kind.QUESTION, Kind.MOTION, Kind.AGAINST})
"""Kinds of which it may be said later whose they are; the others have their speaker from the start."""


def is_unnamed(intervention: Intervention) -> bool:
    """Whether it is still to be said whose an intervention is."""
    return intervention.delegate is None and intervention.kind in _ATTRIBUTABLE_KINDS


def unnamed_interruptions(session: Session) -> tuple[Intervention, ...]:
    """Return the interventions that nobody is named for, the latest last."""
    return tuple(each for each in session.interventions.values() if is_unnamed(each))
