"""What a user may ask for, in the imperative; any of it may be refused."""

from dataclasses import dataclass, field

from ipu_session.domain.findings import ConceptNote, ListedSpeaker
from ipu_session.domain.ids import (
    ContributionId,
    DelegateId,
    DelegationId,
    InterventionId,
    NoteId,
    RequestId,
    ThemeId,
)
from ipu_session.domain.rules import Kind, Rules
from ipu_session.domain.state import Delegation, Details, NoteKind, Person, Ruling


@dataclass(frozen=True, slots=True)
class CreateSession:
    """Begin the session file: its details, rules, directory, and what was taken over of the concept note."""

    details: Details
    rules: Rules = field(default_factory=Rules)
    delegations: tuple[Delegation, ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    """(title, source sentence) of each theme."""


@dataclass(frozen=True, slots=True)
class ChangeDetails:
    """Edit the facts of the masthead."""

    details: Details


@dataclass(frozen=True, slots=True)
class SetRules:
    """Set the limits for those still to speak."""

    rules: Rules


@dataclass(frozen=True, slots=True)
class ChangeDelegation:
    """Add a delegation to the directory or edit one."""

    delegation: Delegation


@dataclass(frozen=True, slots=True)
class TakeConceptNote:
    """Take a previewed concept note over into a session that exists: its details and new themes."""

    note: ConceptNote


@dataclass(frozen=True, slots=True)
class AddTheme:
    """Add a theme at the end."""

    title: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class RenameTheme:
    """Give a theme another title."""

    theme: ThemeId
    title: str


@dataclass(frozen=True, slots=True)
class MoveTheme:
    """Put a theme at another place, counted from 0."""

    theme: ThemeId
    position: int


@dataclass(frozen=True, slots=True)
class RemoveTheme:
    """Take out a theme that nothing refers to."""

    theme: ThemeId


@dataclass(frozen=True, slots=True)
class AddRequest:
    """Put somebody at the end of the list; a delegate known by name is known again."""

    person: Person
    kind: Kind = Kind.SPEECH
    themes: tuple[ThemeId, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportSpeakers:
    """Put a previewed list of speakers at the end of the list, as one step."""

    speakers: tuple[ListedSpeaker, ...]


@dataclass(frozen=True, slots=True)
class ChangeDelegate:
    """Correct what is known of a person; no figure of time changes by it."""

    delegate: DelegateId
    person: Person


@dataclass(frozen=True, slots=True)
class MoveRequest:
    """Move a waiting request to another place, counted from 0."""

    request: RequestId
    position: int


@dataclass(frozen=True, slots=True)
class WithdrawRequest:
    """Take a waiting request off the list at the delegate's wish."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    """The delegate called is not in the room: to the end once, then absent."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class RestoreRequest:
    """Let a withdrawn or absent request wait again."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class CloseList:
    """Take no more names."""


@dataclass(frozen=True, slots=True)
class ReopenList:
    """Take names again."""


@dataclass(frozen=True, slots=True)
class OpenSitting:
    """Open a sitting."""


@dataclass(frozen=True, slots=True)
class SuspendSitting:
    """Freeze the room."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ResumeSitting:
    """Let the room go on."""


@dataclass(frozen=True, slots=True)
class CloseSitting:
    """Close the sitting; whoever has the floor gives it back."""


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """Give the floor to a request, by default to the first on the list; opens the sitting if none is open."""

    request: RequestId | None = None


@dataclass(frozen=True, slots=True)
class EndIntervention:
    """Take the floor back."""


@dataclass(frozen=True, slots=True)
class EndAndNext:
    """Take the floor back and give it to the first on the list, if anybody waits."""


@dataclass(frozen=True, slots=True)
class PauseSpeech:
    """Stop the speaker's clock."""


@dataclass(frozen=True, slots=True)
class ResumeSpeech:
    """Let the speaker's clock go on."""


@dataclass(frozen=True, slots=True)
class GrantTime:
    """Add time on top of the speaker's allotment, or take some back; never below nothing."""

    granted_ms: int


@dataclass(frozen=True, slots=True)
class RaisePointOfOrder:
    """Stop the speaker's clock at once for a point of order; who raised it may be said later."""

    person: Person | None = None


@dataclass(frozen=True, slots=True)
class AttributeIntervention:
    """Say whose an intervention is."""

    intervention: InterventionId
    person: Person


@dataclass(frozen=True, slots=True)
class RulePointOfOrder:
    """Record the chair's ruling; the speech goes on where it stood."""

    ruling: Ruling


@dataclass(frozen=True, slots=True)
class TakeNote:
    """Note a line, bound to an intervention, by default to the one that has the floor."""

    text: str
    kind: NoteKind = NoteKind.POINT
    themes: tuple[ThemeId, ...] = ()
    intervention: InterventionId | None = None
    loose: bool = False
    """Bind the line to no intervention even if somebody speaks."""


@dataclass(frozen=True, slots=True)
class EditNote:
    """Change what a note says, or its kind."""

    note: NoteId
    text: str
    kind: NoteKind


@dataclass(frozen=True, slots=True)
class ThemeNote:
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
class DeleteNote:
    """Strike a note out."""

    note: NoteId


@dataclass(frozen=True, slots=True)
class WriteSynthesis:
    """Set the edited summary of a theme."""

    theme: ThemeId
    text: str


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


@dataclass(frozen=True, slots=True)
class RemoveContribution:
    """Strike out an entry of the register of contributions."""

    contribution: ContributionId


Command = (
    CreateSession
    | ChangeDetails
    | SetRules
    | ChangeDelegation
    | TakeConceptNote
    | AddTheme
    | RenameTheme
    | MoveTheme
    | RemoveTheme
    | AddRequest
    | ImportSpeakers
    | ChangeDelegate
    | MoveRequest
    | WithdrawRequest
    | MarkAbsent
    | RestoreRequest
    | CloseList
    | ReopenList
    | OpenSitting
    | SuspendSitting
    | ResumeSitting
    | CloseSitting
    | GiveFloor
    | EndIntervention
    | EndAndNext
    | PauseSpeech
    | ResumeSpeech
    | GrantTime
    | RaisePointOfOrder
    | AttributeIntervention
    | RulePointOfOrder
    | TakeNote
    | EditNote
    | ThemeNote
    | MoveNote
    | RestrictNote
    | DeleteNote
    | WriteSynthesis
    | RegisterContribution
    | RemoveContribution
)
