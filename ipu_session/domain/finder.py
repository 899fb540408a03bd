"""Finding a delegation by code or by name, whole or in part, in any of four languages (product.md, P2)."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ipu_session.domain.ids import DelegationId
from ipu_session.domain.state import NO_DELEGATION, Delegation

# Letters that Unicode does not decompose, and Arabic letters that are typed one for the other.
_LETTERS = {
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i",
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
}  # fmt: skip

# Names in daily use that no name of the directory contains, by ISO code.
_SHORT_FORMS = {
    "AE": "UAE; Emirates; EAU; Émirats",
    "BA": "Bosnia; Bosnie; BiH",
    "CD": "DR Congo; DRC; RD Congo; RDC; Congo-Kinshasa; Congo DRC; Congo RDC; Congo DR; D.R. Congo",
    "CF": "CAR; RCA; Centrafrique",
    "CG": "Congo-Brazzaville; Republic of the Congo; Republic of Congo; République du Congo; "
    "República del Congo",
    "CI": "Ivory Coast; Costa de Marfil; ساحل العاج",
    "CN": "People's Republic of China; République populaire de Chine",
    "CV": "Cape Verde; Cap-Vert; الرأس الأخضر",
    "CZ": "Czech Republic; République tchèque; República Checa",
    "GB": "United Kingdom; UK; Great Britain; Britain; Royaume-Uni; Grande-Bretagne; Reino Unido; "
    "Gran Bretaña; المملكة المتحدة; بريطانيا",
    "KP": "North Korea; DPRK; DPR Korea; Corée du Nord; RPDC; Corea del Norte; كوريا الشمالية",
    "KR": "South Korea; ROK; Corée du Sud; Corea del Sur; كوريا الجنوبية; Korea, Republic of",
    "LA": "Laos; Lao PDR; RDP lao; لاوس",
    "MD": "Moldavie; Moldavia; مولدوفا",
    "MK": "Macedonia; Macédoine; مقدونيا",
    "MM": "Burma; Birmanie; Birmania; بورما",
    "NL": "Holland; Hollande; Holanda",
    "PG": "PNG",
    "PS": "فلسطين",
    "RU": "Russia; Russie; Rusia; روسيا",
    "SY": "Syria; Syrie; Siria; سوريا; سورية",
    "SZ": "Swaziland; سوازيلاند",
    "ST": "São Tomé",
    "SA": "السعودية; KSA",
    "TL": "East Timor; Timor oriental; Timor",
    "TR": "Turkey; Turquie; Turquía",
    "TT": "Trinidad; Trinité",
    "TZ": "تنزانيا",
    "US": "USA; United States; États-Unis; Estados Unidos; الولايات المتحدة",
    "VC": "Saint Vincent; Saint-Vincent",
    "EUROPEAN-PARLIAMENT": "EP; PE; Parlamento Europeo; البرلمان الأوروبي",
    "ARAB-PARLIAMENT": "Parlamento Árabe; البرلمان العربي",
}

_SHORTEST_NAME = 4
"""Letters of a name that is looked for in a text; shorter ones are words or initials."""
_STATE_WORDS = (
    "republic of ", "united republic of ", "kingdom of ", "state of ", "federation of ",
    "republique de ", "republique du ", "republique unie de ", "royaume de ", "etat de ",
    "republica de ", "republica unida de ", "reino de ", "estado de ", "jumhuriat ", "جمهوريه ", "دوله ",
)  # fmt: skip
_ARTICLES = ("the ", "la ", "le ", "les ", "l ", "los ", "las ", "el ")


class _Folding(dict[int, str]):
    """What each character becomes; filled as characters are met, so that folding is one translation."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _LETTERS:
            folded = _LETTERS[character]
        elif unicodedata.combining(character) or unicodedata.category(character) == "Cf":
            folded = ""
        else:
            folded = character if character.isalnum() else " "
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return ``text`` for comparison: no case, accents, vowel signs or punctuation, single spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(text.casefold().translate(_FOLDING).split())


@dataclass(frozen=True, slots=True)
class _Entry:
    """A delegation with everything it may be called, folded."""

    delegation: Delegation
    codes: frozenset[str]
    forms: tuple[str, ...]
    sort_key: str

    def rank(self, query: str, words: tuple[str, ...]) -> int:
        """Return how well the query fits: 0 best, 6 not at all."""
        if query in self.codes:
            return 0
        return min((_rank_of(form, query, words) for form in self.forms), default=6)


def _rank_of(form: str, query: str, words: tuple[str, ...]) -> int:
    if form == query:
        return 1
    if form.startswith(query):
        return 2
    padded = " " + form
    if " " + query in padded:
        return 3
    if len(words) > 1 and all(" " + word in padded for word in words):
        return 4
    return 5 if query in form else 6


class Finder:
    """Finds delegations among those it was made from; folded once, so that each call is quick."""

    def __init__(self, delegations: Iterable[Delegation]) -> None:
        self._entries = tuple(_entry(delegation) for delegation in delegations)
        self._exact: dict[str, Delegation] = {}
        self._claims: dict[str, tuple[Delegation, ...]] = {}
        """Who may be called so in a text."""
        self._lengths: list[int] = []
        """How many words the names have, the most first."""
        self._learn_names()
        self._learn_derived()

    def find(self, query: str, limit: int = 8) -> tuple[Delegation, ...]:
        """Return the best fits: ISO code, whole name, start of the name, start of a word, anywhere in it."""
        folded = fold(query)
        if not folded:
            return ()
        words = tuple(folded.split())
        ranked = sorted(
            (rank, entry.sort_key, place)
            for place, entry in enumerate(self._entries)
            if (rank := entry.rank(folded, words)) < 6
        )
        return tuple(self._entries[place].delegation for _, _, place in ranked[:limit])

    def exact(self, text: str) -> Delegation | None:
        """Return the one delegation that is called ``text`` (a code, a name, a usual short form), or None."""
        folded = fold(text)
        if not folded:
            return None
        for form in _spellings(folded):
            if form in self._exact:
                return self._exact[form]
        return None

    def named_in(self, text: str) -> tuple[Delegation, ...]:
        """Return the delegations whose names stand in a text as whole words, the longest name first taken.

        Codes are not looked for: *in*, *is* and *de* are words as well.
        """
        words = fold(text).split()
        found: dict[str, Delegation] = {}
        at = 0
        while at < len(words):
            length = next((n for n in self._lengths if " ".join(words[at : at + n]) in self._claims), 0)
            if length:
                for delegation in self._claims[" ".join(words[at : at + length])]:
                    found[delegation.id] = delegation
            at += max(1, length)
        return tuple(found.values())

    def _learn_names(self) -> None:
        """Learn codes and full names; they come before anything that is derived."""
        for entry in self._entries:
            for form in (*entry.codes, fold(entry.delegation.id), *map(fold, _names(entry.delegation))):
                if form:
                    self._exact.setdefault(form, entry.delegation)

    def _learn_derived(self) -> None:
        """Learn short forms, but none that two delegations could claim."""
        claims: dict[str, dict[str, Delegation]] = {}
        for entry in self._entries:
            for form in entry.forms:
                for spelling in (form, form.replace(" ", "")):
                    claims.setdefault(spelling, {})[entry.delegation.id] = entry.delegation
        for spelling, claimants in claims.items():
            if len(claimants) == 1:
                self._exact.setdefault(spelling, *claimants.values())
        self._claims = {
            form: tuple(claimants.values())
            for form, claimants in claims.items()
            if len(form) >= _SHORTEST_NAME or not form.isascii()
        }
        self._lengths = sorted({form.count(" ") + 1 for form in self._claims}, reverse=True)


def _entry(delegation: Delegation) -> _Entry:
    names = _names(delegation)
    aliases = _SHORT_FORMS.get(delegation.iso2.upper() or delegation.id.upper(), "").split(";")
    forms = dict.fromkeys(form for name in (*names, *aliases) for form in _derived(name) if form)
    codes = frozenset(fold(code) for code in (delegation.iso2, delegation.iso3) if code)
    return _Entry(delegation, codes, tuple(forms), fold(delegation.name_en))


def _names(delegation: Delegation) -> tuple[str, ...]:
    names = (delegation.name_en, delegation.name_fr, delegation.name_es, delegation.name_ar)
    return tuple(name for name in names if name)


def _derived(name: str) -> Iterator[str]:
    """Yield the ways to write a name: whole, its parenthesis left out or put first, without *Republic of*."""
    folded = fold(name)
    yield folded
    yield from _saints(folded)
    if "(" in name:
        head, _, tail = name.partition("(")
        inside = tail.partition(")")[0]
        yield fold(head)
        yield fold(inside) if inside.isupper() else fold(f"{inside} {head}")
    for words in _STATE_WORDS:
        # "Korea" alone would be either of two: only what follows the whole of the words counts.
        if folded.startswith(words) and folded.removeprefix(words) not in {
            "korea",
            "coree",
            "corea",
            "كوريا",
        }:
            yield folded.removeprefix(words)


def _saints(folded: str) -> Iterator[str]:
    if folded.startswith("saint "):
        yield "st " + folded.removeprefix("saint ")
    elif folded.startswith("sainte "):
        yield "ste " + folded.removeprefix("sainte ")


def _spellings(folded: str) -> Iterator[str]:
    """Yield a folded text as written, without its article, and closed up ("Vietnam" for "Viet Nam")."""
    yield folded
    for article in _ARTICLES:
        if folded.startswith(article):
            yield folded.removeprefix(article)
    yield folded.replace(" ", "")


def sender_of(delegations: Iterable[Delegation], typed: str) -> tuple[DelegationId, str]:
    """Return the delegation and the person typed: "Kenya, Ms. S. Kihika", or either alone."""
    finder = Finder(delegations)
    parts = typed.strip().split(",")
    for place in range(len(parts), 0, -1):
        # Some names have a comma of their own.
        found = finder.exact(",".join(parts[:place]))
        if found is not None:
            return found.id, ",".join(parts[place:]).strip()
    return NO_DELEGATION, typed.strip()
