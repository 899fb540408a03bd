"""Limits for written contributions: the announced deadline and length (docs/rules.md#n3)."""

import re

from ipu_session.domain.model.session import Contribution, Details, Session

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def is_late(details: Details, entry: Contribution) -> bool:
    """Return whether a contribution came after the deadline; False if either day is unknown or malformed."""
    days = (details.contributions_deadline, entry.received)
    return all(map(_DAY.fullmatch, days)) and entry.received > details.contributions_deadline


def is_too_long(details: Details, entry: Contribution) -> bool:
    """Return whether a contribution has more pages than announced."""
    return entry.pages > details.contributions_pages


def contributions_by_date(session: Session) -> tuple[Contribution, ...]:
    """Return the contributions by the day received, then by id."""
    return tuple(sorted(session.contributions.values(), key=_received_key))


def _received_key(entry: Contribution) -> tuple[str, int]:
    return entry.received, entry.id
