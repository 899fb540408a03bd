"""The session's own facts."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Delegation, Details, Person, Presence


@dataclass(frozen=True, slots=True)
class SessionCreated:
    """The session file began."""

    event_kind: ClassVar[str] = "SessionCreated"

    details: Details
    rules: Rules


@dataclass(frozen=True, slots=True)
class DetailsChanged:
    """The facts of the masthead were edited."""

    event_kind: ClassVar[str] = "DetailsChanged"

    details: Details


@dataclass(frozen=True, slots=True)
class RulesSet:
    """The limits changed, for those still to speak."""

    event_kind: ClassVar[str] = "RulesSet"

    rules: Rules


@dataclass(frozen=True, slots=True)
class DelegationsLoaded:
    """The directory of delegations was put into the session."""

    event_kind: ClassVar[str] = "DelegationsLoaded"

    delegations: tuple[Delegation, ...]


@dataclass(frozen=True, slots=True)
class DelegationChanged:
    """A delegation was added to the directory, or edited."""

    event_kind: ClassVar[str] = "DelegationChanged"

    delegation: Delegation


@dataclass(frozen=True, slots=True)
class DelegateAdded:
    """A person became known to the session."""

    event_kind: ClassVar[str] = "DelegateAdded"

    delegate: DelegateId
    person: Person


@dataclass(frozen=True, slots=True)
class DelegateChanged:
    """What is known of a person was corrected."""

    event_kind: ClassVar[str] = "DelegateChanged"

    delegate: DelegateId
    person: Person


@dataclass(frozen=True, slots=True)
class PresenceCounted:
    """It was counted who is in the room."""

    event_kind: ClassVar[str] = "PresenceCounted"

    presence: Presence
