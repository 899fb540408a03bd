"""What has happened, in the past tense. Events are facts: never renamed, only added to (docs/events.md)."""

from dataclasses import dataclass

from ipu_session.domain.ids import (
    ContributionId,
    DelegateId,
    InterventionId,
    NoteId,
    RequestId,
    SittingId,
    ThemeId,
)
from ipu_session.domain.rules import Kind, Rules
from ipu_session.domain.state import Contribution, Delegation, Details, NoteKind, Person, Ruling


@dataclass(frozen=True, slots=True)
class SessionCreated:
    """The session file began."""

    details: Details
    rules: Rules


@dataclass(frozen=True, slots=True)
class DetailsChanged:
    """The facts of the masthead were edited."""

    details: Details


@dataclass(frozen=True, slots=True)
class RulesSet:
    """The limits changed, for those still to speak."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class DelegationsLoaded:
    """The directory of delegations was put into the session."""

    delegations: tuple[Delegation, ...]


@dataclass(frozen=True, slots=True)
class DelegationChanged:
    """A delegation was added to the directory, or edited."""

    delegation: Delegation


@dataclass(frozen=True, slots=True)
class ThemeAdded:
    """A theme joined at the end; ``source`` is the sentence of the concept note."""

    theme: ThemeId
    number: int
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class ThemeRenamed:
    """A theme got another title."""

    theme: ThemeId
    title: str


@dataclass(frozen=True, slots=True)
class ThemesOrdered:
    """The themes stand in this order now; their numbers stay."""

    order: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class ThemeRemoved:
    """A theme that nothing refers to was taken out."""

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class DelegateAdded:
    """A person became known to the session."""

    delegate: DelegateId
    person: Person


@dataclass(frozen=True, slots=True)
class DelegateChanged:
    """What is known of a person was corrected."""

    delegate: DelegateId
    person: Person


@dataclass(frozen=True, slots=True)
class RequestMade:
    """Somebody asked for the floor and stands at the end of the list."""

    request: RequestId
    delegate: DelegateId
    kind: Kind
    themes: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class RequestMoved:
    """A request took another place among those waiting, counted from 0."""

    request: RequestId
    position: int


@dataclass(frozen=True, slots=True)
class RequestWithdrawn:
    """A delegate no longer asks for the floor."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class RequestPassedOver:
    """A delegate was not in the room when called, and stands at the end of the list now."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class RequestAbsent:
    """A delegate was not in the room when called again."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class RequestRestored:
    """A withdrawn or absent request waits again, at the end."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class ListClosed:
    """No more names are taken; so many were still waiting."""

    remaining: int


@dataclass(frozen=True, slots=True)
class ListReopened:
    """Names are taken again."""


@dataclass(frozen=True, slots=True)
class SittingOpened:
    """A sitting began, in a room so many minutes ahead of UTC."""

    sitting: SittingId
    offset_min: int


@dataclass(frozen=True, slots=True)
class SittingSuspended:
    """The sitting stands still."""

    reason: str


@dataclass(frozen=True, slots=True)
class SittingResumed:
    """The sitting goes on."""


@dataclass(frozen=True, slots=True)
class SittingClosed:
    """The sitting is over."""


@dataclass(frozen=True, slots=True)
class FloorGiven:
    """Somebody has the floor from this moment on; the clock runs."""

    intervention: InterventionId
    request: RequestId | None
    delegate: DelegateId | None
    kind: Kind
    allotted_ms: int
    interrupts: InterventionId | None


@dataclass(frozen=True, slots=True)
class InterventionAttributed:
    """It was recorded whose an intervention is."""

    intervention: InterventionId
    delegate: DelegateId


@dataclass(frozen=True, slots=True)
class SpeechPaused:
    """The secretary stopped the speaker's clock."""

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class SpeechResumed:
    """The secretary let the speaker's clock go on."""

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class SpeechHeld:
    """The speaker was interrupted: by a point of order, or by the suspension of the sitting."""

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class SpeechRestored:
    """The interruption is over: the speech goes on where it stood."""

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class TimeGranted:
    """Time was added on top of the allotment; negative when taken back."""

    intervention: InterventionId
    granted_ms: int


@dataclass(frozen=True, slots=True)
class PointOfOrderRuled:
    """The chair ruled on a point of order."""

    intervention: InterventionId
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class InterventionEnded:
    """The floor was given back."""

    intervention: InterventionId


@dataclass(frozen=True, slots=True)
class NoteTaken:
    """A line was noted; ``second_ms`` is the time into the speech, less the reaction lag."""

    note: NoteId
    text: str
    note_kind: NoteKind
    themes: tuple[ThemeId, ...]
    intervention: InterventionId | None
    second_ms: int | None


@dataclass(frozen=True, slots=True)
class NoteEdited:
    """A note says something else, or says it as another kind."""

    note: NoteId
    text: str
    note_kind: NoteKind


@dataclass(frozen=True, slots=True)
class NoteThemed:
    """A note belongs to these themes now."""

    note: NoteId
    themes: tuple[ThemeId, ...]


@dataclass(frozen=True, slots=True)
class NoteMoved:
    """A note belongs to another intervention now, or to none."""

    note: NoteId
    intervention: InterventionId | None
    second_ms: int | None


@dataclass(frozen=True, slots=True)
class NoteRestricted:
    """A note was marked *not for the report*, or freed again."""

    note: NoteId
    restricted: bool


@dataclass(frozen=True, slots=True)
class NoteDeleted:
    """A note was struck out."""

    note: NoteId


@dataclass(frozen=True, slots=True)
class SynthesisWritten:
    """The edited summary of a theme reads so now."""

    theme: ThemeId
    text: str


@dataclass(frozen=True, slots=True)
class ContributionRegistered:
    """A written contribution was received, or its entry corrected."""

    contribution: Contribution


@dataclass(frozen=True, slots=True)
class ContributionRemoved:
    """An entry of the register of contributions was struck out."""

    contribution: ContributionId


@dataclass(frozen=True, slots=True)
class Rewound:
    """The session was put back, or forward, to how it stood at another version. Nothing is erased."""

    to_version: int


Event = (
    SessionCreated
    | DetailsChanged
    | RulesSet
    | DelegationsLoaded
    | DelegationChanged
    | ThemeAdded
    | ThemeRenamed
    | ThemesOrdered
    | ThemeRemoved
    | DelegateAdded
    | DelegateChanged
    | RequestMade
    | RequestMoved
    | RequestWithdrawn
    | RequestPassedOver
    | RequestAbsent
    | RequestRestored
    | ListClosed
    | ListReopened
    | SittingOpened
    | SittingSuspended
    | SittingResumed
    | SittingClosed
    | FloorGiven
    | InterventionAttributed
    | SpeechPaused
    | SpeechResumed
    | SpeechHeld
    | SpeechRestored
    | TimeGranted
    | PointOfOrderRuled
    | InterventionEnded
    | NoteTaken
    | NoteEdited
    | NoteThemed
    | NoteMoved
    | NoteRestricted
    | NoteDeleted
    | SynthesisWritten
    | ContributionRegistered
    | ContributionRemoved
    | Rewound
)
