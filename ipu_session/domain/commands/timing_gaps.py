"""Commands for timing gaps."""

from dataclasses import dataclass

from ipu_session.domain.model.timing_gaps import TimingGapCause


@dataclass(frozen=True, slots=True)
class RecordTimingGap:
    """Record that the program did not run from one moment (UTC) to another, or that the machine's clock was set."""

    cause: TimingGapCause
    from_ms: int
    to_ms: int


@dataclass(frozen=True, slots=True)
class ResolveTimingGap:
    """Record whether the latest unresolved gap counts; for a clock that was set, whether its time is accepted."""

    counted: bool


Command = RecordTimingGap | ResolveTimingGap

__all__ = ["RecordTimingGap", "ResolveTimingGap"]
