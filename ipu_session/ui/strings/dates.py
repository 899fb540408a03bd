"""Parsing and formatting of dates and times of day."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

from ipu_session.ui.strings import labels

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?", re.ASCII)
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?", re.ASCII)


def parse_day_text(text: str) -> str | None:
    """Return an ISO 8601 date, "" for a blank text, None for an invalid text; ``21.3.2022`` is accepted, too."""
    stripped = text.strip()
    if not stripped:
        return ""
    if match := _ISO.fullmatch(stripped):
        year, month, day = map(int, match.groups())
    elif match := _DAY_FIRST.fullmatch(stripped):
        day, month, year = map(int, match.groups())
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def format_long_date(day: str) -> str:
    """Return an ISO 8601 date as "Monday, 21 March 2022", in the language of the screen; "" for ""."""
    if not day:
        return ""
    language = labels.screen_language()
    # QLocale("en") is American English: the month before the day.
    locale = QLocale("en_GB" if language == "en" else language)
    return str(locale.toString(QDate.fromString(day, "yyyy-MM-dd"), QLocale.FormatType.LongFormat))


def parse_time_with_seconds(text: str) -> str | None:
    """Return a time of day, typed with or without seconds, as ``HH:MM:SS``; None if it is invalid."""
    match = _CLOCK.fullmatch(text.strip().lower())
    if not match:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}"


def seconds_since_midnight(clock: str) -> int:
    """Return ``HH:MM:SS`` as seconds since midnight."""
    hours, minutes, seconds = map(int, clock.split(":"))
    return hours * 3600 + minutes * 60 + seconds


def parse_time_of_day(text: str) -> str | None:
    """Return ``HH:MM``, "" for a blank text, None for an invalid text; ``12.30`` and ``12h`` are accepted, too."""
    stripped = text.strip().lower()
    if not stripped:
        return ""
    match = _TIME.fullmatch(stripped)
    if not match:
        return None
    hours, minutes = int(match[1]), int(match[2] or 0)
    return f"{hours:02d}:{minutes:02d}" if hours < 24 and minutes < 60 else None
