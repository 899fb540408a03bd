"""Titles before names: what they are, and what they say about gender (practice.md, §6)."""

import re

from ipu_session.domain.fold import fold
from ipu_session.domain.state import Gender

_WOMAN = (
    *(
        "Ms",
        "Mrs",
        "Miss",
        "Mme",
        "Mlle",
        "Sra",
        "Srta",
        "Madame",
        "Madam",
        "Señora",
        "Señorita",
        "Doña",
        "Dra",
    ),
    *("السيدة", "الآنسة", "سيدة"),
)
_MAN = ("Mr", "Sr", "Monsieur", "Señor", "السيد", "سيد")
_EITHER = ("Dr", "Prof", "Hon", "Sen", "Senator", "H.E", "HE", "S.E", "Rt", "د", "دكتور", "الدكتور", "سعادة")
_GENDERS = {
    **{fold(title): Gender.WOMAN for title in _WOMAN},
    **{fold(title): Gender.MAN for title in (*_MAN, "M")},
}
_BEFORE_NAMES = frozenset(fold(title) for title in (*_WOMAN, *_MAN, *_EITHER))
"""Not the French M.: before a name it may as well be an initial."""
_UNSPACED = re.compile(r"^((?:Ms|Mrs|Mr|Mme|Dr|Prof|Hon|Sen)\.)(?=\w)", re.IGNORECASE)


def split_title(name: str) -> tuple[str, str]:
    """Return ("Ms.", "S. Kihika") of "Ms. S. Kihika"; the title is empty if there is none."""
    titles, rest = [], _UNSPACED.sub(r"\1 ", name.strip())
    while True:
        first, _, after = rest.partition(" ")
        # "He" is a name in Chinese.
        if not after.strip() or fold(first) not in _BEFORE_NAMES or first == "He":
            break
        titles.append(first)
        rest = after.strip()
    return (" ".join(titles), rest) if titles else ("", name.strip())


def gender_of_title(title: str) -> Gender:
    """Return the gender that a title states: Ms., Mme, Mr., M. …; not stated for Dr. and the like."""
    stated = (_GENDERS.get(fold(word)) for word in title.split())
    return next((gender for gender in stated if gender is not None), Gender.NOT_STATED)
