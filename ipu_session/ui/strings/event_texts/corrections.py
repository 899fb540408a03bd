"""Texts of the events that correct the record of interventions."""

from ipu_session.domain import events as e
from ipu_session.domain.model.session import Session
from ipu_session.ui.strings.event_texts.registry import EventContext, describes
from ipu_session.ui.strings.event_texts.sentences import format_message, format_speaker, format_spoken
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

RecordEvent = e.InterventionCorrected | e.InterventionDeleted | e.InterventionEntered


def _format_record(template: str, context: EventContext[RecordEvent], session: Session) -> str:
    """Fill ``template`` with speaker and time spoken of the event's intervention, as they are in ``session``."""
    speech = session.interventions[context.event.intervention]
    spoken = format_spoken(speech.spoken_ms(context.now.utc_ms))
    return format_message(template, who=format_speaker(session, speech), spoken=spoken)


@describes(e.InterventionCorrected, QT_TRANSLATE_NOOP("Wording", "correction of times"))
def _describe_corrected(context: EventContext[e.InterventionCorrected]) -> str:
    template = QT_TRANSLATE_NOOP("Announcements", "Corrected: {who}, {spoken}.")
    return _format_record(template, context, context.after)


@describes(e.InterventionDeleted, QT_TRANSLATE_NOOP("Wording", "deletion of an intervention"))
def _describe_deleted(context: EventContext[e.InterventionDeleted]) -> str:
    template = QT_TRANSLATE_NOOP("Announcements", "Struck out: {who}, {spoken}.")
    return _format_record(template, context, context.before)


@describes(e.InterventionEntered, QT_TRANSLATE_NOOP("Wording", "speech entered from paper"))
def _describe_entered(context: EventContext[e.InterventionEntered]) -> str:
    template = QT_TRANSLATE_NOOP("Announcements", "Entered from paper: {who}, {spoken}.")
    return _format_record(template, context, context.after)
