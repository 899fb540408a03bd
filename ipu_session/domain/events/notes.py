"""Events of notes."""

from typing import ClassVar

from ipu_session.domain.model.ids import ContributionId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind
from ipu_session.domain.model.value import Value


class NoteTaken(Value, frozen=True):
    """A note was taken; ``second_ms`` is the time into the speech (ms), less the reaction lag."""

    event_kind: ClassVar[str] = "NoteTaken"

    note: NoteId
    text: str
    note_kind: NoteKind
    themes: tuple[ThemeId, ...]
    intervention: InterventionId | None
    second_ms: int | None
    contribution: ContributionId | None = None


class NoteEdited(Value, frozen=True):
    """The text or kind of a note was changed."""

    event_kind: ClassVar[str] = "NoteEdited"

    note: NoteId
    text: str
    note_kind: NoteKind


class NoteThemed(Value, frozen=True):
    """The themes of a note were set."""

    event_kind: ClassVar[str] = "NoteThemed"

    note: NoteId
    themes: tuple[ThemeId, ...]


class NoteMoved(Value, frozen=True):
    """A note was bound to another intervention, or to none."""

    event_kind: ClassVar[str] = "NoteMoved"

    note: NoteId
    intervention: InterventionId | None
    second_ms: int | None


class NoteRestricted(Value, frozen=True):
    """A note was marked *not for the report*, or the mark was removed."""

    event_kind: ClassVar[str] = "NoteRestricted"

    note: NoteId
    restricted: bool


class NoteSplit(Value, frozen=True):
    """A note was split: it keeps ``text``, and its copy ``new`` has the text ``rest``."""

    event_kind: ClassVar[str] = "NoteSplit"

    note: NoteId
    text: str
    new: NoteId
    rest: str


class NotesJoined(Value, frozen=True):
    """Two notes were joined: ``note`` has the text and themes of both, ``other`` is deleted."""

    event_kind: ClassVar[str] = "NotesJoined"

    note: NoteId
    other: NoteId
    text: str
    themes: tuple[ThemeId, ...]


class NoteDeleted(Value, frozen=True):
    """A note was deleted."""

    event_kind: ClassVar[str] = "NoteDeleted"

    note: NoteId


Event = NoteTaken | NoteEdited | NoteThemed | NoteMoved | NoteRestricted | NoteSplit | NotesJoined | NoteDeleted

__all__ = [
    "NoteDeleted",
    "NoteEdited",
    "NoteMoved",
    "NoteRestricted",
    "NoteSplit",
    "NoteTaken",
    "NoteThemed",
    "NotesJoined",
]
