"""Commands for the session's master data."""

from msgspec import field

from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Delegation, Details, Person, Presence
from ipu_session.domain.model.value import Value


class CreateSession(Value, frozen=True):
    """Create the session with details, rules, delegations, and the themes of the concept note."""

    details: Details
    rules: Rules = field(default_factory=Rules)
    delegations: tuple[Delegation, ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    """(title, source sentence) of each theme."""


class ChangeDetails(Value, frozen=True):
    """Edit the masthead."""

    details: Details


class SetRules(Value, frozen=True):
    """Set the limits for interventions still to come."""

    rules: Rules


class ChangeDelegation(Value, frozen=True):
    """Add or edit a delegation of the directory."""

    delegation: Delegation


class ChangeDelegate(Value, frozen=True):
    """Correct the data of a delegate; no recorded time changes."""

    delegate: DelegateId
    person: Person


class ImportConceptNote(Value, frozen=True):
    """Import a previewed concept note into an existing session: its details and new themes."""

    note: ConceptNote


class CountPresence(Value, frozen=True):
    """Record the number of people in the room."""

    presence: Presence


class AcceptLimitProposal(Value, frozen=True):
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
