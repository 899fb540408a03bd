"""Commands for the synthesis and the elements for the resolution."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import DelegationId, NoteId, PassageId, ThemeId
from ipu_session.domain.model.passages import SynthesisSection


@dataclass(frozen=True, slots=True)
class AddNotesToSynthesis:
    """Make a passage of each note, at the end of a section."""

    theme: ThemeId | None
    section: SynthesisSection
    notes: tuple[NoteId, ...]


@dataclass(frozen=True, slots=True)
class AddPassage:
    """Add a passage that is based on no note, at the end of a section."""

    theme: ThemeId | None
    section: SynthesisSection
    text: str


@dataclass(frozen=True, slots=True)
class WritePassage:
    """Change the text of a passage."""

    passage: PassageId
    text: str


@dataclass(frozen=True, slots=True)
class SetPassageSources:
    """Set the notes that a passage is based on."""

    passage: PassageId
    notes: tuple[NoteId, ...]


@dataclass(frozen=True, slots=True)
class SupportPassage:
    """Set the delegations that support an element, besides those whose notes it is based on."""

    passage: PassageId
    supporters: tuple[DelegationId, ...]


@dataclass(frozen=True, slots=True)
class MovePassage:
    """Move a passage to a section, before another passage of it or to its end."""

    passage: PassageId
    section: SynthesisSection
    before: PassageId | None = None


@dataclass(frozen=True, slots=True)
class CopyToResolution:
    """Copy a passage to the elements for the resolution, with the notes that it is based on."""

    passage: PassageId
    section: SynthesisSection


@dataclass(frozen=True, slots=True)
class RemovePassage:
    """Remove a passage."""

    passage: PassageId


Command = (
    AddNotesToSynthesis
    | AddPassage
    | WritePassage
    | SetPassageSources
    | SupportPassage
    | MovePassage
    | CopyToResolution
    | RemovePassage
)

__all__ = [
    "AddNotesToSynthesis",
    "AddPassage",
    "CopyToResolution",
    "MovePassage",
    "RemovePassage",
    "SetPassageSources",
    "SupportPassage",
    "WritePassage",
]
