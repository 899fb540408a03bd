"""The speakers list."""

from dataclasses import dataclass

from ipu_session.domain.exchange.import_results import ImportedSpeaker
from ipu_session.domain.model.ids import RequestId, ThemeId
from ipu_session.domain.model.list_positions import OrderEntry, OrderScheme
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person


@dataclass(frozen=True, slots=True)
class AddRequest:
    """Put somebody at the end of the list; a delegate known by name is known again."""

    person: Person
    kind: Kind = Kind.SPEECH
    themes: tuple[ThemeId, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportSpeakers:
    """Put a previewed list of speakers at the end of the list, as one step."""

    speakers: tuple[ImportedSpeaker, ...]


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Move a waiting request to another place, counted from 0."""

    request: RequestId
    position: int


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """Take a waiting request off the list at the delegate's wish."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    """The delegate called is not in the room: to the end once, then absent."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class RestoreRequest:
    """Let a withdrawn or absent request wait again."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class CloseList:
    """Take no more names."""


@dataclass(frozen=True, slots=True)
class ReopenList:
    """Take names again."""


@dataclass(frozen=True, slots=True)
class SwapRequests:
    """Let two who wait exchange their places."""

    one: RequestId
    other: RequestId


@dataclass(frozen=True, slots=True)
class DrawLots:
    """Draw lots among those waiting for a speech, from a seed of 1 to 2147483646."""

    seed: int


@dataclass(frozen=True, slots=True)
class AcceptOrder:
    """Take over a proposed order, as one step."""

    scheme: OrderScheme
    places: tuple[OrderEntry, ...]


@dataclass(frozen=True, slots=True)
class SetReserve:
    """Make a request a reserve, or let it wait like the others."""

    request: RequestId
    reserve: bool


@dataclass(frozen=True, slots=True)
class AnnounceClosing:
    """Announce that the list will be closed, so many milliseconds from now; by default as the rules say."""

    in_ms: int | None = None
