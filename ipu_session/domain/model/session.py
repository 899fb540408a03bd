"""The state of a session: one immutable value, and the values that it holds."""

from enum import StrEnum

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
from ipu_session.domain.model.value import Value

NO_DELEGATION = DelegationId("")


class Gender(StrEnum):
    """Gender as the delegation states it; percentages leave out *not stated* (docs/rules.md#row-34)."""

    WOMAN = "F"
    MAN = "M"
    NOT_STATED = ""


class RequestState(StrEnum):
    """State of a request on the speakers list; *not reached* is derived, not stored."""

    WAITING = "waiting"
    ABSENT = "absent"
    WITHDRAWN = "withdrawn"
    SPEAKING = "speaking"
    HEARD = "heard"


class NoteKind(StrEnum):
    """The kind of a note."""

    POINT = "point"
    PROPOSAL = "proposal"
    GOOD_PRACTICE = "good-practice"
    QUESTION = "question"
    QUOTATION = "quotation"


class Details(Value, frozen=True):
    """Masthead and organization of the debate; dates are ISO 8601 days or empty, ``planned_end`` a local "12:30"."""

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
    """Earlier IPU resolutions on the subject, as the concept note names them."""


class Theme(Value, frozen=True):
    """A theme of the debate; its ``number`` never changes, ``source`` is the sentence of the concept note, or ""."""

    id: ThemeId
    number: int
    title: str
    source: str = ""


class Delegation(Value, frozen=True):
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
        """Return the name in ``language``, or in English if there is none."""
        names = {"en": self.name_en, "fr": self.name_fr, "es": self.name_es, "ar": self.name_ar}
        return names.get(language) or self.name_en


class Person(Value, frozen=True):
    """A person as the paper slip describes them.

    ``born`` is a year or an ISO 8601 day; ``young`` is None if the slip does not say.
    """

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
        """The name with its title, as it is read out: "Ms. S. Kihika"."""
        return f"{self.title} {self.name}".strip()


class Delegate(Value, frozen=True):
    """A person known to this session."""

    id: DelegateId
    person: Person


INITIAL_POSITION_REASON = PositionReason(MoveCause.ARRIVAL, 0, 0)


class Request(Value, frozen=True):
    """A wish to speak: an entry on the speakers list, or a right of reply."""

    id: RequestId
    delegate: DelegateId
    kind: Kind
    made_ms: int
    state: RequestState = RequestState.WAITING
    themes: tuple[ThemeId, ...] = ()
    absences: int = 0
    reserve: bool = False
    """Called only after the other requests for a speech: drawn after the cap, or made a reserve by hand."""
    position_reason: PositionReason = INITIAL_POSITION_REASON


class Note(Value, frozen=True):
    """What was said or written, in a line; ``second_ms`` is the time into the speech (ms), None if unknown."""

    id: NoteId
    text: str
    kind: NoteKind
    taken_ms: int
    themes: tuple[ThemeId, ...] = ()
    intervention: InterventionId | None = None
    second_ms: int | None = None
    restricted: bool = False
    contribution: ContributionId | None = None
    """The written contribution that the note quotes; None if it was said."""


class Suspension(Value, frozen=True):
    """An interval in which the sitting was suspended; ``to_ms`` is None while it lasts."""

    from_ms: int
    to_ms: int | None = None
    reason: str = ""


class Sitting(Value, frozen=True):
    """Part of a session, from opening to closing; ``offset_min`` is the local UTC offset."""

    id: SittingId
    opened_ms: int
    offset_min: int
    closed_ms: int | None = None
    suspensions: tuple[Suspension, ...] = ()

    @property
    def is_suspended(self) -> bool:
        """Whether the sitting is suspended now."""
        return bool(self.suspensions) and self.suspensions[-1].to_ms is None


class Contribution(Value, frozen=True):
    """A contribution sent in writing; ``received`` is an ISO 8601 day, ``pages`` 0 if unknown."""

    id: ContributionId
    delegation: DelegationId
    received: str
    pages: int
    language: str = ""
    themes: tuple[ThemeId, ...] = ()
    title: str = ""
    words: int = 0
    file: str = ""
    """Name of the file that was sent, or ""; its bytes are an attachment of the session file, under ``digest``."""
    digest: str = ""
    """SHA-256 of the file, in hexadecimal; "" if no file was sent."""
    text: str = ""
    """The whole text, to be searched and quoted."""


class ListChange(Value, frozen=True):
    """The list was closed or reopened, with ``remaining`` requests on it."""

    at_ms: int
    closed: bool
    remaining: int


class Presence(Value, frozen=True):
    """Number of people in the room, as counted by hand, to compare the balance with (docs/rules.md#g1)."""

    delegates: int = 0
    women: int = 0
    young: int = 0


class LimitChange(Value, frozen=True):
    """The delegates' time limit from ``at_ms`` on."""

    at_ms: int
    delegate_ms: int


class Session(Value, frozen=True):
    """The complete state of a session at one version."""

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
    """The highest theme number ever used: a number is never used again."""
    contributions: Map[ContributionId, Contribution] = Map()
    sittings: tuple[Sitting, ...] = ()
    list_changes: tuple[ListChange, ...] = ()
    limits: tuple[LimitChange, ...] = ()
    closing_announced_ms: int | None = None
    """The announced closing time of the list; None after it was closed, or if nothing was announced."""
    drawings: tuple[LotDrawing, ...] = ()
    motions: tuple[Motion, ...] = ()
    deleted_interventions: Map[InterventionId, Intervention] = Map()
    """The deleted interventions, as they were before the deletion."""
    gaps: tuple[TimingGap, ...] = ()
    presence: Presence = Presence()
    final_versions: tuple[FinalVersion, ...] = ()
    """The final versions of the report, in order."""
    correction_requests: Map[CorrectionId, CorrectionRequest] = Map()
    """The corrections of the report that somebody asked for."""

    @property
    def speakers(self) -> tuple[RequestId, ...]:
        """Waiting requests in order, without replies."""
        requests, reply = self.requests, Kind.REPLY
        return tuple([request for request in self.queue if requests[request].kind is not reply])

    @property
    def replies(self) -> tuple[RequestId, ...]:
        """Rights of reply waiting for the end of the sitting."""
        return tuple(request for request in self.queue if self.requests[request].kind is Kind.REPLY)

    def list_containing(self, request: RequestId) -> tuple[RequestId, ...]:
        """Return the list that a waiting request is on: the speakers, or the replies."""
        return self.replies if self.requests[request].kind is Kind.REPLY else self.speakers

    @property
    def calling_order(self) -> tuple[RequestId, ...]:
        """The order of calling: the list, then its reserves, then the replies (docs/rules.md#row-23)."""
        speakers = self.speakers
        first = tuple(request for request in speakers if not self.requests[request].reserve)
        return (*first, *(request for request in speakers if self.requests[request].reserve), *self.replies)

    @property
    def pending_motion(self) -> Motion | None:
        """The motion that is not decided yet, or None."""
        latest = self.motions[-1] if self.motions else None
        return latest if latest is not None and latest.decision is MotionDecision.NONE else None

    @property
    def unresolved_gap(self) -> TimingGap | None:
        """The latest timing gap that the user has not decided on, or None."""
        return next((gap for gap in reversed(self.gaps) if gap.counted is None), None)

    @property
    def floor(self) -> Intervention | None:
        """The intervention that has the floor, or None."""
        return None if self.speaking is None else self.interventions[self.speaking]

    @property
    def sitting(self) -> Sitting | None:
        """The sitting that is open, or None."""
        return self.sittings[-1] if self.sittings and self.sittings[-1].closed_ms is None else None

    @property
    def is_closed(self) -> bool:
        """Whether there was a sitting and the last one is closed."""
        return bool(self.sittings) and self.sittings[-1].closed_ms is not None

    @property
    def is_list_closed(self) -> bool:
        """Whether new requests for a speech are refused."""
        return bool(self.list_changes) and self.list_changes[-1].closed

    def theme(self, theme_id: ThemeId) -> Theme | None:
        """Return the theme, or None if it was removed."""
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def person(self, delegate: DelegateId | None) -> Person:
        """Return the person of a delegate; an empty person for None."""
        return Person() if delegate is None else self.delegates[delegate].person
