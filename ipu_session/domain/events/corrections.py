"""The record put right, the old values kept."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId, InterventionId, RequestId, SittingId
from ipu_session.domain.model.intervention import TimeAccount
from ipu_session.domain.model.rules import Kind


@dataclass(frozen=True, slots=True)
class InterventionCorrected:
    """The recorded times of an intervention were corrected; both are here."""

    event_kind: ClassVar[str] = "InterventionCorrected"

    intervention: InterventionId
    before: TimeAccount
    after: TimeAccount


@dataclass(frozen=True, slots=True)
class InterventionDeleted:
    """An intervention that was recorded by mistake was struck out; the session keeps it as it stood."""

    event_kind: ClassVar[str] = "InterventionDeleted"

    intervention: InterventionId
    reason: str


@dataclass(frozen=True, slots=True)
class InterventionEntered:
    """An intervention that was held on paper was entered afterwards."""

    event_kind: ClassVar[str] = "InterventionEntered"

    intervention: InterventionId
    request: RequestId | None
    delegate: DelegateId
    kind: Kind
    sitting: SittingId
    ledger: TimeAccount
