"""Event handlers for the sitting."""

from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.session import Session, Sitting, Suspension


@evolves(e.SittingOpened)
def sitting_opened(session: Session, event: e.SittingOpened, at_ms: int) -> Session:
    """Add an open sitting."""
    return with_next_version(session, sittings=(*session.sittings, Sitting(event.sitting, at_ms, event.offset_min)))


@evolves(e.SittingSuspended)
def sitting_suspended(session: Session, event: e.SittingSuspended, at_ms: int) -> Session:
    """Add a suspension to the sitting."""
    latest = session.sittings[-1]
    suspensions = (*latest.suspensions, Suspension(at_ms, None, event.reason))
    return _replace_latest(session, replace(latest, suspensions=suspensions))


@evolves(e.SuspensionExplained)
def suspension_explained(session: Session, event: e.SuspensionExplained, at_ms: int) -> Session:
    """Set the reason of the suspension."""
    latest = session.sittings[-1]
    explained = replace(latest.suspensions[-1], reason=event.reason)
    return _replace_latest(session, replace(latest, suspensions=(*latest.suspensions[:-1], explained)))


@evolves(e.SittingResumed)
def sitting_resumed(session: Session, event: e.SittingResumed, at_ms: int) -> Session:
    """End the suspension."""
    latest = session.sittings[-1]
    return _replace_latest(session, replace(latest, suspensions=_end_suspension(latest, at_ms)))


@evolves(e.SittingClosed)
def sitting_closed(session: Session, event: e.SittingClosed, at_ms: int) -> Session:
    """Close the sitting, and end its suspension if there is one."""
    latest = session.sittings[-1]
    suspensions = _end_suspension(latest, at_ms) if latest.is_suspended else latest.suspensions
    return _replace_latest(session, replace(latest, closed_ms=at_ms, suspensions=suspensions))


def _end_suspension(sitting: Sitting, at_ms: int) -> tuple[Suspension, ...]:
    return (*sitting.suspensions[:-1], replace(sitting.suspensions[-1], to_ms=at_ms))


def _replace_latest(session: Session, sitting: Sitting) -> Session:
    return with_next_version(session, sittings=(*session.sittings[:-1], sitting))
