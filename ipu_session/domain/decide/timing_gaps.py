"""Rules of the machine's own accidents: they are recorded with both figures, and asked about."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import next_id, require, the_sitting
from ipu_session.domain.model.ids import GapId, Moment
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.timing_gaps import GapCause
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.timing_gap_log import measure


def note_gap(command: c.NoteGap, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Record a gap while a sitting is open; whose clock ran through it, and to what figures."""
    the_sitting(session)
    step = command.cause is GapCause.CLOCK_SET
    require(step or command.to_ms > command.from_ms, Reason.OUT_OF_RANGE)
    found = measure(session, command.cause, command.from_ms, command.to_ms, now.utc_ms)
    return (
        e.GapFound(
            GapId(next_id(session)),
            command.cause,
            found.from_ms,
            command.to_ms,
            found.intervention,
            found.spoken_ms,
            found.other_ms,
        ),
    )


def answer_gap(command: c.AnswerGap, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Say whether the gap counts."""
    if session.open_gap is None:
        raise RejectedError(Reason.NO_GAP)
    return (e.GapAnswered(session.open_gap.id, command.counted),)
