"""Decision functions: a command and the present state give events, or a rejection; pure, nothing is written."""

from typing import get_args

from ipu_session.domain import commands as c
from ipu_session.domain.decide import contributions as contributions
from ipu_session.domain.decide import corrections as corrections
from ipu_session.domain.decide import floor as floor
from ipu_session.domain.decide import interruptions as interruptions
from ipu_session.domain.decide import next_speaker as next_speaker
from ipu_session.domain.decide import notes as notes
from ipu_session.domain.decide import queue as queue
from ipu_session.domain.decide import report_versions as report_versions
from ipu_session.domain.decide import roster as roster
from ipu_session.domain.decide import sitting as sitting
from ipu_session.domain.decide import synthesis as synthesis
from ipu_session.domain.decide import themes as themes
from ipu_session.domain.decide import timing_gaps as timing_gaps
from ipu_session.domain.decide.registry import DECIDERS, Events
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason, RejectedError

# The imports above fill the table.
if _without := set(get_args(c.Command)) - DECIDERS.keys():
    raise TypeError(f"commands without a decision function: {_without}")


def decide(command: c.Command, session: Session, now: Timestamp) -> Events:
    """Return the events that carry out ``command``; RejectedError if a rule refuses it or nothing would change."""
    if not session.created and not isinstance(command, c.CreateSession):
        raise RejectedError(Reason.NOT_CREATED)
    events = DECIDERS[type(command)](command, session, now)
    if not events:
        raise RejectedError(Reason.NOTHING_CHANGES)
    return events
