"""Event handlers for the speakers list."""

from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_fields, with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.list_positions import LotDrawing, MoveCause, PositionReason
from ipu_session.domain.model.session import ListChange, Request, RequestState, Session


@evolves(e.RequestMade)
def request_made(session: Session, event: e.RequestMade, at_ms: int) -> Session:
    """Add a request at the end of the queue."""
    new = Request(event.request, event.delegate, event.kind, at_ms, themes=event.themes)
    added = with_next_version(session, requests=session.requests.set(new.id, new), queue=(*session.queue, new.id))
    return _set_position_reason(added, new.id, PositionReason(MoveCause.ARRIVAL, at_ms, _list_position(added, new.id)))


@evolves(e.RequestMoved)
def request_moved(session: Session, event: e.RequestMoved, at_ms: int) -> Session:
    """Move a request within the queue."""
    before = _list_position(session, event.request)
    others = _queue_without(session, event.request)
    moved = with_next_version(session, queue=(*others[: event.position], event.request, *others[event.position :]))
    position = _list_position(moved, event.request)
    return _set_position_reason(moved, event.request, PositionReason(MoveCause.MOVED, at_ms, position, before))


@evolves(e.RequestsSwapped)
def requests_swapped(session: Session, event: e.RequestsSwapped, at_ms: int) -> Session:
    """Exchange the places of two requests."""
    other = {event.one: event.other, event.other: event.one}
    swapped = with_next_version(session, queue=tuple(other.get(request, request) for request in session.queue))
    for request, partner in other.items():
        before, position = _list_position(session, request), _list_position(swapped, request)
        swapped = _set_position_reason(
            swapped, request, PositionReason(MoveCause.EXCHANGED, at_ms, position, before, exchanged_with=partner)
        )
    return swapped


@evolves(e.LotsDrawn)
def lots_drawn(session: Session, event: e.LotsDrawn, at_ms: int) -> Session:
    """Reorder the requests for a speech as drawn; those after the cap become reserves."""
    requests = session.requests
    for position, request in enumerate(event.order, start=1):
        reason = PositionReason(MoveCause.DRAWN, at_ms, position, seed=event.seed)
        reserve = bool(event.cap) and position > event.cap
        requests = requests.set(request, replace(requests[request], position_reason=reason, reserve=reserve))
    drawing = LotDrawing(at_ms, event.seed, event.before, event.order, event.cap)
    return with_next_version(
        session, requests=requests, queue=(*event.order, *session.replies), drawings=(*session.drawings, drawing)
    )


@evolves(e.OrderAccepted)
def order_accepted(session: Session, event: e.OrderAccepted, at_ms: int) -> Session:
    """Reorder the requests for a speech as proposed."""
    requests = session.requests
    for position, proposed in enumerate(event.places, start=1):
        reason = PositionReason(MoveCause.ACCEPTED, at_ms, position, why=proposed.why, detail=proposed.detail)
        requests = requests.set(proposed.request, replace(requests[proposed.request], position_reason=reason))
    order = tuple(proposed.request for proposed in event.places)
    return with_next_version(session, requests=requests, queue=(*order, *session.replies))


@evolves(e.RequestReserved)
def request_reserved(session: Session, event: e.RequestReserved, at_ms: int) -> Session:
    """Make a request a reserve, or a regular one again."""
    request = replace(session.requests[event.request], reserve=event.reserve)
    return with_next_version(session, requests=session.requests.set(request.id, request))


@evolves(e.RequestWithdrawn)
def request_withdrawn(session: Session, event: e.RequestWithdrawn, at_ms: int) -> Session:
    """Take a withdrawn request off the queue."""
    return remove_from_queue(session, event.request, RequestState.WITHDRAWN)


@evolves(e.RequestPassedOver)
def request_passed_over(session: Session, event: e.RequestPassedOver, at_ms: int) -> Session:
    """Move a request to the end of the queue and count the absence."""
    counted = _count_absence(session, event.request)
    last = with_fields(counted, queue=(*_queue_without(session, event.request), event.request))
    before, position = _list_position(session, event.request), _list_position(last, event.request)
    return _set_position_reason(last, event.request, PositionReason(MoveCause.PASSED_OVER, at_ms, position, before))


@evolves(e.RequestAbsent)
def request_absent(session: Session, event: e.RequestAbsent, at_ms: int) -> Session:
    """Take an absent request off the queue and count the absence."""
    return remove_from_queue(_count_absence(session, event.request), event.request, RequestState.ABSENT)


@evolves(e.RequestRestored)
def request_restored(session: Session, event: e.RequestRestored, at_ms: int) -> Session:
    """Add a request at the end of the queue again."""
    waiting = remove_from_queue(session, event.request, RequestState.WAITING)
    last = with_fields(waiting, queue=(*waiting.queue, event.request))
    return _set_position_reason(
        last, event.request, PositionReason(MoveCause.RESTORED, at_ms, _list_position(last, event.request))
    )


@evolves(e.ListClosingAnnounced)
def list_closing_announced(session: Session, event: e.ListClosingAnnounced, at_ms: int) -> Session:
    """Set the announced closing time of the list."""
    return with_next_version(session, closing_announced_ms=event.closes_ms)


@evolves(e.ListClosed)
def list_closed(session: Session, event: e.ListClosed, at_ms: int) -> Session:
    """Record that the list is closed."""
    return with_fields(
        session,
        list_changes=(*session.list_changes, ListChange(at_ms, closed=True, remaining=event.remaining)),
        closing_announced_ms=None,
    )


@evolves(e.ListReopened)
def list_reopened(session: Session, event: e.ListReopened, at_ms: int) -> Session:
    """Record that the list is open again."""
    change = ListChange(at_ms, closed=False, remaining=len(session.queue))
    return with_next_version(session, list_changes=(*session.list_changes, change))


def remove_from_queue(session: Session, request_id: RequestId, state: RequestState) -> Session:
    """Return the session with a request in another state and off the queue."""
    request = replace(session.requests[request_id], state=state)
    return with_fields(
        session, requests=session.requests.set(request_id, request), queue=_queue_without(session, request_id)
    )


def _list_position(session: Session, request: RequestId) -> int:
    """Return the place of a waiting request on its own list (speakers or replies), from 1."""
    return session.list_containing(request).index(request) + 1


def _set_position_reason(session: Session, request_id: RequestId, reason: PositionReason) -> Session:
    request = replace(session.requests[request_id], position_reason=reason)
    return with_fields(session, requests=session.requests.set(request_id, request))


def _queue_without(session: Session, request: RequestId) -> tuple[RequestId, ...]:
    return tuple(other for other in session.queue if other != request)


def _count_absence(session: Session, request_id: RequestId) -> Session:
    request = session.requests[request_id]
    counted = replace(request, absences=request.absences + 1)
    return with_next_version(session, requests=session.requests.set(request_id, counted))
