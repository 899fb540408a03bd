"""What follows from events about the speakers list."""

from dataclasses import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import changed
from ipu_session.domain.ids import RequestId
from ipu_session.domain.state import ListChange, Request, RequestState, Session


def request_made(session: Session, event: e.RequestMade, at_ms: int) -> Session:
    """One more waits, at the end."""
    new = Request(event.request, event.delegate, event.kind, at_ms, themes=event.themes)
    return changed(session, requests=session.requests.set(new.id, new), queue=(*session.queue, new.id))


def request_moved(session: Session, event: e.RequestMoved, at_ms: int) -> Session:
    """A request waits at another place."""
    rest = _without(session, event.request)
    return changed(session, queue=(*rest[: event.position], event.request, *rest[event.position :]))


def request_withdrawn(session: Session, event: e.RequestWithdrawn, at_ms: int) -> Session:
    """A request is off the list."""
    return taken_off(session, event.request, RequestState.WITHDRAWN)


def request_passed_over(session: Session, event: e.RequestPassedOver, at_ms: int) -> Session:
    """A request waits at the end, its absence counted."""
    counted = _counted(session, event.request)
    return replace(counted, queue=(*_without(session, event.request), event.request))


def request_absent(session: Session, event: e.RequestAbsent, at_ms: int) -> Session:
    """A request is off the list, absent."""
    return taken_off(_counted(session, event.request), event.request, RequestState.ABSENT)


def request_restored(session: Session, event: e.RequestRestored, at_ms: int) -> Session:
    """A request waits again, at the end."""
    waiting = taken_off(session, event.request, RequestState.WAITING)
    return replace(waiting, queue=(*waiting.queue, event.request))


def list_closed(session: Session, event: e.ListClosed, at_ms: int) -> Session:
    """No more names are taken."""
    return replace(
        session,
        list_changes=(*session.list_changes, ListChange(at_ms, closed=True, remaining=event.remaining)),
    )


def list_reopened(session: Session, event: e.ListReopened, at_ms: int) -> Session:
    """Names are taken again."""
    change = ListChange(at_ms, closed=False, remaining=len(session.queue))
    return changed(session, list_changes=(*session.list_changes, change))


def taken_off(session: Session, request_id: RequestId, state: RequestState) -> Session:
    """Return the session with a request off the list, in another state."""
    request = replace(session.requests[request_id], state=state)
    return replace(
        session, requests=session.requests.set(request_id, request), queue=_without(session, request_id)
    )


def _without(session: Session, request: RequestId) -> tuple[RequestId, ...]:
    return tuple(other for other in session.queue if other != request)


def _counted(session: Session, request_id: RequestId) -> Session:
    request = session.requests[request_id]
    counted = replace(request, absences=request.absences + 1)
    return changed(session, requests=session.requests.set(request_id, counted))
