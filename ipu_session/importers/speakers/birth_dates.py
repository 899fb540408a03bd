"""Parser of dates and years of birth in speakers lists; the result is in ISO 8601."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.files.dates import find_days, iso_day, month_number
from ipu_session.importers.speakers.cell_error import EMPTY_VALUES, BadCellError

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NUMERIC = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?:\s+0?0:00(?::00)?)?")
_WITH_MONTH_NAME = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|er)?[\s./-]+(?:de )?([^\W\d_]+)\.?[\s./,-]+(?:del? )?'?(\d{4}|\d{2})"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_AND_MONTH = re.compile(r"(?:[^\W\d_]+\.?|\d{1,2})[\s./-]+((?:19|20)\d\d)|((?:19|20)\d\d)[-/.]\d{1,2}")
_SERIAL = re.compile(r"\d{4,5}(?:\.0+)?")
_FIRST_SERIAL, _LAST_SERIAL = 7_306, 43_831
"""1 January 1920 and 1 January 2020 as serial dates of a spreadsheet."""
_EPOCH = date(1899, 12, 30)
_CENTURY_PIVOT = 20
"""Two-digit years from here on are in the 20th century: no member of parliament is born in 2020 or later."""


def parse_birth_date(text: str, *, day_first: bool | None = None) -> str:
    """Return a year, or a date in ISO 8601; "" for an empty value; BadCellError for anything else.

    BadCellError ``born-ambiguous``: day and month may be exchanged, and ``day_first`` is None.
    """
    value = _latin_digits(text).strip()
    if value in EMPTY_VALUES:
        return ""
    if _YEAR.fullmatch(value):
        return value
    day = (
        _parse_numeric(value, day_first=day_first) or _parse_words(value) or _parse_serial(value) or _parse_year(value)
    )
    if not _YEAR.match(day):
        raise BadCellError("bad-born", text)
    return day


def infer_day_first(texts: Iterable[str]) -> bool | None:
    """Return whether the dates of a column have the day first; None if no date shows it, or dates contradict.

    A date shows it if exactly one of its first two numbers is greater than 12.
    """
    first = {
        int(match[1]) > 12
        for text in texts
        if (match := _NUMERIC.fullmatch(_latin_digits(text).strip())) and (int(match[1]) > 12) != (int(match[3]) > 12)
    }
    return first.pop() if len(first) == 1 else None


def _latin_digits(text: str) -> str:
    return "".join(fold(character) if character.isdecimal() else character for character in text)


def _parse_numeric(value: str, *, day_first: bool | None) -> str:
    if match := _ISO.fullmatch(value):
        return iso_day(int(match[1]), int(match[2]), int(match[3]))
    match = _NUMERIC.fullmatch(value)
    if match is None:
        return ""
    one, other, year = int(match[1]), int(match[3]), _expand_year(match[4])
    if match[2] == "." and other <= 12:
        # Wherever dates are written with full stops, the day comes first.
        return iso_day(year, other, one)
    if one <= 12 and other <= 12 and one != other:
        if day_first is None:
            raise BadCellError("born-ambiguous", value)
        return iso_day(year, other, one) if day_first else iso_day(year, one, other)
    return iso_day(year, one, other) if other > 12 else iso_day(year, other, one)


def _parse_words(value: str) -> str:
    days = find_days(value)
    if len(days) == 1:
        return days[0].iso
    match = _WITH_MONTH_NAME.search(value)
    month = month_number(match[2]) if match else 0
    return iso_day(_expand_year(match[3]), month, int(match[1])) if match and month else ""


def _parse_serial(value: str) -> str:
    if not _SERIAL.fullmatch(value):
        return ""
    number = int(float(value))
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return ""
    return (_EPOCH + timedelta(days=number)).isoformat()


def _parse_year(value: str) -> str:
    match = _YEAR_AND_MONTH.fullmatch(value)
    return (match[1] or match[2]) if match else ""


def _expand_year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return 1900 + year if year >= _CENTURY_PIVOT else 2000 + year
