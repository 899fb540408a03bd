"""Rules of the notes."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import known, next_id, require
from ipu_session.domain.decide.themes import check_themes
from ipu_session.domain.errors import Reason
from ipu_session.domain.ids import InterventionId, Moment, NoteId
from ipu_session.domain.state import Session


def take_note(command: c.TakeNote, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Note a line: to the intervention named, else to the one that has the floor, else to the latest."""
    require(command.text.strip(), Reason.EMPTY_TEXT)
    check_themes(command.themes, session)
    target = _target(command, session)
    return (
        e.NoteTaken(
            NoteId(next_id(session)),
            command.text,
            command.kind,
            command.themes,
            target,
            _second_ms(session, target, now),
        ),
    )


def edit_note(command: c.EditNote, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Change a note's text or kind."""
    note = known(session.notes, command.note)
    require(command.text.strip(), Reason.EMPTY_TEXT)
    same = (note.text, note.kind) == (command.text, command.kind)
    return () if same else (e.NoteEdited(note.id, command.text, command.kind),)


def theme_note(command: c.ThemeNote, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Change a note's themes."""
    note = known(session.notes, command.note)
    check_themes(command.themes, session)
    return () if note.themes == command.themes else (e.NoteThemed(note.id, command.themes),)


def move_note(command: c.MoveNote, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Bind a note to another intervention."""
    note = known(session.notes, command.note)
    if command.intervention is not None:
        known(session.interventions, command.intervention)
    if note.intervention == command.intervention:
        return ()
    return (e.NoteMoved(note.id, command.intervention, None),)


def restrict_note(command: c.RestrictNote, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Mark a note *not for the report*, or free it."""
    note = known(session.notes, command.note)
    return () if note.restricted == command.restricted else (e.NoteRestricted(note.id, command.restricted),)


def delete_note(command: c.DeleteNote, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Strike a note out."""
    return (e.NoteDeleted(known(session.notes, command.note).id),)


def _target(command: c.TakeNote, session: Session) -> InterventionId | None:
    if command.loose:
        return None
    if command.intervention is not None:
        return known(session.interventions, command.intervention).id
    if session.speaking is not None:
        return session.speaking
    return max((i.id for i in session.interventions.values() if not i.on_paper), default=None)


def _second_ms(session: Session, target: InterventionId | None, now: Moment) -> int | None:
    if target is None or session.interventions[target].ended:
        return None
    return max(0, session.interventions[target].spoken_ms(now.utc_ms) - session.rules.reaction_lag_ms)
