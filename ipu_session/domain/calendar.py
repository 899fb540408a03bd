"""The moments that a calendar can name: what lies outside could be put on no screen and in no report."""

_DAY_MS = 86_400_000
_YEAR_1_MS = -62_135_596_800_000
_YEAR_10000_MS = 253_402_300_800_000


def in_calendar(at_ms: int) -> bool:
    """Return whether a moment (UTC ms) has a date in every time zone, years 1 to 9999."""
    return _YEAR_1_MS + 2 * _DAY_MS <= at_ms < _YEAR_10000_MS - 2 * _DAY_MS
