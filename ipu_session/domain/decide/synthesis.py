"""Rules of the synthesis: what a passage may be, and where it may stand."""

from dataclasses import replace

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import known, next_id, require
from ipu_session.domain.decide.themes import known_themes
from ipu_session.domain.model.ids import Moment, NoteId, PassageId, ThemeId
from ipu_session.domain.model.passages import ELEMENTS, Passage, Section
from ipu_session.domain.model.session import Note, Session
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.text.inline_markup import escaped


def gather_notes(command: c.GatherNotes, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Make a passage of each note; one *not for the report* makes none."""
    _check_place(command.theme, command.section, session)
    made: list[e.Event] = []
    for ahead, note_id in enumerate(dict.fromkeys(command.notes)):
        note = _for_the_report(session, note_id)
        passage = PassageId(next_id(session, ahead))
        made.append(
            e.PassageWritten(Passage(passage, command.section, command.theme, escaped(note.text), (note.id,)))
        )
    return tuple(made)


def add_passage(command: c.AddPassage, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Write a passage of the secretary's own."""
    _check_place(command.theme, command.section, session)
    require(command.text.strip(), Reason.EMPTY_TEXT)
    passage = PassageId(next_id(session))
    return (e.PassageWritten(Passage(passage, command.section, command.theme, command.text)),)


def write_passage(command: c.WritePassage, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Change what a passage says."""
    require(command.text.strip(), Reason.EMPTY_TEXT)
    old = _passage(session, command.passage)
    return _unless_same(old, replace(old, text=command.text))


def rest_passage(command: c.RestPassage, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Say which notes a passage rests on."""
    old = _passage(session, command.passage)
    for note in set(command.notes) - set(old.notes):
        _for_the_report(session, note)
    return _unless_same(old, replace(old, notes=tuple(dict.fromkeys(command.notes))))


def support_passage(command: c.SupportPassage, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Say who supports an element for the resolution."""
    old = _passage(session, command.passage)
    require(old.section in ELEMENTS, Reason.NO_ELEMENT)
    for delegation in command.supporters:
        known(session.delegations, delegation, Reason.UNKNOWN_DELEGATION)
    return _unless_same(old, replace(old, supporters=tuple(dict.fromkeys(command.supporters))))


def move_passage(command: c.MovePassage, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Put a passage elsewhere in its theme, or among the elements."""
    old = _passage(session, command.passage)
    _check_place(old.theme, command.section, session)
    events: list[e.Event] = []
    if command.section is not old.section:
        events.append(e.PassageWritten(replace(old, section=command.section)))
    before = tuple(passage.id for passage in session.passages)
    rest = [passage for passage in before if passage != old.id]
    if command.before is not None:
        known(dict.fromkeys(rest), command.before)
    at = len(rest) if command.before is None else rest.index(command.before)
    order = (*rest[:at], old.id, *rest[at:])
    if order != before:
        events.append(e.PassagesOrdered(order))
    return tuple(events)


def copy_to_elements(command: c.CopyToElements, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Make an element for the resolution of a passage."""
    old = _passage(session, command.passage)
    _check_place(None, command.section, session)
    passage = Passage(PassageId(next_id(session)), command.section, None, old.text, old.notes)
    return (e.PassageWritten(passage),)


def remove_passage(command: c.RemovePassage, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Take a passage out."""
    return (e.PassageRemoved(_passage(session, command.passage).id),)


def _for_the_report(session: Session, note_id: NoteId) -> Note:
    note = known(session.notes, note_id)
    require(not note.restricted, Reason.NOT_FOR_THE_REPORT)
    return note


def _check_place(theme: ThemeId | None, section: Section, session: Session) -> None:
    require((theme is None) == (section in ELEMENTS), Reason.OTHER_SECTION)
    known_themes(() if theme is None else (theme,), session)


def _passage(session: Session, passage_id: PassageId) -> Passage:
    found = next((passage for passage in session.passages if passage.id == passage_id), None)
    if found is None:
        raise RejectedError(Reason.UNKNOWN_THING)
    return found


def _unless_same(old: Passage, new: Passage) -> tuple[e.Event, ...]:
    return () if new == old else (e.PassageWritten(new),)
