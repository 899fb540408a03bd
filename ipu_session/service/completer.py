"""Completion of a half-typed word, from the names of the session and the phrases used in its notes."""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from ipu_session.domain.exchange.report_options import LANGUAGE_CODES
from ipu_session.domain.model.session import Session, Theme
from ipu_session.domain.text.note_syntax import themes_starting_with
from ipu_session.domain.text.text_folding import fold

_THEME_TAG = re.compile(r"(?<!\S)[#＃]([^\W\d_]\S*)$")
_MIN_PREFIX_LENGTH = 3
"""Letters that must be typed before a completion is offered."""
_MIN_SAVED_KEYS = 3
"""Keys that a completion must save to be offered."""
_MAX_PHRASE_WORDS = 6
_MAX_LEARNED_CHARS = 2000
"""Only so many characters of a note are learnt from: the words of a pasted book do not help with the next note."""
_MIN_FOLLOW_COUNT = 2
"""How often a word must have followed another for both to be offered together."""
_PUNCTUATION = ".,;:!?…()[]«»“”\"'’"


class Completion(Struct, frozen=True):
    """A completion: the ``replaced_length`` characters before the cursor may become ``text``."""

    replaced_length: int
    text: str
    display_text: str = ""
    """The text to show for the completion; "" to show the part of ``text`` that is not typed yet."""


class PhraseCompleter:
    """Learns words and phrases from notes and names; a completion looks only at the words with the typed prefix."""

    def __init__(self) -> None:
        self._word_counts: Counter[str] = Counter()
        self._followers: dict[str, Counter[str]] = {}
        self._sorted: list[tuple[str, str]] = []
        """(folded word, word as written), sorted."""
        self._names: set[str] = set()

    def add(self, text: str) -> None:
        """Learn the words of a note, and which of them follow one another."""
        before = ""
        for token in text[:_MAX_LEARNED_CHARS].split():
            word = token.strip(_PUNCTUATION)
            if word:
                self._add_word(word)
                self._word_counts[word] += 1
                if before:
                    self._followers.setdefault(before, Counter())[word] += 1
            # Words that punctuation separates do not follow one another.
            before = word if token.endswith(word) else ""

    def add_names(self, session: Session) -> None:
        """Learn the names of the delegations and of the delegates."""
        for delegation in session.delegations.values():
            self._add_name(delegation.name(language) for language in LANGUAGE_CODES)
        for delegate in session.delegates.values():
            self._add_name([delegate.person.name])

    def complete(self, typed: str, themes: Iterable[Theme] = ()) -> Completion | None:
        """Return a completion of the word at the end of ``typed``, or None.

        None: fewer than three letters are typed, no known word starts with them, or fewer than three keys would be
        saved. ``#`` and two letters or more of a theme's title are replaced by ``#`` and the theme's number.
        """
        if tag := _THEME_TAG.search(typed):
            matching = themes_starting_with(tag[1], themes)
            return Completion(len(tag[0]), f"#{matching[0].number} ", _theme_label(matching[0])) if matching else None
        prefix = typed.rsplit(maxsplit=1)[-1].lstrip(_PUNCTUATION) if typed and not typed[-1].isspace() else ""
        folded = fold(prefix)
        if len(folded) < _MIN_PREFIX_LENGTH:
            return None
        likely = max(self._words_with_prefix(folded), key=self._rank, default="")
        text = _match_capital(prefix, self._extend_phrase(likely)) if likely else ""
        return Completion(len(prefix), text) if len(text) >= len(prefix) + _MIN_SAVED_KEYS else None

    def _add_name(self, names: Iterable[str]) -> None:
        for name in names:
            if name and name not in self._names:
                self._names.add(name)
                self._add_word(name)

    def _add_word(self, word: str) -> None:
        if word not in self._word_counts:
            self._word_counts[word] = 0
            insort(self._sorted, (fold(word), word))

    def _words_with_prefix(self, folded: str) -> Iterable[str]:
        index = bisect_left(self._sorted, (folded, ""))
        while index < len(self._sorted) and self._sorted[index][0].startswith(folded):
            yield self._sorted[index][1]
            index += 1

    def _rank(self, word: str) -> tuple[int, bool, int]:
        """Return the sort key of a candidate: often used first, then names, then shorter words."""
        return (self._word_counts[word], word in self._names, -len(word))

    def _extend_phrase(self, word: str) -> str:
        """Return ``word`` and the words that usually follow: each in at least half of the uses of the word before."""
        words = [word]
        while len(words) < _MAX_PHRASE_WORDS and (following := self._followers.get(words[-1])):
            [(after, times)] = following.most_common(1)
            if times < max(_MIN_FOLLOW_COUNT, self._word_counts[words[-1]] / 2):
                break
            words.append(after)
        return " ".join(words)


def _theme_label(theme: Theme) -> str:
    return f" → #{theme.number} {theme.title}"


def _match_capital(typed: str, text: str) -> str:
    """Return ``text`` with a capital first letter if ``typed`` has one."""
    return text[0].upper() + text[1:] if typed[:1].isupper() else text
