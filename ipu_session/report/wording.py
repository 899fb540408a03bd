"""The report's words in one language: sentences with forms for none, one and many, dates, times, lists."""

import re
import tomllib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from ipu_session.domain.timing import whole_seconds
from ipu_session.report.errors import ReportError, ReportTrouble

LANGUAGES = ("en", "fr")
_ORDINAL = re.compile(r"(\d+)\s*(?:st|nd|rd|th|e|ère|re|ème|è|ᵉ|\.?ª)\b")
_MONTH = re.compile(r"([^\W\d_]+)\.?\s+(\d{4})")
_LIST_AT_MOST = 9
"""Numbers up to nine are written as words."""


class Wording:
    """Texts by table and key, filled in."""

    def __init__(self, data: dict[str, Any], months: dict[str, int], committees: dict[str, str]) -> None:
        self._data = data
        self._months = months
        self._committees = committees

    @property
    def language(self) -> str:
        """The code of the language: en, fr."""
        return str(self._data["language"])

    @property
    def tag(self) -> str:
        """The language as Word wants it: en-GB."""
        return str(self._data["tag"])

    def text(self, place: str, **values: object) -> str:
        """Return the text at ``table.key``, with its placeholders filled in."""
        table, _, key = place.partition(".")
        return str(self._data[table][key]).format(**values)

    def count(self, place: str, n: int, **values: object) -> str:
        """Return the form of a sentence for a number: none, one or many."""
        table, _, key = place.partition(".")
        forms = self._data[table][key]
        form = forms["zero"] if n == 0 else forms["one"] if n == 1 else forms["many"]
        word = self.in_words(n)
        return str(form).format(n=self.number(n), w=word, W=word[:1].upper() + word[1:], **values)

    def known(self, table: str, key: str) -> str:
        """Return what something is called; itself if the table does not know it."""
        return str(self._data[table].get(key, key))

    def number(self, n: int) -> str:
        """Return a number in digits, thousands parted."""
        return f"{n:,}".replace(",", self._data["thousands"])

    def in_words(self, n: int) -> str:
        """Return a number in words up to nine, in digits above."""
        return str(self._data["words"][n]) if 0 <= n <= _LIST_AT_MOST else self.number(n)

    def listed(self, names: Sequence[str]) -> str:
        """Return "A, B and C"."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])}{self._data['and']}{names[-1]}"

    def duration(self, seconds: int) -> str:
        """Return a length as minutes and seconds: 2:05."""
        return f"{seconds // 60}:{seconds % 60:02d}"

    def length(self, duration_ms: int) -> str:
        """Return a length in words: three minutes; 90 seconds are one minute and 30 seconds."""
        minutes, seconds = divmod(whole_seconds(duration_ms), 60)
        parts = []
        if minutes or not seconds:
            parts.append(self.count("format.minutes", minutes))
        if seconds:
            parts.append(self.count("format.seconds", seconds))
        return self.listed(parts)

    def clock(self, at_ms: int, offset_min: int) -> str:
        """Return the time of day in a room that is so many minutes ahead of UTC: 9.05, 9 h 05."""
        at = _local(at_ms, offset_min)
        return self.text("format.clock", hour=at.hour, minute=f"{at.minute:02d}")

    def moment(self, at_ms: int, offset_min: int) -> str:
        """Return the time of day and the day."""
        day = self.day(_local(at_ms, offset_min).date())
        return self.text("format.moment", clock=self.clock(at_ms, offset_min), date=day)

    def day_of(self, at_ms: int, offset_min: int) -> str:
        """Return the day on which a moment falls in the room."""
        return self.day(self.date_of(at_ms, offset_min))

    def date_of(self, at_ms: int, offset_min: int) -> date:
        """Return the date on which a moment falls in the room."""
        return _local(at_ms, offset_min).date()

    def day(self, day: date) -> str:
        """Return a day: 24 April 2022, 1er avril 2022."""
        key = "first_day" if day.day == 1 else "day"
        month = self._data["months"][day.month - 1]
        return self.text(f"format.{key}", day=day.day, month=month, year=day.year)

    def said_day(self, text: str) -> str:
        """Return an ISO day, or a month and year in any language we know, as this language says it."""
        try:
            return self.day(date.fromisoformat(text))
        except ValueError:
            return self._month(text) or text

    def said_when(self, text: str) -> str:
        """Return " on 24 April 2022", " in October 2022", or what was written in brackets."""
        if not text:
            return ""
        try:
            return " " + self.text("format.on_day", date=self.day(date.fromisoformat(text)))
        except ValueError:
            month = self._month(text)
        if month:
            return " " + self.text("format.in_month", date=month)
        return " " + self.text("format.other_date", date=text)

    def assembly(self, text: str) -> str:
        """Return an Assembly's name in this language if its number can be read, else as written."""
        found = _ORDINAL.search(text)
        return self.text("format.assembly", ordinal=self._ordinal(int(found[1]))) if found else text

    def at_assembly(self, text: str) -> str:
        """Return "at the 145th IPU Assembly"."""
        found = _ORDINAL.search(text)
        if found:
            return self.text("format.at_assembly", ordinal=self._ordinal(int(found[1])))
        return self.text("format.at_other_assembly", assembly=text)

    def committee(self, text: str) -> str:
        """Return a standing committee's name in this language, whichever we know it was written in."""
        key = self._committees.get(text.replace("'", "’").casefold())
        return self.known("committees", key) if key else text

    def _ordinal(self, n: int) -> str:
        if self.language == "fr":
            return "1re" if n == 1 else f"{n}e"
        last = "th" if n % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        return f"{n}{last}"

    def _month(self, text: str) -> str:
        found = _MONTH.fullmatch(text.strip())
        number = self._months.get(found[1].casefold()) if found else None
        if found is None or number is None:
            return ""
        return self.text("format.month", month=self._data["months"][number - 1], year=found[2])


@cache
def load_wording(language: str, folder: Path) -> Wording:
    """Return the words of a language out of ``folder``; ReportError if there is no such language."""
    if language not in LANGUAGES:
        raise ReportError(ReportTrouble.NO_SUCH_LANGUAGE, place=language)
    tables = {name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in LANGUAGES}
    months = {
        month.casefold(): number
        for table in tables.values()
        for number, month in enumerate(table["months"], start=1)
    }
    committees = {
        _curly(name).casefold(): key for table in tables.values() for key, name in table["committees"].items()
    }
    return Wording(_curly(tables[language]), months, committees)


def _curly(value: Any) -> Any:
    """Return the tables with the apostrophe that print wants."""
    if isinstance(value, str):
        return value.replace("'", "’")
    if isinstance(value, list):
        return [_curly(part) for part in value]
    if isinstance(value, dict):
        return {key.replace("'", "’") if "'" in key else key: _curly(part) for key, part in value.items()}
    return value


def _local(at_ms: int, offset_min: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms, minutes=offset_min)
