"""Commands for final versions of the report, and corrections received."""

from ipu_session.domain.model.ids import CorrectionId, DelegationId
from ipu_session.domain.model.report_versions import CorrectionOutcome
from ipu_session.domain.model.session import NO_DELEGATION
from ipu_session.domain.model.value import Value


class FinalizeReport(Value, frozen=True):
    """Make the report final, from the present record."""


class RegisterCorrection(Value, frozen=True):
    """Register a correction that somebody asks for, or replace the entry ``correction``."""

    text: str
    received: str
    delegation: DelegationId = NO_DELEGATION
    person: str = ""
    answer: CorrectionOutcome = CorrectionOutcome.OPEN
    note: str = ""
    correction: CorrectionId | None = None


Command = FinalizeReport | RegisterCorrection

__all__ = ["FinalizeReport", "RegisterCorrection"]
