"""Events of the session's master data."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Delegation, Details, Person, Presence


@dataclass(frozen=True, slots=True)
class SessionCreated:
    """The session was created."""

    event_kind: ClassVar[str] = "SessionCreated"

    details: Details
    rules: Rules


@dataclass(frozen=True, slots=True)
class DetailsChanged:
    """The masthead was edited."""

    event_kind: ClassVar[str] = "DetailsChanged"

    details: Details


@dataclass(frozen=True, slots=True)
class RulesSet:
    """The limits were changed, for interventions still to come."""

    event_kind: ClassVar[str] = "RulesSet"

    rules: Rules


@dataclass(frozen=True, slots=True)
class DelegationsLoaded:
    """The directory of delegations was loaded into the session."""

    event_kind: ClassVar[str] = "DelegationsLoaded"

    delegations: tuple[Delegation, ...]


@dataclass(frozen=True, slots=True)
class DelegationChanged:
    """A delegation of the directory was added or edited."""

    event_kind: ClassVar[str] = "DelegationChanged"

    delegation: Delegation


@dataclass(frozen=True, slots=True)
class DelegateAdded:
    """A person was added to the session."""

    event_kind: ClassVar[str] = "DelegateAdded"

    delegate: DelegateId
    person: Person


@dataclass(frozen=True, slots=True)
class DelegateChanged:
    """The data of a delegate were corrected."""

    event_kind: ClassVar[str] = "DelegateChanged"

    delegate: DelegateId
    person: Person


@dataclass(frozen=True, slots=True)
class PresenceCounted:
    """The number of people in the room was recorded."""

    event_kind: ClassVar[str] = "PresenceCounted"

    presence: Presence


Event = (
    SessionCreated
    | DetailsChanged
    | RulesSet
    | DelegationsLoaded
    | DelegationChanged
    | DelegateAdded
    | DelegateChanged
    | PresenceCounted
)

__all__ = [
    "DelegateAdded",
    "DelegateChanged",
    "DelegationChanged",
    "DelegationsLoaded",
    "DetailsChanged",
    "PresenceCounted",
    "RulesSet",
    "SessionCreated",
]
