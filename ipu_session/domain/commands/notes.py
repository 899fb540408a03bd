"""Commands for notes."""

from ipu_session.domain.model.ids import ContributionId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind
from ipu_session.domain.model.value import Value


class TakeNote(Value, frozen=True):
    """Take a note on an intervention, by default on the one on the floor, else on the latest one."""

    text: str
    kind: NoteKind = NoteKind.POINT
    themes: tuple[ThemeId, ...] = ()
    intervention: InterventionId | None = None
    loose: bool = False
    """Bind the note to no intervention, even if somebody has the floor."""
    begun_ms: int | None = None
    """Time into the speech (ms) when the typing began; None for now. The reaction lag of the rules is subtracted."""
    contribution: ContributionId | None = None
    """The written contribution that the note quotes; the note is then bound to no intervention."""


class EditNote(Value, frozen=True):
    """Change the text or kind of a note."""

    note: NoteId
    text: str
    kind: NoteKind


class SetNoteThemes(Value, frozen=True):
    """Set the themes of a note."""

    note: NoteId
    themes: tuple[ThemeId, ...]


class MoveNote(Value, frozen=True):
    """Bind a note to another intervention, or to none.

    Its time into the speech becomes the end of the speech if it was taken after that, otherwise it is unknown.
    """

    note: NoteId
    intervention: InterventionId | None


class RestrictNote(Value, frozen=True):
    """Mark a note *not for the report*, or remove the mark."""

    note: NoteId
    restricted: bool


class SplitNote(Value, frozen=True):
    """Split a note in two: the note keeps ``text``; a new note gets ``rest``, and all else is copied to it."""

    note: NoteId
    text: str
    rest: str


class JoinNotes(Value, frozen=True):
    """Append the text of ``other`` to ``note``, add its themes, and delete ``other``."""

    note: NoteId
    other: NoteId


class DeleteNote(Value, frozen=True):
    """Delete a note."""

    note: NoteId


Command = TakeNote | EditNote | SetNoteThemes | MoveNote | RestrictNote | SplitNote | JoinNotes | DeleteNote

__all__ = ["DeleteNote", "EditNote", "JoinNotes", "MoveNote", "RestrictNote", "SetNoteThemes", "SplitNote", "TakeNote"]
