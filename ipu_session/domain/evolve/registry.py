"""The table of state transitions, filled by the decorator ``evolves``."""

from collections.abc import Callable
from typing import TypeVar, cast

from ipu_session.domain.events import Event
from ipu_session.domain.model.session import Session

EventT = TypeVar("EventT", bound=Event)

Transition = Callable[[Session, Event, int], Session]

TRANSITIONS: dict[type, Transition] = {}
"""The function for each class of event."""


def evolves(
    event: type[EventT],
) -> Callable[[Callable[[Session, EventT, int], Session]], Callable[[Session, EventT, int], Session]]:
    """Register the decorated function for ``event``; the type checker refuses one for another event."""

    def register(function: Callable[[Session, EventT, int], Session]) -> Callable[[Session, EventT, int], Session]:
        # The table is read by the class of the event, so ``function`` is only called with an event of its class.
        TRANSITIONS[event] = cast("Transition", function)
        return function

    return register
