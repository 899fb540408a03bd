"""The way back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rewound:
    """The session was put back, or forward, to how it stood at another version. Nothing is erased, and no gap is lost."""

    to_version: int
