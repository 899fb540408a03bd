"""Day of the debate, and who counts as young on that day."""

from ipu_session.domain.model.session import Person, Session

_DAY_MS = 86_400_000
_MINUTE_MS = 60_000


def iso_day(utc_ms: int, offset_min: int) -> str:
    """Return the local calendar day of a time (UTC, ms) as ISO 8601 (proleptic Gregorian arithmetic)."""
    days = (utc_ms + offset_min * _MINUTE_MS) // _DAY_MS + 719_468
    era, day_of_era = divmod(days, 146_097)
    year = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year + year // 4 - year // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
    return f"{year + era * 400 + (month <= 2):04d}-{month:02d}-{day:02d}"


def session_day(session: Session) -> str:
    """Return the day of the debate: as announced, else that of the first sitting, else an empty string."""
    if session.details.date or not session.sittings:
        return session.details.date
    first = session.sittings[0]
    return iso_day(first.opened_ms, first.offset_min)


def is_young(person: Person, young_under: int, day: str) -> bool:
    """Return whether a person counts as young on ``day`` (docs/rules.md#row-33).

    The slip overrides the date of birth. If only the year of birth is known, years are compared. False if the
    age is not known.
    """
    if person.young is not None:
        return person.young
    if not is_age_known(person, day):
        return False
    too_old_on = f"{int(person.born[:4]) + young_under:04d}{person.born[4:]}"
    return too_old_on > (day if len(person.born) == len(day) else day[:4])


def is_age_known(person: Person, day: str) -> bool:
    """Return whether the slip says if a person is young, or ``day`` and the year of birth are known."""
    year = person.born[:4]
    return person.young is not None or bool(day and len(year) == 4 and year.isascii() and year.isdecimal())
