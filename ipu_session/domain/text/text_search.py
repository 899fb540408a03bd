"""Where in a text something typed stands: by the beginnings of words, without case and accents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ipu_session.domain.text.text_folding import fold

ARABIC_ARTICLE = re.compile(r"\b(?:وال|بال|كال|فال|ال|لل)(\w{2,})")
"""Arabic writes the article, and what stands before it, in one with its word."""
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u00ad])*"
)
"""Letters and digits, with accents, vowel signs and marks of direction that stand among them."""
_SNIPPET_MARGIN = 60
_CHUNK_LENGTH = 300


@dataclass(frozen=True, slots=True)
class TextMatch:
    """A stretch of a text, from ``start`` up to ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    match: TextMatch
    forms: tuple[str, ...]

    def starts_with(self, typed: str) -> bool:
        return any(form.startswith(typed) for form in self.forms)


def find_matches(text: str, typed: str) -> tuple[TextMatch, ...]:
    """Return where the words typed stand one after the other; if nowhere, where any of them stands."""
    asked, words = fold(typed).split(), _split_words(text)
    if not asked:
        return ()
    whole = tuple(_find_phrase(words, asked))
    if whole or len(asked) == 1:
        return whole
    return tuple(word.match for word in words if any(map(word.starts_with, asked)))


def extract_snippet(text: str, typed: str) -> str:
    """Return the words about the first place found, on one line; if there is none, the text's beginning."""
    place = _first_match(text, typed) or TextMatch(0, 0)
    start, end = place.start, place.end
    left = text.rfind(" ", 0, max(0, start - _SNIPPET_MARGIN)) + 1 if start > _SNIPPET_MARGIN else 0
    right = text.find(" ", end + _SNIPPET_MARGIN)
    part = " ".join(text[left : right if right >= 0 else len(text)].split())
    return f"{'… ' if left else ''}{part}{' …' if right >= 0 else ''}"


def _find_phrase(words: Sequence[_Word], asked: Sequence[str]) -> Iterator[TextMatch]:
    for at, first in enumerate(words[: len(words) - len(asked) + 1]):
        row = words[at : at + len(asked)]
        if first.starts_with(asked[0]) and all(map(_Word.starts_with, row, asked)):
            yield TextMatch(first.match.start, row[-1].match.end)


@lru_cache(maxsize=4)
def _split_words(text: str) -> tuple[_Word, ...]:
    return tuple(_Word(TextMatch(*found.span()), _word_forms(found[0])) for found in _WORD.finditer(text))


def _word_forms(word: str) -> tuple[str, ...]:
    if word.isascii():
        return (word.lower(),)
    folded = fold(word)
    return (folded, *ARABIC_ARTICLE.findall(folded))


@lru_cache(maxsize=512)
def _folded_chunks(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a text in short pieces, each with its place, folded: to look through it takes no time."""
    found, start = [], 0
    while start < len(text):
        end = text.find(" ", start + _CHUNK_LENGTH)
        end = end if end >= 0 else len(text)
        folded = fold(text[start:end])
        found.append((start, end, f" {folded} {' '.join(ARABIC_ARTICLE.findall(folded))}"))
        start = end
    return tuple(found)


def _first_match(text: str, typed: str) -> TextMatch | None:
    """Return where what was typed stands first, else where one of its words does."""
    asked = fold(typed).split()
    for wanted in ([" ".join(asked)], asked):
        for start, end, folded in _folded_chunks(text):
            if any(f" {words}" in folded for words in wanted if words):
                for place in find_matches(text[start:end], typed):
                    return TextMatch(start + place.start, start + place.end)
    return None
