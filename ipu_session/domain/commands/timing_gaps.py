"""Commands for timing gaps."""

from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.domain.model.value import Value


class RecordTimingGap(Value, frozen=True):
    """Record that the program did not run from one moment (UTC) to another, or that the machine's clock was set."""

    cause: TimingGapCause
    from_ms: int
    to_ms: int


class ResolveTimingGap(Value, frozen=True):
    """Record whether the latest unresolved gap counts; for a clock that was set, whether its time is accepted."""

    counted: bool


Command = RecordTimingGap | ResolveTimingGap

__all__ = ["RecordTimingGap", "ResolveTimingGap"]
