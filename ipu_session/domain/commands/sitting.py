"""Commands for the sitting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OpenSitting:
    """Open a sitting."""


@dataclass(frozen=True, slots=True)
class SuspendSitting:
    """Suspend the sitting; the intervention on the floor is held."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ResumeSitting:
    """Resume the sitting."""


@dataclass(frozen=True, slots=True)
class CloseSitting:
    """Close the sitting: open interventions end, and an undecided motion lapses."""


@dataclass(frozen=True, slots=True)
class ExplainSuspension:
    """Record the reason of the suspension."""

    reason: str


Command = OpenSitting | SuspendSitting | ResumeSitting | CloseSitting | ExplainSuspension

__all__ = ["CloseSitting", "ExplainSuspension", "OpenSitting", "ResumeSitting", "SuspendSitting"]
