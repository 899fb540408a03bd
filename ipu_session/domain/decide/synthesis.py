"""Rules of the synthesis: content and section of a passage."""

from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.decide.themes import resolve_themes
from ipu_session.domain.model.ids import NoteId, PassageId, ThemeId, Timestamp
from ipu_session.domain.model.passages import RESOLUTION_SECTIONS, Passage, SynthesisSection
from ipu_session.domain.model.session import Note, Session
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.text.inline_markup import escape_markup


@decides(c.AddNotesToSynthesis)
def add_notes_to_synthesis(command: c.AddNotesToSynthesis, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Make one passage of each note; refused if a note is *not for the report*."""
    _check_section(command.theme, command.section, session)
    events: list[e.Event] = []
    for index, note_id in enumerate(dict.fromkeys(command.notes)):
        note = _reportable_note(session, note_id)
        passage = PassageId(next_id(session, index))
        events.append(
            e.PassageWritten(Passage(passage, command.section, command.theme, escape_markup(note.text), (note.id,)))
        )
    return tuple(events)


@decides(c.AddPassage)
def add_passage(command: c.AddPassage, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Add a passage that the secretary wrote."""
    _check_section(command.theme, command.section, session)
    reject_unless(command.text.strip(), Reason.EMPTY_TEXT)
    passage = PassageId(next_id(session))
    return (e.PassageWritten(Passage(passage, command.section, command.theme, command.text)),)


@decides(c.WritePassage)
def write_passage(command: c.WritePassage, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Change the text of a passage."""
    reject_unless(command.text.strip(), Reason.EMPTY_TEXT)
    old = _get_passage(session, command.passage)
    return _write_if_changed(old, replace(old, text=command.text))


@decides(c.SetPassageSources)
def set_passage_sources(command: c.SetPassageSources, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Set the notes that a passage is based on; refused if a new one among them is *not for the report*."""
    old = _get_passage(session, command.passage)
    for note in set(command.notes) - set(old.notes):
        _reportable_note(session, note)
    return _write_if_changed(old, replace(old, notes=tuple(dict.fromkeys(command.notes))))


@decides(c.SupportPassage)
def support_passage(command: c.SupportPassage, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Set the delegations that support an element for the resolution."""
    old = _get_passage(session, command.passage)
    reject_unless(old.section in RESOLUTION_SECTIONS, Reason.NO_ELEMENT)
    for delegation in command.supporters:
        get_or_reject(session.delegations, delegation, Reason.UNKNOWN_DELEGATION)
    return _write_if_changed(old, replace(old, supporters=tuple(dict.fromkeys(command.supporters))))


@decides(c.MovePassage)
def move_passage(command: c.MovePassage, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Move a passage within its theme, or within the elements for the resolution."""
    old = _get_passage(session, command.passage)
    _check_section(old.theme, command.section, session)
    events: list[e.Event] = []
    if command.section is not old.section:
        events.append(e.PassageWritten(replace(old, section=command.section)))
    before = tuple(passage.id for passage in session.passages)
    others = [passage for passage in before if passage != old.id]
    if command.before is not None:
        get_or_reject(dict.fromkeys(others), command.before)
    index = len(others) if command.before is None else others.index(command.before)
    order = (*others[:index], old.id, *others[index:])
    if order != before:
        events.append(e.PassagesOrdered(order))
    return tuple(events)


@decides(c.CopyToResolution)
def copy_to_resolution(command: c.CopyToResolution, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Copy a passage to the elements for the resolution."""
    old = _get_passage(session, command.passage)
    _check_section(None, command.section, session)
    passage = Passage(PassageId(next_id(session)), command.section, None, old.text, old.notes)
    return (e.PassageWritten(passage),)


@decides(c.RemovePassage)
def remove_passage(command: c.RemovePassage, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Remove a passage."""
    return (e.PassageRemoved(_get_passage(session, command.passage).id),)


def _reportable_note(session: Session, note_id: NoteId) -> Note:
    note = get_or_reject(session.notes, note_id)
    reject_unless(not note.restricted, Reason.NOT_FOR_THE_REPORT)
    return note


def _check_section(theme: ThemeId | None, section: SynthesisSection, session: Session) -> None:
    reject_unless((theme is None) == (section in RESOLUTION_SECTIONS), Reason.OTHER_SECTION)
    resolve_themes(() if theme is None else (theme,), session)


def _get_passage(session: Session, passage_id: PassageId) -> Passage:
    passage = next((passage for passage in session.passages if passage.id == passage_id), None)
    if passage is None:
        raise RejectedError(Reason.UNKNOWN_THING)
    return passage


def _write_if_changed(old: Passage, new: Passage) -> tuple[e.Event, ...]:
    return () if new == old else (e.PassageWritten(new),)
