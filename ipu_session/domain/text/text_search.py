"""Search for typed words in a text, by word prefix, ignoring case and accents."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ipu_session.domain.model.value import Value
from ipu_session.domain.text.text_folding import fold

ARABIC_ARTICLE = re.compile(r"\b(?:وال|بال|كال|فال|ال|لل)(\w{2,})")
"""Matches a word with the Arabic article, which is written as one word with the noun; group 1 is the noun."""
_WORD = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u00ad])*"
)
"""A word: letters and digits, with accents, vowel signs and bidi marks among them."""
_SNIPPET_MARGIN = 60
_CHUNK_LENGTH = 300


class TextMatch(Value, frozen=True):
    """A range of a text, from ``start`` to ``end`` (exclusive)."""

    start: int
    end: int


class _Word(Value, frozen=True):
    match: TextMatch
    forms: tuple[str, ...]

    def starts_with(self, typed: str) -> bool:
        return any(form.startswith(typed) for form in self.forms)


def find_matches(text: str, typed: str) -> tuple[TextMatch, ...]:
    """Return the matches of the typed words as a phrase; if there are none, the matches of each single word."""
    query, words = fold(typed).split(), _split_words(text)
    if not query:
        return ()
    phrases = tuple(_find_phrase(words, query))
    if phrases or len(query) == 1:
        return phrases
    return tuple(word.match for word in words if any(map(word.starts_with, query)))


def extract_snippet(text: str, typed: str) -> str:
    """Return the text around the first match, on one line; without a match the beginning of the text."""
    match = _first_match(text, typed) or TextMatch(0, 0)
    start, end = match.start, match.end
    left = text.rfind(" ", 0, max(0, start - _SNIPPET_MARGIN)) + 1 if start > _SNIPPET_MARGIN else 0
    right = text.find(" ", end + _SNIPPET_MARGIN)
    part = " ".join(text[left : right if right >= 0 else len(text)].split())
    return f"{'… ' if left else ''}{part}{' …' if right >= 0 else ''}"


def _find_phrase(words: Sequence[_Word], query: Sequence[str]) -> Iterator[TextMatch]:
    for index, first in enumerate(words[: len(words) - len(query) + 1]):
        row = words[index : index + len(query)]
        if first.starts_with(query[0]) and all(map(_Word.starts_with, row, query)):
            yield TextMatch(first.match.start, row[-1].match.end)


@lru_cache(maxsize=4)
def _split_words(text: str) -> tuple[_Word, ...]:
    return tuple(_Word(TextMatch(*match.span()), _word_forms(match[0])) for match in _WORD.finditer(text))


def _word_forms(word: str) -> tuple[str, ...]:
    if word.isascii():
        return (word.lower(),)
    folded = fold(word)
    return (folded, *ARABIC_ARTICLE.findall(folded))


@lru_cache(maxsize=512)
def _folded_chunks(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a text in folded chunks of about 300 characters with their ranges; cached, for fast scanning."""
    chunks, start = [], 0
    while start < len(text):
        end = text.find(" ", start + _CHUNK_LENGTH)
        end = end if end >= 0 else len(text)
        folded = fold(text[start:end])
        chunks.append((start, end, f" {folded} {' '.join(ARABIC_ARTICLE.findall(folded))}"))
        start = end
    return tuple(chunks)


def _first_match(text: str, typed: str) -> TextMatch | None:
    """Return the first match of the typed phrase, else of one of its words, or None."""
    query = fold(typed).split()
    for phrases in ([" ".join(query)], query):
        for start, end, folded in _folded_chunks(text):
            if any(f" {words}" in folded for words in phrases if words):
                for match in find_matches(text[start:end], typed):
                    return TextMatch(start + match.start, start + match.end)
    return None
