"""Rules of the sitting: open, suspend, resume, close."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import current_sitting, next_id, reject_unless
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.model.ids import SittingId, Timestamp
from ipu_session.domain.model.motions import MotionDecision
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason


@decides(c.OpenSitting)
def open_sitting(command: c.OpenSitting, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Open a sitting, with the machine's present UTC offset."""
    reject_unless(session.sitting is None, Reason.SITTING_OPEN)
    return (e.SittingOpened(SittingId(next_id(session)), now.offset_min),)


@decides(c.SuspendSitting)
def suspend_sitting(command: c.SuspendSitting, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Suspend the sitting and hold the speaker's clock."""
    reject_unless(not current_sitting(session).is_suspended, Reason.SITTING_SUSPENDED)
    held = () if session.speaking is None else (e.SpeechHeld(session.speaking),)
    return (*held, e.SittingSuspended(command.reason.strip()))


@decides(c.ResumeSitting)
def resume_sitting(command: c.ResumeSitting, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Resume the sitting, and the speech that the suspension held."""
    reject_unless(current_sitting(session).is_suspended, Reason.NOT_SUSPENDED)
    # The speech that had the floor at the suspension was the last one held.
    restored = tuple(e.SpeechRestored(held) for held in session.held[-1:])
    return (e.SittingResumed(), *restored)


@decides(c.ExplainSuspension)
def explain_suspension(command: c.ExplainSuspension, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Record the reason of the suspension."""
    sitting, reason = current_sitting(session), command.reason.strip()
    reject_unless(sitting.is_suspended, Reason.NOT_SUSPENDED)
    return () if sitting.suspensions[-1].reason == reason else (e.SuspensionExplained(reason),)


@decides(c.CloseSitting)
def close_sitting(command: c.CloseSitting, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Close the sitting: open interventions end, and an undecided motion lapses."""
    current_sitting(session)
    speaking = () if session.speaking is None else (session.speaking,)
    motion = session.pending_motion
    return (
        *(e.InterventionEnded(intervention) for intervention in (*speaking, *reversed(session.held))),
        *(() if motion is None else (e.MotionDecided(motion.id, MotionDecision.LAPSED),)),
        e.SittingClosed(),
    )
