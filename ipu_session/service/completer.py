"""What a half-typed word is likely to become: names of the session, and phrases already used in its notes."""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ipu_session.domain.model.session import Session, Theme
from ipu_session.domain.text.note_syntax import themes_begun
from ipu_session.domain.text.text_folding import fold

_TAG = re.compile(r"(?<!\S)[#＃]([^\W\d_]\S*)$")
_LETTERS = 3
"""So many letters are typed before anything is offered."""
_SAVED = 3
"""An offer that saves fewer keys is none."""
_WORDS = 6
_LEARNT = 2000
"""Letters of a note that are learnt from: a pasted book has other words than the next note."""
_TWICE = 2
"""A word that followed another so often goes with it."""
_AROUND = ".,;:!?…()[]«»“”\"'’"
_LANGUAGES = ("en", "fr", "es", "ar")


@dataclass(frozen=True, slots=True)
class Offer:
    """``letters`` before the cursor may become ``text``."""

    letters: int
    text: str
    shown: str = ""
    """What is shown of it instead, if that is not the rest of the word."""


class Phrasebook:
    """Learns from notes and names; to offer something costs the same in a long debate as in a short one."""

    def __init__(self) -> None:
        self._words: Counter[str] = Counter()
        self._after: dict[str, Counter[str]] = {}
        self._sorted: list[tuple[str, str]] = []
        """Folded and as written, in the order of the former."""
        self._names: set[str] = set()

    def learn(self, text: str) -> None:
        """Take over the words of a note, and which of them stand together."""
        before = ""
        for piece in text[:_LEARNT].split():
            word = piece.strip(_AROUND)
            if word:
                self._know(word)
                self._words[word] += 1
                if before:
                    self._after.setdefault(before, Counter())[word] += 1
            # What a sign parts does not stand together.
            before = word if piece.endswith(word) else ""

    def name(self, session: Session) -> None:
        """Take over the names of the delegations and of the delegates."""
        for delegation in session.delegations.values():
            self._take_name(delegation.name(language) for language in _LANGUAGES)
        for delegate in session.delegates.values():
            self._take_name([delegate.person.name])

    def offer(self, typed: str, themes: Iterable[Theme] = ()) -> Offer | None:
        """Return what the word at the end of ``typed`` may become; None if nothing is likely.

        A word behind ``#`` begins the title of a theme, and becomes its number.
        """
        if tag := _TAG.search(typed):
            found = themes_begun(tag[1], themes)
            return Offer(len(tag[0]), f"#{found[0].number} ", _named(found[0])) if found else None
        begun = typed.rsplit(maxsplit=1)[-1].lstrip(_AROUND) if typed and not typed[-1].isspace() else ""
        folded = fold(begun)
        if len(folded) < _LETTERS:
            return None
        likely = max(self._beginning(folded), key=self._weight, default="")
        text = _as_begun(begun, self._with_what_follows(likely)) if likely else ""
        return Offer(len(begun), text) if len(text) >= len(begun) + _SAVED else None

    def _take_name(self, names: Iterable[str]) -> None:
        for name in names:
            if name and name not in self._names:
                self._names.add(name)
                self._know(name)

    def _know(self, word: str) -> None:
        if word not in self._words:
            self._words[word] = 0
            insort(self._sorted, (fold(word), word))

    def _beginning(self, folded: str) -> Iterable[str]:
        at = bisect_left(self._sorted, (folded, ""))
        while at < len(self._sorted) and self._sorted[at][0].startswith(folded):
            yield self._sorted[at][1]
            at += 1

    def _weight(self, word: str) -> tuple[int, bool, int]:
        """Return what is likelier: what was used more, then a name, then what is shorter."""
        return (self._words[word], word in self._names, -len(word))

    def _with_what_follows(self, word: str) -> str:
        """Return a word with those that went with it at least every second time."""
        words = [word]
        while len(words) < _WORDS and (following := self._after.get(words[-1])):
            [(after, times)] = following.most_common(1)
            if times < max(_TWICE, self._words[words[-1]] / 2):
                break
            words.append(after)
        return " ".join(words)


def _named(theme: Theme) -> str:
    return f" → #{theme.number} {theme.title}"


def _as_begun(begun: str, text: str) -> str:
    """Return a text with a capital if it was begun with one."""
    return text[0].upper() + text[1:] if begun[:1].isupper() else text
