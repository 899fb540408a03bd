"""Rules of the floor: give it, pause, grant time, end."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.allotment import allotment_ms, young_extra_ms
from ipu_session.domain.decide.common import current_floor, current_sitting, get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.model.ids import InterventionId, RequestId, SittingId, Timestamp
from ipu_session.domain.model.intervention import GrantReason, Intervention
from ipu_session.domain.model.rules import DAY, Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.rejections import Reason


@decides(c.GiveFloor)
def give_floor(command: c.GiveFloor, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Give the floor to a request; opens a sitting if none is open."""
    reject_unless(session.floor is None, Reason.FLOOR_TAKEN)
    opened = open_sitting_events(session, now)
    reject_unless(session.queue, Reason.LIST_EMPTY)
    request_id = session.calling_order[0] if command.request is None else command.request
    reject_unless(request_id in session.queue, Reason.NOT_WAITING)
    return (*opened, *_give_floor_events(session, request_id, InterventionId(next_id(session, len(opened)))))


@decides(c.EndIntervention)
def end_intervention(command: c.EndIntervention, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """End the intervention on the floor; refused for a point of order (its ruling ends it) and for a pending motion."""
    intervention = current_floor(session)
    reject_unless(not current_sitting(session).is_suspended, Reason.SITTING_SUSPENDED)
    reject_unless(intervention.kind is not Kind.POINT_OF_ORDER, Reason.POINT_OF_ORDER_PENDING)
    reject_unless(session.pending_motion is None, Reason.MOTION_PENDING)
    return end_events(intervention)


@decides(c.PauseSpeech)
def pause_speech(command: c.PauseSpeech, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Pause the speaker's clock."""
    intervention = current_floor(session)
    reject_unless(intervention.stopwatch.phase is Phase.RUNNING, Reason.NOT_RUNNING)
    return (e.SpeechPaused(intervention.id),)


@decides(c.ResumeSpeech)
def resume_speech(command: c.ResumeSpeech, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Resume the speaker's clock."""
    intervention = current_floor(session)
    reject_unless(intervention.stopwatch.phase is Phase.PAUSED, Reason.NOT_PAUSED)
    return (e.SpeechResumed(intervention.id),)


@decides(c.GrantTime)
def grant_time(command: c.GrantTime, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Grant time on top of the allotment, or take some back."""
    intervention = current_floor(session)
    reject_unless(command.granted_ms, Reason.NOTHING_CHANGES)
    reject_unless(intervention.has_limit, Reason.NO_LIMIT)
    reject_unless(0 <= intervention.limit_ms() + command.granted_ms <= DAY, Reason.OUT_OF_RANGE)
    return (e.TimeGranted(intervention.id, command.granted_ms, command.reason),)


@decides(c.SetAllotment)
def set_allotment(command: c.SetAllotment, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Change the allotment of the intervention on the floor; the time granted on top does not change."""
    intervention = current_floor(session)
    reject_unless(0 <= command.allotted_ms <= DAY, Reason.OUT_OF_RANGE)
    reject_unless(command.allotted_ms + intervention.granted_ms >= 0, Reason.OUT_OF_RANGE)
    if command.allotted_ms == intervention.allotted_ms:
        return ()
    return (e.AllotmentChanged(intervention.id, command.allotted_ms),)


def end_events(intervention: Intervention) -> tuple[e.Event, ...]:
    """Return the events that end an intervention and resume the intervention that it interrupted, if any."""
    interrupted = intervention.interrupts
    return (e.InterventionEnded(intervention.id), *(() if interrupted is None else (e.SpeechRestored(interrupted),)))


def open_sitting_events(session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Return the event that opens a sitting if none is open; refused while the sitting is suspended."""
    if session.sitting is None:
        return (e.SittingOpened(SittingId(next_id(session)), now.offset_min),)
    reject_unless(not session.sitting.is_suspended, Reason.SITTING_SUSPENDED)
    return ()


def _give_floor_events(session: Session, request_id: RequestId, intervention: InterventionId) -> tuple[e.Event, ...]:
    request = get_or_reject(session.requests, request_id)
    allotted_ms = allotment_ms(session, request.delegate, request.kind)
    given = e.FloorGiven(intervention, request.id, request.delegate, request.kind, allotted_ms, None)
    extra_ms = young_extra_ms(session, request.delegate, request.kind) if allotted_ms else 0
    return (given, *((e.TimeGranted(intervention, extra_ms, GrantReason.YOUNG),) if extra_ms else ()))
