"""Local times at the venue: a UTC time is shown at the UTC offset recorded with its sitting (decision 0004).

No view converts a UTC time itself: the sittings of one session may have been held in several time zones.
"""

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.ages import iso_day
from ipu_session.domain.queries.timezone import utc_offset_at
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.dates import format_long_date

_DAY_MS = 86_400_000


def format_time_at(session: Session, at_ms: int, now: Timestamp, *, seconds: bool = False) -> str:
    """Return a recorded UTC time as the time of day at the venue; with the machine's offset before any sitting."""
    return labels.format_local_time(at_ms, utc_offset_at(session, at_ms, now.offset_min), seconds=seconds)


def format_time_now(session: Session, now: Timestamp, at_ms: int | None = None) -> str:
    """Return ``at_ms``, else ``now``, as the time of day at the UTC offset of the open sitting, else of the machine."""
    return labels.format_local_time(now.utc_ms if at_ms is None else at_ms, current_offset_min(session, now))


def format_day_and_time(
    session: Session, at_ms: int, now: Timestamp, *, seconds: bool = False, zone_of_ms: int | None = None
) -> str:
    """Return a recorded UTC time as the time of day at the venue, preceded by the date if that is not today.

    ``zone_of_ms`` is a UTC time whose sitting gives the UTC offset, for an ``at_ms`` outside every sitting.
    """
    offset_min = utc_offset_at(session, at_ms if zone_of_ms is None else zone_of_ms, now.offset_min)
    time, day = labels.format_local_time(at_ms, offset_min, seconds=seconds), iso_day(at_ms, offset_min)
    return time if day == iso_day_today(session, now) else f"{format_long_date(day)}, {time}"


def iso_day_at(session: Session, at_ms: int, now: Timestamp) -> str:
    """Return the date at the venue of a recorded UTC time, as ISO 8601."""
    return iso_day(at_ms, utc_offset_at(session, at_ms, now.offset_min))


def iso_day_today(session: Session, now: Timestamp) -> str:
    """Return the present date at the venue, as ISO 8601."""
    return iso_day(now.utc_ms, current_offset_min(session, now))


def utc_ms_on_day_of(session: Session, near_ms: int, seconds: int, now: Timestamp) -> int:
    """Return, in UTC milliseconds, the time ``seconds`` after midnight at the venue, on the date of ``near_ms``."""
    offset_ms = utc_offset_at(session, near_ms, now.offset_min) * 60_000
    return (near_ms + offset_ms) // _DAY_MS * _DAY_MS - offset_ms + seconds * 1000


def current_offset_min(session: Session, now: Timestamp) -> int:
    """Return the UTC offset in minutes (positive east of Greenwich) of the open sitting, else of the machine."""
    return now.offset_min if session.sitting is None else session.sitting.offset_min
