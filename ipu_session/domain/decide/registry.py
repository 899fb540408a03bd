"""The table of decision functions, filled by the decorator ``decides``."""

from collections.abc import Callable
from typing import TypeVar, cast

from ipu_session.domain.commands import Command
from ipu_session.domain.events import Event
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session

Events = tuple[Event, ...]
CommandT = TypeVar("CommandT", bound=Command)

Decider = Callable[[Command, Session, Timestamp], Events]

DECIDERS: dict[type, Decider] = {}
"""The function for each class of command."""


def decides(
    command: type[CommandT],
) -> Callable[[Callable[[CommandT, Session, Timestamp], Events]], Callable[[CommandT, Session, Timestamp], Events]]:
    """Register the decorated function for ``command``; the type checker refuses one for another command."""

    def register(
        function: Callable[[CommandT, Session, Timestamp], Events],
    ) -> Callable[[CommandT, Session, Timestamp], Events]:
        # The table is read by the class of the command, so ``function`` is only called with a command of its class.
        DECIDERS[command] = cast("Decider", function)
        return function

    return register
