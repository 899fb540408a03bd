"""A person's name out of the cells of a row: its parts joined, its title apart, numbers and marks gone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ipu_session.domain.titles import split_title

_NUMBER = re.compile(r"^\(?\d{1,3}\s?[.)º°]\s*(?=[^\W\d])|^\d{1,3}\s*[-–]\s+(?=[^\W\d])")
_MARKS = re.compile(r"\s*[*†‡§¹²³⁰⁴-⁹]+$|^[*†‡§]+\s*")
_TITLE_BEHIND = re.compile(
    r"(.+?)\s*(?:,\s*|\(\s*)((?:Ms|Mrs|Mr|Miss|Mme|Mlle|Sra|Sr|Dr)\.?)\s*\)?", re.IGNORECASE
)
_FAMILY_FIRST = re.compile(r"([^,]+),\s*([^,]+)")
_SHORTEST_CAPITALS = 3
_PARTICLES = frozenset(
    {"DE", "DA", "DO", "DOS", "DAS", "DI", "DU", "DES", "DEL", "VAN", "VON", "DER", "DEN", "LA"}
)
_PARTICLE_AFTER = {"LA": "DE"}
"""La is a particle in "de la" only."""
_MAC = re.compile(r"\bMc([a-z])")
_ROMAN = re.compile(r"[IVX]+")

Change = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and the title that stood with it."""

    name: str
    title: str = ""


def name_in(said: Mapping[str, str], family: Change) -> Name:
    """Return the name in the cells of a row; ``family`` is done to a family name that has its own cell."""
    parts = {field: _clean(cell) for field, cell in said.items()}
    first, last, plain = parts.get("first", ""), parts.get("family", ""), parts.get("name", "")
    if whole := parts.get("full", ""):
        return _apart(whole)
    if last and plain and not first:
        # *Nombre* beside *Apellidos*.
        first, plain = plain, ""
    elif first and plain and not last:
        # *Nom* beside *Prénom*.
        last, plain = plain, ""
    if plain and not (first and last):
        return _apart(plain)
    if not (first or last):
        return _apart(plain)
    titled, last = split_title(last)
    own, first = split_title(first)
    joined = " ".join(filter(None, (first, parts.get("middle", ""), family(last))))
    return Name(joined, own or titled)


def in_small(name: str) -> str:
    """Return words in capitals as a name is written: N'DIAYE as N'Diaye, DE LA CRUZ as de la Cruz."""
    words = name.split()
    return " ".join(
        _small(word, words[at - 1] if at else "", last=at == len(words) - 1) for at, word in enumerate(words)
    )


def without_capitals(name: str) -> str:
    """Return a name with the words in capitals that stand among others written small: KIHIKA Susan."""
    words = name.split()
    if not any(_is_mixed(word) for word in words):
        return name
    return " ".join(in_small(word) if _is_shouted(word) else word for word in words)


def is_capitals(name: str) -> bool:
    """Return whether all letters of a name are capitals, and it has several."""
    letters = [c for c in name if c.isalpha()]
    return len(letters) > 1 and name.upper() == name != name.lower()


def _is_shouted(word: str) -> bool:
    letters = sum(c.isalpha() for c in word)
    return (
        is_capitals(word) and letters >= _SHORTEST_CAPITALS and "." not in word and not _ROMAN.fullmatch(word)
    )


def _is_mixed(word: str) -> bool:
    return sum(c.isalpha() for c in word) > 1 and word.upper() != word


def _small(word: str, before: str, *, last: bool) -> str:
    if word in _PARTICLES and not last and _PARTICLE_AFTER.get(word, before) == before:
        return word.lower()
    made = "".join(
        c
        if at == 0 or not (word[at - 1].isalpha() or word[at - 1] in "\u0300\u0301\u0302\u0303\u0308")
        else c.lower()
        for at, c in enumerate(word)
    )
    return _MAC.sub(lambda found: f"Mc{found[1].upper()}", made)


def _clean(cell: str) -> str:
    return _MARKS.sub("", _NUMBER.sub("", cell.strip())).strip(" ,;")


def _apart(whole: str) -> Name:
    title, name = split_title(whole)
    if not title and (match := _TITLE_BEHIND.fullmatch(name)):
        name, title = match[1], match[2]
    if (match := _FAMILY_FIRST.fullmatch(name)) and is_capitals(match[1]):
        # KIHIKA, Susan
        inner, first = split_title(match[2])
        title, name = title or inner, f"{first} {match[1]}"
    return Name(name, title)
