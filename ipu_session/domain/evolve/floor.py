"""Event handlers for the floor."""

from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_fields, with_next_version
from ipu_session.domain.evolve.queue import remove_from_queue
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import Correction, Intervention
from ipu_session.domain.model.session import RequestState, Session
from ipu_session.domain.model.stopwatch import Phase, Stopwatch


@evolves(e.FloorGiven)
def floor_given(session: Session, event: e.FloorGiven, at_ms: int) -> Session:
    """Start an intervention with its clock running."""
    new = Intervention(
        event.intervention,
        event.delegate,
        event.request,
        event.kind,
        session.sittings[-1].id,
        at_ms,
        event.allotted_ms,
        Stopwatch(Phase.RUNNING, at_ms),
        interrupts=event.interrupts,
    )
    if event.request is not None:
        session = remove_from_queue(session, event.request, RequestState.SPEAKING)
    return with_fields(_store_intervention(session, new), speaking=new.id)


@evolves(e.InterventionAttributed)
def intervention_attributed(session: Session, event: e.InterventionAttributed, at_ms: int) -> Session:
    """Set the delegate of an intervention; a delegate recorded before is stored in a `Correction`."""
    old = session.interventions[event.intervention]
    new = replace(old, delegate=event.delegate)
    if old.delegate is not None:
        correction = Correction(at_ms, old.delegate, event.delegate)
        new = replace(new, corrections=(*old.corrections, correction))
    return _store_intervention(session, new)


@evolves(e.SpeechPaused)
def speech_paused(session: Session, event: e.SpeechPaused, at_ms: int) -> Session:
    """Pause the clock."""
    return _with_phase(session, event.intervention, Phase.PAUSED, at_ms)


@evolves(e.SpeechResumed)
def speech_resumed(session: Session, event: e.SpeechResumed, at_ms: int) -> Session:
    """Resume the clock."""
    return _with_phase(session, event.intervention, Phase.RUNNING, at_ms)


@evolves(e.SpeechHeld)
def speech_held(session: Session, event: e.SpeechHeld, at_ms: int) -> Session:
    """Hold the speech for an interruption or a suspension."""
    held = _with_phase(session, event.intervention, Phase.HELD, at_ms)
    return with_fields(held, speaking=None, held=(*session.held, event.intervention))


@evolves(e.SpeechRestored)
def speech_restored(session: Session, event: e.SpeechRestored, at_ms: int) -> Session:
    """Give the floor back to a held speech, with its clock running or paused as before."""
    phase = session.interventions[event.intervention].stopwatch.resume_to
    restored = _with_phase(session, event.intervention, phase, at_ms)
    held = tuple(other for other in session.held if other != event.intervention)
    return with_fields(restored, speaking=event.intervention, held=held)


@evolves(e.TimeGranted)
def time_granted(session: Session, event: e.TimeGranted, at_ms: int) -> Session:
    """Add the time of the event to the granted time; it is negative if time is taken back."""
    intervention = session.interventions[event.intervention]
    return _store_intervention(session, replace(intervention, granted_ms=intervention.granted_ms + event.granted_ms))


@evolves(e.AllotmentChanged)
def allotment_changed(session: Session, event: e.AllotmentChanged, at_ms: int) -> Session:
    """Change the allotment."""
    return _store_intervention(
        session, replace(session.interventions[event.intervention], allotted_ms=event.allotted_ms)
    )


@evolves(e.PointOfOrderRuled)
def point_of_order_ruled(session: Session, event: e.PointOfOrderRuled, at_ms: int) -> Session:
    """Record the chair's ruling."""
    return _store_intervention(session, replace(session.interventions[event.intervention], ruling=event.ruling))


@evolves(e.InterventionEnded)
def intervention_ended(session: Session, event: e.InterventionEnded, at_ms: int) -> Session:
    """End an intervention, and mark its request as heard."""
    intervention = session.interventions[event.intervention]
    over = replace(intervention, stopwatch=intervention.stopwatch.with_phase(Phase.ENDED, at_ms), ended_ms=at_ms)
    session = _store_intervention(session, over)
    if over.request is not None:
        session = remove_from_queue(session, over.request, RequestState.HEARD)
    speaking = None if session.speaking == over.id else session.speaking
    held = tuple(other for other in session.held if other != over.id)
    return with_next_version(session, speaking=speaking, held=held)


def _with_phase(session: Session, intervention_id: InterventionId, phase: Phase, at_ms: int) -> Session:
    intervention = session.interventions[intervention_id]
    return _store_intervention(
        session, replace(intervention, stopwatch=intervention.stopwatch.with_phase(phase, at_ms))
    )


def _store_intervention(session: Session, intervention: Intervention) -> Session:
    return with_next_version(session, interventions=session.interventions.set(intervention.id, intervention))
