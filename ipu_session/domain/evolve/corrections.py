"""Event handlers for corrections of the record."""

from immutables import Map
from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_next_version
from ipu_session.domain.evolve.queue import remove_from_queue
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.ids import InterventionId, NoteId
from ipu_session.domain.model.intervention import Correction, Intervention, TimeAccount
from ipu_session.domain.model.session import Note, RequestState, Session
from ipu_session.domain.model.stopwatch import Phase, Stopwatch


@evolves(e.InterventionCorrected)
def intervention_corrected(session: Session, event: e.InterventionCorrected, at_ms: int) -> Session:
    """Replace the times of an intervention and recalculate its end; the old times are stored as a `Correction`."""
    old = session.interventions[event.intervention]
    correction = Correction(at_ms, event.before, event.after)
    new = _with_times(old, event.after)
    return _store_intervention(session, replace(new, corrections=(*old.corrections, correction)))


@evolves(e.InterventionDeleted)
def intervention_deleted(session: Session, event: e.InterventionDeleted, at_ms: int) -> Session:
    """Move an intervention to the deleted ones: its notes and interruptions are unbound, its request is withdrawn."""
    deleted = session.interventions[event.intervention]
    others = session.interventions.delete(deleted.id)
    for other in session.interventions.values():
        if other.interrupts == deleted.id:
            others = others.set(other.id, replace(other, interrupts=None))
    if deleted.request is not None:
        session = remove_from_queue(session, deleted.request, RequestState.WITHDRAWN)
    return with_next_version(
        session,
        interventions=others,
        deleted_interventions=session.deleted_interventions.set(deleted.id, deleted),
        notes=_unbind_notes(session.notes, deleted.id),
    )


@evolves(e.InterventionEntered)
def intervention_entered(session: Session, event: e.InterventionEntered, at_ms: int) -> Session:
    """Add an intervention that was recorded on paper, with the times entered; its request becomes *heard*."""
    bare = Intervention(
        event.intervention,
        event.delegate,
        event.request,
        event.kind,
        event.sitting,
        event.ledger.started_ms,
        event.ledger.allotted_ms,
        Stopwatch(Phase.ENDED, event.ledger.started_ms),
        on_paper=True,
    )
    if event.request is not None:
        session = remove_from_queue(session, event.request, RequestState.HEARD)
    return _store_intervention(session, _with_times(bare, event.ledger))


def _with_times(intervention: Intervention, times: TimeAccount) -> Intervention:
    held_ms = intervention.stopwatch.held_ms
    ended_ms = times.started_ms + times.spoken_ms + times.paused_ms + held_ms
    return replace(
        intervention,
        started_ms=times.started_ms,
        allotted_ms=times.allotted_ms,
        granted_ms=times.granted_ms,
        ended_ms=ended_ms,
        stopwatch=Stopwatch(Phase.ENDED, ended_ms, times.spoken_ms, times.paused_ms, held_ms),
    )


def _unbind_notes(notes: Map[NoteId, Note], deleted: InterventionId) -> Map[NoteId, Note]:
    for note in tuple(notes.values()):
        if note.intervention == deleted:
            notes = notes.set(note.id, replace(note, intervention=None, second_ms=None))
    return notes


def _store_intervention(session: Session, intervention: Intervention) -> Session:
    return with_next_version(session, interventions=session.interventions.set(intervention.id, intervention))
