"""What *end, next* means: whose turn it is after whoever has the floor now."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import require, the_floor, the_sitting
from ipu_session.domain.decide.floor import end_intervention, give_floor
from ipu_session.domain.decide.procedure import next_on_motion, response
from ipu_session.domain.evolve import evolve_all
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason


def end_and_next(command: c.EndAndNext, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Take the floor back and give it to whoever has it next, if anybody.

    A question is followed by its response, an interruption by the speech that it held, the mover of a motion
    by one against it and the chair, and a speech by the next on the list.
    """
    floor = the_floor(session)
    require(not the_sitting(session).suspended, Reason.SITTING_SUSPENDED)
    require(floor.kind is not Kind.POINT_OF_ORDER, Reason.POINT_OF_ORDER_PENDING)
    if session.motion is not None:
        return next_on_motion(session, floor)
    if floor.kind is Kind.QUESTION and floor.request is None:
        return response(session, floor)
    first = end_intervention(c.EndIntervention(), session, now)
    after = evolve_all(session, first, now.utc_ms)
    goes_on = after.floor is not None or not after.queue
    return (*first, *(() if goes_on else give_floor(c.GiveFloor(), after, now)))
