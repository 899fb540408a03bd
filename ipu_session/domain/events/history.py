"""The way back."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Rewound:
    """The session was put back, or forward, to how it stood at another version. No event and no gap is lost."""

    event_kind: ClassVar[str] = "Rewound"

    to_version: int
