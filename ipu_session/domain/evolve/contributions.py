"""Event handlers for written contributions."""

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.session import Session


@evolves(e.ContributionRegistered)
def contribution_registered(session: Session, event: e.ContributionRegistered, at_ms: int) -> Session:
    """Add or replace an entry of the register of contributions."""
    entry = event.contribution
    return with_next_version(session, contributions=session.contributions.set(entry.id, entry))


@evolves(e.ContributionRemoved)
def contribution_removed(session: Session, event: e.ContributionRemoved, at_ms: int) -> Session:
    """Remove an entry of the register of contributions."""
    return with_next_version(session, contributions=session.contributions.delete(event.contribution))
