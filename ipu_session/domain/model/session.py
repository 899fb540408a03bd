"""The session as it stands: one frozen value."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from immutables import Map

from ipu_session.domain.model.ids import (
    ContributionId,
    CorrectionId,
    DelegateId,
    DelegationId,
    InterventionId,
    NoteId,
    RequestId,
    SittingId,
    ThemeId,
)
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.list_positions import LotDrawing, MoveCause, PositionReason
from ipu_session.domain.model.motions import Motion, MotionDecision
from ipu_session.domain.model.passages import Passage
from ipu_session.domain.model.report_versions import CorrectionRequest, FinalVersion
from ipu_session.domain.model.rules import Category, Kind, Rules
from ipu_session.domain.model.timing_gaps import TimingGap

NO_DELEGATION = DelegationId("")


class Gender(StrEnum):
    """As stated by the delegation; percentages are over those stated (practice.md §5, row 34)."""

    WOMAN = "F"
    MAN = "M"
    NOT_STATED = ""


class RequestState(StrEnum):
    """Where an entry of the speakers list stands; *not reached* is figured, not stored."""

    WAITING = "waiting"
    ABSENT = "absent"
    WITHDRAWN = "withdrawn"
    SPEAKING = "speaking"
    HEARD = "heard"


class NoteKind(StrEnum):
    """What sort of thing was said."""

    POINT = "point"
    PROPOSAL = "proposal"
    GOOD_PRACTICE = "good-practice"
    QUESTION = "question"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Details:
    """What the masthead and the organization of the debate say; dates are ISO 8601 days or empty."""

    title: str = ""
    assembly: str = ""
    adopting_assembly: str = ""
    adopting_date: str = ""
    committee: str = ""
    place: str = ""
    date: str = ""
    planned_end: str = ""
    chair: str = ""
    co_rapporteurs: tuple[str, ...] = ()
    symbol: str = ""
    language: str = "en"
    contributions_deadline: str = ""
    contributions_pages: int = 2
    concept_note: str = ""
    example: bool = False
    earlier_resolutions: tuple[str, ...] = ()
    """What the IPU has adopted on the subject before, as the concept note names it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """An issue that the concept note announces; ``number`` stays with it for ever."""

    id: ThemeId
    number: int
    title: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Delegation:
    """A Member Parliament, an Associate Member or an observer organization."""

    id: DelegationId
    category: Category
    name_en: str
    name_fr: str = ""
    name_es: str = ""
    name_ar: str = ""
    iso2: str = ""
    iso3: str = ""
    groups: tuple[str, ...] = ()
    group_basis: str = ""

    def name(self, language: str) -> str:
        """Return the name in ``language``, in English where there is none."""
        names = {"en": self.name_en, "fr": self.name_fr, "es": self.name_es, "ar": self.name_ar}
        return names.get(language) or self.name_en


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks, as the paper slip says it. ``born`` is a year or an ISO day; ``young`` None if not said."""

    delegation: DelegationId = NO_DELEGATION
    name: str = ""
    title: str = ""
    gender: Gender = Gender.NOT_STATED
    function: str = ""
    category: Category = Category.MEMBER
    young: bool | None = None
    born: str = ""
    language: str = ""
    organization: str = ""

    @property
    def titled_name(self) -> str:
        """The name as it is read out: "Ms. S. Kihika"."""
        return f"{self.title} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Delegate:
    """A person known to this session."""

    id: DelegateId
    person: Person


INITIAL_POSITION_REASON = PositionReason(MoveCause.ARRIVAL, 0, 0)


class Request(NamedTuple):
    """An entry on the speakers list."""

    id: RequestId
    delegate: DelegateId
    kind: Kind
    made_ms: int
    state: RequestState = RequestState.WAITING
    themes: tuple[ThemeId, ...] = ()
    absences: int = 0
    reserve: bool = False
    """Drawn beyond the cap: called when nobody else waits."""
    position_reason: PositionReason = INITIAL_POSITION_REASON


class Note(NamedTuple):
    """Something said, in the secretary's words; ``second_ms`` is the time into the speech."""

    id: NoteId
    text: str
    kind: NoteKind
    taken_ms: int
    themes: tuple[ThemeId, ...] = ()
    intervention: InterventionId | None = None
    second_ms: int | None = None
    restricted: bool = False
    contribution: ContributionId | None = None
    """The written contribution it quotes, if it was not said."""


@dataclass(frozen=True, slots=True)
class Suspension:
    """A stretch in which the sitting stood still."""

    from_ms: int
    to_ms: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A stretch of the session from opening to closing; ``offset_min`` is the room's time zone then."""

    id: SittingId
    opened_ms: int
    offset_min: int
    closed_ms: int | None = None
    suspensions: tuple[Suspension, ...] = ()

    @property
    def is_suspended(self) -> bool:
        """Whether the sitting stands still."""
        return bool(self.suspensions) and self.suspensions[-1].to_ms is None


@dataclass(frozen=True, slots=True)
class Contribution:
    """A text sent in writing; ``received`` is an ISO day, ``pages`` 0 if nobody counted them."""

    id: ContributionId
    delegation: DelegationId
    received: str
    pages: int
    language: str = ""
    themes: tuple[ThemeId, ...] = ()
    title: str = ""
    words: int = 0
    file: str = ""
    """The name of the file that was sent; its bytes are kept in the session file under ``digest``."""
    digest: str = ""
    """SHA-256 of the file, in hexadecimal."""
    text: str = ""
    """The whole text, to be searched and quoted."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """The list was closed or opened again, with so many names on it."""

    at_ms: int
    closed: bool
    remaining: int


@dataclass(frozen=True, slots=True)
class Presence:
    """How many are in the room, as counted by hand: the base of the balance (product.md, G1)."""

    delegates: int = 0
    women: int = 0
    young: int = 0


@dataclass(frozen=True, slots=True)
class LimitChange:
    """The delegates' limit from a moment on."""

    at_ms: int
    delegate_ms: int


class Session(NamedTuple):
    """Everything that is true of a session at one version (a tuple: decision 0037)."""

    version: int = 0
    created: bool = False
    details: Details = Details()
    rules: Rules = Rules()
    themes: tuple[Theme, ...] = ()
    delegations: Map[DelegationId, Delegation] = Map()
    delegates: Map[DelegateId, Delegate] = Map()
    requests: Map[RequestId, Request] = Map()
    queue: tuple[RequestId, ...] = ()
    interventions: Map[InterventionId, Intervention] = Map()
    speaking: InterventionId | None = None
    held: tuple[InterventionId, ...] = ()
    notes: Map[NoteId, Note] = Map()
    passages: tuple[Passage, ...] = ()
    """The synthesis of every theme, and the elements for the resolution."""
    themes_made: int = 0
    """The highest number a theme ever had: none is given twice."""
    contributions: Map[ContributionId, Contribution] = Map()
    sittings: tuple[Sitting, ...] = ()
    list_changes: tuple[ListChange, ...] = ()
    limits: tuple[LimitChange, ...] = ()
    closing_announced_ms: int | None = None
    """When the list will be closed, as announced; None once it is, or if nothing was announced."""
    drawings: tuple[LotDrawing, ...] = ()
    motions: tuple[Motion, ...] = ()
    deleted_interventions: Map[InterventionId, Intervention] = Map()
    """Interventions that were deleted, kept as they stood."""
    gaps: tuple[TimingGap, ...] = ()
    presence: Presence = Presence()
    final_versions: tuple[FinalVersion, ...] = ()
    """The versions of the report that were made final, in their order."""
    correction_requests: Map[CorrectionId, CorrectionRequest] = Map()
    """The corrections of the report that somebody asked for."""

    @property
    def speakers(self) -> tuple[RequestId, ...]:
        """Those waiting, in their order, but for replies."""
        requests, reply = self.requests, Kind.REPLY
        return tuple([n for n in self.queue if requests[n].kind is not reply])

    @property
    def replies(self) -> tuple[RequestId, ...]:
        """The rights of reply that wait for the end of the sitting."""
        return tuple(n for n in self.queue if self.requests[n].kind is Kind.REPLY)

    def list_containing(self, request: RequestId) -> tuple[RequestId, ...]:
        """The list that a waiting request stands on: the speakers, or the replies."""
        return self.replies if self.requests[request].kind is Kind.REPLY else self.speakers

    @property
    def calling_order(self) -> tuple[RequestId, ...]:
        """Who is called next: the list, then its reserves, then the replies (practice.md §5, row 23)."""
        speakers = self.speakers
        first = tuple(n for n in speakers if not self.requests[n].reserve)
        return (*first, *(n for n in speakers if self.requests[n].reserve), *self.replies)

    @property
    def pending_motion(self) -> Motion | None:
        """The motion that is not decided yet."""
        latest = self.motions[-1] if self.motions else None
        return latest if latest is not None and latest.decision is MotionDecision.NONE else None

    @property
    def unresolved_gap(self) -> TimingGap | None:
        """The latest gap of which nobody has said yet whether it counts."""
        return next((gap for gap in reversed(self.gaps) if gap.counted is None), None)

    @property
    def floor(self) -> Intervention | None:
        """The intervention that has the floor."""
        return None if self.speaking is None else self.interventions[self.speaking]

    @property
    def sitting(self) -> Sitting | None:
        """The sitting that is open now."""
        return self.sittings[-1] if self.sittings and self.sittings[-1].closed_ms is None else None

    @property
    def is_closed(self) -> bool:
        """Whether there was a sitting and the last one is closed."""
        return bool(self.sittings) and self.sittings[-1].closed_ms is not None

    @property
    def is_list_closed(self) -> bool:
        """Whether new speeches are refused."""
        return bool(self.list_changes) and self.list_changes[-1].closed

    def theme(self, theme_id: ThemeId) -> Theme | None:
        """Return the theme, or None if it is gone."""
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def person(self, delegate: DelegateId | None) -> Person:
        """Return who a delegate is; an empty person for nobody."""
        return Person() if delegate is None else self.delegates[delegate].person
