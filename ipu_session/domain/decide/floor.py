"""Rules of the floor: give, pause, grant, end."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.allotment import allotment_ms, young_extra_ms
from ipu_session.domain.decide.common import known, next_id, require, the_floor, the_sitting
from ipu_session.domain.model.ids import InterventionId, Moment, RequestId, SittingId
from ipu_session.domain.model.intervention import GrantReason, Intervention
from ipu_session.domain.model.rules import DAY, Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.rejections import Reason


def give_floor(command: c.GiveFloor, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Give the floor to a request; a sitting is opened if none is open."""
    require(session.floor is None, Reason.FLOOR_TAKEN)
    opened = sitting_opened(session, now)
    require(session.queue, Reason.LIST_EMPTY)
    chosen = session.next_up[0] if command.request is None else command.request
    require(chosen in session.queue, Reason.NOT_WAITING)
    return (*opened, *_given(session, chosen, InterventionId(next_id(session, len(opened)))))


def end_intervention(command: c.EndIntervention, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Take the floor back; a point of order ends by its ruling, a motion by its decision."""
    intervention = the_floor(session)
    require(not the_sitting(session).suspended, Reason.SITTING_SUSPENDED)
    require(intervention.kind is not Kind.POINT_OF_ORDER, Reason.POINT_OF_ORDER_PENDING)
    require(session.motion is None, Reason.MOTION_PENDING)
    return finished(intervention)


def pause_speech(command: c.PauseSpeech, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Stop the speaker's clock."""
    intervention = the_floor(session)
    require(intervention.watch.phase is Phase.RUNNING, Reason.NOT_RUNNING)
    return (e.SpeechPaused(intervention.id),)


def resume_speech(command: c.ResumeSpeech, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Let the speaker's clock go on."""
    intervention = the_floor(session)
    require(intervention.watch.phase is Phase.PAUSED, Reason.NOT_PAUSED)
    return (e.SpeechResumed(intervention.id),)


def grant_time(command: c.GrantTime, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Add time on top of the allotment, or take some back."""
    intervention = the_floor(session)
    require(command.granted_ms, Reason.NOTHING_CHANGES)
    require(intervention.limited, Reason.NO_LIMIT)
    require(0 <= intervention.limit_ms() + command.granted_ms <= DAY, Reason.OUT_OF_RANGE)
    return (e.TimeGranted(intervention.id, command.granted_ms, command.reason),)


def set_allotment(command: c.SetAllotment, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Give whoever has the floor another allotment; what was granted on top stays."""
    intervention = the_floor(session)
    require(0 <= command.allotted_ms <= DAY, Reason.OUT_OF_RANGE)
    require(command.allotted_ms + intervention.granted_ms >= 0, Reason.OUT_OF_RANGE)
    if command.allotted_ms == intervention.allotted_ms:
        return ()
    return (e.AllotmentChanged(intervention.id, command.allotted_ms),)


def finished(intervention: Intervention) -> tuple[e.Event, ...]:
    """Return the events that end an intervention; a speech that it interrupted goes on where it stood."""
    held = intervention.interrupts
    return (e.InterventionEnded(intervention.id), *(() if held is None else (e.SpeechRestored(held),)))


def sitting_opened(session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Return the event that opens a sitting where none is open; refuse while it is suspended."""
    if session.sitting is None:
        return (e.SittingOpened(SittingId(next_id(session)), now.offset_min),)
    require(not session.sitting.suspended, Reason.SITTING_SUSPENDED)
    return ()


def _given(session: Session, chosen: RequestId, intervention: InterventionId) -> tuple[e.Event, ...]:
    request = known(session.requests, chosen)
    allotted_ms = allotment_ms(session, request.delegate, request.kind)
    given = e.FloorGiven(intervention, request.id, request.delegate, request.kind, allotted_ms, None)
    extra_ms = young_extra_ms(session, request.delegate, request.kind) if allotted_ms else 0
    return (given, *((e.TimeGranted(intervention, extra_ms, GrantReason.YOUNG),) if extra_ms else ()))
