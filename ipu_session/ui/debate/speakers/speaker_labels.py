"""How people and requests are shown in the speakers pane."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.model.ids import DelegateId, DelegationId, RequestId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person, Request, RequestState, Session
from ipu_session.domain.queries.statistics import (
    Party,
    Tally,
    by_delegate,
    by_delegation,
    party_of,
    spoken_seconds,
)
from ipu_session.domain.text.person_identity import identity_of
from ipu_session.ui.debate.speakers.candidates import Choice
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.rows.rows_model import Line

_ON_NO_LIST = str(QT_TRANSLATE_NOOP("Debate", "on no list"))
_COUNTED = frozenset({RequestState.WAITING, RequestState.SPEAKING, RequestState.HEARD})
_RESERVE = str(QT_TRANSLATE_NOOP("Debate", "reserve"))
_TIMES = str(QT_TRANSLATE_NOOP("Debate", "{count}× {time}"))


@dataclass(frozen=True, slots=True)
class Heard:
    """Who was heard how often and for how long, counted once for all choices."""

    parties: dict[Party, Tally]
    people: dict[DelegateId, Tally]


def choice_texts(session: Session, found: Iterable[Choice], now_ms: int) -> list[str]:
    """Return each choice as a line: who, group, how often heard and for how long."""
    heard = Heard(by_delegation(session, now_ms), by_delegate(session, now_ms))
    return [_choice_text(session, choice, heard) for choice in found]


def _choice_text(session: Session, choice: Choice, heard: Heard) -> str:
    person = choice.person
    parts = [labels.origin_and_name(session, person)]
    if choice.free:
        return " · ".join([*parts, _said(_ON_NO_LIST)])
    delegation = session.delegations.get(person.delegation)
    if delegation is not None and delegation.groups:
        parts.append(", ".join(delegation.groups))
    parts.append(_times(session, person, heard))
    return " · ".join(parts)


def waiting_lines(session: Session, listed: Iterable[RequestId], heard: Heard) -> tuple[Line, ...]:
    """Return those waiting on one of the lists as rows, in their order."""
    return _lines(session, [session.requests[request] for request in listed], heard)


def gone_lines(session: Session, states: frozenset[RequestState], heard: Heard) -> tuple[Line, ...]:
    """Return the requests in these states as rows, as they came."""
    gone = (request for request in session.requests.values() if request.state in states)
    return _lines(session, sorted(gone, key=lambda request: request.id), heard)


def _lines(session: Session, shown: Iterable[Request], heard: Heard) -> tuple[Line, ...]:
    places = _places(session)
    return tuple(
        _line(session, number, request, places, heard) for number, request in enumerate(shown, start=1)
    )


def heard_of(session: Session) -> Heard:
    """Return who was heard how often, over the speeches that are over."""
    over = [i for i in session.interventions.values() if i.kind is Kind.SPEECH and i.ended]
    parties: dict[Party, Tally] = {}
    people: dict[DelegateId, Tally] = {}
    for speech in over:
        told = Tally(1, spoken_seconds(speech, 0))
        party = party_of(session.person(speech.delegate))
        parties[party] = parties.get(party, Tally()) + told
        if speech.delegate is not None:
            people[speech.delegate] = people.get(speech.delegate, Tally()) + told
    return Heard(parties, people)


def requests_of_delegation(session: Session, person: Person) -> int:
    """Return how many speeches this person's delegation has asked for and was not refused."""
    return sum(
        1
        for request in _counted(session)
        if person.delegation and session.person(request.delegate).delegation == person.delegation
    )


def waits_already(session: Session, person: Person, kind: str) -> bool:
    """Return whether this person, known by name, waits for the same already; Enter would be refused."""
    waiting = (session.requests[request] for request in session.queue)
    return bool(person.name.strip()) and any(
        request.kind.value == kind and identity_of(session.person(request.delegate)) == identity_of(person)
        for request in waiting
    )


def _line(
    session: Session, number: int, request: Request, places: dict[RequestId, str], heard: Heard
) -> Line:
    person = session.person(request.delegate)
    origin = labels.delegation_name(session, person, labels.screen_language())
    quiet = request.state is not RequestState.WAITING
    cells = (str(number), origin, person.titled_name, _marks(session, request, places, heard))
    return Line(cells, request.id, quiet=quiet)


def _marks(session: Session, request: Request, places: dict[RequestId, str], heard: Heard) -> str:
    marks = []
    if request.state is not RequestState.WAITING:
        marks.append(labels.word(request.state))
    if request.reserve:
        marks.append(_said(_RESERVE))
    if request.kind not in {Kind.SPEECH, Kind.REPLY}:
        marks.append(labels.word(request.kind))
    if request.absences and request.state is RequestState.WAITING:
        marks.append(labels.word(RequestState.ABSENT))
    numbers = [str(theme.number) for theme in session.themes if theme.id in request.themes]
    if numbers:
        marks.append("#" + " #".join(numbers))
    if request.id in places:
        marks.append(places[request.id])
    person = session.person(request.delegate)
    tally = heard.people.get(request.delegate) if person.name else heard.parties.get(party_of(person))
    if tally is not None:
        marks.append(_told(tally))
    return " · ".join(marks)


def _places(session: Session) -> dict[RequestId, str]:
    """Return "1/2" for the first of two speakers of a delegation; nothing for an only one."""
    found: dict[DelegationId, list[RequestId]] = {}
    for request in _counted(session):
        delegation = session.person(request.delegate).delegation
        if delegation:
            found.setdefault(delegation, []).append(request.id)
    return {
        request: f"{number}/{len(of)}"
        for of in found.values()
        if len(of) > 1
        for number, request in enumerate(sorted(of), start=1)
    }


def _counted(session: Session) -> list[Request]:
    """Return the speeches that were asked for and may still be held or have been."""
    return [r for r in session.requests.values() if r.kind is Kind.SPEECH and r.state in _COUNTED]


def _times(session: Session, person: Person, heard: Heard) -> str:
    if person.name:
        who = identity_of(person)
        ids = [each.id for each in session.delegates.values() if identity_of(each.person) == who]
        tally = sum((heard.people.get(delegate, Tally()) for delegate in ids), Tally())
    else:
        tally = heard.parties.get(party_of(person), Tally())
    return _told(tally) if tally.count else "0×"


def _told(tally: Tally) -> str:
    return _said(_TIMES).format(count=tally.count, time=labels.duration(tally.seconds * 1000))


def _said(text: str) -> str:
    return QCoreApplication.translate("Debate", text)
