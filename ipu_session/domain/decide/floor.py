"""Rules of the floor: give, pause, grant, end."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import known, next_id, require, the_floor, the_sitting
from ipu_session.domain.errors import Reason
from ipu_session.domain.evolve import evolve_all
from ipu_session.domain.ids import DelegateId, InterventionId, Moment, RequestId, SittingId
from ipu_session.domain.rules import Kind
from ipu_session.domain.state import Session
from ipu_session.domain.timing import Phase


def give_floor(command: c.GiveFloor, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Give the floor to a request; a sitting is opened if none is open."""
    require(session.floor is None, Reason.FLOOR_TAKEN)
    opened = sitting_opened(session, now)
    require(session.queue, Reason.LIST_EMPTY)
    chosen = session.queue[0] if command.request is None else command.request
    require(chosen in session.queue, Reason.NOT_WAITING)
    return (*opened, _given(session, chosen, next_id(session, len(opened))))


def end_intervention(command: c.EndIntervention, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Take the floor back; a point of order ends by its ruling."""
    intervention = the_floor(session)
    require(not the_sitting(session).suspended, Reason.SITTING_SUSPENDED)
    require(intervention.kind is not Kind.POINT_OF_ORDER, Reason.POINT_OF_ORDER_PENDING)
    return ended(intervention.id)


def end_and_next(command: c.EndAndNext, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Take the floor back and give it to the next, if anybody waits."""
    first = end_intervention(c.EndIntervention(), session, now)
    after = evolve_all(session, first, now.utc_ms)
    return (*first, *(give_floor(c.GiveFloor(), after, now) if after.queue else ()))


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
    require(intervention.limit_ms() + command.granted_ms >= 0, Reason.OUT_OF_RANGE)
    return (e.TimeGranted(intervention.id, command.granted_ms),)


def ended(intervention: InterventionId) -> tuple[e.Event, ...]:
    """Return the event that ends an intervention."""
    return (e.InterventionEnded(intervention),)


def sitting_opened(session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Return the event that opens a sitting where none is open; refuse while it is suspended."""
    if session.sitting is None:
        return (e.SittingOpened(SittingId(next_id(session)), now.offset_min),)
    require(not session.sitting.suspended, Reason.SITTING_SUSPENDED)
    return ()


def _given(session: Session, chosen: RequestId, intervention: int) -> e.FloorGiven:
    request = known(session.requests, chosen)
    earlier = _made_by(session, request.delegate, request.kind)
    category = session.person(request.delegate).category
    allotted_ms = session.rules.allotment_ms(request.kind, category, earlier)
    return e.FloorGiven(
        InterventionId(intervention), request.id, request.delegate, request.kind, allotted_ms, None
    )


def _made_by(session: Session, delegate: DelegateId, kind: Kind) -> int:
    def counts(intervention_id: InterventionId) -> bool:
        intervention = session.interventions[intervention_id]
        return intervention.delegate == delegate and intervention.kind is kind

    return sum(counts(intervention_id) for intervention_id in session.interventions)
