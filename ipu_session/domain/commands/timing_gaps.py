"""The machine's own accidents."""

from dataclasses import dataclass

from ipu_session.domain.model.timing_gaps import TimingGapCause


@dataclass(frozen=True, slots=True)
class RecordTimingGap:
    """Record that nobody watched from one moment (UTC) to another, or that the machine's clock was set."""

    cause: TimingGapCause
    from_ms: int
    to_ms: int


@dataclass(frozen=True, slots=True)
class ResolveTimingGap:
    """Say whether the latest open gap counts; for a clock that was set, whether its time is taken over."""

    counted: bool
