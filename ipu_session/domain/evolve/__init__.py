"""The fold: applies one event to a state; pure, never refuses an event and never reads a clock."""

from collections.abc import Iterable
from typing import get_args

from ipu_session.domain import events as e
from ipu_session.domain.evolve import (
    contributions,
    corrections,
    floor,
    notes,
    procedure,
    queue,
    report_versions,
    roster,
    sitting,
    synthesis,
    themes,
    timing_gaps,
)
from ipu_session.domain.evolve.registry import TRANSITIONS
from ipu_session.domain.model.session import Session

_SUBJECTS = (
    contributions,
    corrections,
    floor,
    notes,
    procedure,
    queue,
    report_versions,
    roster,
    sitting,
    synthesis,
    themes,
    timing_gaps,
)
"""The modules whose import fills the table."""
if _without := set(get_args(e.Event)) - TRANSITIONS.keys() - {e.Rewound}:
    raise TypeError(f"events without a transition: {_without}")


def evolve(session: Session, event: e.Event, at_ms: int) -> Session:
    """Return the session after ``event``, which happened at ``at_ms`` (UTC); Rewound is not supported."""
    after = TRANSITIONS[type(event)](session, event, at_ms)
    version = session.version + 1
    return after if after.version == version else after._replace(version=version)


def evolve_all(session: Session, events: Iterable[e.Event], at_ms: int) -> Session:
    """Return the session after ``events``, all at ``at_ms`` (UTC)."""
    for event in events:
        session = evolve(session, event, at_ms)
    return session
