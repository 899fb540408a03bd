"""The command *end, next*: who has the floor after the present intervention."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import current_floor, current_sitting, reject_unless
from ipu_session.domain.decide.floor import end_intervention, give_floor
from ipu_session.domain.decide.interruptions import next_on_motion_events, response_events
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.evolve import evolve_all
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason


@decides(c.EndAndNext)
def end_and_next(command: c.EndAndNext, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """End the intervention on the floor and give the floor to whoever is next, if anybody.

    A question is followed by its response, an interruption by the speech that it held, the mover of a motion by one
    speaker against it and the chair, and a speech by the next request on the list. Refused while a point of order waits
    for its ruling, or, after these speakers, a motion for its decision.
    """
    floor = current_floor(session)
    reject_unless(not current_sitting(session).is_suspended, Reason.SITTING_SUSPENDED)
    reject_unless(floor.kind is not Kind.POINT_OF_ORDER, Reason.POINT_OF_ORDER_PENDING)
    if session.pending_motion is not None:
        return next_on_motion_events(session, floor)
    if floor.kind is Kind.QUESTION and floor.request is None:
        return response_events(session, floor)
    first = end_intervention(c.EndIntervention(), session, now)
    after = evolve_all(session, first, now.utc_ms)
    goes_on = after.floor is not None or not after.queue
    return (*first, *(() if goes_on else give_floor(c.GiveFloor(), after, now)))
