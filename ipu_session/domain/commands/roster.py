"""Commands for the session's master data."""

from dataclasses import dataclass, field

from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Delegation, Details, Person, Presence


@dataclass(frozen=True, slots=True)
class CreateSession:
    """Create the session with details, rules, delegations, and the themes of the concept note."""

    details: Details
    rules: Rules = field(default_factory=Rules)
    delegations: tuple[Delegation, ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    """(title, source sentence) of each theme."""


@dataclass(frozen=True, slots=True)
class ChangeDetails:
    """Edit the masthead."""

    details: Details


@dataclass(frozen=True, slots=True)
class SetRules:
    """Set the limits for interventions still to come."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class ChangeDelegation:
    """Add or edit a delegation of the directory."""

    delegation: Delegation


@dataclass(frozen=True, slots=True)
class ChangeDelegate:
    """Correct the data of a delegate; no recorded time changes."""

    delegate: DelegateId
    person: Person


@dataclass(frozen=True, slots=True)
class ImportConceptNote:
    """Import a previewed concept note into an existing session: its details and new themes."""

    note: ConceptNote


@dataclass(frozen=True, slots=True)
class CountPresence:
    """Record the number of people in the room."""

    presence: Presence


@dataclass(frozen=True, slots=True)
class AcceptLimitProposal:
    """Set the limit with which the sitting ends as planned (`domain.queries.forecast.propose_limit`)."""


Command = (
    CreateSession
    | ChangeDetails
    | SetRules
    | ChangeDelegation
    | ChangeDelegate
    | ImportConceptNote
    | CountPresence
    | AcceptLimitProposal
)

__all__ = [
    "AcceptLimitProposal",
    "ChangeDelegate",
    "ChangeDelegation",
    "ChangeDetails",
    "CountPresence",
    "CreateSession",
    "ImportConceptNote",
    "SetRules",
]
