"""Titles before names, and the gender that they state (docs/rules.md#practice-6)."""

import re

from ipu_session.domain.model.session import Gender
from ipu_session.domain.text.text_folding import fold

_WOMAN = (
    *("Ms", "Mrs", "Miss", "Mme", "Mlle", "Sra", "Srta", "Madame", "Madam", "Señora", "Señorita", "Doña", "Dra"),
    *("Frau", "السيدة", "الآنسة", "سيدة"),
)
_MAN = ("Mr", "Sr", "Monsieur", "Señor", "Herr", "السيد", "سيد")
_EITHER = (
    *("Dr", "Prof", "Professor", "Hon", "Honourable", "Honorable", "Sen", "Senator", "Dep", "Dip", "H.E"),
    *("HE", "S.E", "S.E.M", "Rt", "H.R.H", "Amb", "Ambassador", "Excmo", "Excma", "Hble"),
    *("د", "دكتور", "الدكتور", "الدكتورة", "سعادة", "معالي", "النائب", "النائبة"),
)
_GENDERS = {**{fold(title): Gender.WOMAN for title in _WOMAN}, **{fold(title): Gender.MAN for title in (*_MAN, "M")}}
_BEFORE_NAMES = frozenset(fold(title) for title in (*_WOMAN, *_MAN, *_EITHER))
"""Folded titles, without the French "M.", which may also be an initial."""
_THE = re.compile(r"The (?=Hon|Rt\b|Right\b)", re.IGNORECASE)
_TITLES = _BEFORE_NAMES | {"m"}
_UNSPACED = re.compile(r"^((?:Ms|Mrs|Mr|Mme|Dr|Prof|Hon|Sen)\.)(?=\w)", re.IGNORECASE)


def split_title(name: str, *, french: bool = False) -> tuple[str, str]:
    """Return ("Ms.", "S. Kihika") for "Ms. S. Kihika"; the title is empty if there is none.

    ``french``: "M." is a title. Without it, "M." is a title only after another title, such as S.E.
    """
    remaining = _UNSPACED.sub(r"\1 ", name.strip())
    titles, remaining = (["The"], remaining[4:].lstrip()) if _THE.match(remaining) else ([], remaining)
    while True:
        first, _, after = remaining.partition(" ")
        monsieur = first == "M." and (french or bool(titles))
        # "He" is a Chinese name.
        if not after.strip() or first == "He" or not (monsieur or fold(first) in _BEFORE_NAMES):
            break
        titles.append(first)
        remaining = after.strip()
    return (" ".join(titles), remaining) if titles else ("", name.strip())


def is_title(word: str) -> bool:
    """Return whether a word is a title: Ms, H.E., Sra.; not "He", which is a Chinese name."""
    return fold(word) in _TITLES and word != "He"


def gender_of_title(title: str) -> Gender:
    """Return the gender that a title states (Ms., Mme, Mr., M. …); `Gender.NOT_STATED` for Dr. and the like."""
    stated = (_GENDERS.get(fold(word)) for word in title.split())
    return next((gender for gender in stated if gender is not None), Gender.NOT_STATED)
