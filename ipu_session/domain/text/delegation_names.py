"""Spelling variants of delegation names: word order, abbreviations, decorations.

Names are compared by their significant words, sorted: without articles and prepositions, and with one form for an
abbreviation and its translations. "Congo, Dem. Rep. of the" has the same as "Democratic Republic of the Congo".
"""

import re
from collections.abc import Iterator

from ipu_session.domain.text.text_folding import fold

Words = tuple[str, ...]

_FILLERS = frozenset(
    {
        *("the", "of", "and", "de", "du", "des", "la", "le", "les", "l", "d", "del", "los", "las", "el"),
        *("y", "et", "e", "da", "do", "dos", "di", "von", "der", "a", "و"),
    }
)
_SYNONYMS = {
    spelling: word
    for word, spellings in {
        "republic": "rep repub republic republique republica republik",
        "democratic": "dem democratic democratique democratica",
        "people": "people peoples populaire popular pop",
        "federal": "fed federal federale",
        "federated": "federated federees federados",
        "islamic": "isl islam islamic islamique islamica",
        "kingdom": "kingdom royaume reino",
        "state": "state etat estado",
        "states": "states sts etats estados",
        "united": "united utd uni unis unie unidos unido unida",
        "saint": "st saint",
        "sainte": "ste sainte",
        "santa": "sta santa",
        "islands": "is islands iles islas",
        "ديمقراطيه": "ديموقراطيه",
    }.items()
    for spelling in spellings.split()
}
"""Abbreviations and translations (English, French, Spanish, Arabic) → one form of the word."""
_FORMAL_WORDS = frozenset(
    {
        *("republic", "kingdom", "principality", "principaute", "principado"),
        *("sultanate", "sultanat", "sultanato", "جمهوريه", "مملكه", "سلطنه", "دوله", "اماره"),
    }
)
"""Words that may precede a name without changing which country it means."""

_CHAMBERS = (
    "house of councillors", "national diet", "diet", "national people s congress",
    "people s national assembly",
    "state duma", "federation council", "grand national assembly", "council of state", "state council",
    "shura council", "people s majlis", "majlis", "majlis a shura", "majlis ash shura", "majlis al shura",
    "jogorku kenesh", "verkhovna rada", "federal national council", "cortes generales",
    "council of the nation",
    "conseil de la nation", "chambre des conseillers", "assemblee populaire nationale", "house of peoples",
    "national council of provinces", "council of representatives", "مجلس المستشارين", "مجلس الشيوخ",
    "مجلس الامه",
    "national assembly", "federal assembly", "legislative assembly", "parliamentary assembly", "parliament",
    "house of representatives", "house of commons", "chamber of deputies", "chamber of representatives",
    "national congress", "congress", "senate", "national council", "federal council", "delegation",
    "parliamentary delegation", "assemblee nationale", "parlement", "chambre des deputes",
    "chambre des representants", "senat", "congres", "conseil national", "delegation parlementaire",
    "asamblea nacional", "asamblea legislativa", "parlamento", "camara de diputados",
    "camara de representantes",
    "congreso nacional", "congreso de la republica",
    "congreso de los diputados", "congreso", "senado", "delegacion", "برلمان", "وفد",
    "مجلس النواب", "مجلس الامه", "مجلس الشوري", "الجمعيه الوطنيه",
)  # fmt: skip
_CHAMBER_BEFORE = re.compile(rf"(?:the |le |la |el |l )?(?:{'|'.join(sorted(_CHAMBERS, key=len, reverse=True))}) (.+)")
_CHAMBER_AFTER = re.compile(r"(.+) (?:national assembly|parliament|house of representatives|house of commons)")

_ARTICLE = re.compile(r"^(?:the |le |la |el |l )")
_TAIL = re.compile(r" (?:of|of the|du|de|de la|del)$")
_OTHER_CHAMBERS = frozenset(
    {
        *("upper house", "lower house", "house", "chamber", "upper chamber", "lower chamber", "chambre haute"),
        *("chambre basse", "camara alta", "camara baja", "chambre", "camara", "مجلس الشيوخ", "مجلس المستشارين"),
        *("مجلس النواب", "البرلمان", "مجلس الدوله"),
    }
)
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{2})")
_FOOTNOTE = re.compile(
    r"(?:\s*(?:[*†‡§¶#⁺¹²³⁰⁴-⁹ᵃᵇᶜ•·]+|[(\[]\s*(?:\d{1,2}\s*\+?|[a-z*†‡])\s*[)\]]|(?<=[^\W\d_])\d{1,2}))+\s*$"
)
_LEADING = re.compile(r"^\s*(?:[*†‡§•·#-]+|\(?\d{1,3}\s?[.)º°:]|\d{1,3}(?=\s+[^\W\d_]))\s*")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_NAME_SEPARATOR = re.compile(r"\s+[-–—−]+\s+|\s*[/|:;\n]\s*")
_CODE_FIRST = re.compile(r"([A-Z]{2,3})(?:\s*[-–—.]\s*|\s+)(?=\S)(.+)", re.DOTALL)
_CODE_LAST = re.compile(r"(.+?)\s*[-–—,]?\s+([A-Z]{2,3})", re.DOTALL)
_FILLER_TERMS = _FILLERS | {
    *("group", "groupe", "grupo", "masc", "fem", "member", "membre", "miembro", "observer", "observateur"),
    *("observador", "associate", "associe", "asociado"),
}
"""Words that may be beside the name of a delegation in a list and do not name a delegation."""


def strip_decorations(text: str) -> str:
    """Return a name without a list number before it, footnote marks, and punctuation at its ends."""
    return _LEADING.sub("", _FOOTNOTE.sub("", text)).strip(" \t\n,;:.*")


def significant_words(folded: str) -> Words:
    """Return the words of a folded name, sorted: no articles or prepositions, one form for abbreviations of a word."""
    words = folded.replace("people s", "people").split()
    bare = (_ARABIC_ARTICLE.sub("", word) for word in words if word not in _FILLERS)
    return tuple(sorted(_SYNONYMS.get(word, word) for word in bare))


def drop_formal_words(words: Words) -> Words:
    """Return ``words``, as `significant_words` returns them, without *republic*, *kingdom* and the like."""
    return tuple(word for word in words if word not in _FORMAL_WORDS)


def is_filler(folded: str) -> bool:
    """Return whether a folded text has only articles, numbers and words such as "group", which name no delegation."""
    return all(word in _FILLER_TERMS or word.isdecimal() for word in folded.split())


def is_chamber(folded: str) -> bool:
    """Return whether a folded text is only a name of parliaments or chambers, such as Senate or House of Commons."""
    name = _ARTICLE.sub("", _TAIL.sub("", folded))
    return name in _CHAMBERS or name in _OTHER_CHAMBERS


def names_beside_chamber(folded: str) -> Iterator[str]:
    """Yield the words beside the name of a parliament in a folded text: "of kenya" in "national assembly of kenya"."""
    for pattern in (_CHAMBER_BEFORE, _CHAMBER_AFTER):
        if match := pattern.fullmatch(folded):
            yield match[1]


def split_brackets(text: str) -> tuple[str, ...]:
    """Return the text outside brackets, then the text in each pair of brackets; () if there are no brackets."""
    inside = _BRACKETS.findall(text)
    return (_BRACKETS.sub(" ", text).strip(), *inside) if inside else ()


def split_names(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways to split a text into several names of one delegation: "KE - Kenya", "Kenya / Kenia"."""
    parts = tuple(filter(None, _NAME_SEPARATOR.split(text)))
    if len(parts) > 1:
        yield parts
    for pattern in (_CODE_FIRST, _CODE_LAST):
        if match := pattern.fullmatch(text):
            yield match[1], match[2]
    if "," in text:
        yield tuple(filter(None, (part.strip() for part in text.split(","))))


def name_variants(name: str) -> Iterator[str]:
    """Yield the folded variants of a name.

    They are the whole name, the name with Saint as St, and the name with the text in brackets left out, put first, or
    alone if it is in capitals.
    """
    folded = fold(name)
    yield folded
    for word, short in (("saint ", "st "), ("sainte ", "ste ")):
        if folded.startswith(word):
            yield short + folded.removeprefix(word)
    if parts := split_brackets(name):
        outside, inside = parts[0], parts[1]
        yield fold(outside)
        yield fold(inside) if inside.isupper() else fold(f"{inside} {outside}")


def edit_distance(one: str, other: str, limit: int) -> int:
    """Return the edit distance (a transposition counts 1), or ``limit`` + 1 if it is greater than ``limit``."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row, older = row, [i], before
        before = last
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[-1] + 1, last[j - 1] + (letter != against))
            if i > 1 < j and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]
