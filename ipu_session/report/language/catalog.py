"""Message catalog of the report in one language, with formats of dates and names of countries and people."""

import re
import tomllib
import unicodedata
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import cast

from msgspec import Struct

from ipu_session.domain.exchange.report_options import LANGUAGE_CODES
from ipu_session.domain.text.text_folding import fold
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.report.language.catalog_data import CatalogData
from ipu_session.report.language.messages import ReportMessages
from ipu_session.report.language.plural_rules import format_ordinal

_ORDINAL = re.compile(r"(?:الـ\s?(?P<arabic>\d+)|(?P<latin>\d+)\s*(?:st|nd|rd|th|e|ère|re|ème|è|ᵉ|\.?ª))\b")
_MONTH_AND_YEAR = re.compile(r"([^\d_]+?)\.?\s+(?:de\s+|del\s+)?(\d{4})")


class ReportCatalog(ReportMessages):
    """Texts, date and time formats, and names of countries, people, Assemblies and committees."""

    def __init__(self, data: CatalogData, recognized_terms: "_RecognizedTerms") -> None:
        super().__init__(data)
        self._recognized_terms = recognized_terms

    def sort_key(self, name: str) -> tuple[str, str]:
        """Return a sort key in the alphabetical order of the language (docs/decisions/0016)."""
        spread = unicodedata.normalize("NFC", name).lower()
        for letter, replacement in self._data["letters"].items():
            spread = spread.replace(letter, replacement)
        return fold(spread), name

    def after_delegation_of(self, name: str) -> str:
        """Return a country's name as it follows "the delegation of": of the Sudan, du Kenya."""
        return next(form.format(name=name) for pattern, form in self._data["of"] if re.match(pattern, name))

    def localize_title(self, text: str) -> str:
        """Return a name that begins with a title, with the title in this language."""
        title, _, name = text.strip().partition(" ")
        return f"{self.lookup('titles', title)}\u00a0{name}" if name else text

    def mentions_topic(self, topic: str, text: str) -> bool:
        """Whether a word begins with a keyword of a topic (``gender``, ``urgent``) in any supported language."""
        return any(word.startswith(self._recognized_terms.topics[topic]) for word in fold(text).split())

    def format_time(self, at_ms: int, offset_min: int) -> str:
        """Return the time of day at an offset from UTC in minutes: 9.05, 9 h 05."""
        local = _local_datetime(at_ms, offset_min)
        return self.text("format.clock", hour=local.hour, minute=f"{local.minute:02d}")

    def format_moment(self, at_ms: int, offset_min: int) -> str:
        """Return the time of day and the date."""
        day = self.format_date(_local_datetime(at_ms, offset_min).date())
        return self.text("format.moment", clock=self.format_time(at_ms, offset_min), date=day)

    def format_table_moment(self, at_ms: int, offset_min: int) -> str:
        """Return day and month without year, and the time of day, for narrow columns."""
        day = self.local_date(at_ms, offset_min)
        date = self.text("format.table_day", day=day.day, month=self._data["months"][day.month - 1])
        return self.text("format.table_moment", clock=self.format_time(at_ms, offset_min), date=date)

    def day_column_share(self, share: int) -> int:
        """Return the width share of a column of dates: ``share``, times 1.5 if the months have two names."""
        two_names = any("/" in month for month in self._data["months"])
        return share * 3 // 2 if two_names else share

    def format_day_at(self, at_ms: int, offset_min: int) -> str:
        """Return the formatted local date of a moment."""
        return self.format_date(self.local_date(at_ms, offset_min))

    def local_date(self, at_ms: int, offset_min: int) -> date:
        """Return the local date of a moment."""
        return _local_datetime(at_ms, offset_min).date()

    def format_date(self, day: date) -> str:
        """Return a formatted date: 24 April 2022, 1er avril 2022."""
        key = "first_day" if day.day == 1 else "day"
        month = self._data["months"][day.month - 1]
        return self.text(f"format.{key}", day=day.day, month=month, year=day.year)

    def format_day(self, text: str) -> str:
        """Return an ISO date, or month and year in any supported language, in this language; other text as it is."""
        try:
            return self.format_date(date.fromisoformat(text))
        except ValueError:
            return self._format_month(text) or text

    def format_when_phrase(self, text: str) -> str:
        """Return " on 24 April 2022", " in October 2022", or other text in brackets; "" for ""."""
        if not text:
            return ""
        try:
            return " " + self.text("format.on_day", date=self.format_date(date.fromisoformat(text)))
        except ValueError:
            month = self._format_month(text)
        if month:
            return " " + self.text("format.in_month", date=month)
        return " " + self.text("format.other_date", date=text)

    def assembly_name(self, text: str) -> str:
        """Return an Assembly's name in this language if its number is recognised, else as written."""
        match = _ORDINAL.search(text)
        return self.text("format.assembly", ordinal=self._assembly_ordinal(match)) if match else text

    def at_assembly_phrase(self, text: str) -> str:
        """Return "at the 145th IPU Assembly", or the text as written if it has no number."""
        match = _ORDINAL.search(text)
        if match:
            return self.text("format.at_assembly", ordinal=self._assembly_ordinal(match))
        return self.text("format.at_other_assembly", assembly=text)

    def committee_name(self, text: str) -> str:
        """Return a standing committee's name, typed in any supported language, in this language; else the text."""
        key = self._recognized_terms.committees.get(fold(text))
        return self.lookup("committees", key) if key else text

    def _assembly_ordinal(self, match: re.Match[str]) -> str:
        return format_ordinal(int(match["arabic"] or match["latin"]), self.language)

    def _format_month(self, text: str) -> str:
        match = _MONTH_AND_YEAR.fullmatch(text.strip())
        number = self._recognized_terms.months.get(fold(match[1])) if match else None
        if match is None or number is None:
            return ""
        return self.text("format.month", month=self._data["months"][number - 1], year=match[2])


@cache
def load_catalog(language: str, folder: Path) -> ReportCatalog:
    """Load the catalog of a language from ``folder``; ReportError if there is no such language."""
    if language not in LANGUAGE_CODES:
        raise ReportError(ReportErrorCode.NO_SUCH_LANGUAGE, location=language)
    tables = {name: _read_tables(folder / f"{name}.toml") for name in LANGUAGE_CODES}
    data = cast("CatalogData", _curl_apostrophes(tables[language]))
    return ReportCatalog(data, _collect_recognized_terms(tables.values()))


def _read_tables(path: Path) -> CatalogData:
    return cast("CatalogData", tomllib.loads(path.read_text("utf-8")))


class _RecognizedTerms(Struct, frozen=True):
    """Terms recognised in input in every supported language."""

    months: dict[str, int]
    committees: dict[str, str]
    topics: dict[str, tuple[str, ...]]


def _collect_recognized_terms(tables: Collection[CatalogData]) -> _RecognizedTerms:
    months = {
        fold(name): number
        for table in tables
        for number, month in enumerate(table["months"], start=1)
        for name in (month, *month.split("/"))
    }
    committees = {fold(name): key for table in tables for key, name in table["committees"].items()}
    topics = {
        topic: tuple(fold(word) for table in tables for word in table["topics"][topic])
        for topic in ("gender", "urgent")
    }
    return _RecognizedTerms(months, committees, topics)


def _curl_apostrophes(value: object) -> object:
    """Return the tables with typographic apostrophes."""
    if isinstance(value, str):
        return value.replace("'", "’")
    if isinstance(value, list):
        return [_curl_apostrophes(part) for part in value]
    if isinstance(value, dict):
        return {key.replace("'", "’") if "'" in key else key: _curl_apostrophes(part) for key, part in value.items()}
    return value


def _local_datetime(at_ms: int, offset_min: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at_ms, minutes=offset_min)
