"""Events of the speakers list."""

from typing import ClassVar

from ipu_session.domain.model.ids import DelegateId, RequestId, ThemeId
from ipu_session.domain.model.list_positions import OrderEntry, OrderScheme
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.value import Value


class RequestMade(Value, frozen=True):
    """A request was added at the end of the list."""

    event_kind: ClassVar[str] = "RequestMade"

    request: RequestId
    delegate: DelegateId
    kind: Kind
    themes: tuple[ThemeId, ...]


class RequestMoved(Value, frozen=True):
    """A request was moved to another place in the queue, from 0."""

    event_kind: ClassVar[str] = "RequestMoved"

    request: RequestId
    position: int


class RequestWithdrawn(Value, frozen=True):
    """A request was withdrawn."""

    event_kind: ClassVar[str] = "RequestWithdrawn"

    request: RequestId


class RequestPassedOver(Value, frozen=True):
    """A delegate was absent when called, and the request moved to the end of the list."""

    event_kind: ClassVar[str] = "RequestPassedOver"

    request: RequestId


class RequestAbsent(Value, frozen=True):
    """A delegate was absent when called again."""

    event_kind: ClassVar[str] = "RequestAbsent"

    request: RequestId


class RequestRestored(Value, frozen=True):
    """A withdrawn or absent request was put at the end of the list again."""

    event_kind: ClassVar[str] = "RequestRestored"

    request: RequestId


class ListClosed(Value, frozen=True):
    """The list was closed for new names, with ``remaining`` requests waiting."""

    event_kind: ClassVar[str] = "ListClosed"

    remaining: int


class ListReopened(Value, frozen=True):
    """The list was reopened."""

    event_kind: ClassVar[str] = "ListReopened"


class RequestsSwapped(Value, frozen=True):
    """Two requests exchanged their places."""

    event_kind: ClassVar[str] = "RequestsSwapped"

    one: RequestId
    other: RequestId


class LotsDrawn(Value, frozen=True):
    """Lots were drawn: the order before and the order drawn; requests after ``cap`` are reserves (0: none)."""

    event_kind: ClassVar[str] = "LotsDrawn"

    seed: int
    before: tuple[RequestId, ...]
    order: tuple[RequestId, ...]
    cap: int


class OrderAccepted(Value, frozen=True):
    """A proposed order was accepted, with its reason for each place."""

    event_kind: ClassVar[str] = "OrderAccepted"

    scheme: OrderScheme
    places: tuple[OrderEntry, ...]


class RequestReserved(Value, frozen=True):
    """A request was made a reserve, called after the other requests for a speech, or a regular one again."""

    event_kind: ClassVar[str] = "RequestReserved"

    request: RequestId
    reserve: bool


class ListClosingAnnounced(Value, frozen=True):
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
