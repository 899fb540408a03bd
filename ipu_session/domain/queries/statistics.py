"""Statistics of a session, for screens and report: who was heard, and for how long.

Durations are in whole seconds, rounded as in `tallies`.
"""

from collections.abc import Callable

from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, Note, Person, Request, RequestState, Session
from ipu_session.domain.model.value import Value
from ipu_session.domain.queries.ages import is_age_known, is_young, session_day
from ipu_session.domain.queries.parties import (
    OWN_CAPACITY,
    all_groups,
    groups_of,
    party_of,
    speaks_in_own_capacity,
)
from ipu_session.domain.queries.tallies import (
    Tally,
    interventions_of_kind,
    speeches,
    spoken_seconds,
    tally,
)
from ipu_session.domain.text.person_identity import name_key


class GroupFigure(Value, frozen=True):
    """Figures of a geopolitical group; a delegation in two groups counts in each (docs/rules.md#row-35)."""

    group: str
    delegates: int
    delegations: int
    speeches: Tally


class Participation(Value, frozen=True):
    """Participation: people and delegations count once, however often they spoke; every speech counts."""

    speeches: Tally
    delegates: int
    parliaments: int
    associates: int
    organizations: int
    women: int
    men: int
    not_stated: int
    young: int
    women_time: Tally
    men_time: Tally
    not_stated_time: Tally
    groups: tuple[GroupFigure, ...]
    points_of_order: Tally
    replies: Tally
    questions: Tally
    responses: Tally
    has_shared_groups: bool
    ages_known: int = 0
    """Number of delegates whose age is known (`is_age_known`): the base of the share of the young."""
    groups_unknown: int = 0
    """Number of members heard whose geopolitical group is not recorded."""
    own_capacity: tuple[tuple[Category, int], ...] = ()
    """Number of delegates who spoke for themselves, by category; included in ``delegates``."""
    own_groups: bool = False
    """Whether somebody who spoke for themselves is counted in the group of a parliament."""

    @property
    def gender_stated(self) -> int:
        """Number of delegates whose gender is stated: the base of percentages (docs/rules.md#row-34)."""
        return self.women + self.men


class Shares(Value, frozen=True):
    """Parts of a total, in people or in seconds."""

    total: int
    women: int
    men: int
    not_stated: int
    young: int
    groups: tuple[tuple[str, int], ...]
    ages_known: int = 0
    """People whose age is known (`is_age_known`), or their seconds: the base of the share of the young."""


class Balance(Value, frozen=True):
    """Balance of the debate (docs/rules.md#g1): people heard, time used (seconds), people waiting."""

    heard: Shares
    time: Shares
    waiting: Shares


class UnheardRequests(Value, frozen=True):
    """Requests for a speech that were not heard: still waiting, absent when called, or withdrawn."""

    waiting: tuple[Request, ...]
    absent: tuple[Request, ...]
    withdrawn: tuple[Request, ...]


def percent(part: int, whole: int) -> int:
    """Return ``part`` of ``whole`` as a whole percentage, halves rounded up; 0 if ``whole`` is 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def participation(session: Session, now_ms: int) -> Participation:
    """Return the participation figures; a speech that is going on counts with its time until ``now_ms``."""
    held = speeches(session)
    people = _persons_heard(session, held)
    day = session_day(session)
    times = {gender: tally(_speeches_by_gender(session, held, gender), now_ms) for gender in Gender}
    return Participation(
        speeches=tally(held, now_ms),
        delegates=len(people),
        parliaments=_count_delegations(session, people, Category.MEMBER),
        associates=_count_delegations(session, people, Category.ASSOCIATE),
        organizations=_count_organizations(session, people),
        women=_count_gender(people, Gender.WOMAN),
        men=_count_gender(people, Gender.MAN),
        not_stated=_count_gender(people, Gender.NOT_STATED),
        young=sum(is_young(person, session.rules.young_under, day) for person in people),
        women_time=times[Gender.WOMAN],
        men_time=times[Gender.MAN],
        not_stated_time=times[Gender.NOT_STATED],
        groups=_group_figures(session, held, people, now_ms),
        points_of_order=tally(interventions_of_kind(session, Kind.POINT_OF_ORDER), now_ms),
        replies=tally(interventions_of_kind(session, Kind.REPLY), now_ms),
        questions=tally(interventions_of_kind(session, Kind.QUESTION), now_ms),
        responses=tally(interventions_of_kind(session, Kind.RESPONSE), now_ms),
        has_shared_groups=any(len(groups_of(session, person)) > 1 for person in people),
        ages_known=sum(is_age_known(person, day) for person in people),
        groups_unknown=sum(_has_unknown_group(session, person) for person in people),
        own_capacity=_count_own_capacity(people),
        own_groups=any(speaks_in_own_capacity(person) and groups_of(session, person) for person in people),
    )


def balance(session: Session, now_ms: int) -> Balance:
    """Return the shares of people heard, of time used and of people waiting for a speech."""
    held = speeches(session)
    heard = [(person, 1) for person in _persons_heard(session, held)]
    time = [(session.person(i.delegate), spoken_seconds(i, now_ms)) for i in held]
    delegates = dict.fromkeys(r.delegate for r in _waiting_requests(session))
    waiting = [(session.person(delegate), 1) for delegate in delegates]
    return Balance(_compute_shares(session, heard), _compute_shares(session, time), _compute_shares(session, waiting))


def heard_shares(session: Session) -> Shares:
    """Return only the shares of people heard: the part of the balance that is always on the screen."""
    return _compute_shares(session, [(person, 1) for person in _persons_heard(session, speeches(session))])


def requests_not_heard(session: Session) -> UnheardRequests:
    """Return the requests for a speech that were not heard; after the debate those waiting are *not reached*."""
    return UnheardRequests(
        _waiting_requests(session),
        _requests_in_state(session, RequestState.ABSENT),
        _requests_in_state(session, RequestState.WITHDRAWN),
    )


def notes_in_order(session: Session, wanted: Callable[[Note], bool] | None = None) -> tuple[Note, ...]:
    """Return the notes for which ``wanted`` is true (default: all), in the order taken."""
    notes = session.notes.values()
    chosen = notes if wanted is None else filter(wanted, notes)
    return tuple(sorted(chosen, key=lambda note: (note.taken_ms, note.id)))


def _persons_heard(session: Session, held: tuple[Intervention, ...]) -> list[Person]:
    delegates = dict.fromkeys(i.delegate for i in held if i.delegate is not None)
    return [session.person(delegate) for delegate in delegates]


def _count_own_capacity(people: list[Person]) -> tuple[tuple[Category, int], ...]:
    found = [person.category for person in people if speaks_in_own_capacity(person)]
    return tuple((category, found.count(category)) for category in OWN_CAPACITY if category in found)


def _has_unknown_group(session: Session, person: Person) -> bool:
    """Return whether a person speaks for a Member Parliament whose geopolitical group is not recorded."""
    return person.category is Category.MEMBER and not groups_of(session, person)


def _count_delegations(session: Session, people: list[Person], category: Category) -> int:
    ids = _delegations_of(session, people)
    return sum(session.delegations[delegation].category is category for delegation in ids)


def _count_organizations(session: Session, people: list[Person]) -> int:
    typed = {
        name_key(p.organization)
        for p in people
        if not p.delegation and p.organization.strip() and not speaks_in_own_capacity(p)
    }
    ids = _delegations_of(session, people)
    full = (Category.MEMBER, Category.ASSOCIATE)
    return len(typed) + sum(session.delegations[delegation].category not in full for delegation in ids)


def _delegations_of(session: Session, people: list[Person]) -> set[DelegationId]:
    ids = {party_of(person).delegation for person in people}
    return {delegation for delegation in ids if delegation in session.delegations}


def _speeches_by_gender(session: Session, held: tuple[Intervention, ...], gender: Gender) -> list[Intervention]:
    return [i for i in held if session.person(i.delegate).gender is gender]


def _count_gender(people: list[Person], gender: Gender) -> int:
    return sum(person.gender is gender for person in people)


def _group_figures(
    session: Session, held: tuple[Intervention, ...], people: list[Person], now_ms: int
) -> tuple[GroupFigure, ...]:
    delegates: dict[str, int] = {}
    delegations: dict[str, set[DelegationId]] = {}
    for person in people:
        for group in groups_of(session, person):
            delegates[group] = delegates.get(group, 0) + 1
            delegations.setdefault(group, set()).add(person.delegation)
    times: dict[str, Tally] = {}
    for speech in held:
        for group in groups_of(session, session.person(speech.delegate)):
            times[group] = times.get(group, Tally()) + Tally(1, spoken_seconds(speech, now_ms))
    return tuple(
        GroupFigure(group, delegates.get(group, 0), len(delegations.get(group, ())), times.get(group, Tally()))
        for group in all_groups(session)
    )


def _compute_shares(session: Session, weighed: list[tuple[Person, int]]) -> Shares:
    day = session_day(session)
    genders = dict.fromkeys(Gender, 0)
    groups = dict.fromkeys(all_groups(session), 0)
    young = ages = 0
    for person, weight in weighed:
        genders[person.gender] += weight
        young += weight if is_young(person, session.rules.young_under, day) else 0
        ages += weight if is_age_known(person, day) else 0
        for group in groups_of(session, person):
            groups[group] += weight
    return Shares(
        sum(weight for _, weight in weighed),
        genders[Gender.WOMAN],
        genders[Gender.MAN],
        genders[Gender.NOT_STATED],
        young,
        tuple(groups.items()),
        ages,
    )


def _waiting_requests(session: Session) -> tuple[Request, ...]:
    return tuple(r for r in (session.requests[n] for n in session.queue) if r.kind is Kind.SPEECH)


def _requests_in_state(session: Session, state: RequestState) -> tuple[Request, ...]:
    chosen = (r for r in session.requests.values() if r.state is state and r.kind is Kind.SPEECH)
    return tuple(sorted(chosen, key=lambda r: (r.made_ms, r.id)))
