"""Final versions of the report, and corrections received (docs/rules.md#row-38; decision 0021)."""

from enum import StrEnum

from ipu_session.domain.model.ids import CorrectionId, DelegationId
from ipu_session.domain.model.value import Value

CORRECTION_PERIOD_DAYS = 7
"""Days after a final version in which corrections are expected; later ones are flagged, never refused."""


class FinalVersion(Value, frozen=True):
    """A final version of the report: it covers the session up to and including the event that made it final."""

    number: int
    at_ms: int
    version: int
    """The version of the session that the report covers."""


class CorrectionOutcome(StrEnum):
    """The answer to a correction request."""

    OPEN = ""
    ACCEPTED = "accepted"
    REFUSED = "refused"


class CorrectionRequest(Value, frozen=True):
    """A correction of the report that somebody asked for; ``received`` is an ISO 8601 day."""

    id: CorrectionId
    delegation: DelegationId
    """Empty if it was sent on behalf of no delegation."""
    person: str
    received: str
    text: str
    answer: CorrectionOutcome = CorrectionOutcome.OPEN
    note: str = ""
    """Why it was accepted or refused."""
