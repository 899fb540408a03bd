"""What follows from events about the speakers list."""

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import also, changed
from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.list_positions import Cause, Drawing, Standing
from ipu_session.domain.model.session import ListChange, Request, RequestState, Session


def request_made(session: Session, event: e.RequestMade, at_ms: int) -> Session:
    """One more waits, at the end."""
    new = Request(event.request, event.delegate, event.kind, at_ms, themes=event.themes)
    made = changed(session, requests=session.requests.set(new.id, new), queue=(*session.queue, new.id))
    return _standing(made, new.id, Standing(Cause.ARRIVAL, at_ms, _place(made, new.id)))


def request_moved(session: Session, event: e.RequestMoved, at_ms: int) -> Session:
    """A request waits at another place."""
    before = _place(session, event.request)
    rest = _without(session, event.request)
    moved = changed(session, queue=(*rest[: event.position], event.request, *rest[event.position :]))
    place = _place(moved, event.request)
    return _standing(moved, event.request, Standing(Cause.MOVED, at_ms, place, before))


def requests_swapped(session: Session, event: e.RequestsSwapped, at_ms: int) -> Session:
    """Two have each other's places."""
    other = {event.one: event.other, event.other: event.one}
    swapped = changed(session, queue=tuple(other.get(request, request) for request in session.queue))
    for request, partner in other.items():
        before, place = _place(session, request), _place(swapped, request)
        swapped = _standing(swapped, request, Standing(Cause.EXCHANGED, at_ms, place, before, other=partner))
    return swapped


def lots_drawn(session: Session, event: e.LotsDrawn, at_ms: int) -> Session:
    """Those waiting for a speech stand as drawn; after the cap they are reserves."""
    requests = session.requests
    for place, request in enumerate(event.order, start=1):
        standing = Standing(Cause.DRAWN, at_ms, place, seed=event.seed)
        reserve = bool(event.cap) and place > event.cap
        requests = requests.set(request, requests[request]._replace(standing=standing, reserve=reserve))
    drawing = Drawing(at_ms, event.seed, event.before, event.order, event.cap)
    return changed(
        session,
        requests=requests,
        queue=(*event.order, *session.replies),
        drawings=(*session.drawings, drawing),
    )


def order_accepted(session: Session, event: e.OrderAccepted, at_ms: int) -> Session:
    """Those waiting for a speech stand as proposed."""
    requests = session.requests
    for place, proposed in enumerate(event.places, start=1):
        standing = Standing(Cause.ACCEPTED, at_ms, place, why=proposed.why, detail=proposed.detail)
        requests = requests.set(proposed.request, requests[proposed.request]._replace(standing=standing))
    order = tuple(proposed.request for proposed in event.places)
    return changed(session, requests=requests, queue=(*order, *session.replies))


def request_reserved(session: Session, event: e.RequestReserved, at_ms: int) -> Session:
    """A request is a reserve, or not any more."""
    request = session.requests[event.request]._replace(reserve=event.reserve)
    return changed(session, requests=session.requests.set(request.id, request))


def request_withdrawn(session: Session, event: e.RequestWithdrawn, at_ms: int) -> Session:
    """A request is off the list."""
    return taken_off(session, event.request, RequestState.WITHDRAWN)


def request_passed_over(session: Session, event: e.RequestPassedOver, at_ms: int) -> Session:
    """A request waits at the end, its absence counted."""
    counted = _counted(session, event.request)
    last = also(counted, queue=(*_without(session, event.request), event.request))
    before, place = _place(session, event.request), _place(last, event.request)
    return _standing(last, event.request, Standing(Cause.PASSED_OVER, at_ms, place, before))


def request_absent(session: Session, event: e.RequestAbsent, at_ms: int) -> Session:
    """A request is off the list, absent."""
    return taken_off(_counted(session, event.request), event.request, RequestState.ABSENT)


def request_restored(session: Session, event: e.RequestRestored, at_ms: int) -> Session:
    """A request waits again, at the end."""
    waiting = taken_off(session, event.request, RequestState.WAITING)
    last = also(waiting, queue=(*waiting.queue, event.request))
    return _standing(last, event.request, Standing(Cause.RESTORED, at_ms, _place(last, event.request)))


def list_closing_announced(session: Session, event: e.ListClosingAnnounced, at_ms: int) -> Session:
    """The list will be closed at that time."""
    return changed(session, closing_announced_ms=event.closes_ms)


def list_closed(session: Session, event: e.ListClosed, at_ms: int) -> Session:
    """No more names are taken."""
    return also(
        session,
        list_changes=(*session.list_changes, ListChange(at_ms, closed=True, remaining=event.remaining)),
        closing_announced_ms=None,
    )


def list_reopened(session: Session, event: e.ListReopened, at_ms: int) -> Session:
    """Names are taken again."""
    change = ListChange(at_ms, closed=False, remaining=len(session.queue))
    return changed(session, list_changes=(*session.list_changes, change))


def taken_off(session: Session, request_id: RequestId, state: RequestState) -> Session:
    """Return the session with a request off the list, in another state."""
    request = session.requests[request_id]._replace(state=state)
    return also(
        session, requests=session.requests.set(request_id, request), queue=_without(session, request_id)
    )


def _place(session: Session, request: RequestId) -> int:
    """Return the place of a waiting request on its own list, from 1."""
    return session.own_list(request).index(request) + 1


def _standing(session: Session, request_id: RequestId, standing: Standing) -> Session:
    request = session.requests[request_id]._replace(standing=standing)
    return also(session, requests=session.requests.set(request_id, request))


def _without(session: Session, request: RequestId) -> tuple[RequestId, ...]:
    return tuple(other for other in session.queue if other != request)


def _counted(session: Session, request_id: RequestId) -> Session:
    request = session.requests[request_id]
    counted = request._replace(absences=request.absences + 1)
    return changed(session, requests=session.requests.set(request_id, counted))
