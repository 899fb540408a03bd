"""Written contributions."""

from dataclasses import dataclass

from ipu_session.domain.ids import ContributionId
from ipu_session.domain.state import Contribution


@dataclass(frozen=True, slots=True)
class ContributionRegistered:
    """A written contribution was received, or its entry corrected."""

    contribution: Contribution


@dataclass(frozen=True, slots=True)
class ContributionRemoved:
    """An entry of the register of contributions was struck out."""

    contribution: ContributionId
