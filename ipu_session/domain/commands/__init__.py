"""Commands: what a user asks for; any of them may be rejected."""

from ipu_session.domain.commands import (
    contributions,
    corrections,
    floor,
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
from ipu_session.domain.commands.contributions import *
from ipu_session.domain.commands.corrections import *
from ipu_session.domain.commands.floor import *
from ipu_session.domain.commands.interruptions import *
from ipu_session.domain.commands.notes import *
from ipu_session.domain.commands.queue import *
from ipu_session.domain.commands.report_versions import *
from ipu_session.domain.commands.roster import *
from ipu_session.domain.commands.sitting import *
from ipu_session.domain.commands.synthesis import *
from ipu_session.domain.commands.themes import *
from ipu_session.domain.commands.timing_gaps import *

Command = (
    contributions.Command
    | corrections.Command
    | floor.Command
    | notes.Command
    | interruptions.Command
    | queue.Command
    | report_versions.Command
    | roster.Command
    | sitting.Command
    | synthesis.Command
    | themes.Command
    | timing_gaps.Command
)
