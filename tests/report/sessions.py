"""Sessions for the report's tests, built directly from state values."""

from typing import TypedDict, Unpack

from immutables import Map
from msgspec.structs import replace

from ipu_session.domain.model.ids import (
    ContributionId,
    DelegateId,
    DelegationId,
    InterventionId,
    NoteId,
    PassageId,
    RequestId,
    SittingId,
    ThemeId,
)
from ipu_session.domain.model.intervention import Intervention, Ruling
from ipu_session.domain.model.passages import Passage, SynthesisSection
from ipu_session.domain.model.rules import Category, Kind, Rules
from ipu_session.domain.model.session import (
    Contribution,
    Delegate,
    Delegation,
    Details,
    Gender,
    LimitChange,
    ListChange,
    Note,
    NoteKind,
    Person,
    Request,
    RequestState,
    Session,
    Sitting,
    Suspension,
    Theme,
)
from ipu_session.domain.model.stopwatch import Phase, Stopwatch

OPENED_MS = 1_647_824_400_000
"""21 March 2022, 01:00 UTC: 09.00 in Nusa Dua."""
OFFSET_MIN = 480
MINUTE = 60_000

DELEGATIONS = (
    ("KE", Category.MEMBER, "Kenya", "Kenya", ("African",)),
    ("EG", Category.MEMBER, "Egypt", "Égypte", ("African", "Arab")),
    ("PE", Category.MEMBER, "Peru", "Pérou", ("GRULAC",)),
    ("JP", Category.MEMBER, "Japan", "Japon", ("Asia-Pacific",)),
    ("RU", Category.MEMBER, "Russian Federation", "Fédération de Russie", ("Eurasia",)),
    ("FR", Category.MEMBER, "France", "France", ("Twelve Plus",)),
    ("IR", Category.MEMBER, "Iran (Islamic Republic of)", "Iran (République islamique d’)", ("Asia-Pacific",)),
    ("european-parliament", Category.ASSOCIATE, "European Parliament", "Parlement européen", ()),
    ("unhcr", Category.OBSERVER, "UNHCR", "HCR", ()),
)
THEMES = (
    "Policy responses to support the development of countries with high levels of international migration",
    "Analysis of the current situation, including from a gender perspective",
    "Lessons learned at the national, regional and global levels",
    "Preventing the instrumentalization of migration for political purposes",
    "Identification of major issues that need urgent parliamentary action",
)
_PEOPLE = (
    ("KE", "Ms.", "S. Kihika", Gender.WOMAN, True),
    ("EG", "Mr.", "A. Hassan", Gender.MAN, False),
    ("PE", "Ms.", "M. Quispe", Gender.WOMAN, False),
    ("JP", "Mr.", "T. Sato", Gender.MAN, True),
    ("RU", "Mr.", "I. Petrov", Gender.MAN, None),
    ("FR", "Ms.", "C. Dupont", Gender.WOMAN, None),
    ("european-parliament", "Mr.", "J. Novak", Gender.MAN, None),
    ("unhcr", "Ms.", "L. Berg", Gender.NOT_STATED, None),
)


def empty_session() -> Session:
    """A session that was created and nothing more."""
    details = Details(title="Migration", language="en")
    return Session(version=1, created=True, details=details)


def made_session(interventions: int = 20, *, notes: bool = True, closed: bool = True) -> Session:
    """A closed session with so many speeches, a point of order, a reply, notes and a register."""
    details = Details(
        title="Parliamentary impetus to local and regional development of countries with high levels of "
        "international migration and to stopping all forms, including state-sponsored, of human-trafficking",
        assembly="144th IPU Assembly",
        adopting_assembly="145th IPU Assembly",
        adopting_date="October 2022",
        committee="Standing Committee on Democracy and Human Rights",
        place="Nusa Dua, Indonesia",
        date="2022-03-21",
        chair="Ms. A. Example",
        co_rapporteurs=("Mr. B. Example (Kenya)", "Ms. C. Example (Peru)"),
        symbol="C-III/144/R.1",
        contributions_deadline="2022-04-24",
        example=True,
    )
    session = Session(
        version=500,
        created=True,
        details=details,
        rules=Rules(),
        themes=tuple(Theme(ThemeId(n), n, title) for n, title in enumerate(THEMES, 1)),
        delegations=Map({DelegationId(d[0]): _delegation(*d) for d in DELEGATIONS}),
        limits=(LimitChange(OPENED_MS - MINUTE, 3 * MINUTE),),
    )
    for number in range(interventions):
        session = with_speech(session, number)
    if interventions:
        session = _with_procedure(session)
    if notes and interventions:
        session = _with_notes(session)
    return _with_sitting(session, interventions, closed=closed)


def with_person(session: Session, number: int, person: Person) -> Session:
    """The session with a delegate of that number."""
    delegate = Delegate(DelegateId(number), person)
    return replace(session, delegates=session.delegates.set(delegate.id, delegate))


def with_speech(session: Session, number: int, person: Person | None = None, spoken_ms: int = 0) -> Session:
    """The session with one more speech, of the ``number``-th person unless one is given."""
    if person is None:
        delegation, title, name, gender, young = _PEOPLE[number % len(_PEOPLE)]
        name = f"{name}{'' if number < len(_PEOPLE) else f' {number // len(_PEOPLE) + 1}'}"
        category = session.delegations[DelegationId(delegation)].category
        person = Person(DelegationId(delegation), name, title, gender, "MP", category, young)
    delegate = DelegateId(1_000 + number)
    started = OPENED_MS + number * 4 * MINUTE + 5 * MINUTE
    spoken = spoken_ms or 120_000 + (number * 7_417) % 90_000
    request = Request(RequestId(2_000 + number), delegate, Kind.SPEECH, started, RequestState.HEARD)
    if number % 4 == 0:
        request = replace(request, themes=(ThemeId(1 + number % 3),))
    speech = Intervention(
        InterventionId(3_000 + number),
        delegate,
        request.id,
        Kind.SPEECH,
        SittingId(2),
        started,
        3 * MINUTE,
        Stopwatch(Phase.ENDED, started + spoken, spoken),
        ended_ms=started + spoken,
    )
    session = with_person(session, delegate, person)
    return replace(
        session,
        requests=session.requests.set(request.id, request),
        interventions=session.interventions.set(speech.id, speech),
    )


class NoteFields(TypedDict, total=False):
    kind: NoteKind
    themes: tuple[ThemeId, ...]
    intervention: InterventionId | None
    second_ms: int | None
    taken_ms: int
    restricted: bool
    contribution: ContributionId | None


def with_note(session: Session, number: int, text: str, **fields: Unpack[NoteFields]) -> Session:
    """The session with one more note."""
    note = Note(NoteId(number), text, NoteKind.POINT, OPENED_MS + number)
    changed = replace(note, **fields)
    return replace(session, notes=session.notes.set(note.id, changed))


def with_waiting(session: Session, number: int, state: RequestState = RequestState.WAITING) -> Session:
    """The session with a delegate of Iran who was not heard."""
    person = Person(DelegationId("IR"), f"R. Not Reached {number}", "Mr.", Gender.MAN)
    session = with_person(session, 6_000 + number, person)
    request = Request(RequestId(7_000 + number), DelegateId(6_000 + number), Kind.SPEECH, OPENED_MS + number, state)
    queue = (*session.queue, request.id) if state is RequestState.WAITING else session.queue
    return replace(session, requests=session.requests.set(request.id, request), queue=queue)


def _delegation(code: str, category: Category, english: str, french: str, groups: tuple[str, ...]) -> Delegation:
    return Delegation(DelegationId(code), category, english, french, groups=groups)


def _with_procedure(session: Session) -> Session:
    point = Intervention(
        InterventionId(4_001),
        DelegateId(1_000),
        None,
        Kind.POINT_OF_ORDER,
        SittingId(2),
        OPENED_MS + 6 * MINUTE,
        MINUTE,
        Stopwatch(Phase.ENDED, 0, 21_000),
        ended_ms=OPENED_MS + 6 * MINUTE + 21_000,
        ruling=Ruling.DISMISSED,
        interrupts=InterventionId(3_000),
    )
    reply = replace(
        point,
        id=InterventionId(4_002),
        kind=Kind.REPLY,
        started_ms=OPENED_MS + 140 * MINUTE,
        allotted_ms=3 * MINUTE,
        stopwatch=Stopwatch(Phase.ENDED, 0, 95_500),
        ruling=Ruling.NONE,
        interrupts=None,
    )
    more = session.interventions.set(point.id, point).set(reply.id, reply)
    return replace(session, interventions=more)


def _with_notes(session: Session) -> Session:
    texts = (
        (NoteKind.POINT, "Data on women migrants should be collected and shared among parliaments."),
        (NoteKind.PROPOSAL, "The resolution should call for a common register of trafficking cases."),
        (NoteKind.GOOD_PRACTICE, "A parliamentary caucus follows the national action plan twice a year."),
        (NoteKind.QUESTION, "How will the costs of reception be shared?"),
        (NoteKind.QUOTATION, "No one leaves home unless home is no longer safe."),
    )
    speeches = [i for i in session.interventions if i < 4_000]
    for number, speech in enumerate(sorted(speeches)):
        kind, text = texts[number % len(texts)]
        themes = (ThemeId(1 + number % 4),) if number % 6 else ()
        session = with_note(
            session,
            5_000 + number,
            text,
            kind=kind,
            themes=themes,
            intervention=speech,
            second_ms=30_000,
            taken_ms=OPENED_MS + 6 * MINUTE + number * 4 * MINUTE,
        )
    session = with_note(session, 5_900, "A restricted remark.", themes=(ThemeId(1),), restricted=True)
    contribution = Contribution(
        ContributionId(8_000), DelegationId("FR"), "2022-04-25", 3, "fr", (ThemeId(2),), "Traite"
    )
    synthesis = (
        "Delegates agreed that development and migration policy belong together.\n\n"
        "Views differed on three matters:\n- the pace of reform\n- the sharing of costs\n- the role of courts"
    )
    return replace(
        with_waiting(with_waiting(with_waiting(session, 1), 2), 3, RequestState.ABSENT),
        passages=(Passage(PassageId(8_100), SynthesisSection.SUMMARY, ThemeId(1), synthesis),),
        contributions=session.contributions.set(contribution.id, contribution),
        limits=(*session.limits, LimitChange(OPENED_MS + 100 * MINUTE, 2 * MINUTE)),
        list_changes=(ListChange(OPENED_MS + 125 * MINUTE, closed=True, remaining=12),),
    )


def _with_sitting(session: Session, interventions: int, *, closed: bool) -> Session:
    length = max(150, interventions * 4 + 20)
    suspension = Suspension(OPENED_MS + 130 * MINUTE, OPENED_MS + 135 * MINUTE, "fire alarm" if interventions else "")
    sitting = Sitting(
        SittingId(2),
        OPENED_MS,
        OFFSET_MIN,
        OPENED_MS + length * MINUTE if closed else None,
        (suspension,) if interventions else (),
    )
    return replace(session, sittings=(sitting,))
