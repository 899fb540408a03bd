"""Commands for the speakers list."""

from dataclasses import dataclass

from ipu_session.domain.exchange.import_results import ImportedSpeaker
from ipu_session.domain.model.ids import RequestId, ThemeId
from ipu_session.domain.model.list_positions import OrderEntry, OrderScheme
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person


@dataclass(frozen=True, slots=True)
class AddRequest:
    """Add a request at the end of the list; the person may be a known delegate, found by delegation and name."""

    person: Person
    kind: Kind = Kind.SPEECH
    themes: tuple[ThemeId, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportSpeakers:
    """Add imported speakers at the end of the list, in one transaction; those who already wait are skipped."""

    speakers: tuple[ImportedSpeaker, ...]


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Move a waiting request to another place on its list, from 0."""

    request: RequestId
    position: int


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """Withdraw a waiting request, as the delegate wishes."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    """Record that a delegate was absent when called: the request moves to the end; the next time it is *absent*."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class RestoreRequest:
    """Let a withdrawn or absent request wait again."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class CloseList:
    """Close the list for new names."""


@dataclass(frozen=True, slots=True)
class ReopenList:
    """Reopen the list for new names."""


@dataclass(frozen=True, slots=True)
class SwapRequests:
    """Exchange the places of two waiting requests."""

    one: RequestId
    other: RequestId


@dataclass(frozen=True, slots=True)
class DrawLots:
    """Draw lots among those waiting for a speech, from a seed of 1 to 2147483646."""

    seed: int


@dataclass(frozen=True, slots=True)
class AcceptOrder:
    """Apply a proposed order, in one transaction."""

    scheme: OrderScheme
    places: tuple[OrderEntry, ...]


@dataclass(frozen=True, slots=True)
class SetReserve:
    """Make a request a reserve, or a regular one again."""

    request: RequestId
    reserve: bool


@dataclass(frozen=True, slots=True)
class AnnounceClosing:
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
