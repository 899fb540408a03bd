"""Valid range of times: those that screens and reports can show as a date in every time zone."""

_YEAR_1900_MS = -2_208_988_800_000
_YEAR_3000_MS = 32_503_680_000_000


def is_in_calendar(at_ms: int) -> bool:
    """Return whether a time (UTC, ms) lies in the years 1900 to 2999."""
    return _YEAR_1900_MS <= at_ms < _YEAR_3000_MS
