"""Rules of the sitting: open, suspend, resume, close."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import next_id, require, the_sitting
from ipu_session.domain.model.ids import Moment, SittingId
from ipu_session.domain.model.motions import Decision
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason


def open_sitting(command: c.OpenSitting, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Open a sitting, in the time zone that the machine says now."""
    require(session.sitting is None, Reason.SITTING_OPEN)
    return (e.SittingOpened(SittingId(next_id(session)), now.offset_min),)


def suspend_sitting(command: c.SuspendSitting, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Freeze the room; the speaker's clock is held."""
    require(not the_sitting(session).suspended, Reason.SITTING_SUSPENDED)
    held = () if session.speaking is None else (e.SpeechHeld(session.speaking),)
    return (*held, e.SittingSuspended(command.reason.strip()))


def resume_sitting(command: c.ResumeSitting, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Let the room go on, and the speaker where the clock stood."""
    require(the_sitting(session).suspended, Reason.NOT_SUSPENDED)
    # Whoever had the floor when the sitting was suspended was held last.
    restored = tuple(e.SpeechRestored(held) for held in session.held[-1:])
    return (e.SittingResumed(), *restored)


def explain_suspension(command: c.ExplainSuspension, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Say why the sitting stands still."""
    sitting, reason = the_sitting(session), command.reason.strip()
    require(sitting.suspended, Reason.NOT_SUSPENDED)
    return () if sitting.suspensions[-1].reason == reason else (e.SuspensionExplained(reason),)


def close_sitting(command: c.CloseSitting, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Close the sitting; every open intervention ends with it, and a motion that is not decided lapses."""
    the_sitting(session)
    speaking = () if session.speaking is None else (session.speaking,)
    motion = session.motion
    return (
        *(e.InterventionEnded(intervention) for intervention in (*speaking, *reversed(session.held))),
        *(() if motion is None else (e.MotionDecided(motion.id, Decision.LAPSED),)),
        e.SittingClosed(),
    )
