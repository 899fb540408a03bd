"""Commands for notes."""

from dataclasses import dataclass

from ipu_session.domain.model.ids import ContributionId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Take a note on an intervention, by default on the one on the floor, else on the latest one."""

    text: str
    kind: NoteKind = NoteKind.POINT
    themes: tuple[ThemeId, ...] = ()
    intervention: InterventionId | None = None
    loose: bool = False
    """Bind the note to no intervention, even if somebody speaks."""
    begun_ms: int | None = None
    """Time into the speech when the line was begun; None for now. The reaction lag is subtracted."""
    contribution: ContributionId | None = None
    """The written contribution that the note quotes; the note is then bound to no intervention."""


@dataclass(frozen=True, slots=True)
class EditNote:
    """Change the text or kind of a note."""

    note: NoteId
    text: str
    kind: NoteKind


@dataclass(frozen=True, slots=True)
class SetNoteThemes:
    """Set the themes of a note."""

    note: NoteId
    themes: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class MoveNote:
    """Bind a note to another intervention, or to none; the time into the speech is not kept."""

    note: NoteId
    intervention: InterventionId | None


@dataclass(frozen=True, slots=True)
class RestrictNote:
    """Mark a note *not for the report*, or remove the mark."""

    note: NoteId
    restricted: bool


@dataclass(frozen=True, slots=True)
class SplitNote:
    """Split a note in two: ``text`` stays, ``rest`` becomes a new note with the same kind, themes and time."""

    note: NoteId
    text: str
    rest: str


@dataclass(frozen=True, slots=True)
class JoinNotes:
    """Append the text of ``other`` to ``note``, and delete ``other``."""

    note: NoteId
    other: NoteId


@dataclass(frozen=True, slots=True)
class DeleteNote:
    """Delete a note."""

    note: NoteId


Command = TakeNote | EditNote | SetNoteThemes | MoveNote | RestrictNote | SplitNote | JoinNotes | DeleteNote

__all__ = ["DeleteNote", "EditNote", "JoinNotes", "MoveNote", "RestrictNote", "SetNoteThemes", "SplitNote", "TakeNote"]
