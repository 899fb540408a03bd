"""Interruptions whose speaker has not been recorded yet."""

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session

_ATTRIBUTABLE_KINDS = frozenset({Kind.POINT_OF_ORDER, Kind.QUESTION, Kind.MOTION, Kind.AGAINST})
"""Kinds whose speaker may be recorded later; a statement of the chair needs no delegate."""


def is_unnamed(intervention: Intervention) -> bool:
    """Return whether the speaker of an intervention is still to be recorded."""
    return intervention.delegate is None and intervention.kind in _ATTRIBUTABLE_KINDS


def unnamed_interruptions(session: Session) -> tuple[Intervention, ...]:
    """Return the interventions whose speaker is still to be recorded, the latest last."""
    unnamed = (each for each in session.interventions.values() if is_unnamed(each))
    # A persistent map has no order.
    return tuple(sorted(unnamed, key=lambda each: (each.started_ms, each.id)))
