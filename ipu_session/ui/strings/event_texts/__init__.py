"""Texts of events: labels for the menu, sentences for the message line and for screen readers (decision 0041)."""

from typing import get_args

from ipu_session.domain import events as e
from ipu_session.ui.strings.event_texts import contributions as contributions
from ipu_session.ui.strings.event_texts import corrections as corrections
from ipu_session.ui.strings.event_texts import floor as floor
from ipu_session.ui.strings.event_texts import history as history
from ipu_session.ui.strings.event_texts import interruptions as interruptions
from ipu_session.ui.strings.event_texts import notes as notes
from ipu_session.ui.strings.event_texts import queue as queue
from ipu_session.ui.strings.event_texts import report_versions as report_versions
from ipu_session.ui.strings.event_texts import roster as roster
from ipu_session.ui.strings.event_texts import sitting as sitting
from ipu_session.ui.strings.event_texts import synthesis as synthesis
from ipu_session.ui.strings.event_texts import themes as themes
from ipu_session.ui.strings.event_texts import timing_gaps as timing_gaps
from ipu_session.ui.strings.event_texts.registry import EVENT_TEXTS as EVENT_TEXTS

# The imports above fill EVENT_TEXTS.
if _without := set(get_args(e.Event)) - EVENT_TEXTS.keys():
    raise TypeError(f"events without texts: {_without}")
