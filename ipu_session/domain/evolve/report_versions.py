"""Event handlers for final versions and corrections received."""

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.report_versions import FinalVersion
from ipu_session.domain.model.session import Session


@evolves(e.ReportFinalized)
def report_finalized(session: Session, event: e.ReportFinalized, at_ms: int) -> Session:
    """Add a final version, which covers the session up to and including this event."""
    version = FinalVersion(event.number, at_ms, session.version + 1)
    return with_next_version(session, final_versions=(*session.final_versions, version))


@evolves(e.CorrectionReceived)
def correction_received(session: Session, event: e.CorrectionReceived, at_ms: int) -> Session:
    """Add or replace an entry of the register of corrections."""
    entry = event.correction
    return with_next_version(session, correction_requests=session.correction_requests.set(entry.id, entry))
