"""Texts of the events of timing gaps."""

from ipu_session.domain import events as e
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.ui.strings.event_texts.registry import EventContext, describes, set_texts
from ipu_session.ui.strings.event_texts.sentences import format_message
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

# Not described here: `TimingGapBar` describes it.
set_texts(e.GapFound, QT_TRANSLATE_NOOP("Wording", "accident of the machine"), None)


@describes(e.GapAnswered, QT_TRANSLATE_NOOP("Wording", "answer about the gap"))
def _describe_gap_answered(context: EventContext[e.GapAnswered]) -> str:
    gap = next((gap for gap in context.after.gaps if gap.id == context.event.gap), None)
    counted = context.event.counted
    if gap is not None and gap.cause is TimingGapCause.CLOCK_SET:
        if counted:
            return format_message(QT_TRANSLATE_NOOP("Announcements", "The new time is taken over."))
        return format_message(QT_TRANSLATE_NOOP("Announcements", "The debate's clock is kept."))
    if counted:
        return format_message(QT_TRANSLATE_NOOP("Announcements", "The gap counts."))
    return format_message(QT_TRANSLATE_NOOP("Announcements", "The gap does not count."))
