"""Events of written contributions."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution


@dataclass(frozen=True, slots=True)
class ContributionRegistered:
    """A written contribution was registered, or its entry corrected."""

    event_kind: ClassVar[str] = "ContributionRegistered"

    contribution: Contribution


@dataclass(frozen=True, slots=True)
class ContributionRemoved:
    """An entry of the register of contributions was removed."""

    event_kind: ClassVar[str] = "ContributionRemoved"

    contribution: ContributionId


Event = ContributionRegistered | ContributionRemoved

__all__ = ["ContributionRegistered", "ContributionRemoved"]
