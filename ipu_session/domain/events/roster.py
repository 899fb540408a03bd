"""Events of the session's master data."""

from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Delegation, Details, Person, Presence
from ipu_session.domain.model.value import Value


class SessionCreated(Value, frozen=True):
    """The session was created."""

    event_kind: ClassVar[str] = "SessionCreated"

    details: Details
    rules: Rules


class DetailsChanged(Value, frozen=True):
    """The masthead was edited."""

    event_kind: ClassVar[str] = "DetailsChanged"

    details: Details


class RulesSet(Value, frozen=True):
    """The limits were changed, for interventions still to come."""

    event_kind: ClassVar[str] = "RulesSet"

    rules: Rules


class DelegationsLoaded(Value, frozen=True):
    """The directory of delegations was loaded into the session."""

    event_kind: ClassVar[str] = "DelegationsLoaded"

    delegations: tuple[Delegation, ...]


class DelegationChanged(Value, frozen=True):
    """A delegation of the directory was added or edited."""

    event_kind: ClassVar[str] = "DelegationChanged"

    delegation: Delegation


class DelegateAdded(Value, frozen=True):
    """A person was added to the session."""

    event_kind: ClassVar[str] = "DelegateAdded"

    delegate: DelegateId
    person: Person


class DelegateChanged(Value, frozen=True):
    """The data of a delegate were corrected."""

    event_kind: ClassVar[str] = "DelegateChanged"

    delegate: DelegateId
    person: Person


class PresenceCounted(Value, frozen=True):
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
