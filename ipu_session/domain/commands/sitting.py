"""The sitting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenSitting:
    """Open a sitting."""


@dataclass(frozen=True, slots=True)
class SuspendSitting:
    """Freeze the room."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ResumeSitting:
    """Let the room go on."""


@dataclass(frozen=True, slots=True)
class CloseSitting:
    """Close the sitting; whoever has the floor gives it back."""


@dataclass(frozen=True, slots=True)
class ExplainSuspension:
    """Say why the sitting stands still."""

    reason: str
