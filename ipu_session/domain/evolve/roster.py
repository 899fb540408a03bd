"""What follows from events about the session's own facts."""

from immutables import Map

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_next_version
from ipu_session.domain.model.session import Delegate, LimitChange, Session


def session_created(session: Session, event: e.SessionCreated, at_ms: int) -> Session:
    """The session has details and limits."""
    limits = (LimitChange(at_ms, event.rules.delegate_ms),)
    return with_next_version(session, created=True, details=event.details, rules=event.rules, limits=limits)


def details_changed(session: Session, event: e.DetailsChanged, at_ms: int) -> Session:
    """The masthead reads otherwise."""
    return with_next_version(session, details=event.details)


def rules_set(session: Session, event: e.RulesSet, at_ms: int) -> Session:
    """The limits differ from now on."""
    limits = session.limits
    if not limits or limits[-1].delegate_ms != event.rules.delegate_ms:
        limits = (*limits, LimitChange(at_ms, event.rules.delegate_ms))
    return with_next_version(session, rules=event.rules, limits=limits)


def delegations_loaded(session: Session, event: e.DelegationsLoaded, at_ms: int) -> Session:
    """The directory is there."""
    return with_next_version(session, delegations=Map({d.id: d for d in event.delegations}))


def delegation_changed(session: Session, event: e.DelegationChanged, at_ms: int) -> Session:
    """One entry of the directory is new or different."""
    return with_next_version(session, delegations=session.delegations.set(event.delegation.id, event.delegation))


def presence_counted(session: Session, event: e.PresenceCounted, at_ms: int) -> Session:
    """It is known who is in the room."""
    return with_next_version(session, presence=event.presence)


def delegate_stored(session: Session, event: e.DelegateAdded | e.DelegateChanged, at_ms: int) -> Session:
    """A person is known, or known better."""
    delegate = Delegate(event.delegate, event.person)
    return with_next_version(session, delegates=session.delegates.set(event.delegate, delegate))
