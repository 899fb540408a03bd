"""Rules of corrections: the times of an ended intervention can be corrected, and the old values are stored."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.allotment import allotment_ms
from ipu_session.domain.decide.common import get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.interruptions import check_speaking_right
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.decide.roster import resolve_delegate
from ipu_session.domain.model.ids import DelegateId, InterventionId, RequestId, SittingId, Timestamp
from ipu_session.domain.model.intervention import TimeAccount
from ipu_session.domain.model.rules import DAY, Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason


@decides(c.CorrectIntervention)
def correct_intervention(command: c.CorrectIntervention, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Correct the times of an intervention that has ended."""
    intervention = get_or_reject(session.interventions, command.intervention)
    reject_unless(intervention.is_ended, Reason.NOT_ENDED)
    _check_times(command.ledger, now)
    before = intervention.time_account(now.utc_ms)
    if before == command.ledger:
        return ()
    return (e.InterventionCorrected(intervention.id, before, command.ledger),)


@decides(c.DeleteIntervention)
def delete_intervention(command: c.DeleteIntervention, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Delete an intervention that has ended; its notes stay, bound to no intervention."""
    intervention = get_or_reject(session.interventions, command.intervention)
    reject_unless(intervention.is_ended, Reason.NOT_ENDED)
    return (e.InterventionDeleted(intervention.id, command.reason.strip()),)


@decides(c.EnterIntervention)
def enter_intervention(command: c.EnterIntervention, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Enter an intervention recorded on paper; the delegate's waiting request of this kind becomes *heard*."""
    check_speaking_right(command.person, command.kind)
    reject_unless(session.sittings, Reason.NO_SITTING)
    reject_unless(command.spoken_ms > 0, Reason.OUT_OF_RANGE)
    delegate, added = resolve_delegate(session, command.person)
    allotted_ms = command.allotted_ms
    if allotted_ms is None:
        allotted_ms = _default_allotment_ms(session, delegate, command)
    account = TimeAccount(command.started_ms, allotted_ms, 0, command.spoken_ms, 0)
    _check_times(account, now)
    entered = e.InterventionEntered(
        InterventionId(next_id(session, len(added))),
        _waiting_request(session, delegate, command.kind),
        delegate,
        command.kind,
        _sitting_at(session, command.started_ms),
        account,
    )
    return (*added, entered)


def _default_allotment_ms(session: Session, delegate: DelegateId, command: c.EnterIntervention) -> int:
    if delegate in session.delegates:
        return allotment_ms(session, delegate, command.kind)
    return session.rules.allotment_ms(command.kind, command.person.category)


def _waiting_request(session: Session, delegate: DelegateId, kind: Kind) -> RequestId | None:
    requests = [session.requests[number] for number in session.queue]
    return next((request.id for request in requests if request.delegate == delegate and request.kind is kind), None)


def _sitting_at(session: Session, at_ms: int) -> SittingId:
    opened = [sitting for sitting in session.sittings if sitting.opened_ms <= at_ms]
    return (opened[-1] if opened else session.sittings[0]).id


def _check_times(account: TimeAccount, now: Timestamp) -> None:
    lengths = (account.allotted_ms, account.spoken_ms, account.paused_ms, account.allotted_ms + account.granted_ms)
    reject_unless(all(0 <= length <= DAY for length in lengths), Reason.OUT_OF_RANGE)
    reject_unless(0 <= account.started_ms <= now.utc_ms, Reason.NOT_YET)
