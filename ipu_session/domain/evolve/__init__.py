"""The fold: applies one event to a state; pure, does not check the event and never reads a clock."""

from collections.abc import Iterable
from typing import get_args

from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve import contributions as contributions
from ipu_session.domain.evolve import corrections as corrections
from ipu_session.domain.evolve import floor as floor
from ipu_session.domain.evolve import interruptions as interruptions
from ipu_session.domain.evolve import notes as notes
from ipu_session.domain.evolve import queue as queue
from ipu_session.domain.evolve import report_versions as report_versions
from ipu_session.domain.evolve import roster as roster
from ipu_session.domain.evolve import sitting as sitting
from ipu_session.domain.evolve import synthesis as synthesis
from ipu_session.domain.evolve import themes as themes
from ipu_session.domain.evolve import timing_gaps as timing_gaps
from ipu_session.domain.evolve.registry import TRANSITIONS
from ipu_session.domain.model.session import Session

# The imports above fill the table.
if _without := set(get_args(e.Event)) - TRANSITIONS.keys() - {e.Rewound}:
    raise TypeError(f"events without a transition: {_without}")


def evolve(session: Session, event: e.Event, at_ms: int) -> Session:
    """Return the session after ``event``, which happened at ``at_ms`` (UTC); Rewound is not supported."""
    after = TRANSITIONS[type(event)](session, event, at_ms)
    version = session.version + 1
    return after if after.version == version else replace(after, version=version)


def evolve_all(session: Session, events: Iterable[e.Event], at_ms: int) -> Session:
    """Return the session after ``events``, all at ``at_ms`` (UTC)."""
    for event in events:
        session = evolve(session, event, at_ms)
    return session
