"""Events that correct the record; the session still has the old values."""

from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId, InterventionId, RequestId, SittingId
from ipu_session.domain.model.intervention import TimeAccount
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.value import Value


class InterventionCorrected(Value, frozen=True):
    """The recorded times of an intervention were corrected."""

    event_kind: ClassVar[str] = "InterventionCorrected"

    intervention: InterventionId
    before: TimeAccount
    after: TimeAccount


class InterventionDeleted(Value, frozen=True):
    """An intervention recorded by mistake was deleted; the session has it in ``deleted_interventions``."""

    event_kind: ClassVar[str] = "InterventionDeleted"

    intervention: InterventionId
    reason: str


class InterventionEntered(Value, frozen=True):
    """An intervention that was recorded on paper was entered."""

    event_kind: ClassVar[str] = "InterventionEntered"

    intervention: InterventionId
    request: RequestId | None
    delegate: DelegateId
    kind: Kind
    sitting: SittingId
    ledger: TimeAccount


Event = InterventionCorrected | InterventionDeleted | InterventionEntered

__all__ = ["InterventionCorrected", "InterventionDeleted", "InterventionEntered"]
