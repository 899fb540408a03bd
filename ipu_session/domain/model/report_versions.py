"""Final versions of the report, and corrections received (practice.md §5, row 38; decision 0021)."""

from dataclasses import dataclass
from enum import StrEnum

from ipu_session.domain.model.ids import CorrectionId, DelegationId

CORRECTION_PERIOD_DAYS = 7
"""How long corrections are awaited; later ones are flagged, never refused."""


@dataclass(frozen=True, slots=True)
class FinalVersion:
    """A version of the report that was made final, as the record stood with its own event."""

    number: int
    at_ms: int
    version: int
    """Of the session, by which the record is found again."""


class CorrectionOutcome(StrEnum):
    """What was said to a correction that somebody asked for."""

    OPEN = ""
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CorrectionRequest:
    """A correction of the report that somebody asked for; ``received`` is an ISO day."""

    id: CorrectionId
    delegation: DelegationId
    """Empty if it came on nobody's behalf."""
    person: str
    received: str
    text: str
    answer: CorrectionOutcome = CorrectionOutcome.OPEN
    note: str = ""
    """Why it was accepted or refused."""
