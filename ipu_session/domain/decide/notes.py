"""Rules of the notes."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.decide.themes import resolve_themes
from ipu_session.domain.model.ids import InterventionId, NoteId, Timestamp
from ipu_session.domain.model.session import Note, Session
from ipu_session.domain.rejections import Reason
from ipu_session.domain.text.inline_markup import escape_markup


@decides(c.TakeNote)
def take_note(command: c.TakeNote, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Take a note, bound to the command's intervention, else to the one on the floor, else to the latest one.

    It is bound to no intervention if the command says so, or if it quotes a contribution.
    """
    reject_unless(command.text.strip(), Reason.EMPTY_TEXT)
    themes = resolve_themes(command.themes, session)
    if command.contribution is not None:
        get_or_reject(session.contributions, command.contribution)
    target = _target_intervention(command, session)
    return (
        e.NoteTaken(
            NoteId(next_id(session)),
            command.text,
            command.kind,
            themes,
            target,
            _offset_in_speech_ms(command, session, target, now),
            command.contribution,
        ),
    )


@decides(c.EditNote)
def edit_note(command: c.EditNote, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Change a note's text or kind."""
    note = get_or_reject(session.notes, command.note)
    reject_unless(command.text.strip(), Reason.EMPTY_TEXT)
    same = (note.text, note.kind) == (command.text, command.kind)
    return () if same else (e.NoteEdited(note.id, command.text, command.kind),)


@decides(c.SetNoteThemes)
def set_note_themes(command: c.SetNoteThemes, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Change a note's themes."""
    note = get_or_reject(session.notes, command.note)
    themes = resolve_themes(command.themes, session)
    return () if note.themes == themes else (e.NoteThemed(note.id, themes),)


@decides(c.MoveNote)
def move_note(command: c.MoveNote, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Bind a note to another intervention, or to none; refused for a note that quotes a contribution."""
    note = get_or_reject(session.notes, command.note)
    if command.intervention is not None:
        get_or_reject(session.interventions, command.intervention)
        reject_unless(note.contribution is None, Reason.WRITTEN_NOT_SAID)
    if note.intervention == command.intervention:
        return ()
    return (e.NoteMoved(note.id, command.intervention, _offset_at_end_ms(session, note, command)),)


@decides(c.RestrictNote)
def restrict_note(command: c.RestrictNote, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Mark a note *not for the report*, and remove passages that only repeat it; or remove the mark."""
    note = get_or_reject(session.notes, command.note)
    if note.restricted == command.restricted:
        return ()
    restricted = e.NoteRestricted(note.id, command.restricted)
    return (restricted, *_remove_verbatim_passages(session, note)) if command.restricted else (restricted,)


@decides(c.SplitNote)
def split_note(command: c.SplitNote, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Split a note in two; refused if either text is empty."""
    note = get_or_reject(session.notes, command.note)
    reject_unless(command.text.strip() and command.rest.strip(), Reason.EMPTY_TEXT)
    return (e.NoteSplit(note.id, command.text, NoteId(next_id(session)), command.rest),)


@decides(c.JoinNotes)
def join_notes(command: c.JoinNotes, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Join two notes, their texts one after the other; if either is *not for the report*, so is the result."""
    note, other = get_or_reject(session.notes, command.note), get_or_reject(session.notes, command.other)
    reject_unless(note.id != other.id, Reason.NOTHING_CHANGES)
    themes = tuple(dict.fromkeys((*note.themes, *other.themes)))
    joined = e.NotesJoined(note.id, other.id, f"{note.text}\n{other.text}", themes)
    if note.restricted == other.restricted:
        return (joined,)
    return (joined, *_remove_verbatim_passages(session, other if note.restricted else note))


def _remove_verbatim_passages(session: Session, note: Note) -> tuple[e.Event, ...]:
    """Return the events that remove the passages which only repeat a note that is no longer reportable."""
    return tuple(
        e.PassageRemoved(passage.id)
        for passage in session.passages
        if passage.notes == (note.id,) and passage.text == escape_markup(note.text)
    )


@decides(c.DeleteNote)
def delete_note(command: c.DeleteNote, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Delete a note."""
    return (e.NoteDeleted(get_or_reject(session.notes, command.note).id),)


def _target_intervention(command: c.TakeNote, session: Session) -> InterventionId | None:
    if command.loose or command.contribution is not None:
        return None
    if command.intervention is not None:
        return get_or_reject(session.interventions, command.intervention).id
    if session.speaking is not None:
        return session.speaking
    return max((each.id for each in session.interventions.values() if not each.on_paper), default=None)


def _offset_in_speech_ms(
    command: c.TakeNote, session: Session, target: InterventionId | None, now: Timestamp
) -> int | None:
    """Return the time into the speech (ms) at which the line was begun, less the reaction lag; None if unknown."""
    if target is None:
        return None
    speech = session.interventions[target]
    if command.begun_ms is None and speech.is_ended:
        return None
    spoken_ms = speech.spoken_ms(now.utc_ms)
    begun_ms = spoken_ms if command.begun_ms is None else min(command.begun_ms, spoken_ms)
    return max(0, begun_ms - session.rules.reaction_lag_ms)


def _offset_at_end_ms(session: Session, note: Note, command: c.MoveNote) -> int | None:
    """Return the end of the speech (ms) for a note taken after it; None otherwise, because the time is unknown."""
    if command.intervention is None:
        return None
    speech = session.interventions[command.intervention]
    if speech.ended_ms is None or note.taken_ms < speech.ended_ms or speech.on_paper:
        return None
    return speech.spoken_ms(speech.ended_ms)
