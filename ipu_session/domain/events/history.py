"""The way back."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Rewound:
    """The session was put back, or forward, to how it stood at another version. Nothing is erased."""

    event_kind: ClassVar[str] = "Rewound"

    to_version: int
