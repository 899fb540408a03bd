"""Event handlers for the session's master data."""

from immutables import Map

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.session import Delegate, LimitChange, Session


@evolves(e.SessionCreated)
def session_created(session: Session, event: e.SessionCreated, at_ms: int) -> Session:
    """Set the details and limits of a new session."""
    limits = (LimitChange(at_ms, event.rules.delegate_ms),)
    return with_next_version(session, created=True, details=event.details, rules=event.rules, limits=limits)


@evolves(e.DetailsChanged)
def details_changed(session: Session, event: e.DetailsChanged, at_ms: int) -> Session:
    """Replace the details."""
    return with_next_version(session, details=event.details)


@evolves(e.RulesSet)
def rules_set(session: Session, event: e.RulesSet, at_ms: int) -> Session:
    """Replace the limits; a change of the delegates' limit is recorded with its time."""
    limits = session.limits
    if not limits or limits[-1].delegate_ms != event.rules.delegate_ms:
        limits = (*limits, LimitChange(at_ms, event.rules.delegate_ms))
    return with_next_version(session, rules=event.rules, limits=limits)


@evolves(e.DelegationsLoaded)
def delegations_loaded(session: Session, event: e.DelegationsLoaded, at_ms: int) -> Session:
    """Set the directory of delegations."""
    return with_next_version(session, delegations=Map({d.id: d for d in event.delegations}))


@evolves(e.DelegationChanged)
def delegation_changed(session: Session, event: e.DelegationChanged, at_ms: int) -> Session:
    """Add or replace a delegation."""
    return with_next_version(session, delegations=session.delegations.set(event.delegation.id, event.delegation))


@evolves(e.PresenceCounted)
def presence_counted(session: Session, event: e.PresenceCounted, at_ms: int) -> Session:
    """Set the number of people in the room."""
    return with_next_version(session, presence=event.presence)


@evolves(e.DelegateAdded)
def delegate_added(session: Session, event: e.DelegateAdded, at_ms: int) -> Session:
    """Add a delegate."""
    return _store_delegate(session, Delegate(event.delegate, event.person))


@evolves(e.DelegateChanged)
def delegate_changed(session: Session, event: e.DelegateChanged, at_ms: int) -> Session:
    """Replace a delegate."""
    return _store_delegate(session, Delegate(event.delegate, event.person))


def _store_delegate(session: Session, delegate: Delegate) -> Session:
    return with_next_version(session, delegates=session.delegates.set(delegate.id, delegate))
