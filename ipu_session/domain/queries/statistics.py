"""Statistics of a session, for screens and report: who was heard, and for how long.

Rounding rule: each duration is rounded to the nearest second, and totals are sums of the rounded durations. Every
intervention counts once; names never change a figure.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ipu_session.domain.model.ids import ContributionId, DelegateId, DelegationId, InterventionId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import NO_DELEGATION, Gender, Note, Person, Request, RequestState, Session
from ipu_session.domain.model.stopwatch import round_to_seconds
from ipu_session.domain.queries.ages import is_age_known, is_young, session_day
from ipu_session.domain.text.person_identity import name_key

GEOPOLITICAL_GROUPS = ("African", "Arab", "Asia-Pacific", "Eurasia", "GRULAC", "Twelve Plus")
"""The geopolitical groups of the IPU (docs/rules.md#practice-3-1), as the directory names them."""
OWN_CAPACITY = (Category.CO_RAPPORTEUR, Category.CHAIR, Category.EXPERT)
"""Categories that speak for themselves: not for a delegation, whatever country they come from."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A count, and a duration in seconds."""

    count: int = 0
    seconds: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Return the sum."""
        return Tally(self.count + other.count, self.seconds + other.seconds)


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """Figures of a geopolitical group; a delegation in two groups counts in each (docs/rules.md#row-35)."""

    group: str
    delegates: int
    delegations: int
    speeches: Tally


@dataclass(frozen=True, slots=True)
class Participation:
    """Participation: people and delegations count once, however often they spoke; speeches count each."""

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
    """Delegates of whom it is recorded if they are young: the base of the share of the young."""
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


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of a total, in people or in seconds."""

    total: int
    women: int
    men: int
    not_stated: int
    young: int
    groups: tuple[tuple[str, int], ...]
    ages_known: int = 0
    """People of whom it is recorded if they are young, or their seconds: the base of the share of the young."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Balance of the debate (docs/rules.md#g1): people heard, time used (seconds), people waiting."""

    heard: Shares
    time: Shares
    waiting: Shares


@dataclass(frozen=True, slots=True)
class Party:
    """On whose behalf somebody speaks: a delegation, else an organization as typed, else unknown.

    Organizations are compared by their folded names. For somebody who speaks for themselves, ``organization`` is
    their name and ``capacity`` their category.
    """

    delegation: DelegationId = NO_DELEGATION
    organization: str = field(default="", compare=False)
    capacity: Category | None = None
    key: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", name_key(self.organization))


@dataclass(frozen=True, slots=True)
class UnheardRequests:
    """Requests for a speech that were not heard: still waiting, absent when called, or withdrawn."""

    waiting: tuple[Request, ...]
    absent: tuple[Request, ...]
    withdrawn: tuple[Request, ...]


def percent(part: int, whole: int) -> int:
    """Return ``part`` of ``whole`` as a whole percentage, halves rounded up; 0 if ``whole`` is 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def speeches(session: Session) -> tuple[Intervention, ...]:
    """Return the speeches by start time."""
    return interventions_of_kind(session, Kind.SPEECH)


def interventions_of_kind(session: Session, *kinds: Kind) -> tuple[Intervention, ...]:
    """Return the interventions of these kinds by start time."""
    chosen = (i for i in session.interventions.values() if i.kind in kinds)
    return tuple(sorted(chosen, key=lambda i: (i.started_ms, i.id)))


def spoken_seconds(intervention: Intervention, now_ms: int) -> int:
    """Return the time spoken, rounded to seconds."""
    return round_to_seconds(intervention.spoken_ms(now_ms))


def tally(interventions: Iterable[Intervention], now_ms: int) -> Tally:
    """Return the number of interventions and their total time."""
    used = [spoken_seconds(intervention, now_ms) for intervention in interventions]
    return Tally(len(used), sum(used))


def party_of(person: Person) -> Party:
    """Return on whose behalf a person speaks."""
    if speaks_in_own_capacity(person):
        return Party(NO_DELEGATION, person.titled_name, person.category)
    if person.delegation:
        return Party(person.delegation)
    return Party(NO_DELEGATION, person.organization.strip() or person.titled_name)


def speaks_in_own_capacity(person: Person) -> bool:
    """Return whether a person speaks for themselves: an officer of the debate, or an independent expert."""
    if person.category is Category.EXPERT and not person.delegation:
        return not person.organization.strip() and bool(person.name)
    return person.category in OWN_CAPACITY


def party_of_source(
    session: Session, intervention: InterventionId | None, contribution: ContributionId | None
) -> Party:
    """Return on whose behalf something was said or written; an empty `Party` if unknown."""
    if contribution is not None:
        return Party(session.contributions[contribution].delegation)
    said = None if intervention is None else session.interventions.get(intervention)
    return Party() if said is None else party_of(session.person(said.delegate))


def party_of_note(session: Session, note: Note) -> Party:
    """Return on whose behalf a noted statement was said or written; an empty `Party` if unknown."""
    return party_of_source(session, note.intervention, note.contribution)


def groups_of(session: Session, person: Person) -> tuple[str, ...]:
    """Return the geopolitical groups of a person's delegation, in whatever capacity the person speaks."""
    return groups_of_party(session, Party(person.delegation))


def groups_of_party(session: Session, party: Party) -> tuple[str, ...]:
    """Return the geopolitical groups of a party, without duplicates."""
    delegation = session.delegations.get(party.delegation)
    return tuple(dict.fromkeys(delegation.groups)) if delegation else ()


def all_groups(session: Session) -> tuple[str, ...]:
    """Return the groups of the IPU, then any other groups that the directory names."""
    named = {group for delegation in session.delegations.values() for group in delegation.groups}
    return (*GEOPOLITICAL_GROUPS, *sorted(named.difference(GEOPOLITICAL_GROUPS)))


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


def tally_by_party(session: Session, now_ms: int) -> dict[Party, Tally]:
    """Return the number and time of the speeches of each party, in the order first heard."""
    found: dict[Party, Tally] = {}
    for speech in speeches(session):
        party = party_of(session.person(speech.delegate))
        found[party] = found.get(party, Tally()) + Tally(1, spoken_seconds(speech, now_ms))
    return found


def tally_by_delegate(session: Session, now_ms: int) -> dict[DelegateId, Tally]:
    """Return the number and time of the speeches of each delegate heard."""
    found: dict[DelegateId, Tally] = {}
    for speech in speeches(session):
        if speech.delegate is not None:
            told = found.get(speech.delegate, Tally())
            found[speech.delegate] = told + Tally(1, spoken_seconds(speech, now_ms))
    return found


def tally_by_category(session: Session, now_ms: int) -> dict[Category, Tally]:
    """Return the number and time of the speeches by category."""
    found: dict[Category, Tally] = {}
    for speech in speeches(session):
        category = session.person(speech.delegate).category
        found[category] = found.get(category, Tally()) + Tally(1, spoken_seconds(speech, now_ms))
    return {category: found[category] for category in Category if category in found}


def requests_not_heard(session: Session) -> UnheardRequests:
    """Return the requests for a speech that were not heard: *not reached* after the session is closed."""
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
    """Return whether a person speaks as a member and the geopolitical group is not recorded."""
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
