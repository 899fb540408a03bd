"""When the sitting will end at this pace (product.md, F6; practice.md §5, row 40)."""

from ipu_session.domain.ids import RequestId
from ipu_session.domain.rules import Kind
from ipu_session.domain.state import Session

_ENOUGH = 3
"""So many speeches must have been held before their average counts as the pace."""


def needed_ms(session: Session, now_ms: int) -> int:
    """Return the time that whoever speaks and all who wait will need, change-over included."""
    share = pace(session)
    waiting_ms = sum(_expected_ms(session, request, share) for request in session.queue)
    waiting_ms += len(session.queue) * session.rules.changeover_ms
    floor = session.floor
    return waiting_ms + (0 if floor is None else max(0, floor.remaining_ms(now_ms)))


def forecast_end_ms(session: Session, now_ms: int) -> int | None:
    """Return when the sitting will end (UTC), or None while no sitting is open."""
    return None if session.sitting is None else now_ms + needed_ms(session, now_ms)


def pace(session: Session) -> float:
    """Return the time used as a share of that allotted, over the speeches held; 1.0 until there are three."""
    held = [i for i in session.interventions.values() if i.kind is Kind.SPEECH and i.ended]
    allotted_ms = sum(intervention.allotted_ms for intervention in held)
    if len(held) < _ENOUGH or not allotted_ms:
        return 1.0
    return sum(intervention.spoken_ms(0) for intervention in held) / allotted_ms


def _expected_ms(session: Session, request_id: RequestId, share: float) -> int:
    request = session.requests[request_id]
    category = session.person(request.delegate).category
    return round(session.rules.allotment_ms(request.kind, category) * share)
