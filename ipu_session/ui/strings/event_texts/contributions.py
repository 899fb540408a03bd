"""Texts of the events of written contributions."""

from ipu_session.domain import events as e
from ipu_session.ui.strings.event_texts.registry import EventContext, describes
from ipu_session.ui.strings.event_texts.sentences import format_recorded
from ipu_session.ui.strings.event_texts.subjects import delegation_name_by_code
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP


@describes(e.ContributionRegistered, QT_TRANSLATE_NOOP("Wording", "written contribution"))
def _describe_registered(context: EventContext[e.ContributionRegistered]) -> str:
    code = context.event.contribution.delegation
    return format_recorded(context.event, delegation_name_by_code(context.after, code))


@describes(e.ContributionRemoved, QT_TRANSLATE_NOOP("Wording", "removal of a contribution"))
def _describe_removed(context: EventContext[e.ContributionRemoved]) -> str:
    code = context.before.contributions[context.event.contribution].delegation
    return format_recorded(context.event, delegation_name_by_code(context.after, code))
