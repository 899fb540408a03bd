"""Commands that correct the record."""

from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import TimeAccount
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person
from ipu_session.domain.model.value import Value


class CorrectIntervention(Value, frozen=True):
    """Correct the recorded times of an intervention that has ended."""

    intervention: InterventionId
    ledger: TimeAccount


class DeleteIntervention(Value, frozen=True):
    """Delete an intervention that was recorded by mistake."""

    intervention: InterventionId
    reason: str = ""


class EnterIntervention(Value, frozen=True):
    """Enter an intervention that was recorded on paper; ``allotted_ms`` None: the allotment of the rules."""

    person: Person
    started_ms: int
    spoken_ms: int
    kind: Kind = Kind.SPEECH
    allotted_ms: int | None = None


Command = CorrectIntervention | DeleteIntervention | EnterIntervention

__all__ = ["CorrectIntervention", "DeleteIntervention", "EnterIntervention"]
