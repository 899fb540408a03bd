"""Commands for the sitting."""

from ipu_session.domain.model.value import Value


class OpenSitting(Value, frozen=True):
    """Open a sitting."""


class SuspendSitting(Value, frozen=True):
    """Suspend the sitting; the intervention on the floor is held."""

    reason: str = ""


class ResumeSitting(Value, frozen=True):
    """Resume the sitting."""


class CloseSitting(Value, frozen=True):
    """Close the sitting: open interventions end, and an undecided motion lapses."""


class ExplainSuspension(Value, frozen=True):
    """Record the reason of the suspension."""

    reason: str


Command = OpenSitting | SuspendSitting | ResumeSitting | CloseSitting | ExplainSuspension

__all__ = ["CloseSitting", "ExplainSuspension", "OpenSitting", "ResumeSitting", "SuspendSitting"]
