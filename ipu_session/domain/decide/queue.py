"""Rules of the speakers list (docs/rules.md#practice-2-2, §5); none of them affects a running clock."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.interruptions import check_speaking_right
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.decide.roster import DelegateIndex, resolve_delegate
from ipu_session.domain.decide.themes import resolve_themes
from ipu_session.domain.exchange.import_results import ImportedSpeaker
from ipu_session.domain.model.ids import DelegateId, RequestId, ThemeId, Timestamp
from ipu_session.domain.model.rules import DAY, Kind
from ipu_session.domain.model.session import Person, Request, RequestState, Session
from ipu_session.domain.queries.lot_drawing import MODULUS, draw_order
from ipu_session.domain.queries.parties import party_of
from ipu_session.domain.queries.tallies import interventions_of_kind
from ipu_session.domain.rejections import Reason

_ABSENCES_FORGIVEN = 1
"""Number of absences for which a request only moves to the end of the list (docs/rules.md#row-29)."""


@decides(c.AddRequest)
def add_request(command: c.AddRequest, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Add a request at the end of the list; a closed list still takes replies."""
    themes = resolve_themes(command.themes, session)
    reject_unless(command.kind is Kind.REPLY or not session.is_list_closed, Reason.LIST_CLOSED)
    check_speaking_right(command.person, command.kind)
    if command.kind is Kind.REPLY:
        _check_reply_limit(session, command.person)
    delegate, added = resolve_delegate(session, command.person)
    # A delegate who is added by this command cannot be waiting already.
    reject_unless(bool(added) or not _is_waiting(session, delegate, command.kind), Reason.ALREADY_WAITING)
    request = RequestId(next_id(session, len(added)))
    return (*added, e.RequestMade(request, delegate, command.kind, themes))


@decides(c.ImportSpeakers)
def import_speakers(command: c.ImportSpeakers, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Add an imported list at the end, in one transaction; delegates who already wait are skipped."""
    reject_unless(not command.speakers or not session.is_list_closed, Reason.LIST_CLOSED)
    known_delegates = DelegateIndex(session)
    waiting = {
        session.requests[number].delegate for number in session.queue if session.requests[number].kind is Kind.SPEECH
    }
    events: list[e.Event] = []
    for speaker in command.speakers:
        themes = resolve_themes(_theme_ids(speaker, session), session)
        delegate, added = resolve_delegate(session, speaker.person, len(events), known_delegates)
        if delegate in waiting:
            continue
        waiting.add(delegate)
        events += added
        request = RequestId(next_id(session, len(events)))
        events.append(e.RequestMade(request, delegate, Kind.SPEECH, themes))
    return tuple(events)


@decides(c.MoveRequest)
def move_request(command: c.MoveRequest, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Move a waiting request within its own list (speakers or replies)."""
    reject_unless(command.request in session.queue, Reason.NOT_WAITING)
    own_list = session.list_containing(command.request)
    position = max(0, min(command.position, len(own_list) - 1))
    if own_list.index(command.request) == position:
        return ()
    return (e.RequestMoved(command.request, session.queue.index(own_list[position])),)


@decides(c.SwapRequests)
def swap_requests(command: c.SwapRequests, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Exchange the places of two requests; the Chair is informed, not asked (docs/rules.md#practice-2-2)."""
    reject_unless({command.one, command.other} <= set(session.queue), Reason.NOT_WAITING)
    reject_unless(command.other in session.list_containing(command.one), Reason.OTHER_LIST)
    return () if command.one == command.other else (e.RequestsSwapped(command.one, command.other),)


@decides(c.DrawLots)
def draw_lots(command: c.DrawLots, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Draw lots among the waiting requests for a speech; refused if there are fewer than two."""
    reject_unless(0 < command.seed < MODULUS, Reason.OUT_OF_RANGE)
    before = session.speakers
    reject_unless(len(before) > 1, Reason.LIST_EMPTY)
    return (e.LotsDrawn(command.seed, before, draw_order(command.seed, before), session.rules.lots_cap),)


@decides(c.AcceptOrder)
def accept_order(command: c.AcceptOrder, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Apply a proposed order; refused if the list has changed since it was proposed."""
    order = tuple(entry.request for entry in command.places)
    reject_unless(sorted(order) == sorted(session.speakers), Reason.ORDER_OUTDATED)
    return () if order == session.speakers else (e.OrderAccepted(command.scheme, command.places),)


@decides(c.SetReserve)
def set_reserve(command: c.SetReserve, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Make a request a reserve, or a regular one again."""
    reject_unless(command.request in session.speakers, Reason.NOT_WAITING)
    if session.requests[command.request].reserve == command.reserve:
        return ()
    return (e.RequestReserved(command.request, command.reserve),)


@decides(c.AnnounceClosing)
def announce_closing(command: c.AnnounceClosing, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Announce when the list will be closed; it does not close by itself: that takes `CloseList`."""
    reject_unless(not session.is_list_closed, Reason.LIST_CLOSED)
    in_ms = session.rules.announcement_ms if command.in_ms is None else command.in_ms
    reject_unless(0 <= in_ms <= DAY, Reason.OUT_OF_RANGE)
    return (e.ListClosingAnnounced(now.utc_ms + in_ms),)


@decides(c.WithdrawRequest)
def withdraw_request(command: c.WithdrawRequest, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Withdraw a request."""
    reject_unless(command.request in session.queue, Reason.NOT_WAITING)
    return (e.RequestWithdrawn(command.request),)


@decides(c.MarkAbsent)
def mark_absent(command: c.MarkAbsent, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Move a request to the end after the first absence, and mark it absent after the next."""
    request = get_or_reject(session.requests, command.request)
    reject_unless(request.id in session.queue, Reason.NOT_WAITING)
    if request.absences < _ABSENCES_FORGIVEN:
        return (e.RequestPassedOver(request.id),)
    return (e.RequestAbsent(request.id),)


@decides(c.RestoreRequest)
def restore_request(command: c.RestoreRequest, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Let a withdrawn or absent request wait again."""
    request = get_or_reject(session.requests, command.request)
    reject_unless(request.state in {RequestState.WITHDRAWN, RequestState.ABSENT}, Reason.WAITING)
    reject_unless(not _is_waiting(session, request.delegate, request.kind), Reason.ALREADY_WAITING)
    return (e.RequestRestored(request.id),)


@decides(c.CloseList)
def close_list(command: c.CloseList, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Close the list for new names."""
    reject_unless(not session.is_list_closed, Reason.LIST_CLOSED)
    return (e.ListClosed(len(session.queue)),)


@decides(c.ReopenList)
def reopen_list(command: c.ReopenList, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Reopen the list."""
    reject_unless(session.is_list_closed, Reason.LIST_OPEN)
    return (e.ListReopened(),)


def _check_reply_limit(session: Session, person: Person) -> None:
    """RejectedError if the party has as many replies, given or waiting, as the rules allow (docs/rules.md#row-23)."""
    party = party_of(person)

    def same(delegate: DelegateId | None) -> bool:
        return party_of(session.person(delegate)) == party

    given = sum(same(reply.delegate) for reply in interventions_of_kind(session, Kind.REPLY))
    waiting = sum(same(session.requests[request].delegate) for request in session.replies)
    reject_unless(given + waiting < session.rules.replies_for_each_delegation, Reason.NO_MORE_REPLIES)


def _is_waiting(session: Session, delegate: DelegateId, kind: Kind) -> bool:
    def same(request: Request) -> bool:
        return request.delegate == delegate and request.kind is kind

    return any(same(session.requests[request]) for request in session.queue)


def _theme_ids(speaker: ImportedSpeaker, session: Session) -> tuple[ThemeId, ...]:
    return tuple(theme.id for theme in session.themes if theme.number in speaker.themes)
