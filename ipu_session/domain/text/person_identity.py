"""Who is the same person: by delegation, organization and name, whatever the spelling of their letters."""

from functools import lru_cache

from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.session import Person
from ipu_session.domain.text.text_folding import fold

Identity = tuple[DelegationId, str, str]


def identity_of(person: Person) -> Identity:
    """Return by what a person is known again: two people are the same if these are equal."""
    return person.delegation, name_key(person.organization), name_key(person.name)


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """Return a name folded; one that is nothing but signs stays as it is, so that it equals itself alone."""
    return fold(name) or name.strip()
