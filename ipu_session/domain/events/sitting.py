"""The sitting."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import SittingId


@dataclass(frozen=True, slots=True)
class SittingOpened:
    """A sitting began, in a room so many minutes ahead of UTC."""

    event_kind: ClassVar[str] = "SittingOpened"

    sitting: SittingId
    offset_min: int


@dataclass(frozen=True, slots=True)
class SittingSuspended:
    """The sitting stands still."""

    event_kind: ClassVar[str] = "SittingSuspended"

    reason: str


@dataclass(frozen=True, slots=True)
class SittingResumed:
    """The sitting goes on."""

    event_kind: ClassVar[str] = "SittingResumed"


@dataclass(frozen=True, slots=True)
class SittingClosed:
    """The sitting is over."""

    event_kind: ClassVar[str] = "SittingClosed"


@dataclass(frozen=True, slots=True)
class SuspensionExplained:
    """It was recorded why the sitting stands still."""

    event_kind: ClassVar[str] = "SuspensionExplained"

    reason: str
