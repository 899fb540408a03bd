"""Event of undo and redo."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Rewound:
    """The session was set to its state at another version, earlier or later; nothing is erased."""

    event_kind: ClassVar[str] = "Rewound"

    to_version: int


Event = Rewound

__all__ = ["Rewound"]
