"""Events of written contributions."""

from typing import ClassVar

from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution
from ipu_session.domain.model.value import Value


class ContributionRegistered(Value, frozen=True):
    """A written contribution was registered, or its entry corrected."""

    event_kind: ClassVar[str] = "ContributionRegistered"

    contribution: Contribution


class ContributionRemoved(Value, frozen=True):
    """An entry of the register of contributions was removed."""

    event_kind: ClassVar[str] = "ContributionRemoved"

    contribution: ContributionId


Event = ContributionRegistered | ContributionRemoved

__all__ = ["ContributionRegistered", "ContributionRemoved"]
