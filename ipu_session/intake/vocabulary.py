"""The words of a speakers list in English and French: what a heading or a cell may say (product.md).

Everything here is folded: no case, no accents, no punctuation.
"""

import re

from ipu_session.domain.fold import fold
from ipu_session.domain.rules import Category
from ipu_session.domain.state import Gender
from ipu_session.intake.dates import iso_day


class BadCellError(Exception):
    """A cell does not say what its column is for; ``reason`` is a code, ``value`` what stands there."""

    def __init__(self, reason: str, value: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.value = value


def _words(table: dict[str, str]) -> dict[str, str]:
    """Return word → meaning out of meaning → words parted by commas."""
    return {word.strip(): meaning for meaning, words in table.items() for word in words.split(",")}


HEADINGS = _words(
    {
        "delegation": "delegation,country,parliament,member parliament,pays,parlement,delegacion,الوفد",
        "name": "name,full name,speaker,nom,nom complet,nom et prenom,orateur,oratrice,nombre,الاسم",
        "title": "title,titre,civilite",
        "gender": "gender,sex,sexe,genre",
        "function": "function,position,fonction,poste",
        "category": "category,capacity,categorie",
        "young": "young,young mp,young parliamentarian,jeune,jeune parlementaire",
        "born": "born,birth,date of birth,year of birth,birth year,"
        "naissance,date de naissance,annee de naissance",
        "language": "language,langue",
        "theme": "theme,themes",
        "organization": "organization,organisation",
    }
)
"""Folded heading → field."""

_GENDERS = _words(
    {
        Gender.WOMAN: "f,w,woman,female,femme,feminin,feminine",
        Gender.MAN: "m,h,man,male,homme,masculin,masculine",
        Gender.NOT_STATED: "n a,na,x,not stated,non precise,unknown,inconnu,other,autre,ns",
    }
)
_CATEGORIES = _words(
    {
        Category.MEMBER: "member,membre,member parliament,mp,delegate,delegue,deleguee",
        Category.ASSOCIATE: "associate,associate member,associe,associee,membre associe",
        Category.OBSERVER: "observer,observateur,observatrice,permanent observer,observateur permanent",
        Category.EXPERT: "expert,experte,panellist,panelist,paneliste,intervenant,intervenante",
        Category.CO_RAPPORTEUR: "co rapporteur,corapporteur,co rapporteuse,corapporteuse,"
        "co rapporteure,corapporteure,rapporteur,rapporteuse,rapporteure",
        Category.CHAIR: "chair,chairman,chairwoman,chairperson,president,presidente,presidency,presidence",
    }
)
_ANSWERS = {
    **dict.fromkeys(("yes", "y", "oui", "o", "x", "1", "true", "vrai", "young", "jeune", "✓"), True),
    **dict.fromkeys(("no", "n", "non", "0", "false", "faux"), False),
}
_LANGUAGES = _words(
    {
        "en": "en,english,anglais,ingles",
        "fr": "fr,french,francais,frances",
        "es": "es,spanish,espagnol,espanol,castellano",
        "ar": "ar,arabic,arabe,العربيه",
        "ru": "ru,russian,russe",
        "zh": "zh,chinese,chinois",
        "pt": "pt,portuguese,portugais",
    }
)
_UNSAID = {"", "-", "–", "—", "?", "/"}
_THEMES = re.compile(r"[\s;,&/+]+|\bet\b|\band\b")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def gender_of(text: str) -> Gender:
    """Return the gender stated; raises ``BadCellError`` for a word that is none."""
    if text in _UNSAID:
        return Gender.NOT_STATED
    return Gender(_known(_GENDERS, text, "bad-gender"))


def category_of(text: str) -> Category | None:
    """Return the category stated, None if nothing is; raises ``BadCellError`` for a word that is none."""
    return None if text in _UNSAID else Category(_known(_CATEGORIES, text, "bad-category"))


def young_of(text: str) -> bool | None:
    """Return whether somebody counts as young, None if it is not said; raises ``BadCellError``."""
    if text in _UNSAID:
        return None
    answer = _ANSWERS.get(text if text == "✓" else fold(text))
    if answer is None:
        raise BadCellError("bad-young", text)
    return answer


def born_of(text: str) -> str:
    """Return a year, or a day in ISO 8601 out of ISO or day/month/year; raises ``BadCellError``."""
    if text in _UNSAID or _YEAR.fullmatch(text):
        return "" if text in _UNSAID else text
    day = ""
    if match := _ISO_DAY.fullmatch(text):
        day = iso_day(int(match[1]), int(match[2]), int(match[3]))
    elif match := _DAY.fullmatch(text):
        day = iso_day(int(match[3]), int(match[2]), int(match[1]))
    if not _YEAR.match(day):
        raise BadCellError("bad-born", text)
    return day


def themes_of(text: str) -> tuple[int, ...]:
    """Return theme numbers out of "2", "2;4", "#2 #4"; raises ``BadCellError`` for anything else."""
    if text in _UNSAID:
        return ()
    numbers = [part.removeprefix("#") for part in _THEMES.split(text.lower()) if part not in {"", "#"}]
    if not all(number.isascii() and number.isdecimal() and 0 < int(number) < 100 for number in numbers):
        raise BadCellError("bad-theme", text)
    return tuple(dict.fromkeys(map(int, numbers)))


def language_of(text: str) -> str:
    """Return the code of a language that is named; another word stays as it is."""
    return "" if text in _UNSAID else _LANGUAGES.get(fold(text), text)


def _known(words: dict[str, str], text: str, reason: str) -> str:
    meaning = words.get(fold(text))
    if meaning is None:
        raise BadCellError(reason, text)
    return meaning
