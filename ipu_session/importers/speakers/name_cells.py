"""Parser of a person's name from the cells of a row: joins its parts, separates title, numbers and marks."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct

from ipu_session.domain.text.honorifics import split_title
from ipu_session.importers.speakers.public_offices import split_function

_NUMBER = re.compile(r"^\(?\d{1,3}\s?[.)º°]\s*(?=[^\W\d])|^\d{1,3}\s*[-–]\s+(?=[^\W\d])")
_MARKS = re.compile(r"\s*[*†‡§¹²³⁰⁴-⁹]+$|^[*†‡§]+\s*")
_TITLE_BEHIND = re.compile(r"(.+?)\s*(?:,\s*|\(\s*)((?:Ms|Mrs|Mr|Miss|Mme|Mlle|Sra|Sr|Dr)\.?)\s*\)?", re.IGNORECASE)
_FAMILY_FIRST = re.compile(r"([^,]+),\s*([^,]+)")
_AFTER_NAMES = re.compile(r"(?:Jr|Sr|Ph\.?\s?D|M\.A|M\.D|Esq|[A-Z]{2,4})\.?")
"""Text after a name and a comma that is not a first name."""
_MOST_GIVEN = 3
_SHORTEST_CAPITALS = 3
_PARTICLES = frozenset({"DE", "DA", "DO", "DOS", "DAS", "DI", "DU", "DES", "DEL", "VAN", "VON", "DER", "DEN", "LA"})
_PARTICLE_AFTER = {"LA": "DE"}
"""Word that must precede: "la" is a particle in "de la" only."""
_MAC_CAPITALS = re.compile(r"\b(Ma?c)([A-Z])([A-Z]+)\b")
"""Names such as McDONALD."""
_MAC = re.compile(r"\bMc([a-z])")
_ROMAN = re.compile(r"[IVX]+")

NameTransform = Callable[[str], str]


class ParsedName(Struct, frozen=True):
    """A name, with the title and the function that were in the same cell."""

    name: str
    title: str = ""
    function: str = ""


def parse_name(cells: Mapping[str, str], family: NameTransform, *, french: bool = False) -> ParsedName:
    """Return the name in the cells of a row; ``family`` transforms a family name that has its own cell.

    ``french``: "M." means Monsieur.
    """
    parts = {field: _clean_cell(cell) for field, cell in cells.items()}
    first, last, name = parts.get("first", ""), parts.get("family", ""), parts.get("name", "")
    if full_name := parts.get("full", ""):
        return _split_whole_name(full_name, french=french)
    if last and name and not first:
        # Spanish lists: *Nombre* beside *Apellidos*.
        first, name = name, ""
    elif first and name and not last:
        # French lists: *Nom* beside *Prénom*.
        last, name = name, ""
    if name and not (first and last):
        return _split_whole_name(name, french=french)
    if not (first or last):
        return _split_whole_name(name, french=french)
    title_before_last, last = split_title(" ".join(last.split()), french=french)
    title_before_first, first = split_title(" ".join(first.split()), french=french)
    joined = " ".join(filter(None, (first, parts.get("middle", ""), family(last), family(parts.get("second", "")))))
    return ParsedName(joined, title_before_first or title_before_last)


def decapitalize(name: str) -> str:
    """Return capitalized words in normal spelling: N'DIAYE as N'Diaye, DE LA CRUZ as de la Cruz."""
    words = name.split()
    return " ".join(
        _decapitalize_word(word, words[index - 1] if index else "", last=index == len(words) - 1)
        for index, word in enumerate(words)
    )


def decapitalize_surnames(name: str) -> str:
    """Return a name whose words in capitals, among other words, are in normal spelling: KIHIKA Susan."""
    words = name.split()
    if not any(_is_mixed(word) for word in words):
        return name
    runs = groupby(range(len(words)), key=partial(_is_in_capital_run, words))
    spans = ((in_capitals, " ".join(words[index] for index in run)) for in_capitals, run in runs)
    return " ".join(
        _MAC_CAPITALS.sub(_decapitalize_mac, decapitalize(run) if in_capitals else run) for in_capitals, run in spans
    )


def _is_in_capital_run(words: Sequence[str], index: int) -> bool:
    """Return whether a word is part of a family name in capitals: VAN DER BERG, LA before TOUR."""
    next_name = next((word for word in words[index:] if word not in _PARTICLES), "")
    return _is_capital_name(words[index]) or (words[index] in _PARTICLES and _is_capital_name(next_name))


def _decapitalize_mac(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}{match[3].lower()}"


def is_all_capitals(name: str) -> bool:
    """Return whether a name has at least two letters, all of them capitals."""
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) > 1 and name.upper() == name != name.lower()


def _is_capital_name(word: str) -> bool:
    letters = sum(character.isalpha() for character in word)
    return is_all_capitals(word) and letters >= _SHORTEST_CAPITALS and "." not in word and not _ROMAN.fullmatch(word)


def _is_mixed(word: str) -> bool:
    return sum(character.isalpha() for character in word) > 1 and word.upper() != word


def _decapitalize_word(word: str, before: str, *, last: bool) -> str:
    if word in _PARTICLES and not last and _PARTICLE_AFTER.get(word, before) == before:
        return word.lower()
    lowered = "".join(
        character
        if index == 0 or not (word[index - 1].isalpha() or word[index - 1] in "\u0300\u0301\u0302\u0303\u0308")
        else character.lower()
        for index, character in enumerate(word)
    )
    return _MAC.sub(lambda match: f"Mc{match[1].upper()}", lowered)


def _clean_cell(cell: str) -> str:
    return _MARKS.sub("", _NUMBER.sub("", cell.strip())).strip(" ,;")


def _split_whole_name(full_name: str, *, french: bool) -> ParsedName:
    title, name = split_title(full_name, french=french)
    name, function = split_function(name)
    if not title and (match := _TITLE_BEHIND.fullmatch(name)):
        name, title = match[1], match[2]
    if match := _FAMILY_FIRST.fullmatch(name):
        title_after_comma, first = split_title(match[2], french=french)
        if _is_inverted(match[1], first, has_title=bool(title_after_comma)):
            # "KIHIKA, Susan"
            title, name = title or title_after_comma, f"{first} {match[1]}"
    return ParsedName(" ".join(name.split()), title, function)


def may_be_inverted(name: str) -> bool:
    """Return whether a name left unchanged may have its family name before the comma."""
    match = _FAMILY_FIRST.fullmatch(name)
    return match is not None and _is_given(match[2])


def _is_inverted(family: str, first: str, *, has_title: bool) -> bool:
    """Return whether the text before a comma is certainly a family name; ``has_title``: a title follows the comma.

    A single word is a family name, and so are several words in capitals, or with a particle in front (de la Cruz).
    Otherwise they may be a whole name, followed by a place: "Ana Flores, Lima".
    """
    if is_all_capitals(family):
        return True
    words = family.split()
    is_family = has_title or len(words) == 1 or words[0].upper() in _PARTICLES
    return is_family and _is_given(first)


def _is_given(text: str) -> bool:
    return len(text.split()) <= _MOST_GIVEN and not _AFTER_NAMES.fullmatch(text)
