"""Durations as a secretary types them: ``3``, ``3:00``, ``180s``, ``1h05``."""

import re

_SECOND_MS = 1_000
_MINUTE_S = 60
_HOUR_S = 3_600
_LONGEST_S = 1_000 * _HOUR_S

_COLONS = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):(\d{2})", re.ASCII)
_BARE = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?", re.ASCII)
_UNITS = re.compile(
    r"(?:(?P<h>\d{1,3}) ?(?:h|hours?|heures?|hrs?))?"
    r" ?(?:(?P<m>\d{1,4})(?: ?(?:'|′|min(?:ute)?s?|mn|m)|$))?"
    r" ?(?:(?P<s>\d{1,6})(?: ?(?:''|\"|″|sec(?:onde?)?s?|s)|$))?",
    re.ASCII,
)


def parse_duration_ms(text: str) -> int | None:
    """Return the duration in milliseconds, or None if it cannot be parsed; a bare number is minutes."""
    typed = " ".join(text.lower().split())
    for parse in (_parse_bare_s, _parse_colons_s, _parse_units_s):
        seconds = parse(typed)
        if seconds is not None:
            return seconds * _SECOND_MS if seconds <= _LONGEST_S else None
    return None


def format_duration(duration_ms: int) -> str:
    """Return a duration in a form that can be parsed again: ``3:00``, from an hour on ``1:05:00``."""
    minutes, seconds = divmod((duration_ms + _SECOND_MS // 2) // _SECOND_MS, _MINUTE_S)
    hours, minutes_of_hour = divmod(minutes, _MINUTE_S)
    return f"{hours}:{minutes_of_hour:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def _parse_bare_s(typed: str) -> int | None:
    if not _BARE.fullmatch(typed):
        return None
    whole, _, part = typed.replace(",", ".").partition(".")
    return (
        int(whole) * _MINUTE_S + (int(part.ljust(2, "0")) * _MINUTE_S + 50) // 100 if part else int(whole) * _MINUTE_S
    )


def _parse_colons_s(typed: str) -> int | None:
    match = _COLONS.fullmatch(typed)
    if not match:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if seconds >= _MINUTE_S or (hours and minutes >= _MINUTE_S):
        return None
    return hours * _HOUR_S + minutes * _MINUTE_S + seconds


def _parse_units_s(typed: str) -> int | None:
    match = _UNITS.fullmatch(typed)
    if not match or not any(match.groupdict().values()):
        return None
    hours, minutes, seconds = (match[name] for name in ("h", "m", "s"))
    larger = bool(hours), bool(hours or minutes)
    if (larger[0] and int(minutes or 0) >= _MINUTE_S) or (larger[1] and int(seconds or 0) >= _MINUTE_S):
        return None
    return int(hours or 0) * _HOUR_S + int(minutes or 0) * _MINUTE_S + int(seconds or 0)
