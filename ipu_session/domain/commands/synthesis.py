"""The synthesis and the elements for the resolution."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import DelegationId, NoteId, PassageId, ThemeId
from ipu_session.domain.model.passages import SynthesisSection


@dataclass(frozen=True, slots=True)
class AddNotesToSynthesis:
    """Make a passage of each of these notes, at the end of a section."""

    theme: ThemeId | None
    section: SynthesisSection
    notes: tuple[NoteId, ...]


@dataclass(frozen=True, slots=True)
class AddPassage:
    """Write a passage that rests on no note yet, at the end of a section."""

    theme: ThemeId | None
    section: SynthesisSection
    text: str


@dataclass(frozen=True, slots=True)
class WritePassage:
    """Change what a passage says."""

    passage: PassageId
    text: str


@dataclass(frozen=True, slots=True)
class SetPassageSources:
    """Say which notes a passage rests on."""

    passage: PassageId
    notes: tuple[NoteId, ...]


@dataclass(frozen=True, slots=True)
class SupportPassage:
    """Say which delegations support an element, beside those whose notes it rests on."""

    passage: PassageId
    supporters: tuple[DelegationId, ...]


@dataclass(frozen=True, slots=True)
class MovePassage:
    """Put a passage into a section, before another passage of it or at its end."""

    passage: PassageId
    section: SynthesisSection
    before: PassageId | None = None


@dataclass(frozen=True, slots=True)
class CopyToResolution:
    """Make an element for the resolution of a passage, with the notes it rests on."""

    passage: PassageId
    section: SynthesisSection


@dataclass(frozen=True, slots=True)
class RemovePassage:
    """Take a passage out."""

    passage: PassageId
