"""Event of undo and redo."""

from typing import ClassVar

from ipu_session.domain.model.value import Value


class Rewound(Value, frozen=True):
    """The session was set to its state at another version, earlier or later; nothing is erased."""

    event_kind: ClassVar[str] = "Rewound"

    to_version: int


Event = Rewound

__all__ = ["Rewound"]
