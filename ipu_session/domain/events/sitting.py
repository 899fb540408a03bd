"""The sitting."""

from dataclasses import dataclass

from ipu_session.domain.ids import SittingId


@dataclass(frozen=True, slots=True)
class SittingOpened:
    """A sitting began, in a room so many minutes ahead of UTC."""

    sitting: SittingId
    offset_min: int


@dataclass(frozen=True, slots=True)
class SittingSuspended:
    """The sitting stands still."""

    reason: str


@dataclass(frozen=True, slots=True)
class SittingResumed:
    """The sitting goes on."""


@dataclass(frozen=True, slots=True)
class SittingClosed:
    """The sitting is over."""


@dataclass(frozen=True, slots=True)
class SuspensionExplained:
    """It was recorded why the sitting stands still."""

    reason: str
