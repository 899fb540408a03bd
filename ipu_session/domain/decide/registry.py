"""The table of decision functions, filled by the decorator ``decides``."""

from collections.abc import Callable
from typing import Any, TypeVar

from ipu_session.domain.commands import Command
from ipu_session.domain.events import Event
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session

Events = tuple[Event, ...]
CommandT = TypeVar("CommandT", bound=Command)

DECIDERS: dict[type, Callable[[Any, Session, Timestamp], Events]] = {}
"""The function for each class of command."""


def decides(
    command: type[CommandT],
) -> Callable[[Callable[[CommandT, Session, Timestamp], Events]], Callable[[CommandT, Session, Timestamp], Events]]:
    """Register the decorated function for ``command``; the type checker refuses one for another command."""

    def register(
        function: Callable[[CommandT, Session, Timestamp], Events],
    ) -> Callable[[CommandT, Session, Timestamp], Events]:
        DECIDERS[command] = function
        return function

    return register
