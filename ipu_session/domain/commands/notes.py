"""Notes."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import ContributionId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Note a line, bound to an intervention, by default to the one that has the floor."""

    text: str
    kind: NoteKind = NoteKind.POINT
    themes: tuple[ThemeId, ...] = ()
    intervention: InterventionId | None = None
    loose: bool = False
    """Bind the line to no intervention even if somebody speaks."""
    begun_ms: int | None = None
    """How long had been spoken when the line was begun; None for now. The reaction lag comes off."""
    contribution: ContributionId | None = None
    """The written contribution that the line quotes; it is bound to no intervention then."""


@dataclass(frozen=True, slots=True)
class EditNote:
    """Change what a note says, or its kind."""

    note: NoteId
    text: str
    kind: NoteKind


@dataclass(frozen=True, slots=True)
class SetNoteThemes:
    """Say which themes a note belongs to."""

    note: NoteId
    themes: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class MoveNote:
    """Bind a note to another intervention; it keeps no second of it."""

    note: NoteId
    intervention: InterventionId | None


@dataclass(frozen=True, slots=True)
class RestrictNote:
    """Mark a note *not for the report*, or free it."""

    note: NoteId
    restricted: bool


@dataclass(frozen=True, slots=True)
class SplitNote:
    """Part a note in two where its text is parted; the second is all else that the first is."""

    note: NoteId
    text: str
    rest: str


@dataclass(frozen=True, slots=True)
class JoinNotes:
    """Let a note say what another says as well; the other is gone."""

    note: NoteId
    other: NoteId


@dataclass(frozen=True, slots=True)
class DeleteNote:
    """Strike a note out."""

    note: NoteId
