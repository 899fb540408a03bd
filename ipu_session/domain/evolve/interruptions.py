"""Event handlers for procedural motions."""

from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.ids import MotionId
from ipu_session.domain.model.motions import Motion
from ipu_session.domain.model.session import Session


@evolves(e.MotionMoved)
def motion_moved(session: Session, event: e.MotionMoved, at_ms: int) -> Session:
    """Add a motion."""
    return with_next_version(session, motions=(*session.motions, Motion(event.motion, at_ms)))


@evolves(e.MotionExplained)
def motion_explained(session: Session, event: e.MotionExplained, at_ms: int) -> Session:
    """Set the kind and subject of a motion."""
    new = replace(_get_motion(session, event.motion), kind=event.motion_kind, subject=event.subject)
    return _store_motion(session, new)


@evolves(e.MotionDecided)
def motion_decided(session: Session, event: e.MotionDecided, at_ms: int) -> Session:
    """Set the decision on a motion."""
    new = replace(_get_motion(session, event.motion), decision=event.decision, decided_ms=at_ms)
    return _store_motion(session, new)


def _get_motion(session: Session, motion: MotionId) -> Motion:
    return next(each for each in session.motions if each.id == motion)


def _store_motion(session: Session, motion: Motion) -> Session:
    motions = tuple(motion if each.id == motion.id else each for each in session.motions)
    return with_next_version(session, motions=motions)
