"""Events: facts in the past tense; types and fields are never renamed, only added (docs/events.md)."""

from ipu_session.domain.events import (
    contributions,
    corrections,
    floor,
    history,
    interruptions,
    notes,
    queue,
    report_versions,
    roster,
    sitting,
    synthesis,
    themes,
    timing_gaps,
)
from ipu_session.domain.events.contributions import *
from ipu_session.domain.events.corrections import *
from ipu_session.domain.events.floor import *
from ipu_session.domain.events.history import *
from ipu_session.domain.events.interruptions import *
from ipu_session.domain.events.notes import *
from ipu_session.domain.events.queue import *
from ipu_session.domain.events.report_versions import *
from ipu_session.domain.events.roster import *
from ipu_session.domain.events.sitting import *
from ipu_session.domain.events.synthesis import *
from ipu_session.domain.events.themes import *
from ipu_session.domain.events.timing_gaps import *

Event = (
    contributions.Event
    | corrections.Event
    | floor.Event
    | history.Event
    | notes.Event
    | interruptions.Event
    | queue.Event
    | report_versions.Event
    | roster.Event
    | sitting.Event
    | synthesis.Event
    | themes.Event
    | timing_gaps.Event
)
