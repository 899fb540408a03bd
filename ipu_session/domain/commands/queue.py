"""Commands for the speakers list."""

from ipu_session.domain.exchange.import_results import ImportedSpeaker
from ipu_session.domain.model.ids import RequestId, ThemeId
from ipu_session.domain.model.list_positions import OrderEntry, OrderScheme
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person
from ipu_session.domain.model.value import Value


class AddRequest(Value, frozen=True):
    """Add a request at the end of the list; the person may be a known delegate, found by delegation and name."""

    person: Person
    kind: Kind = Kind.SPEECH
    themes: tuple[ThemeId, ...] = ()


class ImportSpeakers(Value, frozen=True):
    """Add imported speakers at the end of the list, in one transaction; those who already wait are skipped."""

    speakers: tuple[ImportedSpeaker, ...]


class MoveRequest(Value, frozen=True):
    """Move a waiting request to another place on its list, from 0."""

    request: RequestId
    position: int


class WithdrawRequest(Value, frozen=True):
    """Withdraw a waiting request, as the delegate wishes."""

    request: RequestId


class MarkAbsent(Value, frozen=True):
    """Record that a delegate was absent when called: the request moves to the end; the next time it is *absent*."""

    request: RequestId


class RestoreRequest(Value, frozen=True):
    """Let a withdrawn or absent request wait again."""

    request: RequestId


class CloseList(Value, frozen=True):
    """Close the list for new names."""


class ReopenList(Value, frozen=True):
    """Reopen the list for new names."""


class SwapRequests(Value, frozen=True):
    """Exchange the places of two waiting requests."""

    one: RequestId
    other: RequestId


class DrawLots(Value, frozen=True):
    """Draw lots among those waiting for a speech, from a seed of 1 to 2147483646."""

    seed: int


class AcceptOrder(Value, frozen=True):
    """Apply a proposed order, in one transaction."""

    scheme: OrderScheme
    places: tuple[OrderEntry, ...]


class SetReserve(Value, frozen=True):
    """Make a request a reserve, or a regular one again."""

    request: RequestId
    reserve: bool


class AnnounceClosing(Value, frozen=True):
    """Announce that the list will be closed in ``in_ms`` milliseconds; None: the time of the rules."""

    in_ms: int | None = None


Command = (
    AddRequest
    | ImportSpeakers
    | MoveRequest
    | WithdrawRequest
    | MarkAbsent
    | RestoreRequest
    | CloseList
    | ReopenList
    | SwapRequests
    | DrawLots
    | AcceptOrder
    | SetReserve
    | AnnounceClosing
)

__all__ = [
    "AcceptOrder",
    "AddRequest",
    "AnnounceClosing",
    "CloseList",
    "DrawLots",
    "ImportSpeakers",
    "MarkAbsent",
    "MoveRequest",
    "ReopenList",
    "RestoreRequest",
    "SetReserve",
    "SwapRequests",
    "WithdrawRequest",
]
