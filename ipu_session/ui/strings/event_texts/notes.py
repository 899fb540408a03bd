"""Texts of the events of notes."""

from ipu_session.domain import events as e
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.event_texts.registry import EventContext, describes, set_texts
from ipu_session.ui.strings.event_texts.sentences import describe_recorded, format_message
from ipu_session.ui.strings.event_texts.subjects import event_subject
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

_NOTED_FOR_NOBODY = QT_TRANSLATE_NOOP("Announcements", "Noted for nobody.")


@describes(e.NoteTaken, QT_TRANSLATE_NOOP("Wording", "note"))
def _describe_note_taken(context: EventContext[e.NoteTaken]) -> str:
    subject, second_ms = event_subject(context.event, context.after), context.event.second_ms
    if not subject:
        return format_message(_NOTED_FOR_NOBODY)
    if second_ms is None:
        return format_message(QT_TRANSLATE_NOOP("Announcements", "Noted for {who}."), who=subject)
    time = labels.format_minutes_seconds(second_ms)
    return format_message(QT_TRANSLATE_NOOP("Announcements", "Noted for {who} at {time}."), who=subject, time=time)


@describes(e.NoteMoved, QT_TRANSLATE_NOOP("Wording", "move of a note"))
def _describe_note_moved(context: EventContext[e.NoteMoved]) -> str:
    subject = event_subject(context.event, context.after)
    if not subject:
        return format_message(_NOTED_FOR_NOBODY)
    return format_message(QT_TRANSLATE_NOOP("Announcements", "The note belongs to {who} now."), who=subject)


@describes(e.NoteRestricted, QT_TRANSLATE_NOOP("Wording", "note not for the report"))
def _describe_note_restricted(context: EventContext[e.NoteRestricted]) -> str:
    if context.event.restricted:
        return format_message(QT_TRANSLATE_NOOP("Announcements", "The note is not for the report."))
    return format_message(QT_TRANSLATE_NOOP("Announcements", "The note is for the report again."))


set_texts(e.NoteEdited, QT_TRANSLATE_NOOP("Wording", "edit of a note"), describe_recorded)
set_texts(e.NoteThemed, QT_TRANSLATE_NOOP("Wording", "theme of a note"), describe_recorded)
set_texts(e.NoteSplit, QT_TRANSLATE_NOOP("Wording", "parting of a note"), describe_recorded)
set_texts(e.NotesJoined, QT_TRANSLATE_NOOP("Wording", "joining of notes"), describe_recorded)
set_texts(e.NoteDeleted, QT_TRANSLATE_NOOP("Wording", "deletion of a note"), describe_recorded)
