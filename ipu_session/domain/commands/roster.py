"""The session's own facts."""

from dataclasses import dataclass, field

from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Delegation, Details, Person, Presence


@dataclass(frozen=True, slots=True)
class CreateSession:
    """Begin the session file: its details, rules, directory, and what was taken over of the concept note."""

    details: Details
    rules: Rules = field(default_factory=Rules)
    delegations: tuple[Delegation, ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    """(title, source sentence) of each theme."""


@dataclass(frozen=True, slots=True)
class ChangeDetails:
    """Edit the facts of the masthead."""

    details: Details


@dataclass(frozen=True, slots=True)
class SetRules:
    """Set the limits for those still to speak."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class ChangeDelegation:
    """Add a delegation to the directory or edit one."""

    delegation: Delegation


@dataclass(frozen=True, slots=True)
class ChangeDelegate:
    """Correct what is known of a person; no figure of time changes by it."""

    delegate: DelegateId
    person: Person


@dataclass(frozen=True, slots=True)
class ImportConceptNote:
    """Take a previewed concept note over into a session that exists: its details and new themes."""

    note: ConceptNote


@dataclass(frozen=True, slots=True)
class CountPresence:
    """Record how many are in the room."""

    presence: Presence


@dataclass(frozen=True, slots=True)
class AcceptLimitProposal:
    """Set the limit with which the sitting ends as planned (domain.forecast.offer)."""
