"""Texts of the events of the sitting."""

from collections.abc import Callable

from ipu_session.domain import events as e
from ipu_session.ui.strings.event_texts.registry import EventContext, describes, set_texts
from ipu_session.ui.strings.event_texts.sentences import format_message
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP


def _sitting_describer(template: str) -> Callable[[EventContext[e.Event]], str]:
    """Return a describer of a change of the sitting, with the time of day at the venue."""

    def describe(context: EventContext[e.Event]) -> str:
        return format_message(template, time=context.venue_time_text)

    return describe


set_texts(
    e.SittingOpened,
    QT_TRANSLATE_NOOP("Wording", "sitting opened"),
    _sitting_describer(QT_TRANSLATE_NOOP("Announcements", "The sitting is open, {time}.")),
)
set_texts(
    e.SittingSuspended,
    QT_TRANSLATE_NOOP("Wording", "suspension"),
    _sitting_describer(QT_TRANSLATE_NOOP("Announcements", "The sitting is suspended, {time}.")),
)
set_texts(
    e.SittingResumed,
    QT_TRANSLATE_NOOP("Wording", "sitting resumed"),
    _sitting_describer(QT_TRANSLATE_NOOP("Announcements", "The sitting goes on, {time}.")),
)
set_texts(
    e.SittingClosed,
    QT_TRANSLATE_NOOP("Wording", "sitting closed"),
    _sitting_describer(QT_TRANSLATE_NOOP("Announcements", "The sitting is closed, {time}.")),
)


@describes(e.SuspensionExplained, QT_TRANSLATE_NOOP("Wording", "reason for the suspension"))
def _describe_suspension_reason(context: EventContext[e.SuspensionExplained]) -> str:
    reason = context.event.reason
    template = QT_TRANSLATE_NOOP("Announcements", "Reason for the suspension: {reason}.")
    return format_message(template, reason=reason) if reason else ""
