"""Parser of dates and months in English, French, Spanish and Arabic; dates are returned in ISO 8601."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ipu_session.domain.text.text_folding import fold

_MONTHS = (
    ("january", "janvier", "enero", "janv", "jan", "ene"),
    ("february", "fevrier", "febrero", "fevr", "feb"),
    ("march", "mars", "marzo", "mar"),
    ("april", "avril", "abril", "apr", "avr", "abr"),
    ("may", "mai", "mayo"),
    ("june", "juin", "junio", "jun"),
    ("july", "juillet", "julio", "juil", "jul"),
    ("august", "aout", "agosto", "aug", "ago"),
    ("september", "septembre", "septiembre", "sept", "sep"),
    ("october", "octobre", "octubre", "oct"),
    ("november", "novembre", "noviembre", "nov"),
    ("december", "decembre", "diciembre", "dec", "dic"),
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_ACCENTED = r"[a-zA-ZéûÉÛ]"
_MONTH_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_MONTH = rf"(?:{_MONTH_NAMES}|f[ée]vr(?:ier)?|ao[ûu]t|d[ée]c(?:embre)?)(?!{_ACCENTED})"
_RANGE = r"(?:\s*(?:[-–—/]|to|and|au|et|al|a|y)\s*\d{1,2}(?:st|nd|rd|th|er)?)?"

_DAY_FIRST = re.compile(
    rf"\b(?P<d>\d{{1,2}})\s?(?:er|st|nd|rd|th|\.?º)?{_RANGE}\s*(?:of\s+|"
    rf"de\s+)?(?P<m>{_MONTH})\.?,?\s*(?:del?\s+)?(?P<y>\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_RANGE},?\s+(?P<y>\d{{4}})\b", re.IGNORECASE
)
_DAY_FIRST_ALONE = re.compile(
    rf"\b(?P<d>\d{{1,2}})\s?(?:er|st|nd|rd|th|\.?º)?\s+(?:of\s+|de\s+)?(?P<m>{_MONTH})", re.IGNORECASE
)
_MONTH_FIRST_ALONE = re.compile(rf"\b(?P<m>{_MONTH})\s+(?P<d>\d{{1,2}})\b", re.IGNORECASE)
_ISO = re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b")
_NUMERIC = re.compile(r"\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})\b")
_MONTH_OF_YEAR = re.compile(
    rf"(?:\b\d{{1,2}}(?:er|st|nd|rd|th)?{_RANGE}\s+(?:de\s+)?)?\b{_MONTH}\.?\s+(?:del?\s+)?\d{{4}}\b", re.IGNORECASE
)


_BEFORE = 60
_RANGE_START = re.compile(
    rf"\b(?P<d>\d{{1,2}})\s?(?:er|st|nd|rd|th|\.?º)?(?:\s+(?:of\s+|de\s+)?(?P<m>{_MONTH})\.?)?\s*"
    r"(?:[-–—/]|\bto\b|\band\b|\bau\b|\bet\b|\bal?\b|\by\b|\buntil\b)\s*(?:the\s+|le\s+|"
    r"el\s+)?(?:[^\W\d]+,?\s+)?$",
    re.IGNORECASE,
)
"""The first day of a range, in front of its last day and the weekday of that."""


class DateMatch(Struct, frozen=True):
    """A date in a text: the offset where it begins, and the date in ISO 8601; of a range the first day."""

    start: int
    iso: str


def find_days(text: str) -> tuple[DateMatch, ...]:
    """Return the dates in a text, in order of their position."""
    return tuple(sorted(_find_dates(text), key=_start))


def find_day_in_year(text: str, year: int) -> str:
    """Return the first date written without a year, in ISO 8601 with ``year``; "" if there is none."""
    for pattern in (_DAY_FIRST_ALONE, _MONTH_FIRST_ALONE):
        for match in pattern.finditer(text):
            return iso_day(year, _MONTH_NUMBERS[fold(match["m"])], int(match["d"]))
    return ""


_BEFORE_A_DAY = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'-]*(?:\s+(?:de|del|des|du|of|of the|at|de la|la|le)(?=\s)|\s+[A-ZÀ-Þ][\w’'-]*|"
    r"\s*,)*\s*(?:\([^()\d]{2,40}\)\s*)?[,:(–—-]?\s*)?"
    r"(?:\(?(?:du|le|el|del|from|on)\s+)?(?:[^\W\d]{4,12}(?<=y|i|e|s|o),?\s+)?(?:the\s+)?\(?"
)
_DAY_LINE = 100
_SMALL_WORDS = 6


def is_date_line(text: str) -> bool:
    """Return whether a line is a date, with a place or not, and nothing else: "Lima, 3–5 May 2027"."""
    days = find_days(text)
    if not days or len(text) > _DAY_LINE or text.rstrip(")").endswith((".", ";", ":", "?")):
        return False
    after = text[days[0].start :]
    small = [word for word in after.split() if word.islower() and not word.startswith(("(", "["))]
    return bool(_BEFORE_A_DAY.fullmatch(text[: days[0].start])) and len(small) <= _SMALL_WORDS


def _start(day: DateMatch) -> int:
    return day.start


def _find_dates(text: str) -> Iterator[DateMatch]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _ISO, _NUMERIC):
        for match in pattern.finditer(text):
            month = match["m"]
            number = int(month) if month.isdecimal() else _MONTH_NUMBERS[fold(month)]
            if iso := iso_day(int(match["y"]), number, int(match["d"])):
                yield _range_start(text, DateMatch(match.start(), iso))


def _range_start(text: str, last: DateMatch) -> DateMatch:
    """Return the first day of a range, given its last day: "30 November and 1 December 2027"."""
    before = _RANGE_START.search(text[max(0, last.start - _BEFORE) : last.start])
    if before is None:
        return last
    year, month = int(last.iso[:4]), int(last.iso[5:7])
    first_month = _MONTH_NUMBERS[fold(before["m"])] if before["m"] else month
    first = iso_day(year - (first_month > month), first_month, int(before["d"]))
    start = max(0, last.start - _BEFORE) + before.start()
    return DateMatch(start, first) if first and first <= last.iso else last


def iso_day(year: int, month: int, day: int) -> str:
    """Return a date in ISO 8601; "" if there is no such date."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


_ARABIC_MONTHS = (
    ("يناير", "كانون الثاني", "جانفي"),
    ("فبراير", "شباط", "فيفري"),
    ("مارس", "اذار"),
    ("ابريل", "نيسان", "افريل"),
    ("مايو", "ايار", "ماي"),
    ("يونيو", "حزيران", "جوان"),
    ("يوليو", "تموز", "جويليه"),
    ("اغسطس", "اب", "اوت"),
    ("سبتمبر", "ايلول"),
    ("اكتوبر", "تشرين الاول"),
    ("نوفمبر", "تشرين الثاني"),
    ("ديسمبر", "كانون الاول"),
)


def month_number(name: str) -> int:
    """Return the number of a month named in one of four languages; 0 for any other word."""
    folded = fold(name)
    arabic = (number for number, names in enumerate(_ARABIC_MONTHS, 1) if folded in names)
    return _MONTH_NUMBERS.get(folded) or next(arabic, 0)


def find_month(text: str) -> str:
    """Return the first month with its year, and its days if stated, as written ("October 2022"); else ""."""
    match = _MONTH_OF_YEAR.search(text)
    return match[0] if match else ""
