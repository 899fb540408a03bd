"""The speakers list."""

from dataclasses import dataclass

from ipu_session.domain.findings import ListedSpeaker
from ipu_session.domain.ids import RequestId, ThemeId
from ipu_session.domain.rules import Kind
from ipu_session.domain.state import Person


@dataclass(frozen=True, slots=True)
class AddRequest:
    """Put somebody at the end of the list; a delegate known by name is known again."""

    person: Person
    kind: Kind = Kind.SPEECH
    themes: tuple[ThemeId, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportSpeakers:
    """Put a previewed list of speakers at the end of the list, as one step."""

    speakers: tuple[ListedSpeaker, ...]


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
