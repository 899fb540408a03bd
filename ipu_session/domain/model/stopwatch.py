"""A stopwatch without ticks: the time in each phase, from which any elapsed time is calculated."""

from enum import StrEnum

from ipu_session.domain.model.value import Value


class Phase(StrEnum):
    """State of an intervention's clock."""

    RUNNING = "running"
    PAUSED = "paused"
    HELD = "held"
    ENDED = "ended"


class Stopwatch(Value, frozen=True):
    """The present phase and its start (UTC, ms), and the time spent in each phase before that (ms)."""

    phase: Phase
    since_ms: int
    running_ms: int = 0
    paused_ms: int = 0
    held_ms: int = 0
    resume_to: Phase = Phase.RUNNING
    paused_since_ms: int = 0
    """Start of the present pause, or of the pause to return to after a hold; 0 if there is none."""

    def spoken_ms(self, now_ms: int) -> int:
        """Return the time with the clock running."""
        return self._total(Phase.RUNNING, self.running_ms, now_ms)

    def total_paused_ms(self, now_ms: int) -> int:
        """Return the time in which the secretary had paused the clock."""
        return self._total(Phase.PAUSED, self.paused_ms, now_ms)

    def total_held_ms(self, now_ms: int) -> int:
        """Return the time in which the intervention was held for an interruption or a suspension."""
        return self._total(Phase.HELD, self.held_ms, now_ms)

    def with_phase(self, phase: Phase, at_ms: int) -> "Stopwatch":
        """Return the clock in another phase from ``at_ms`` on."""
        return Stopwatch(
            phase,
            at_ms,
            self.spoken_ms(at_ms),
            self.total_paused_ms(at_ms),
            self.total_held_ms(at_ms),
            self.phase if phase is Phase.HELD else Phase.RUNNING,
            self._next_paused_since_ms(phase, at_ms),
        )

    def _next_paused_since_ms(self, phase: Phase, at_ms: int) -> int:
        goes_on = self.phase is Phase.PAUSED or (self.phase is Phase.HELD and self.resume_to is Phase.PAUSED)
        if phase not in {Phase.PAUSED, Phase.HELD}:
            return 0
        return self.paused_since_ms if goes_on else at_ms if phase is Phase.PAUSED else 0

    def _total(self, phase: Phase, banked_ms: int, now_ms: int) -> int:
        return banked_ms + (max(0, now_ms - self.since_ms) if self.phase is phase else 0)


def round_to_seconds(duration_ms: int) -> int:
    """Return a duration in whole seconds, halves rounded up; the figures of the report are rounded by this function."""
    return (duration_ms + 500) // 1000
