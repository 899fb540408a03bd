"""Commands for written contributions."""

from ipu_session.domain.model.ids import ContributionId, DelegationId, ThemeId
from ipu_session.domain.model.value import Value


class RegisterContribution(Value, frozen=True):
    """Register a written contribution, or correct the entry ``contribution``."""

    delegation: DelegationId
    received: str
    pages: int
    language: str = ""
    themes: tuple[ThemeId, ...] = ()
    title: str = ""
    contribution: ContributionId | None = None
    words: int = 0
    file: str = ""
    digest: str = ""
    text: str = ""


class RemoveContribution(Value, frozen=True):
    """Remove an entry of the register of contributions."""

    contribution: ContributionId


Command = RegisterContribution | RemoveContribution

__all__ = ["RegisterContribution", "RemoveContribution"]
