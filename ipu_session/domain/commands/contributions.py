"""Commands for written contributions."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import ContributionId, DelegationId, ThemeId


@dataclass(frozen=True, slots=True)
class RegisterContribution:
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


@dataclass(frozen=True, slots=True)
class RemoveContribution:
    """Remove an entry of the register of contributions."""

    contribution: ContributionId


Command = RegisterContribution | RemoveContribution

__all__ = ["RegisterContribution", "RemoveContribution"]
