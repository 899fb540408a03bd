"""Rules of timing gaps: a gap is recorded with the spoken time for both answers, then the user answers."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import current_sitting, next_id, reject_unless
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.model.ids import GapId, Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.timing_gap_log import measure


@decides(c.RecordTimingGap)
def record_timing_gap(command: c.RecordTimingGap, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Record a gap, with the intervention whose clock ran and its spoken time; refused if no sitting is open."""
    current_sitting(session)
    step = command.cause is TimingGapCause.CLOCK_SET
    reject_unless(step or command.to_ms > command.from_ms, Reason.OUT_OF_RANGE)
    gap = measure(session, command.cause, command.from_ms, command.to_ms, now.utc_ms)
    return (
        e.GapFound(
            GapId(next_id(session)),
            command.cause,
            gap.from_ms,
            command.to_ms,
            gap.intervention,
            gap.spoken_ms,
            gap.other_ms,
        ),
    )


@decides(c.ResolveTimingGap)
def resolve_timing_gap(command: c.ResolveTimingGap, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Record whether the latest unresolved gap counts."""
    if session.unresolved_gap is None:
        raise RejectedError(Reason.NO_GAP)
    return (e.GapAnswered(session.unresolved_gap.id, command.counted),)
