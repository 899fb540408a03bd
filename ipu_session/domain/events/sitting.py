"""Events of the sitting."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import SittingId


@dataclass(frozen=True, slots=True)
class SittingOpened:
    """A sitting was opened; ``offset_min`` is the local UTC offset."""

    event_kind: ClassVar[str] = "SittingOpened"

    sitting: SittingId
    offset_min: int


@dataclass(frozen=True, slots=True)
class SittingSuspended:
    """The sitting was suspended."""

    event_kind: ClassVar[str] = "SittingSuspended"

    reason: str


@dataclass(frozen=True, slots=True)
class SittingResumed:
    """The sitting was resumed."""

    event_kind: ClassVar[str] = "SittingResumed"


@dataclass(frozen=True, slots=True)
class SittingClosed:
    """The sitting was closed."""

    event_kind: ClassVar[str] = "SittingClosed"


@dataclass(frozen=True, slots=True)
class SuspensionExplained:
    """The reason of the suspension was recorded."""

    event_kind: ClassVar[str] = "SuspensionExplained"

    reason: str


Event = SittingOpened | SittingSuspended | SittingResumed | SittingClosed | SuspensionExplained

__all__ = ["SittingClosed", "SittingOpened", "SittingResumed", "SittingSuspended", "SuspensionExplained"]
