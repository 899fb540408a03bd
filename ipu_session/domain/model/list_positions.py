"""Why a request stands where it does on the speakers list (product.md, P5): each move leaves its reason."""

from dataclasses import dataclass
from enum import StrEnum

from ipu_session.domain.model.ids import RequestId


class MoveCause(StrEnum):
    """What put a request where it stands."""

    ARRIVAL = "arrival"
    MOVED = "moved"
    EXCHANGED = "exchanged"
    DRAWN = "drawn"
    ACCEPTED = "accepted"
    PASSED_OVER = "passed-over"
    RESTORED = "restored"


class OrderScheme(StrEnum):
    """An order that the program may propose; it never takes one by itself."""

    ALTERNATION = "alternation"
    FIRST_TIME = "first-time"
    YOUNG_FIRST = "young-first"
    UNHEARD_GROUPS = "unheard-groups"
    NOT_TWICE = "not-twice-in-a-row"
    FIRST_SPEAKERS = "first-speakers"


class OrderReason(StrEnum):
    """Why a proposed order puts a name where it does."""

    AFTER_A_MAN = "after-a-man"
    AFTER_A_WOMAN = "after-a-woman"
    NO_OTHER_GENDER_LEFT = "no-other-gender-left"
    GENDER_NOT_STATED = "gender-not-stated"
    BEGINS = "begins"
    FIRST_TIME = "first-time"
    HEARD_BEFORE = "heard-before"
    YOUNG = "young"
    NOT_YOUNG = "not-young"
    UNHEARD_GROUP = "unheard-group"
    GROUPS_HEARD = "groups-heard"
    OTHER_DELEGATION = "other-delegation"
    SAME_DELEGATION_LEFT = "same-delegation-left"
    FIRST_SPEAKER = "first-speaker"
    FURTHER_SPEAKER = "further-speaker"


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """One place of a proposed order: who stands there, and why; ``detail`` names the group that is meant."""

    request: RequestId
    why: OrderReason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PositionReason:
    """What put a request where it stands, when (UTC ms), and at which place (from 1)."""

    cause: MoveCause
    at_ms: int
    position: int
    previous_position: int = 0
    """The place it had before, for a move or an exchange."""
    exchanged_with: RequestId | None = None
    """With whom places were exchanged."""
    seed: int = 0
    why: OrderReason | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LotDrawing:
    """A drawing of lots as anybody may repeat it: the seed, the names as they stood, the order drawn."""

    at_ms: int
    seed: int
    before: tuple[RequestId, ...]
    order: tuple[RequestId, ...]
    cap: int
