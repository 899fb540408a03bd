"""The basis of a report: the journal up to an event, identified by the number of events and the hash of the last."""

from immutables import Map
from msgspec.structs import replace

from ipu_session.domain.model.report_versions import CorrectionRequest, FinalVersion
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.value import Value


class ReportBasis(Value, frozen=True):
    """The journal up to the event number ``events``, whose hash in the hash chain is ``digest``."""

    events: int
    digest: str
    register_events: int
    """Number of events when the corrections were read: greater than ``events`` for an older final version."""
    later_corrections: tuple[CorrectionRequest, ...] = ()
    """Corrections received or answered after that event."""


def current_final_version(session: Session) -> FinalVersion | None:
    """Return the final version if nothing was recorded after it; None if there is none or it is outdated (a draft)."""
    latest = session.final_versions[-1] if session.final_versions else None
    return latest if latest is not None and latest.version == session.version else None


def later_corrections(then: Session, now: Session) -> tuple[CorrectionRequest, ...]:
    """Return the corrections that were received or answered between two states, in the order received."""
    changed = [entry for entry in now.correction_requests.values() if then.correction_requests.get(entry.id) != entry]
    return tuple(sorted(changed, key=lambda entry: (entry.received, entry.id)))


def has_same_content(one: Session, other: Session) -> bool:
    """Return whether two states differ only in final versions and corrections received."""
    return _reported_content(one) == _reported_content(other)


def _reported_content(session: Session) -> Session:
    return replace(session, version=0, final_versions=(), correction_requests=Map())
