"""Titles before names: what they are, and what they say about gender (practice.md, §6)."""

from ipu_session.domain.state import Gender

_WOMAN = ("Ms", "Mrs", "Miss", "Mme", "Mlle", "Sra", "Madame")
_MAN = ("Mr", "Sr", "Monsieur")
_EITHER = ("Dr", "Prof", "Hon", "Sen")
_GENDERS = {
    **{title.casefold(): Gender.WOMAN for title in _WOMAN},
    **{title.casefold(): Gender.MAN for title in (*_MAN, "M")},
}
_BEFORE_NAMES = frozenset(title.casefold() for title in (*_WOMAN, *_MAN, *_EITHER))
"""Not the French M.: before a name it may as well be an initial."""


def split_title(name: str) -> tuple[str, str]:
    """Return ("Ms.", "S. Kihika") of "Ms. S. Kihika"; the title is empty if there is none."""
    first, _, rest = name.strip().partition(" ")
    if rest.strip() and first.rstrip(".").casefold() in _BEFORE_NAMES:
        return first, rest.strip()
    return "", name.strip()


def gender_of_title(title: str) -> Gender:
    """Return the gender that a title states: Ms., Mme, Mr., M. …; not stated for Dr. and the like."""
    return _GENDERS.get(title.strip().rstrip(".").casefold(), Gender.NOT_STATED)
