"""Where in a text something typed stands: by the beginnings of words, without case and accents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ipu_session.domain.text.text_folding import fold

ARTICLE = re.compile(r"\b(?:وال|بال|كال|فال|ال|لل)(\w{2,})")
"""Arabic writes the article, and what stands before it, in one with its word."""
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u00ad])*"
)
"""Letters and digits, with accents, vowel signs and marks of direction that stand among them."""
_BESIDE = 60
_PIECE = 300


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
    place = _first_place(text, typed) or Place(0, 0)
    start, end = place.start, place.end
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
    return tuple(_Word(Place(*found.span()), _forms(found[0])) for found in _WORD.finditer(text))


def _forms(word: str) -> tuple[str, ...]:
    if word.isascii():
        return (word.lower(),)
    folded = fold(word)
    return (folded, *ARTICLE.findall(folded))


@lru_cache(maxsize=512)
def _pieces(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a text in short pieces, each with its place, folded: to look through it takes no time."""
    found, start = [], 0
    while start < len(text):
        end = text.find(" ", start + _PIECE)
        end = end if end >= 0 else len(text)
        folded = fold(text[start:end])
        found.append((start, end, f" {folded} {' '.join(ARTICLE.findall(folded))}"))
        start = end
    return tuple(found)


def _first_place(text: str, typed: str) -> Place | None:
    """Return where what was typed stands first, else where one of its words does."""
    asked = fold(typed).split()
    for wanted in ([" ".join(asked)], asked):
        for start, end, folded in _pieces(text):
            if any(f" {words}" in folded for words in wanted if words):
                for place in places_of(text[start:end], typed):
                    return Place(start + place.start, start + place.end)
    return None
