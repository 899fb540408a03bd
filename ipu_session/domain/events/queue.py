"""Events of the speakers list."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId, RequestId, ThemeId
from ipu_session.domain.model.list_positions import OrderEntry, OrderScheme
from ipu_session.domain.model.rules import Kind


@dataclass(frozen=True, slots=True)
class RequestMade:
    """A request was added at the end of the list."""

    event_kind: ClassVar[str] = "RequestMade"

    request: RequestId
    delegate: DelegateId
    kind: Kind
    themes: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class RequestMoved:
    """A request was moved to another place in the queue, from 0."""

    event_kind: ClassVar[str] = "RequestMoved"

    request: RequestId
    position: int


@dataclass(frozen=True, slots=True)
class RequestWithdrawn:
    """A request was withdrawn."""

    event_kind: ClassVar[str] = "RequestWithdrawn"

    request: RequestId


@dataclass(frozen=True, slots=True)
class RequestPassedOver:
    """A delegate was absent when called, and the request moved to the end of the list."""

    event_kind: ClassVar[str] = "RequestPassedOver"

    request: RequestId


@dataclass(frozen=True, slots=True)
class RequestAbsent:
    """A delegate was absent when called again."""

    event_kind: ClassVar[str] = "RequestAbsent"

    request: RequestId


@dataclass(frozen=True, slots=True)
class RequestRestored:
    """A withdrawn or absent request was put at the end of the list again."""

    event_kind: ClassVar[str] = "RequestRestored"

    request: RequestId


@dataclass(frozen=True, slots=True)
class ListClosed:
    """The list was closed for new names, with ``remaining`` requests waiting."""

    event_kind: ClassVar[str] = "ListClosed"

    remaining: int


@dataclass(frozen=True, slots=True)
class ListReopened:
    """The list was reopened."""

    event_kind: ClassVar[str] = "ListReopened"


@dataclass(frozen=True, slots=True)
class RequestsSwapped:
    """Two requests exchanged their places."""

    event_kind: ClassVar[str] = "RequestsSwapped"

    one: RequestId
    other: RequestId


@dataclass(frozen=True, slots=True)
class LotsDrawn:
    """Lots were drawn: the order before and the order drawn; requests after ``cap`` are reserves (0: none)."""

    event_kind: ClassVar[str] = "LotsDrawn"

    seed: int
    before: tuple[RequestId, ...]
    order: tuple[RequestId, ...]
    cap: int


@dataclass(frozen=True, slots=True)
class OrderAccepted:
    """A proposed order was accepted, with its reason for each place."""

    event_kind: ClassVar[str] = "OrderAccepted"

    scheme: OrderScheme
    places: tuple[OrderEntry, ...]


@dataclass(frozen=True, slots=True)
class RequestReserved:
    """A request was made a reserve, called after the other requests for a speech, or a regular one again."""

    event_kind: ClassVar[str] = "RequestReserved"

    request: RequestId
    reserve: bool


@dataclass(frozen=True, slots=True)
class ListClosingAnnounced:
    """The chair announced when (UTC) the list will be closed."""

    event_kind: ClassVar[str] = "ListClosingAnnounced"

    closes_ms: int


Event = (
    RequestMade
    | RequestMoved
    | RequestWithdrawn
    | RequestPassedOver
    | RequestAbsent
    | RequestRestored
    | ListClosed
    | ListReopened
    | RequestsSwapped
    | LotsDrawn
    | OrderAccepted
    | RequestReserved
    | ListClosingAnnounced
)

__all__ = [
    "ListClosed",
    "ListClosingAnnounced",
    "ListReopened",
    "LotsDrawn",
    "OrderAccepted",
    "RequestAbsent",
    "RequestMade",
    "RequestMoved",
    "RequestPassedOver",
    "RequestReserved",
    "RequestRestored",
    "RequestWithdrawn",
    "RequestsSwapped",
]
