"""Log of all timing gaps, which re-measures them for a state that undo or redo returns to.

Undo does not take a gap back. In the state returned to, the clocks ran on during the gap "as though never stopped"
(docs/rules.md#f7), although the gap was found in another branch. So it is measured by those clocks, and keeps its id
(docs/decisions/0012).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ipu_session.domain.events import GapFound
from ipu_session.domain.model.ids import InterventionId, SittingId
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.model.timing_gaps import TimingGap, TimingGapCause, accepted_clock_shift_ms

MOST_CARRIED = 256
"""Only the latest gaps are carried over: a bound on the cost of a rewind in a forged file."""


class Measured(NamedTuple):
    """A gap as a session sees it: start, the intervention whose clock ran, its time with and without the gap."""

    from_ms: int
    intervention: InterventionId | None
    spoken_ms: int
    other_ms: int


class _RecordedGap(NamedTuple):
    event: GapFound
    at_ms: int
    taken_over_ms: int
    """How far accepted times had moved the debate's clock by then, in ms."""


class GapLog:
    """The timing gaps found, by the sitting that was open; versions and times as in the journal."""

    def __init__(self) -> None:
        self._versions: dict[SittingId, list[int]] = {}
        self._recorded: dict[SittingId, list[_RecordedGap]] = {}
        self._gaps: tuple[TimingGap, ...] = ()
        self._taken_over_ms = 0
        """The accepted clock shift of ``_gaps``, in ms."""

    def add(self, before: Session, event: GapFound, at_ms: int, after: Session) -> None:
        """Record the gap by which the state ``before`` became ``after``."""
        if before.gaps is not self._gaps:
            self._taken_over_ms = accepted_clock_shift_ms(before.gaps)
        self._gaps = after.gaps
        sitting = before.sitting
        if sitting is not None:
            self._versions.setdefault(sitting.id, []).append(after.version)
            self._recorded.setdefault(sitting.id, []).append(_RecordedGap(event, at_ms, self._taken_over_ms))

    def carried(self, session: Session, after: int, before: int) -> tuple[TimingGap, ...]:
        """Return the gaps found between the versions ``after`` and ``before``, re-measured for ``session``.

        Gaps of another sitting are left out: their time is not part of this one.
        """
        sitting = session.sitting
        if sitting is None or sitting.id not in self._versions:
            return ()
        versions, gaps = self._versions[sitting.id], self._recorded[sitting.id]
        first, end = bisect_right(versions, after), bisect_left(versions, before)
        if first >= end:
            return ()
        return tuple(_as_they_are_to(session, gaps[max(first, end - MOST_CARRIED) : end]))


def measure(session: Session, cause: TimingGapCause, from_ms: int, to_ms: int, at_ms: int) -> Measured:
    """Return a gap as ``session`` sees it, with the figures as of ``at_ms``."""
    floor = session.floor
    if floor is None or floor.stopwatch.phase is not Phase.RUNNING:
        return Measured(from_ms, None, 0, 0)
    spoken_ms = floor.spoken_ms(at_ms)
    if cause is TimingGapCause.CLOCK_SET:
        return Measured(from_ms, floor.id, spoken_ms, spoken_ms)
    from_ms = min(max(from_ms, floor.stopwatch.since_ms), to_ms)
    return Measured(from_ms, floor.id, spoken_ms, max(0, spoken_ms - (to_ms - from_ms)))


def gap_of(event: GapFound) -> TimingGap:
    """Return the gap of an event; a gap in which no clock ran counts already, so that the user is not asked."""
    nothing_to_ask = event.intervention is None and event.cause is not TimingGapCause.CLOCK_SET
    return TimingGap(
        event.gap,
        event.cause,
        event.from_ms,
        event.to_ms,
        event.intervention,
        event.spoken_ms,
        event.other_ms,
        True if nothing_to_ask else None,
    )


def _as_they_are_to(session: Session, gaps: list[_RecordedGap]) -> Iterator[TimingGap]:
    here_ms = accepted_clock_shift_ms(session.gaps)
    for event, at_ms, then_ms in gaps:
        # An accepted time moves the debate's clock, and with it every time taken by that clock.
        moved_ms = here_ms - then_ms
        to_ms = event.to_ms + moved_ms
        measured = measure(session, event.cause, event.from_ms + moved_ms, to_ms, at_ms + moved_ms)
        yield gap_of(
            GapFound(
                event.gap,
                event.cause,
                measured.from_ms,
                to_ms,
                measured.intervention,
                measured.spoken_ms,
                measured.other_ms,
            )
        )
