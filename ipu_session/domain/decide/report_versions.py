"""Rules of final versions and of the register of corrections: a late one is flagged, never refused."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import known, next_id, require
from ipu_session.domain.model.ids import CorrectionId, Moment
from ipu_session.domain.model.report_versions import ReceivedCorrection
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason


def finalize_report(command: c.FinalizeReport, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Make the report final; the debate has to be closed, and something new since the last final version."""
    require(session.closed, Reason.DEBATE_NOT_CLOSED)
    latest = session.finals[-1] if session.finals else None
    require(latest is None or latest.version != session.version, Reason.NOTHING_CHANGES)
    return (e.ReportFinalized(1 if latest is None else latest.number + 1),)


def register_correction(command: c.RegisterCorrection, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Register a correction, or write its entry anew."""
    text = command.text.strip()
    require(text, Reason.EMPTY_TEXT)
    if command.delegation:
        known(session.delegations, command.delegation, Reason.UNKNOWN_DELEGATION)
    if command.correction is not None:
        known(session.received, command.correction)
    entry = ReceivedCorrection(
        CorrectionId(next_id(session)) if command.correction is None else command.correction,
        command.delegation,
        command.person.strip(),
        command.received,
        text,
        command.answer,
        command.note.strip(),
    )
    return () if session.received.get(entry.id) == entry else (e.CorrectionReceived(entry),)
