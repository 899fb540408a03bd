"""Final versions of the report, and corrections received."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.report_versions import CorrectionRequest


@dataclass(frozen=True, slots=True)
class ReportFinalized:
    """The report was made final as the record stood; versions count from 1."""

    event_kind: ClassVar[str] = "ReportFinalized"

    number: int


@dataclass(frozen=True, slots=True)
class CorrectionReceived:
    """A correction of the report was received, or its entry written anew, with its answer."""

    event_kind: ClassVar[str] = "CorrectionReceived"

    correction: CorrectionRequest
