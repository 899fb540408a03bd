"""Allotted time when the floor is given (docs/rules.md#row-14 to #row-18 and #row-23)."""

from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import SECOND, Category, Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.ages import is_young, session_day
from ipu_session.domain.queries.parties import party_of
from ipu_session.domain.queries.tallies import interventions_of_kind

_TIME_SHARING_CATEGORIES = frozenset({Category.MEMBER, Category.ASSOCIATE})


def allotment_ms(session: Session, delegate: DelegateId | None, kind: Kind) -> int:
    """Return the allotment (ms) by the rules; 0 means no limit.

    If the speakers of a delegation share its time: what its earlier speeches left of it, at least one second.
    """
    category = session.person(delegate).category
    earlier = _earlier_interventions(session, delegate, kind)
    by_rule = session.rules.allotment_ms(kind, category, len(earlier))
    if not (
        session.rules.shared_by_delegation and kind is Kind.SPEECH and by_rule and category in _TIME_SHARING_CATEGORIES
    ):
        return by_rule
    used_ms = sum(speech.spoken_ms(0) for speech in interventions_of_party(session, delegate, kind))
    return max(SECOND, by_rule - used_ms)


def young_extra_ms(session: Session, delegate: DelegateId | None, kind: Kind) -> int:
    """Return the extra time (ms) for a young speaker, granted once for each delegation; 0 if none is granted."""
    rules, person = session.rules, session.person(delegate)
    if kind is not Kind.SPEECH or not rules.young_extra_ms or person.category not in _TIME_SHARING_CATEGORIES:
        return 0
    if not is_young(person, rules.young_under, session_day(session)):
        return 0
    day = session_day(session)
    others = interventions_of_party(session, delegate, kind)
    had = any(is_young(session.person(speech.delegate), rules.young_under, day) for speech in others)
    return 0 if had else rules.young_extra_ms


def interventions_of_party(session: Session, delegate: DelegateId | None, kind: Kind) -> tuple[Intervention, ...]:
    """Return the interventions of this kind by any delegate of the same party."""
    party = party_of(session.person(delegate))
    return tuple(
        each for each in interventions_of_kind(session, kind) if party_of(session.person(each.delegate)) == party
    )


def _earlier_interventions(session: Session, delegate: DelegateId | None, kind: Kind) -> tuple[Intervention, ...]:
    """Return the earlier interventions that count: for replies the party's, otherwise the delegate's own."""
    if kind is Kind.REPLY:
        return interventions_of_party(session, delegate, kind)
    return tuple(each for each in session.interventions.values() if each.delegate == delegate and each.kind is kind)
