"""The record put right."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import InterventionId
from ipu_session.domain.model.intervention import TimeAccount
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person


@dataclass(frozen=True, slots=True)
class CorrectIntervention:
    """Correct the recorded times of an intervention that is over."""

    intervention: InterventionId
    ledger: TimeAccount


@dataclass(frozen=True, slots=True)
class DeleteIntervention:
    """Strike out an intervention that was recorded by mistake."""

    intervention: InterventionId
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EnterIntervention:
    """Enter an intervention that was held on paper; an allotment of None is what the rules give."""

    person: Person
    started_ms: int
    spoken_ms: int
    kind: Kind = Kind.SPEECH
    allotted_ms: int | None = None
