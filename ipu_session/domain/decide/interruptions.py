"""Rules of interruptions: each holds the speech, has a clock of its own, and gives the floor back."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.allotment import allotment_ms
from ipu_session.domain.decide.common import current_floor, current_sitting, get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.floor import end_events, open_sitting_events
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.decide.roster import resolve_delegate
from ipu_session.domain.model.ids import DelegateId, InterventionId, MotionId, Timestamp
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.motions import Motion, MotionKind
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.queries.tallies import speeches
from ipu_session.domain.rejections import Reason, RejectedError

_NOT_FOR_OBSERVERS = frozenset({Kind.POINT_OF_ORDER, Kind.MOTION, Kind.AGAINST})
_NEXT_KIND_ON_MOTION = {Kind.MOTION: Kind.AGAINST, Kind.AGAINST: Kind.CHAIR}
"""Order of the speakers on a motion."""


@decides(c.RaisePointOfOrder)
def raise_point_of_order(command: c.RaisePointOfOrder, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Hold the intervention on the floor, if any, and start the clock of the point of order at once."""
    floor = session.floor
    reject_unless(floor is None or floor.kind is not Kind.POINT_OF_ORDER, Reason.POINT_OF_ORDER_PENDING)
    return _interrupt_events(session, now, Kind.POINT_OF_ORDER, command.person)


@decides(c.AskQuestion)
def ask_question(command: c.AskQuestion, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Hold the speech for a question to its speaker; if the floor is free, to the latest speaker."""
    reject_unless(session.pending_motion is None, Reason.MOTION_PENDING)
    floor = session.floor
    reject_unless(floor is None or floor.kind in {Kind.SPEECH, Kind.REPLY}, Reason.FLOOR_TAKEN)
    reject_unless(floor is not None or speeches(session), Reason.NOBODY_TO_ASK)
    return _interrupt_events(session, now, Kind.QUESTION, command.person)


@decides(c.ChairSpeaks)
def chair_speaks(command: c.ChairSpeaks, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Hold the speech for a statement of the chair, which has no limit."""
    reject_unless(session.pending_motion is None, Reason.MOTION_PENDING)
    floor = session.floor
    reject_unless(floor is None or floor.kind is not Kind.POINT_OF_ORDER, Reason.POINT_OF_ORDER_PENDING)
    reject_unless(floor is None or floor.kind is not Kind.CHAIR, Reason.FLOOR_TAKEN)
    return _interrupt_events(session, now, Kind.CHAIR, None)


@decides(c.MoveMotion)
def move_motion(command: c.MoveMotion, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Hold the speech for a procedural motion, and give the floor to the mover."""
    reject_unless(session.pending_motion is None, Reason.MOTION_PENDING)
    floor = session.floor
    reject_unless(floor is None or floor.kind in {Kind.SPEECH, Kind.REPLY}, Reason.FLOOR_TAKEN)
    events = _interrupt_events(session, now, Kind.MOTION, command.person)
    return (*events, e.MotionMoved(MotionId(next_id(session, len(events)))))


@decides(c.ExplainMotion)
def explain_motion(command: c.ExplainMotion, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Record what is moved; each kind of motion at most once in a debate, except ``OTHER``."""
    motion = _current_motion(session)
    before = {other.kind for other in session.motions if other.id != motion.id}
    is_repeated = command.motion_kind is not MotionKind.OTHER and command.motion_kind in before
    reject_unless(not is_repeated, Reason.MOTION_MOVED_BEFORE)
    subject = command.subject.strip()
    if (motion.kind, motion.subject) == (command.motion_kind, subject):
        return ()
    return (e.MotionExplained(motion.id, command.motion_kind, subject),)


@decides(c.DecideMotion)
def decide_motion(command: c.DecideMotion, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Record the decision on the motion, end its last intervention, and resume the speech that was held."""
    motion, floor = _current_motion(session), current_floor(session)
    reject_unless(floor.kind is not Kind.POINT_OF_ORDER, Reason.POINT_OF_ORDER_PENDING)
    reject_unless(command.decision, Reason.EMPTY_TEXT)
    return (e.MotionDecided(motion.id, command.decision), *end_events(floor))


@decides(c.AttributeIntervention)
def attribute_intervention(command: c.AttributeIntervention, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Record the delegate of an intervention; refused for an observer without the right to this kind."""
    intervention = get_or_reject(session.interventions, command.intervention)
    check_speaking_right(command.person, intervention.kind)
    delegate, added = resolve_delegate(session, command.person)
    if delegate == intervention.delegate:
        return ()
    return (*added, e.InterventionAttributed(intervention.id, delegate))


@decides(c.RulePointOfOrder)
def rule_point_of_order(command: c.RulePointOfOrder, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Record the ruling and resume the speech that was held."""
    intervention = current_floor(session)
    reject_unless(intervention.kind is Kind.POINT_OF_ORDER, Reason.NO_POINT_OF_ORDER)
    reject_unless(not current_sitting(session).is_suspended, Reason.SITTING_SUSPENDED)
    return (e.PointOfOrderRuled(intervention.id, command.ruling), *end_events(intervention))


def next_on_motion_events(session: Session, floor: Intervention) -> tuple[e.Event, ...]:
    """Return the events that give the floor to the next speaker on a motion; RejectedError after the chair."""
    kind = _NEXT_KIND_ON_MOTION.get(floor.kind)
    if kind is None:
        raise RejectedError(Reason.MOTION_PENDING)
    intervention_id = InterventionId(next_id(session, 1))
    allotted_ms = session.rules.motion_ms
    return (
        e.InterventionEnded(floor.id),
        e.FloorGiven(intervention_id, None, None, kind, allotted_ms, floor.interrupts),
    )


def response_events(session: Session, question: Intervention) -> tuple[e.Event, ...]:
    """Return the events that end a question and give the floor to the person asked, for the response."""
    interrupted = question.interrupts
    speech = speeches(session)[-1] if interrupted is None else session.interventions[interrupted]
    intervention_id = InterventionId(next_id(session, 1))
    allotted_ms = session.rules.response_ms
    return (
        e.InterventionEnded(question.id),
        e.FloorGiven(intervention_id, None, speech.delegate, Kind.RESPONSE, allotted_ms, interrupted),
    )


def check_speaking_right(person: Person, kind: Kind) -> None:
    """Raise RejectedError if an observer has no right to this kind of intervention (docs/rules.md#practice-2-1)."""
    observer = person.category is Category.OBSERVER
    reject_unless(not (observer and kind in _NOT_FOR_OBSERVERS), Reason.OBSERVER_HAS_NO_POINT_OF_ORDER)
    reject_unless(not (observer and kind is Kind.REPLY), Reason.OBSERVER_HAS_NO_REPLY)


def _interrupt_events(session: Session, now: Timestamp, kind: Kind, person: Person | None) -> tuple[e.Event, ...]:
    """Return the events that hold the intervention on the floor, if any, and give the floor to an interruption."""
    floor = session.floor
    first = list(open_sitting_events(session, now))
    if floor is not None:
        first.append(e.SpeechHeld(floor.id))
    delegate: DelegateId | None = None
    if person is not None:
        check_speaking_right(person, kind)
        delegate, added = resolve_delegate(session, person, len(first))
        first += added
    intervention_id = InterventionId(next_id(session, len(first)))
    allotted_ms = allotment_ms(session, None, kind)
    interrupts = None if floor is None else floor.id
    return (*first, e.FloorGiven(intervention_id, None, delegate, kind, allotted_ms, interrupts))


def _current_motion(session: Session) -> Motion:
    if session.pending_motion is None:
        raise RejectedError(Reason.NO_MOTION)
    return session.pending_motion
