"""Event handlers for notes."""

from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_fields, with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.evolve.synthesis import rebind_passages
from ipu_session.domain.model.session import Note, Session


@evolves(e.NoteTaken)
def note_taken(session: Session, event: e.NoteTaken, at_ms: int) -> Session:
    """Add a note."""
    return _store_note(
        session,
        Note(
            event.note,
            event.text,
            event.note_kind,
            at_ms,
            event.themes,
            event.intervention,
            event.second_ms,
            contribution=event.contribution,
        ),
    )


@evolves(e.NoteEdited)
def note_edited(session: Session, event: e.NoteEdited, at_ms: int) -> Session:
    """Change the text or kind of a note."""
    return _store_note(session, replace(session.notes[event.note], text=event.text, kind=event.note_kind))


@evolves(e.NoteThemed)
def note_themed(session: Session, event: e.NoteThemed, at_ms: int) -> Session:
    """Change the themes of a note."""
    return _store_note(session, replace(session.notes[event.note], themes=event.themes))


@evolves(e.NoteMoved)
def note_moved(session: Session, event: e.NoteMoved, at_ms: int) -> Session:
    """Bind a note to another intervention, or to none."""
    moved = replace(session.notes[event.note], intervention=event.intervention, second_ms=event.second_ms)
    return _store_note(session, moved)


@evolves(e.NoteRestricted)
def note_restricted(session: Session, event: e.NoteRestricted, at_ms: int) -> Session:
    """Set or clear the mark *not for the report*; passages are no longer based on a marked note."""
    restricted = _store_note(session, replace(session.notes[event.note], restricted=event.restricted))
    if not event.restricted:
        return restricted
    return with_fields(restricted, passages=rebind_passages(session.passages, event.note, ()))


@evolves(e.NoteDeleted)
def note_deleted(session: Session, event: e.NoteDeleted, at_ms: int) -> Session:
    """Delete a note; passages are no longer based on it. The journal still has the event with its text."""
    return with_next_version(
        session, notes=session.notes.delete(event.note), passages=rebind_passages(session.passages, event.note, ())
    )


@evolves(e.NoteSplit)
def note_split(session: Session, event: e.NoteSplit, at_ms: int) -> Session:
    """Add the second part as a copy of the note with another text; passages based on the note are based on both."""
    note = session.notes[event.note]
    notes = session.notes.set(note.id, replace(note, text=event.text))
    return with_next_version(
        session,
        notes=notes.set(event.new, replace(note, id=event.new, text=event.rest)),
        passages=rebind_passages(session.passages, note.id, (note.id, event.new)),
    )


@evolves(e.NotesJoined)
def notes_joined(session: Session, event: e.NotesJoined, at_ms: int) -> Session:
    """Join two notes.

    Passages based on either are based on the joined note. But if either is *not for the report*, so is the joined note,
    and passages are no longer based on it.
    """
    note, other = session.notes[event.note], session.notes[event.other]
    restricted = note.restricted or other.restricted
    joined = replace(note, text=event.text, themes=event.themes, restricted=restricted)
    left = () if restricted else (note.id,)
    passages = rebind_passages(session.passages, other.id, left)
    return with_next_version(
        session,
        notes=session.notes.delete(other.id).set(note.id, joined),
        passages=rebind_passages(passages, note.id, left),
    )


def _store_note(session: Session, note: Note) -> Session:
    return with_next_version(session, notes=session.notes.set(note.id, note))
