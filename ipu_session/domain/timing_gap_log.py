"""Log of all timing gaps, which re-measures them for a state that undo or redo returns to.

Undo does not take a gap back. In the state that undo returns to, the speaker's clock ran on during the gap "as though
never stopped" (docs/rules.md#f7), although the gap was found in another state. So the gap is measured again by that
clock; its id stays the same (docs/decisions/0012).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ipu_session.domain.events import GapFound
from ipu_session.domain.model.ids import InterventionId, SittingId
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.model.timing_gaps import TimingGap, TimingGapCause, accepted_clock_shift_ms
from ipu_session.domain.model.value import Value

MOST_CARRIED = 256
"""Maximum number of gaps that a rewind carries over, the latest ones: limits its cost in a forged file."""


class Measured(Value, frozen=True):
    """A gap as measured for one state: its start (UTC, ms) and the intervention whose clock ran.

    ``spoken_ms`` is the spoken time with the gap, ``other_ms`` without it. None and 0 if no speaker's clock ran.
    """

    from_ms: int
    intervention: InterventionId | None
    spoken_ms: int
    other_ms: int


class _RecordedGap(Value, frozen=True):
    event: GapFound
    at_ms: int
    taken_over_ms: int
    """`accepted_clock_shift_ms` of the state before the gap."""


class GapLog:
    """The timing gaps found, by the sitting that was open, with their versions and times in the journal."""

    def __init__(self) -> None:
        self._versions: dict[SittingId, list[int]] = {}
        self._recorded: dict[SittingId, list[_RecordedGap]] = {}
        self._gaps: tuple[TimingGap, ...] = ()
        self._taken_over_ms = 0
        """`accepted_clock_shift_ms` of ``_gaps``, cached."""

    def add(self, before: Session, event: GapFound, at_ms: int, after: Session) -> None:
        """Record the gap of ``event``; ``before`` and ``after`` are the states before and after the event."""
        if before.gaps is not self._gaps:
            self._taken_over_ms = accepted_clock_shift_ms(before.gaps)
        self._gaps = after.gaps
        sitting = before.sitting
        if sitting is not None:
            self._versions.setdefault(sitting.id, []).append(after.version)
            self._recorded.setdefault(sitting.id, []).append(_RecordedGap(event, at_ms, self._taken_over_ms))

    def carried(self, session: Session, after: int, before: int) -> tuple[TimingGap, ...]:
        """Return the gaps found between the versions ``after`` and ``before``, measured for ``session``.

        Gaps of another sitting than the one open in ``session`` are left out; at most the latest ``MOST_CARRIED``.
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
    """Measure a gap for the state ``session``, with the spoken time as of ``at_ms`` (UTC)."""
    floor = session.floor
    if floor is None or floor.stopwatch.phase is not Phase.RUNNING:
        return Measured(from_ms, None, 0, 0)
    spoken_ms = floor.spoken_ms(at_ms)
    if cause is TimingGapCause.CLOCK_SET:
        return Measured(from_ms, floor.id, spoken_ms, spoken_ms)
    from_ms = min(max(from_ms, floor.stopwatch.since_ms), to_ms)
    return Measured(from_ms, floor.id, spoken_ms, max(0, spoken_ms - (to_ms - from_ms)))


def gap_of(event: GapFound) -> TimingGap:
    """Return the gap of an event.

    If no speaker's clock ran during the gap, it counts without a question to the user, except for a clock that was set.
    """
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
    for gap in gaps:
        event, at_ms = gap.event, gap.at_ms
        # The debate's clock may be shifted differently in this state: shift the times of the gap by the difference.
        moved_ms = here_ms - gap.taken_over_ms
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
