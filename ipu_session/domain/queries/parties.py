"""On whose behalf somebody speaks: a delegation, an organization, or themselves; and the geopolitical groups."""

from msgspec.structs import force_setattr

from ipu_session.domain.model.ids import ContributionId, DelegationId, InterventionId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import NO_DELEGATION, Note, Person, Session
from ipu_session.domain.model.value import Value
from ipu_session.domain.text.person_identity import name_key

GEOPOLITICAL_GROUPS = ("African", "Arab", "Asia-Pacific", "Eurasia", "GRULAC", "Twelve Plus")
"""The geopolitical groups of the IPU (docs/rules.md#practice-3-1), as the directory names them."""
OWN_CAPACITY = (Category.CO_RAPPORTEUR, Category.CHAIR, Category.EXPERT)
"""Categories whose speakers speak for themselves, not for the delegation recorded for them."""


class Party(Value, frozen=True, eq=False):
    """On whose behalf somebody speaks: a delegation, else an organization as typed; both empty if unknown.

    Organizations are compared by their folded names. For somebody who speaks for themselves, ``organization`` is
    their name and ``capacity`` their category.
    """

    delegation: DelegationId = NO_DELEGATION
    organization: str = ""
    capacity: Category | None = None
    key: str = ""
    """Folded name of the organization, by which two parties are compared; set by the constructor."""

    def __post_init__(self) -> None:
        force_setattr(self, "key", name_key(self.organization))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Party) and self._identity == other._identity

    def __ne__(self, other: object) -> bool:
        # That of Struct would compare by identity.
        return not self == other

    def __hash__(self) -> int:
        return hash(self._identity)

    @property
    def _identity(self) -> tuple[DelegationId, str, Category | None]:
        return self.delegation, self.key, self.capacity


def party_of(person: Person) -> Party:
    """Return on whose behalf a person speaks; without a delegation or organization, the person's own name."""
    if speaks_in_own_capacity(person):
        return Party(NO_DELEGATION, person.titled_name, person.category)
    if person.delegation:
        return Party(person.delegation)
    return Party(NO_DELEGATION, person.organization.strip() or person.titled_name)


def speaks_in_own_capacity(person: Person) -> bool:
    """Return whether a person speaks for themselves: the chair, a co-Rapporteur or an expert.

    Without a delegation, an expert with an organization speaks for it.
    """
    if person.category is Category.EXPERT and not person.delegation:
        return not person.organization.strip() and bool(person.name)
    return person.category in OWN_CAPACITY


def party_of_source(
    session: Session, intervention: InterventionId | None, contribution: ContributionId | None
) -> Party:
    """Return on whose behalf something was said or written; an empty `Party` if unknown."""
    if contribution is not None:
        return Party(session.contributions[contribution].delegation)
    speech = None if intervention is None else session.interventions.get(intervention)
    return Party() if speech is None else party_of(session.person(speech.delegate))


def party_of_note(session: Session, note: Note) -> Party:
    """Return on whose behalf the statement in a note was said or written; an empty `Party` if unknown."""
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
