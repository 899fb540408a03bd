"""Rules of interruptions: a point of order has priority, its own clock and a ruling (practice.md §5)."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import known, next_id, require, the_floor, the_sitting
from ipu_session.domain.decide.floor import ended, sitting_opened
from ipu_session.domain.decide.roster import identified
from ipu_session.domain.errors import Reason
from ipu_session.domain.ids import DelegateId, InterventionId, Moment
from ipu_session.domain.rules import Category, Kind
from ipu_session.domain.state import Person, Session


def raise_point_of_order(command: c.RaisePointOfOrder, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Hold the speech and start the clock of the point of order, at once."""
    floor = session.floor
    require(floor is None or floor.kind is not Kind.POINT_OF_ORDER, Reason.POINT_OF_ORDER_PENDING)
    first = list(sitting_opened(session, now))
    if floor is not None:
        first.append(e.SpeechHeld(floor.id))
    delegate: DelegateId | None = None
    if command.person is not None:
        _check_right(command.person)
        delegate, made_known = identified(session, command.person, len(first))
        first += made_known
    given = e.FloorGiven(
        InterventionId(next_id(session, len(first))),
        None,
        delegate,
        Kind.POINT_OF_ORDER,
        session.rules.point_of_order_ms,
        None if floor is None else floor.id,
    )
    return (*first, given)


def attribute_intervention(
    command: c.AttributeIntervention, session: Session, now: Moment
) -> tuple[e.Event, ...]:
    """Say whose an intervention is; an observer has no point of order and no reply."""
    intervention = known(session.interventions, command.intervention)
    if intervention.kind is Kind.POINT_OF_ORDER:
        _check_right(command.person)
    is_reply = intervention.kind is Kind.REPLY
    observer = command.person.category is Category.OBSERVER
    require(not (is_reply and observer), Reason.OBSERVER_HAS_NO_REPLY)
    delegate, made_known = identified(session, command.person)
    if delegate == intervention.delegate:
        return ()
    return (*made_known, e.InterventionAttributed(intervention.id, delegate))


def rule_point_of_order(command: c.RulePointOfOrder, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Record the ruling; the speech that was held goes on where it stood."""
    intervention = the_floor(session)
    require(intervention.kind is Kind.POINT_OF_ORDER, Reason.NO_POINT_OF_ORDER)
    require(not the_sitting(session).suspended, Reason.SITTING_SUSPENDED)
    held = intervention.interrupts
    return (
        e.PointOfOrderRuled(intervention.id, command.ruling),
        *ended(intervention.id),
        *(() if held is None else (e.SpeechRestored(held),)),
    )


def _check_right(person: Person) -> None:
    require(person.category is not Category.OBSERVER, Reason.OBSERVER_HAS_NO_POINT_OF_ORDER)
