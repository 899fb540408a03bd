"""Forecast of the end of the sitting, and the limit that would end it in time (docs/rules.md#f6 and #row-40)."""

from itertools import pairwise

from msgspec.structs import replace

from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import DAY, MINUTE, SECOND, Category, Kind, Rules
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.value import Value
from ipu_session.domain.queries.tallies import speeches

_MIN_SPEECHES = 3
"""Minimum number of speeches from which the pace is calculated, and of intervals for the change-over."""
_PROPOSAL_STEP_MS = 10 * SECOND
_MIN_PROPOSAL_MS = 30 * SECOND
_MAX_CHANGEOVER_MS = 5 * MINUTE
"""A longer interval between two speeches is not a change-over."""
_LIMITED_CATEGORIES = frozenset({Category.MEMBER, Category.ASSOCIATE, Category.EXPERT, Category.CHAIR})


class LimitProposal(Value, frozen=True):
    """Time limit with which the sitting ends as planned, for the ``waiting`` speakers that it applies to.

    Reserves and co-Rapporteurs are not among these. ``each_ms`` is None if the limit would be under 30 seconds.
    """

    waiting: int
    each_ms: int | None
    is_already_met: bool
    """Whether the sitting ends in time with the present limits."""


def needed_ms(session: Session, now_ms: int) -> int:
    """Return the time (ms) that open interventions and waiting requests, without reserves, need with change-overs."""
    share, gap_ms = pace(session), changeover_ms(session)
    waiting = [n for n in session.queue if not session.requests[n].reserve]
    waiting_ms = sum(_expected_ms(session, request, share) + gap_ms for request in waiting)
    return waiting_ms + _remaining_floor_ms(session, now_ms)


def forecast_end_ms(session: Session, now_ms: int) -> int | None:
    """Return the forecast end of the sitting (UTC, ms), or None if no sitting is open."""
    return None if session.sitting is None else now_ms + needed_ms(session, now_ms)


def pace(session: Session) -> float:
    """Return the share of the allotted time that ended speeches used; 1.0 if fewer than three had a limit."""
    held = [
        each for each in session.interventions.values() if each.kind is Kind.SPEECH and each.is_ended and each.has_limit
    ]
    allotted_ms = sum(intervention.allotted_ms for intervention in held)
    if len(held) < _MIN_SPEECHES or not allotted_ms:
        return 1.0
    return sum(intervention.spoken_ms(0) for intervention in held) / allotted_ms


def changeover_ms(session: Session) -> int:
    """Return the time between two speeches (ms): the median of this sitting; the rules' below three values."""
    sitting = session.sitting
    held = [speech for speech in speeches(session) if sitting is not None and speech.sitting == sitting.id]
    gaps = sorted(_pause_between_ms(one, other) for one, other in pairwise(held))
    usual = [gap for gap in gaps if 0 <= gap <= _MAX_CHANGEOVER_MS]
    return usual[len(usual) // 2] if len(usual) >= _MIN_SPEECHES else session.rules.changeover_ms


def planned_end_ms(session: Session, now_ms: int) -> int | None:
    """Return the planned end nearest to ``now_ms`` (UTC, ms); None if none is planned or no sitting is open."""
    hours, colon, minutes = session.details.planned_end.strip().partition(":")
    if session.sitting is None or not (colon and hours.isdecimal() and minutes.isdecimal()):
        return None
    of_day_ms = (int(hours) * 60 + int(minutes) - session.sitting.offset_min) * MINUTE
    later_ms = (of_day_ms - now_ms + DAY // 2) % DAY - DAY // 2
    return now_ms + later_ms


def ran_out_of_time(session: Session) -> bool:
    """Return whether the last sitting was closed at its planned end or later; False if none was planned."""
    last = session.sittings[-1] if session.sittings else None
    if last is None or last.closed_ms is None:
        return False
    still_open = replace(session, sittings=(*session.sittings[:-1], replace(last, closed_ms=None)))
    planned = planned_end_ms(still_open, last.closed_ms)
    return planned is not None and planned <= last.closed_ms


def propose_limit(session: Session, now_ms: int) -> LimitProposal | None:
    """Return the limit to end the sitting as planned; None if no end is planned or the limit would apply to nobody."""
    end_ms = planned_end_ms(session, now_ms)
    sharing = [request for request in session.speakers if _shares_time(session, request)]
    if end_ms is None or not sharing:
        return None
    room_ms = end_ms - now_ms - _fixed_ms(session, now_ms, len(sharing))
    each_ms = room_ms // len(sharing) // _PROPOSAL_STEP_MS * _PROPOSAL_STEP_MS
    limits = [session.rules.allotment_ms(Kind.SPEECH, _category_of(session, request)) for request in sharing]
    is_already_met = 0 not in limits and sum(limits) <= room_ms
    return LimitProposal(len(sharing), each_ms if each_ms >= _MIN_PROPOSAL_MS else None, is_already_met)


def rules_with_proposed_limit(session: Session, now_ms: int) -> Rules | None:
    """Return the rules with the proposed limit, or None if there is no proposal or no need for one."""
    proposal = propose_limit(session, now_ms)
    if proposal is None or proposal.each_ms is None or proposal.is_already_met:
        return None
    return replace(session.rules, delegate_ms=proposal.each_ms, observer_ms=proposal.each_ms)


def _fixed_ms(session: Session, now_ms: int, sharing: int) -> int:
    """Return the time (ms) that does not depend on the limit: change-overs, open interventions, other requests."""
    others = [
        request
        for request in session.queue
        if not session.requests[request].reserve and not _shares_time(session, request)
    ]
    others_ms = sum(_expected_ms(session, request, 1.0) for request in others)
    return _remaining_floor_ms(session, now_ms) + others_ms + (sharing + len(others)) * changeover_ms(session)


def _shares_time(session: Session, request_id: RequestId) -> bool:
    request = session.requests[request_id]
    by_rule = _category_of(session, request_id) in {*_LIMITED_CATEGORIES, Category.OBSERVER}
    return request.kind is Kind.SPEECH and not request.reserve and by_rule


def _category_of(session: Session, request_id: RequestId) -> Category:
    return session.person(session.requests[request_id].delegate).category


def _remaining_floor_ms(session: Session, now_ms: int) -> int:
    open_now = [*session.held, *(() if session.speaking is None else (session.speaking,))]
    speeches_now = [session.interventions[each] for each in open_now]
    return sum(max(0, each.remaining_ms(now_ms)) for each in speeches_now if each.has_limit)


def _pause_between_ms(one: Intervention, other: Intervention) -> int:
    return other.started_ms - (other.started_ms + 1 if one.ended_ms is None else one.ended_ms)


def _expected_ms(session: Session, request_id: RequestId, share: float) -> int:
    request = session.requests[request_id]
    category = session.person(request.delegate).category
    by_rule = session.rules.allotment_ms(request.kind, category)
    return round(by_rule * share) if by_rule else _mean_speech_ms(session)


def _mean_speech_ms(session: Session) -> int:
    """Return the expected length of a speech without a limit (ms): the mean of the speeches so far."""
    held = [each.spoken_ms(0) for each in session.interventions.values() if each.kind is Kind.SPEECH and each.is_ended]
    return sum(held) // len(held) if held else 0
