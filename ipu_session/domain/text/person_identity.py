"""Identity of a person: delegation, organization and name, compared by their folded forms."""

from functools import lru_cache

from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.session import Person
from ipu_session.domain.text.text_folding import fold

Identity = tuple[DelegationId, str, str]


def identity_of(person: Person) -> Identity:
    """Return the identity of a person: equal for the same person in different spellings."""
    return person.delegation, name_key(person.organization), name_key(person.name)


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """Return the folded name; a name of punctuation only is not folded, so that it equals only itself."""
    return fold(name) or name.strip()
