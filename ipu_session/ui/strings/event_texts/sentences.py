"""Parts of the sentences that describe events, in the language of the screen."""

from ipu_session.domain import events as e
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.event_texts.registry import EVENT_TEXTS, EventContext
from ipu_session.ui.strings.event_texts.subjects import event_subject, speaker_name
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate


def format_message(template: str, **values: object) -> str:
    """Translate a text marked by ``QT_TRANSLATE_NOOP("Announcements", …)`` and fill in ``values``."""
    return translate("Announcements", template).format(**values)


def event_label(event: e.Event) -> str:
    """Return the translated label of an event, as the menu shows it after *Undo*."""
    return translate("Wording", EVENT_TEXTS[type(event)].label)


def describe_recorded(context: EventContext[e.Event]) -> str:
    """Return "Recorded: …", with label and subject of the event, which may be found only before the transaction."""
    event = context.event
    subject = event_subject(event, context.after) or event_subject(event, context.before)
    return format_recorded(event, subject)


def format_recorded(event: e.Event, subject: str = "") -> str:
    """Return "Recorded: …", with the label of an event and, if given, its subject."""
    if not subject:
        return format_message(QT_TRANSLATE_NOOP("Announcements", "Recorded: {act}."), act=event_label(event))
    template = QT_TRANSLATE_NOOP("Announcements", "Recorded: {act} – {subject}.")
    return format_message(template, act=event_label(event), subject=subject)


def format_speaker(session: Session, speech: Intervention) -> str:
    """Return the name of the speaker, or the kind of the intervention if no name is recorded."""
    return speaker_name(session, speech) or format_kind(speech)


def format_kind(speech: Intervention) -> str:
    """Return the kind of an intervention as the first word of a sentence."""
    return labels.enum_label(speech.kind).capitalize()


def format_spoken(spoken_ms: int) -> str:
    """Return "1:10 spoken"."""
    return format_message(
        QT_TRANSLATE_NOOP("Announcements", "{time} spoken"), time=labels.format_minutes_seconds(spoken_ms)
    )


def format_overtime(time: str) -> str:
    """Return "0:12 over time"."""
    return format_message(QT_TRANSLATE_NOOP("Announcements", "{time} over time"), time=time)


def format_remaining_time(speech: Intervention, now_ms: int) -> str:
    """Return "1:47 left", "0:12 over time", or "1:10 spoken" where there is no limit."""
    if not speech.has_limit:
        return format_spoken(speech.spoken_ms(now_ms))
    left_ms = speech.remaining_ms(now_ms)
    time = labels.format_countdown(left_ms).removeprefix("+")
    if left_ms < 0:
        return format_overtime(time)
    return format_message(QT_TRANSLATE_NOOP("Announcements", "{time} left"), time=time)


def format_limit(limit_ms: int) -> str:
    """Return a time limit such as "3:00", or "no limit" for 0."""
    if not limit_ms:
        return format_message(QT_TRANSLATE_NOOP("Announcements", "no limit"))
    return labels.format_minutes_seconds(limit_ms)
