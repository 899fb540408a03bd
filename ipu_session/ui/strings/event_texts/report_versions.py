"""Texts of the events of final versions of the report."""

from ipu_session.domain import events as e
from ipu_session.ui.strings.event_texts.registry import EventContext, describes, set_texts
from ipu_session.ui.strings.event_texts.sentences import describe_recorded, format_message
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP


@describes(e.ReportFinalized, QT_TRANSLATE_NOOP("Wording", "final version of the report"))
def _describe_final_version(context: EventContext[e.ReportFinalized]) -> str:
    template = QT_TRANSLATE_NOOP("Announcements", "Version {number} of the report is final.")
    return format_message(template, number=context.event.number)


set_texts(e.CorrectionReceived, QT_TRANSLATE_NOOP("Wording", "correction received"), describe_recorded)
