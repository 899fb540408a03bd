"""Orders that the program may propose, with the reason for each place (product.md, P5)."""

from collections.abc import Callable

from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.list_positions import Place, Scheme, Why
from ipu_session.domain.model.session import Gender, Person, Session
from ipu_session.domain.queries.ages import is_young, session_day
from ipu_session.domain.queries.statistics import groups_of, party_of, speeches
from ipu_session.domain.text.person_identity import identity_of

Order = tuple[Place, ...]


def propose(session: Session, scheme: Scheme) -> Order:
    """Return the speakers list in another order, each place with its reason; equal names keep their order."""
    return _SCHEMES[scheme](session)


def _alternation(session: Session) -> Order:
    """Women and men in turn, beginning with the other than spoke last; who states neither keeps the place."""
    left = list(session.speakers)
    stated = [person.gender for person in _heard(session) if person.gender is not Gender.NOT_STATED]
    before = stated[-1] if stated else Gender.NOT_STATED
    places: list[Place] = []
    while left:
        request = next((r for r in left if _suits(_person(session, r).gender, before)), left[0])
        left.remove(request)
        gender = _person(session, request).gender
        places.append(Place(request, _turn(gender, before)))
        before = before if gender is Gender.NOT_STATED else gender
    return tuple(places)


def _suits(gender: Gender, before: Gender) -> bool:
    return gender is Gender.NOT_STATED or gender is not before


def _turn(gender: Gender, before: Gender) -> Why:
    if gender is Gender.NOT_STATED:
        return Why.GENDER_NOT_STATED
    if before is Gender.NOT_STATED:
        return Why.BEGINS
    if gender is before:
        return Why.NO_OTHER_GENDER_LEFT
    return Why.AFTER_A_MAN if before is Gender.MAN else Why.AFTER_A_WOMAN


def _first_time(session: Session) -> Order:
    heard = set(_heard(session))
    known = {identity_of(person) for person in heard}
    parties = {party_of(person) for person in heard}

    def spoke(request: RequestId) -> bool:
        person = _person(session, request)
        return identity_of(person) in known if person.name else party_of(person) in parties

    return _halves(session, lambda r: not spoke(r), Why.FIRST_TIME, Why.HEARD_BEFORE)


def _young_first(session: Session) -> Order:
    day, limit = session_day(session), session.rules.young_under
    return _halves(session, lambda r: is_young(_person(session, r), limit, day), Why.YOUNG, Why.NOT_YOUNG)


def _first_speakers(session: Session) -> Order:
    """The first speaker of each delegation before any second one (practice.md §5, row 10)."""
    seen = {party_of(person) for person in _heard(session)}
    first: set[RequestId] = set()
    for request in session.speakers:
        party = party_of(_person(session, request))
        if party not in seen:
            first.add(request)
        seen.add(party)
    return _halves(session, first.__contains__, Why.FIRST_SPEAKER, Why.FURTHER_SPEAKER)


def _unheard_groups(session: Session) -> Order:
    """As long as there is one: the first name of a group that nobody has spoken for."""
    heard = {group for person in _heard(session) for group in groups_of(session, person)}
    left, places = list(session.speakers), []
    while left:
        request, group = next(
            ((r, g) for r in left for g in groups_of(session, _person(session, r)) if g not in heard),
            (left[0], ""),
        )
        left.remove(request)
        heard.update(groups_of(session, _person(session, request)))
        places.append(Place(request, Why.UNHEARD_GROUP if group else Why.GROUPS_HEARD, group))
    return tuple(places)


def _not_twice(session: Session) -> Order:
    """Nobody right after the same delegation, as long as another one waits."""
    heard = _heard(session)
    before = party_of(heard[-1]) if heard else None
    left, places = list(session.speakers), []
    while left:
        request = next((r for r in left if party_of(_person(session, r)) != before), left[0])
        left.remove(request)
        party = party_of(_person(session, request))
        places.append(Place(request, Why.SAME_DELEGATION_LEFT if party == before else Why.OTHER_DELEGATION))
        before = party
    return tuple(places)


def _halves(session: Session, first: Callable[[RequestId], bool], one: Why, other: Why) -> Order:
    chosen = [Place(request, one) for request in session.speakers if first(request)]
    rest = [Place(request, other) for request in session.speakers if not first(request)]
    return (*chosen, *rest)


def _person(session: Session, request: RequestId) -> Person:
    return session.person(session.requests[request].delegate)


def _heard(session: Session) -> list[Person]:
    """Return who has held a speech, or is holding one, in order."""
    return [session.person(speech.delegate) for speech in speeches(session)]


_SCHEMES: dict[Scheme, Callable[[Session], Order]] = {
    Scheme.ALTERNATION: _alternation,
    Scheme.FIRST_TIME: _first_time,
    Scheme.YOUNG_FIRST: _young_first,
    Scheme.UNHEARD_GROUPS: _unheard_groups,
    Scheme.NOT_TWICE: _not_twice,
    Scheme.FIRST_SPEAKERS: _first_speakers,
}
