"""Rules of final versions and of the register of corrections: late corrections are flagged, never refused."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.model.ids import CorrectionId, Timestamp
from ipu_session.domain.model.report_versions import CorrectionRequest
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason


@decides(c.FinalizeReport)
def finalize_report(command: c.FinalizeReport, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Make the report final; refused unless the last sitting is closed and something changed since the last version."""
    reject_unless(session.is_closed, Reason.DEBATE_NOT_CLOSED)
    latest = session.final_versions[-1] if session.final_versions else None
    reject_unless(latest is None or latest.version != session.version, Reason.NOTHING_CHANGES)
    return (e.ReportFinalized(1 if latest is None else latest.number + 1),)


@decides(c.RegisterCorrection)
def register_correction(command: c.RegisterCorrection, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Register a correction, or replace its entry."""
    text = command.text.strip()
    reject_unless(text, Reason.EMPTY_TEXT)
    if command.delegation:
        get_or_reject(session.delegations, command.delegation, Reason.UNKNOWN_DELEGATION)
    if command.correction is not None:
        get_or_reject(session.correction_requests, command.correction)
    entry = CorrectionRequest(
        CorrectionId(next_id(session)) if command.correction is None else command.correction,
        command.delegation,
        command.person.strip(),
        command.received,
        text,
        command.answer,
        command.note.strip(),
    )
    return () if session.correction_requests.get(entry.id) == entry else (e.CorrectionReceived(entry),)
