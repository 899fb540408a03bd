"""Why a request has its place on the speakers list (docs/rules.md#p5): each move records its reason."""

from enum import StrEnum

from ipu_session.domain.model.ids import RequestId
from ipu_session.domain.model.value import Value


class MoveCause(StrEnum):
    """What gave a request its place."""

    ARRIVAL = "arrival"
    MOVED = "moved"
    EXCHANGED = "exchanged"
    DRAWN = "drawn"
    ACCEPTED = "accepted"
    PASSED_OVER = "passed-over"
    RESTORED = "restored"


class OrderScheme(StrEnum):
    """A speaking order that the program can propose; it never reorders by itself."""

    ALTERNATION = "alternation"
    FIRST_TIME = "first-time"
    YOUNG_FIRST = "young-first"
    UNHEARD_GROUPS = "unheard-groups"
    NOT_TWICE = "not-twice-in-a-row"
    FIRST_SPEAKERS = "first-speakers"


class OrderReason(StrEnum):
    """Why a proposed order gives a request its place."""

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


class OrderEntry(Value, frozen=True):
    """One place of a proposed order: the request and the reason; ``detail`` is the name of the unheard group, or ""."""

    request: RequestId
    why: OrderReason
    detail: str = ""


class PositionReason(Value, frozen=True):
    """What gave a request its place, when (UTC, ms), and the place (from 1)."""

    cause: MoveCause
    at_ms: int
    position: int
    previous_position: int = 0
    """The place before a move or an exchange (from 1)."""
    exchanged_with: RequestId | None = None
    """The request with which places were exchanged."""
    seed: int = 0
    why: OrderReason | None = None
    detail: str = ""


class LotDrawing(Value, frozen=True):
    """A drawing of lots that anybody can repeat: time (UTC, ms), seed, the order before and the order drawn.

    The requests after the first ``cap`` became reserves; none did if ``cap`` is 0.
    """

    at_ms: int
    seed: int
    before: tuple[RequestId, ...]
    order: tuple[RequestId, ...]
    cap: int
