"""Vocabulary of the cells of a speakers list, in English, French, Spanish and Arabic (docs/rules.md).

All words are folded: no case, no accents, no punctuation.
"""

import re
from collections.abc import Iterable

from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Gender
from ipu_session.domain.text.honorifics import gender_of_title
from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.speakers.cell_error import EMPTY_VALUES, BadCellError


def _invert(table: dict[str, str]) -> dict[str, str]:
    """Return {folded word: meaning} for {meaning: words separated by commas}."""
    return {fold(word): meaning for meaning, words in table.items() for word in words.split(",")}


_GENDERS = _invert(
    {
        Gender.WOMAN: "fem,f,w,woman,women,female,femme,feminin,feminine,mujer,femenino,femenina,انثي,امراه,سيده",
        Gender.MAN: "masc,m,h,man,men,male,homme,masculin,masculine,hombre,varon,masculino,ذكر,رجل",
        Gender.NOT_STATED: "n a,na,x,not stated,non precise,unknown,inconnu,other,autre,ns,otro,non binary,"
        "nonbinary,non binaire,no binario,prefer not to say,غير محدد",
    }
)
_F = frozenset({"f", "fem", "femenino", "femme", "female"})
_SPANISH = frozenset({"hombre", "mujer", "masculino"})
_MUJER = frozenset({"h m", "m h", "sexo h m", "sexo m h", "genero h m", "genero m h"})
_CATEGORIES = _invert(
    {
        Category.MEMBER: "member,membre,member parliament,mp,delegate,delegue,deleguee,"
        "member of parliament,"
        "parliamentarian,parlementaire,miembro,parlamentario,delegado,delegada,عضو,عضو برلمان,برلماني",
        Category.ASSOCIATE: "associate,associate member,associe,associee,membre associe,"
        "miembro asociado,asociado,عضو منتسب",
        Category.OBSERVER: "observer,observateur,observatrice,permanent observer,observateur permanent,"
        "observador,observadora,مراقب",
        Category.EXPERT: "expert,experte,panellist,panelist,paneliste,intervenant,intervenante,experto,"
        "experta,panelista,خبير,خبيره",
        Category.CO_RAPPORTEUR: "co rapporteur,corapporteur,co rapporteuse,corapporteuse,"
        "co rapporteure,corapporteure,rapporteur,rapporteuse,rapporteure",
        Category.CHAIR: "chair,chairman,chairwoman,chairperson,president,presidente,presidency,presidence",
    }
)
_ANSWERS = {
    **dict.fromkeys(("yes", "y", "oui", "o", "x", "1", "true", "vrai", "si", "s", "verdadero"), True),
    **dict.fromkeys(("young", "young mp", "young parliamentarian", "jeune", "jeune parlementaire"), True),
    **dict.fromkeys(("joven", "joven parlamentario", "نعم", "شاب", "شابه", "✓", "✔", "☑", "✅"), True),
    **dict.fromkeys(("no", "n", "non", "0", "false", "faux", "falso", "لا", "كلا", "☐"), False),
}
_SIGNS = {"♀": Gender.WOMAN, "♂": Gender.MAN, "👩": Gender.WOMAN, "👨": Gender.MAN}
_LANGUAGES = _invert(
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
_THEMES = re.compile(r"[\s;,&/+]+|\bet\b|\band\b")


def meaning_of_m(heading: str, texts: Iterable[str]) -> Gender | None:
    """Return the meaning of "M" in a column of genders; None if it is ambiguous.

    It is woman (mujer) if the heading says so, or if men are marked "H" and no other word for women occurs; else man.
    """
    values = set(map(fold, texts))
    if fold(heading) in _MUJER or ("h" in values and not values & _F):
        return Gender.WOMAN
    spanish = bool({"sexo", "genero"} & set(fold(heading).split()))
    unclear = ("h" in values and "m" in values) or (spanish and not values & {"h", *_F, *_SPANISH})
    return None if unclear else Gender.MAN


def parse_gender(text: str, gender_of_m: Gender | None = Gender.MAN) -> Gender:
    """Return the gender stated, also by a title such as Mr or Ms; BadCellError for an unknown word.

    ``gender_of_m``: the result of `meaning_of_m`.
    """
    if fold(text) == "m" and gender_of_m is not Gender.MAN and not text.endswith("."):
        return gender_of_m if gender_of_m is not None else Gender(_look_up({}, text, "bad-gender"))
    if text in EMPTY_VALUES:
        return Gender.NOT_STATED
    if gender := _SIGNS.get(text.removesuffix("\ufe0f")):
        return gender
    by_title = gender_of_title(text)
    if by_title is not Gender.NOT_STATED and fold(text) not in _GENDERS:
        return by_title
    return Gender(_look_up(_GENDERS, text, "bad-gender"))


def parse_category(text: str) -> Category | None:
    """Return the category stated, None for an empty value; BadCellError for an unknown word."""
    return None if text in EMPTY_VALUES else Category(_look_up(_CATEGORIES, text, "bad-category"))


def is_category(folded: str) -> bool:
    """Return whether a folded word is a category of speakers."""
    return folded in _CATEGORIES


def parse_young(text: str) -> bool | None:
    """Return whether a delegate counts as young, None for an empty value; BadCellError for an unknown word."""
    if text in EMPTY_VALUES:
        return None
    sign = text.removesuffix("\ufe0f")
    answer = _ANSWERS.get(fold(text) or sign)
    if answer is None:
        raise BadCellError("bad-young", text)
    return answer


def is_yes(text: str) -> bool:
    """Return whether a cell means yes: any value except a word for no, so that a date counts as yes."""
    return _ANSWERS.get(fold(text) or text, True)


def parse_themes(text: str) -> tuple[int, ...]:
    """Return the theme numbers, 1 to 99, in "2", "2;4", "#2 #4"; BadCellError for anything else."""
    if text in EMPTY_VALUES:
        return ()
    numbers = [part.removeprefix("#") for part in _THEMES.split(text.lower()) if part not in {"", "#"}]
    if not all(number.isascii() and number.isdecimal() and 0 < int(number) < 100 for number in numbers):
        raise BadCellError("bad-theme", text)
    return tuple(dict.fromkeys(map(int, numbers)))


def parse_language(text: str) -> str:
    """Return the code of a language by its name; an unknown word is returned unchanged."""
    return "" if text in EMPTY_VALUES else _LANGUAGES.get(fold(text), text)


def _look_up(words: dict[str, str], text: str, reason: str) -> str:
    meaning = words.get(fold(text))
    if meaning is None:
        raise BadCellError(reason, text)
    return meaning
