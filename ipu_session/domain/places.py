"""Where in a text something typed stands: by the beginnings of words, without case and accents."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ipu_session.domain.finder import fold

ARTICLE = re.compile(r"\b(?:وال|بال|كال|فال|ال|لل)(\w{2,})")
"""Arabic writes the article, and what stands before it, in one with its word."""
_BESIDE = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text, from ``start`` up to ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    place: Place
    forms: tuple[str, ...]

    def begins(self, typed: str) -> bool:
        return any(form.startswith(typed) for form in self.forms)


def places_of(text: str, typed: str) -> tuple[Place, ...]:
    """Return where the words typed stand one after the other; if nowhere, where any of them stands."""
    asked, words = fold(typed).split(), _words(text)
    if not asked:
        return ()
    whole = tuple(_in_a_row(words, asked))
    if whole or len(asked) == 1:
        return whole
    return tuple(word.place for word in words if any(map(word.begins, asked)))


def around(text: str, typed: str) -> str:
    """Return the words about the first place found, on one line; if there is none, the text's beginning."""
    found = places_of(text, typed)
    start, end = (found[0].start, found[0].end) if found else (0, 0)
    left = text.rfind(" ", 0, max(0, start - _BESIDE)) + 1 if start > _BESIDE else 0
    right = text.find(" ", end + _BESIDE)
    part = " ".join(text[left : right if right >= 0 else len(text)].split())
    return f"{'… ' if left else ''}{part}{' …' if right >= 0 else ''}"


def _in_a_row(words: Sequence[_Word], asked: Sequence[str]) -> Iterator[Place]:
    for at, first in enumerate(words[: len(words) - len(asked) + 1]):
        row = words[at : at + len(asked)]
        if first.begins(asked[0]) and all(map(_Word.begins, row, asked)):
            yield Place(first.place.start, row[-1].place.end)


@lru_cache(maxsize=4)
def _words(text: str) -> tuple[_Word, ...]:
    found = []
    start = -1
    for at, sign in enumerate(f"{text} "):
        inside = sign.isalnum() or (start >= 0 and _goes_on(sign))
        if inside and start < 0:
            start = at
        elif not inside and start >= 0:
            found.append(_Word(Place(start, at), _forms(text[start:at])))
            start = -1
    return tuple(found)


def _goes_on(sign: str) -> bool:
    """Return whether a sign belongs to the letter before it: an accent, a vowel sign, a mark of direction."""
    return not sign.isascii() and (
        bool(unicodedata.combining(sign)) or unicodedata.category(sign) in {"Cf", "Lm"}
    )


def _forms(word: str) -> tuple[str, ...]:
    folded = fold(word)
    return (folded, *ARTICLE.findall(folded))
