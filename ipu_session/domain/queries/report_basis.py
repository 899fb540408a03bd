"""What a report rests on: the record as it stood, by the number of its events and the hash of the last."""

from dataclasses import dataclass

from immutables import Map

from ipu_session.domain.model.report_versions import Final, ReceivedCorrection
from ipu_session.domain.model.session import Session


@dataclass(frozen=True, slots=True)
class Basis:
    """The record at ``events`` events, the last of which has the hash ``digest``."""

    events: int
    digest: str
    register: int
    """How many there were when the register of corrections was read: more, for an older final version."""
    later: tuple[ReceivedCorrection, ...] = ()
    """Corrections received, or answered, since the record stood so."""


def final_of(session: Session) -> Final | None:
    """Return which final version a session is as it stands; None for a draft."""
    latest = session.finals[-1] if session.finals else None
    return latest if latest is not None and latest.version == session.version else None


def later_corrections(then: Session, now: Session) -> tuple[ReceivedCorrection, ...]:
    """Return the corrections that were received or answered between two states, in the order received."""
    changed = [entry for entry in now.received.values() if then.received.get(entry.id) != entry]
    return tuple(sorted(changed, key=lambda entry: (entry.received, entry.id)))


def same_content(one: Session, other: Session) -> bool:
    """Return whether two states differ in nothing but final versions and corrections received."""
    return _content(one) == _content(other)


def _content(session: Session) -> Session:
    return session._replace(version=0, finals=(), received=Map())
