"""Commands for the synthesis and the elements for the resolution."""

from ipu_session.domain.model.ids import DelegationId, NoteId, PassageId, ThemeId
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.value import Value


class AddNotesToSynthesis(Value, frozen=True):
    """Make a passage of each note, at the end of a section."""

    theme: ThemeId | None
    section: SynthesisSection
    notes: tuple[NoteId, ...]


class AddPassage(Value, frozen=True):
    """Add a passage that is based on no note, at the end of a section."""

    theme: ThemeId | None
    section: SynthesisSection
    text: str


class WritePassage(Value, frozen=True):
    """Change the text of a passage."""

    passage: PassageId
    text: str


class SetPassageSources(Value, frozen=True):
    """Set the notes that a passage is based on."""

    passage: PassageId
    notes: tuple[NoteId, ...]


class SupportPassage(Value, frozen=True):
    """Set the delegations that support an element, besides those whose notes it is based on."""

    passage: PassageId
    supporters: tuple[DelegationId, ...]


class MovePassage(Value, frozen=True):
    """Move a passage to a section, before another passage of it or to its end."""

    passage: PassageId
    section: SynthesisSection
    before: PassageId | None = None


class CopyToResolution(Value, frozen=True):
    """Copy a passage to the elements for the resolution, with the notes that it is based on."""

    passage: PassageId
    section: SynthesisSection


class RemovePassage(Value, frozen=True):
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
