"""Texts of the events of the synthesis."""

from ipu_session.domain import events as e
from ipu_session.ui.strings.event_texts.registry import set_texts
from ipu_session.ui.strings.event_texts.sentences import describe_recorded
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

set_texts(e.SynthesisWritten, QT_TRANSLATE_NOOP("Wording", "synthesis"), describe_recorded)
set_texts(e.PassageWritten, QT_TRANSLATE_NOOP("Wording", "passage of the synthesis"), describe_recorded)
set_texts(e.PassagesOrdered, QT_TRANSLATE_NOOP("Wording", "order of the synthesis"), describe_recorded)
set_texts(e.PassageRemoved, QT_TRANSLATE_NOOP("Wording", "removal of a passage"), describe_recorded)
