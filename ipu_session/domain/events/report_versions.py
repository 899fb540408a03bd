"""Events of final versions of the report, and corrections received."""

from typing import ClassVar

from ipu_session.domain.model.report_versions import CorrectionRequest
from ipu_session.domain.model.value import Value


class ReportFinalized(Value, frozen=True):
    """The report was made final, covering the session up to this event; ``number`` counts from 1."""

    event_kind: ClassVar[str] = "ReportFinalized"

    number: int


class CorrectionReceived(Value, frozen=True):
    """A correction of the report was registered, or its entry replaced, with the answer."""

    event_kind: ClassVar[str] = "CorrectionReceived"

    correction: CorrectionRequest


Event = ReportFinalized | CorrectionReceived

__all__ = ["CorrectionReceived", "ReportFinalized"]
