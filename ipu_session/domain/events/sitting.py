"""Events of the sitting."""

from typing import ClassVar

from ipu_session.domain.model.ids import SittingId
from ipu_session.domain.model.value import Value


class SittingOpened(Value, frozen=True):
    """A sitting was opened; ``offset_min`` is the local UTC offset."""

    event_kind: ClassVar[str] = "SittingOpened"

    sitting: SittingId
    offset_min: int


class SittingSuspended(Value, frozen=True):
    """The sitting was suspended."""

    event_kind: ClassVar[str] = "SittingSuspended"

    reason: str


class SittingResumed(Value, frozen=True):
    """The sitting was resumed."""

    event_kind: ClassVar[str] = "SittingResumed"


class SittingClosed(Value, frozen=True):
    """The sitting was closed."""

    event_kind: ClassVar[str] = "SittingClosed"


class SuspensionExplained(Value, frozen=True):
    """The reason of the suspension was recorded."""

    event_kind: ClassVar[str] = "SuspensionExplained"

    reason: str


Event = SittingOpened | SittingSuspended | SittingResumed | SittingClosed | SuspensionExplained

__all__ = ["SittingClosed", "SittingOpened", "SittingResumed", "SittingSuspended", "SuspensionExplained"]
