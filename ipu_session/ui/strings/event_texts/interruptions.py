"""Texts of the events of procedural motions."""

from ipu_session.domain import events as e
from ipu_session.domain.model.motions import MotionDecision
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.event_texts.registry import EventContext, describes
from ipu_session.ui.strings.event_texts.sentences import format_message
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

_DECISIONS = {
    MotionDecision.CARRIED: QT_TRANSLATE_NOOP("Announcements", "The motion is carried."),
    MotionDecision.REJECTED: QT_TRANSLATE_NOOP("Announcements", "The motion is rejected."),
    MotionDecision.WITHDRAWN: QT_TRANSLATE_NOOP("Announcements", "The motion is withdrawn."),
    MotionDecision.LAPSED: QT_TRANSLATE_NOOP("Announcements", "The motion has lapsed."),
}


@describes(e.MotionMoved, QT_TRANSLATE_NOOP("Wording", "motion"))
def _describe_motion_moved(context: EventContext[e.MotionMoved]) -> str:
    return format_message(QT_TRANSLATE_NOOP("Announcements", "A motion was moved."))


@describes(e.MotionExplained, QT_TRANSLATE_NOOP("Wording", "what is moved"))
def _describe_motion(context: EventContext[e.MotionExplained]) -> str:
    subject = context.event.subject or labels.enum_label(context.event.motion_kind)
    return format_message(QT_TRANSLATE_NOOP("Announcements", "Motion: {what}."), what=subject)


@describes(e.MotionDecided, QT_TRANSLATE_NOOP("Wording", "decision on the motion"))
def _describe_motion_decision(context: EventContext[e.MotionDecided]) -> str:
    return format_message(_DECISIONS[context.event.decision or MotionDecision.LAPSED])
