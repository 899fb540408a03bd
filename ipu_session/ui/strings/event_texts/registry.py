"""Registry of the texts of events: a label for the Undo menu entry, and a sentence that says what happened.

Each class of event has one entry, in the module of its subject (decision 0052).
"""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar, cast

from ipu_session.domain import events as e
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.ui.strings import venue_time

EventT = TypeVar("EventT", bound=e.Event)
EventT_co = TypeVar("EventT_co", bound=e.Event, covariant=True)


class EventContext(NamedTuple, Generic[EventT_co]):
    """An event, the session before and after its transaction, and the present time."""

    event: EventT_co
    before: Session
    after: Session
    now: Timestamp

    @property
    def venue_time_text(self) -> str:
        """The present time of day at the venue."""
        return venue_time.format_time_now(self.after, self.now)

    def format_time_at(self, at_ms: int) -> str:
        """Return a UTC time (milliseconds) as the time of day at the venue."""
        return venue_time.format_time_at(self.after, at_ms, self.now)


Describer = Callable[[EventContext[EventT]], str]


class EventTexts(NamedTuple):
    """The texts of a class of event."""

    label: str
    """English text after *Undo* in the menu; its translation is in the Qt context ``Wording``."""
    describe: Describer[e.Event] | None
    """Function that returns the sentence, or "" if there is nothing to say; None for events without a sentence."""


EVENT_TEXTS: dict[type, EventTexts] = {}
"""The texts of each class of event."""


def set_texts(event: type[EventT], label: str, describe: Describer[EventT] | None) -> None:
    """Register the texts of ``event``; the type checker refuses a describer of another event."""
    # The cast is safe: a describer is looked up by the class of an event, so it gets events of that class only.
    EVENT_TEXTS[event] = EventTexts(label, cast("Describer[e.Event] | None", describe))


def describes(event: type[EventT], label: str) -> Callable[[Describer[EventT]], Describer[EventT]]:
    """Return a decorator that registers ``label`` and the decorated function as the texts of ``event``."""

    def register(describe: Describer[EventT]) -> Describer[EventT]:
        set_texts(event, label, describe)
        return describe

    return register
