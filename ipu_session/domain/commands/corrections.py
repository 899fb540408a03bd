"""Commands that correct the record."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import TimeAccount
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person


@dataclass(frozen=True, slots=True)
class CorrectIntervention:
    """Correct the recorded times of an intervention that has ended."""

    intervention: InterventionId
    ledger: TimeAccount


@dataclass(frozen=True, slots=True)
class DeleteIntervention:
    """Delete an intervention that was recorded by mistake."""

    intervention: InterventionId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EnterIntervention:
    """Enter an intervention that was recorded on paper; ``allotted_ms`` None: the allotment of the rules."""

    person: Person
    started_ms: int
    spoken_ms: int
    kind: Kind = Kind.SPEECH
    allotted_ms: int | None = None


Command = CorrectIntervention | DeleteIntervention | EnterIntervention

__all__ = ["CorrectIntervention", "DeleteIntervention", "EnterIntervention"]
