"""Speaking orders that the program can propose, with a reason for each place (docs/rules.md#p5)."""

from collections.abc import Callable

from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.list_positions import OrderEntry, OrderReason, OrderScheme
from ipu_session.domain.model.session import Gender, Person, Session
from ipu_session.domain.queries.ages import is_young, session_day
from ipu_session.domain.queries.parties import groups_of, party_of
from ipu_session.domain.queries.tallies import speeches
from ipu_session.domain.text.person_identity import identity_of

ProposedOrder = tuple[OrderEntry, ...]


def propose_order(session: Session, scheme: OrderScheme) -> ProposedOrder:
    """Return the speakers list in the order of ``scheme``, with a reason for each place.

    Requests that the scheme does not distinguish stay in their order.
    """
    return _SCHEMES[scheme](session)


def _alternation(session: Session) -> ProposedOrder:
    """Women and men in turn, starting with the gender that did not speak last.

    A request whose gender is not stated is taken as soon as it is the first one left.
    """
    left = list(session.speakers)
    stated = [person.gender for person in _persons_heard(session) if person.gender is not Gender.NOT_STATED]
    before = stated[-1] if stated else Gender.NOT_STATED
    places: list[OrderEntry] = []
    while left:
        request = next((r for r in left if _may_follow(_person(session, r).gender, before)), left[0])
        left.remove(request)
        gender = _person(session, request).gender
        places.append(OrderEntry(request, _alternation_reason(gender, before)))
        before = before if gender is Gender.NOT_STATED else gender
    return tuple(places)


def _may_follow(gender: Gender, before: Gender) -> bool:
    return gender is Gender.NOT_STATED or gender is not before


def _alternation_reason(gender: Gender, before: Gender) -> OrderReason:
    if gender is Gender.NOT_STATED:
        return OrderReason.GENDER_NOT_STATED
    if before is Gender.NOT_STATED:
        return OrderReason.BEGINS
    if gender is before:
        return OrderReason.NO_OTHER_GENDER_LEFT
    return OrderReason.AFTER_A_MAN if before is Gender.MAN else OrderReason.AFTER_A_WOMAN


def _first_time(session: Session) -> ProposedOrder:
    heard = set(_persons_heard(session))
    identities = {identity_of(person) for person in heard}
    parties = {party_of(person) for person in heard}

    def spoke(request: RequestId) -> bool:
        person = _person(session, request)
        return identity_of(person) in identities if person.name else party_of(person) in parties

    return _partition(session, lambda r: not spoke(r), OrderReason.FIRST_TIME, OrderReason.HEARD_BEFORE)


def _young_first(session: Session) -> ProposedOrder:
    day, limit = session_day(session), session.rules.young_under
    return _partition(
        session, lambda r: is_young(_person(session, r), limit, day), OrderReason.YOUNG, OrderReason.NOT_YOUNG
    )


def _first_speakers(session: Session) -> ProposedOrder:
    """The first speaker of each party before any second one (docs/rules.md#row-10)."""
    seen = {party_of(person) for person in _persons_heard(session)}
    first: set[RequestId] = set()
    for request in session.speakers:
        party = party_of(_person(session, request))
        if party not in seen:
            first.add(request)
        seen.add(party)
    return _partition(session, first.__contains__, OrderReason.FIRST_SPEAKER, OrderReason.FURTHER_SPEAKER)


def _unheard_groups(session: Session) -> ProposedOrder:
    """Repeatedly the first request of a group that has not been heard; when there is none, the first request left."""
    heard = {group for person in _persons_heard(session) for group in groups_of(session, person)}
    left, places = list(session.speakers), []
    while left:
        request, group = next(
            ((r, g) for r in left for g in groups_of(session, _person(session, r)) if g not in heard), (left[0], "")
        )
        left.remove(request)
        heard.update(groups_of(session, _person(session, request)))
        places.append(OrderEntry(request, OrderReason.UNHEARD_GROUP if group else OrderReason.GROUPS_HEARD, group))
    return tuple(places)


def _not_twice(session: Session) -> ProposedOrder:
    """No party twice in a row, as long as another one waits."""
    heard = _persons_heard(session)
    before = party_of(heard[-1]) if heard else None
    left, places = list(session.speakers), []
    while left:
        request = next((r for r in left if party_of(_person(session, r)) != before), left[0])
        left.remove(request)
        party = party_of(_person(session, request))
        places.append(
            OrderEntry(request, OrderReason.SAME_DELEGATION_LEFT if party == before else OrderReason.OTHER_DELEGATION)
        )
        before = party
    return tuple(places)


def _partition(
    session: Session, first: Callable[[RequestId], bool], one: OrderReason, other: OrderReason
) -> ProposedOrder:
    chosen = [OrderEntry(request, one) for request in session.speakers if first(request)]
    others = [OrderEntry(request, other) for request in session.speakers if not first(request)]
    return (*chosen, *others)


def _person(session: Session, request: RequestId) -> Person:
    return session.person(session.requests[request].delegate)


def _persons_heard(session: Session) -> list[Person]:
    """Return the persons of the speeches so far, by start time; a person with two speeches twice."""
    return [session.person(speech.delegate) for speech in speeches(session)]


_SCHEMES: dict[OrderScheme, Callable[[Session], ProposedOrder]] = {
    OrderScheme.ALTERNATION: _alternation,
    OrderScheme.FIRST_TIME: _first_time,
    OrderScheme.YOUNG_FIRST: _young_first,
    OrderScheme.UNHEARD_GROUPS: _unheard_groups,
    OrderScheme.NOT_TWICE: _not_twice,
    OrderScheme.FIRST_SPEAKERS: _first_speakers,
}
