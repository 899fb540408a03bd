"""Event handlers for timing gaps."""

from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_fields, with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.domain.timing_gap_log import gap_of


@evolves(e.GapFound)
def gap_found(session: Session, event: e.GapFound, at_ms: int) -> Session:
    """Add a gap; whether it needs an answer of the user is determined by `gap_of`."""
    return with_next_version(session, gaps=(*session.gaps, gap_of(event)))


@evolves(e.GapAnswered)
def gap_answered(session: Session, event: e.GapAnswered, at_ms: int) -> Session:
    """Set whether a gap counts; if not, its time becomes time in which the speech was held.

    For a clock that was set: if the new time is accepted, all open clocks are shifted, otherwise nothing else changes.
    """
    gap = next(gap for gap in session.gaps if gap.id == event.gap)
    gaps = tuple(replace(each, counted=event.counted) if each.id == gap.id else each for each in session.gaps)
    answered = with_next_version(session, gaps=gaps)
    if gap.cause is TimingGapCause.CLOCK_SET:
        return _shift_open_clocks(answered, gap.length_ms) if event.counted else answered
    speech = None if gap.intervention is None else session.interventions.get(gap.intervention)
    if event.counted or speech is None:
        return answered
    return _store_intervention(answered, _move_to_held(speech, min(gap.length_ms, speech.spoken_ms(at_ms)), at_ms))


def _move_to_held(speech: Intervention, length_ms: int, at_ms: int) -> Intervention:
    """Return a speech with ``length_ms`` of its spoken time changed into held time."""
    stopwatch, latest_ms = speech.stopwatch, 0
    if stopwatch.phase is Phase.RUNNING and stopwatch.running_ms < length_ms:
        # The time before the last resume is too short: take the length from the time since then, and only what is still
        # missing from the time before.
        latest_ms = min(length_ms, max(0, at_ms - stopwatch.since_ms))
    return replace(
        speech,
        stopwatch=replace(
            stopwatch,
            since_ms=stopwatch.since_ms + latest_ms,
            running_ms=stopwatch.running_ms - (length_ms - latest_ms),
            held_ms=stopwatch.held_ms + length_ms,
        ),
    )


def _shift_open_clocks(session: Session, step_ms: int) -> Session:
    """Return the session with every open clock shifted by ``step_ms``, so that no duration changes."""
    open_now = (*session.held, *(() if session.speaking is None else (session.speaking,)))
    for speech_id in open_now:
        session = _store_intervention(session, _shift_clock(session, speech_id, step_ms))
    return session


def _shift_clock(session: Session, speech_id: InterventionId, step_ms: int) -> Intervention:
    speech = session.interventions[speech_id]
    stopwatch = replace(speech.stopwatch, since_ms=speech.stopwatch.since_ms + step_ms)
    return replace(speech, started_ms=speech.started_ms + step_ms, stopwatch=stopwatch)


def _store_intervention(session: Session, speech: Intervention) -> Session:
    return with_fields(session, interventions=session.interventions.set(speech.id, speech))
