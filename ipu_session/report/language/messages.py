"""Messages of the report in one language: plural forms, numbers, lists, durations."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from ipu_session.domain.model.stopwatch import round_to_seconds
from ipu_session.report.language.catalog_data import CatalogData, MessageTable
from ipu_session.report.language.plural_rules import select_form

_MAX_NUMBER_IN_WORDS = 9
"""Numbers up to this are written as words."""


class ReportMessages:
    """Texts by table and key, with placeholders filled in."""

    def __init__(self, data: CatalogData) -> None:
        self._data = data
        self._tables = cast("Mapping[str, MessageTable]", data)

    @property
    def language(self) -> str:
        """The language code: en, fr, es, ar."""
        return self._data["language"]

    @property
    def language_tag(self) -> str:
        """The language tag used in Word, such as en-GB."""
        return self._data["tag"]

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self._data["right_to_left"]

    def text(self, message_id: str, **values: object) -> str:
        """Return the text at ``table.key``, with its placeholders filled in."""
        table, _, key = message_id.partition(".")
        return str(self._tables[table][key]).format(**values)

    def plural(self, message_id: str, n: int, **values: object) -> str:
        """Return the form of a sentence for ``n`` (see `select_form`).

        Placeholders: {n} in digits, {w} in words, {W} in words with a capital, {f} in feminine words, and ``values``.
        """
        table, _, key = message_id.partition(".")
        forms = cast("Mapping[str, str]", self._tables[table][key])
        form = select_form(n, forms, self._data["plural"])
        word = self.number_in_words(n)
        feminine = self.number_in_words(n, feminine=True)
        return form.format(n=self.format_number(n), w=word, W=self._number_opening_sentence(n), f=feminine, **values)

    def _number_opening_sentence(self, n: int) -> str:
        """Return a number for the start of a sentence: a capitalised word if the language has one, else digits."""
        words = self._data["words"]
        word = words[n] if 0 <= n < len(words) else self.format_number(n)
        return word[:1].upper() + word[1:]

    def lookup(self, table: str, key: str) -> str:
        """Return the term for a key; the key itself if the table lacks it."""
        return str(self._tables[table].get(key, key))

    def format_number(self, n: int) -> str:
        """Return a number in digits, with thousands separators."""
        return f"{n:,}".replace(",", self._data["thousands"])

    def number_in_words(self, n: int, *, feminine: bool = False) -> str:
        """Return a number in words up to nine, else in digits; ``feminine`` for a feminine noun."""
        words = self._data["words"]
        if feminine:
            words = self._data.get("feminine_words", words)
        return words[n] if 0 <= n <= _MAX_NUMBER_IN_WORDS else self.format_number(n)

    def join_with_and(self, names: Sequence[str]) -> str:
        """Return "A, B and C"; Spanish varies *and* before the sound of i, Arabic repeats it in longer lists."""
        if len(names) < 2:
            return "".join(names)
        i_sound = self._data.get("i_sound")
        before_i = i_sound is not None and re.match(i_sound, names[-1], re.IGNORECASE)
        joint = self._data["and_before_i"] if before_i else self._data["and"]
        separator = self._data["comma"]
        if len(names) > 2 and "and_between" in self._data:
            separator = joint = self._data["and_between"]
        return f"{separator.join(names[:-1])}{joint}{names[-1]}"

    def join_with_commas(self, parts: Iterable[str]) -> str:
        """Return "A, B, C"."""
        return self._data["comma"].join(parts)

    def join_with_semicolons(self, parts: Iterable[str]) -> str:
        """Return "A; B; C", for parts that may contain commas."""
        return self._data["semicolon"].join(parts)

    def annex_letter(self, index: int) -> str:
        """Return the letter of the annex with this index from 0: A, B …; in Arabic the name of the letter."""
        return self._data["annex_letters"][index]

    def format_duration(self, seconds: int) -> str:
        """Return a duration as minutes and seconds: 2:05."""
        return f"{seconds // 60}:{seconds % 60:02d}"

    def duration_in_words(self, duration_ms: int) -> str:
        """Return a duration in words: three minutes; 90 seconds become one minute and 30 seconds."""
        minutes, seconds = divmod(round_to_seconds(duration_ms), 60)
        hours, minutes = divmod(minutes, 60)
        parts: list[str] = [self.plural("format.hours", hours)] if hours else []
        if minutes or not (hours or seconds):
            parts.append(self.plural("format.minutes", minutes))
        if seconds:
            parts.append(self.plural("format.seconds", seconds))
        return self.join_with_and(parts)
