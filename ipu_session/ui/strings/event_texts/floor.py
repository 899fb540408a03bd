"""Texts of the events of the floor."""

from collections.abc import Callable

from ipu_session.domain import events as e
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.event_texts.registry import EventContext, describes, set_texts
from ipu_session.ui.strings.event_texts.sentences import (
    format_kind,
    format_limit,
    format_message,
    format_overtime,
    format_remaining_time,
    format_speaker,
)
from ipu_session.ui.strings.event_texts.subjects import find_intervention, speaker_name
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

ClockEvent = e.SpeechPaused | e.SpeechResumed | e.SpeechHeld | e.SpeechRestored

_CLOCK_GOES_ON = QT_TRANSLATE_NOOP("Announcements", "{who} goes on, {left}.")


def _clock_describer(template: str) -> Callable[[EventContext[ClockEvent]], str]:
    """Return a describer that fills ``template`` with the speaker and the time left (spoken, if there is no limit)."""

    def describe(context: EventContext[ClockEvent]) -> str:
        speech = find_intervention(context.event, context.after)
        if speech is None:
            return ""
        left = format_remaining_time(speech, context.now.utc_ms)
        return format_message(template, who=format_speaker(context.after, speech), left=left)

    return describe


set_texts(
    e.SpeechPaused,
    QT_TRANSLATE_NOOP("Wording", "pause"),
    _clock_describer(QT_TRANSLATE_NOOP("Announcements", "{who} paused, {left}.")),
)
set_texts(e.SpeechResumed, QT_TRANSLATE_NOOP("Wording", "clock going on"), _clock_describer(_CLOCK_GOES_ON))
set_texts(
    e.SpeechHeld,
    QT_TRANSLATE_NOOP("Wording", "interruption"),
    _clock_describer(QT_TRANSLATE_NOOP("Announcements", "{who} is held, {left}.")),
)


@describes(e.SpeechRestored, QT_TRANSLATE_NOOP("Wording", "speech going on"))
def _describe_restored(context: EventContext[e.SpeechRestored]) -> str:
    speech = find_intervention(context.event, context.after)
    if speech is not None and speech.stopwatch.phase is Phase.PAUSED:
        return _clock_describer(QT_TRANSLATE_NOOP("Announcements", "{who} is still paused, {left}."))(context)
    return _clock_describer(_CLOCK_GOES_ON)(context)


@describes(e.FloorGiven, QT_TRANSLATE_NOOP("Wording", "floor given"))
def _describe_floor_given(context: EventContext[e.FloorGiven]) -> str:
    speech = context.after.interventions[context.event.intervention]
    speaker, limit = speaker_name(context.after, speech), format_limit(context.event.allotted_ms)
    if speech.kind is Kind.SPEECH:
        return format_message(
            QT_TRANSLATE_NOOP("Announcements", "{who} has the floor, {limit}."), who=speaker, limit=limit
        )
    if speaker and speech.kind is not Kind.CHAIR:
        template = QT_TRANSLATE_NOOP("Announcements", "{kind}: {who}, {limit}.")
        return format_message(template, kind=format_kind(speech), who=speaker, limit=limit)
    return format_message(QT_TRANSLATE_NOOP("Announcements", "{kind}, {limit}."), kind=format_kind(speech), limit=limit)


@describes(e.InterventionAttributed, QT_TRANSLATE_NOOP("Wording", "who has the floor"))
def _describe_attribution(context: EventContext[e.InterventionAttributed]) -> str:
    speech = context.after.interventions[context.event.intervention]
    template = QT_TRANSLATE_NOOP("Announcements", "{kind}: {who}.")
    return format_message(template, kind=format_kind(speech), who=speaker_name(context.after, speech))


@describes(e.TimeGranted, QT_TRANSLATE_NOOP("Wording", "time granted"))
def _describe_time_granted(context: EventContext[e.TimeGranted]) -> str:
    speech, amount_ms = context.after.interventions[context.event.intervention], context.event.granted_ms
    template = (
        QT_TRANSLATE_NOOP("Announcements", "{who}: {time} more, {left}.")
        if amount_ms > 0
        else QT_TRANSLATE_NOOP("Announcements", "{who}: {time} less, {left}.")
    )
    return format_message(
        template,
        who=format_speaker(context.after, speech),
        time=labels.format_minutes_seconds(abs(amount_ms)),
        left=format_remaining_time(speech, context.now.utc_ms),
    )


@describes(e.AllotmentChanged, QT_TRANSLATE_NOOP("Wording", "new allotment"))
def _describe_allotment(context: EventContext[e.AllotmentChanged]) -> str:
    speech = context.after.interventions[context.event.intervention]
    template = QT_TRANSLATE_NOOP("Announcements", "{who}: new allotment, {limit}.")
    return format_message(
        template, who=format_speaker(context.after, speech), limit=format_limit(context.event.allotted_ms)
    )


@describes(e.PointOfOrderRuled, QT_TRANSLATE_NOOP("Wording", "ruling"))
def _describe_ruling(context: EventContext[e.PointOfOrderRuled]) -> str:
    template = QT_TRANSLATE_NOOP("Announcements", "Point of order: {ruling}.")
    return format_message(template, ruling=labels.enum_label(context.event.ruling))


@describes(e.InterventionEnded, QT_TRANSLATE_NOOP("Wording", "end of the intervention"))
def _describe_ended(context: EventContext[e.InterventionEnded]) -> str:
    speech, now_ms = context.after.interventions[context.event.intervention], context.now.utc_ms
    if speech.kind is Kind.POINT_OF_ORDER:
        return ""  # the end of a point of order is described by its ruling
    spoken, over_ms = labels.format_minutes_seconds(speech.spoken_ms(now_ms)), speech.overtime_ms(now_ms)
    speaker = format_speaker(context.after, speech)
    if not over_ms:
        return format_message(
            QT_TRANSLATE_NOOP("Announcements", "{who} ended after {spoken}."), who=speaker, spoken=spoken
        )
    over = format_overtime(labels.format_minutes_seconds(over_ms))
    template = QT_TRANSLATE_NOOP("Announcements", "{who} ended after {spoken}, {over}.")
    return format_message(template, who=speaker, spoken=spoken, over=over)
