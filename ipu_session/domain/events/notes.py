"""Notes."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import ContributionId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind


@dataclass(frozen=True, slots=True)
class NoteTaken:
    """A line was noted; ``second_ms`` is the time into the speech, less the reaction lag."""

    event_kind: ClassVar[str] = "NoteTaken"

    note: NoteId
    text: str
    note_kind: NoteKind
    themes: tuple[ThemeId, ...]
    intervention: InterventionId | None
    second_ms: int | None
    contribution: ContributionId | None = None


@dataclass(frozen=True, slots=True)
class NoteEdited:
    """A note says something else, or says it as another kind."""

    event_kind: ClassVar[str] = "NoteEdited"

    note: NoteId
    text: str
    note_kind: NoteKind


@dataclass(frozen=True, slots=True)
class NoteThemed:
    """A note belongs to these themes now."""

    event_kind: ClassVar[str] = "NoteThemed"

    note: NoteId
    themes: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class NoteMoved:
    """A note belongs to another intervention now, or to none."""

    event_kind: ClassVar[str] = "NoteMoved"

    note: NoteId
    intervention: InterventionId | None
    second_ms: int | None


@dataclass(frozen=True, slots=True)
class NoteRestricted:
    """A note was marked *not for the report*, or freed again."""

    event_kind: ClassVar[str] = "NoteRestricted"

    note: NoteId
    restricted: bool


@dataclass(frozen=True, slots=True)
class NoteSplit:
    """A note was parted in two; ``rest`` is what the new one says."""

    event_kind: ClassVar[str] = "NoteSplit"

    note: NoteId
    text: str
    new: NoteId
    rest: str


@dataclass(frozen=True, slots=True)
class NotesJoined:
    """A note says what another said as well, and has its themes too; the other is gone."""

    event_kind: ClassVar[str] = "NotesJoined"

    note: NoteId
    other: NoteId
    text: str
    themes: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class NoteDeleted:
    """A note was struck out."""

    event_kind: ClassVar[str] = "NoteDeleted"

    note: NoteId
