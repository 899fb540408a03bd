"""Rules of the machine's own accidents: they are recorded with both figures, and asked about."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import next_id, require, the_sitting
from ipu_session.domain.errors import Reason, RejectedError
from ipu_session.domain.gaps import GapCause
from ipu_session.domain.ids import GapId, Moment
from ipu_session.domain.state import Session
from ipu_session.domain.timing import Phase


def note_gap(command: c.NoteGap, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Record a gap while a sitting is open; whose clock ran through it, and to what figures."""
    the_sitting(session)
    floor = session.floor
    running = floor if floor is not None and floor.watch.phase is Phase.RUNNING else None
    step = command.cause is GapCause.CLOCK_SET
    require(step or command.to_ms > command.from_ms, Reason.OUT_OF_RANGE)
    from_ms = command.from_ms
    if running is not None and not step:
        from_ms = min(max(from_ms, running.watch.since_ms), command.to_ms)
    spoken_ms = 0 if running is None else running.spoken_ms(now.utc_ms)
    unwatched_ms = 0 if step or running is None else command.to_ms - from_ms
    return (
        e.GapFound(
            GapId(next_id(session)),
            command.cause,
            from_ms,
            command.to_ms,
            None if running is None else running.id,
            spoken_ms,
            max(0, spoken_ms - unwatched_ms),
        ),
    )


def answer_gap(command: c.AnswerGap, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Say whether the gap counts."""
    if session.open_gap is None:
        raise RejectedError(Reason.NO_GAP)
    return (e.GapAnswered(session.open_gap.id, command.counted),)
