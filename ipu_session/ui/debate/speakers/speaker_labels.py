"""Rows and texts of people and requests in the speakers pane."""

from collections.abc import Iterable

from msgspec import Struct

from ipu_session.domain.model.ids import DelegateId, DelegationId, RequestId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person, Request, RequestState, Session
from ipu_session.domain.queries.parties import Party, party_of
from ipu_session.domain.queries.tallies import Tally, spoken_seconds, tally_by_delegate, tally_by_party
from ipu_session.domain.text.person_identity import identity_of
from ipu_session.ui.debate.speakers.candidates import Candidate
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.rows.rows_model import TableRow

_ON_NO_LIST = QT_TRANSLATE_NOOP("Debate", "on no list")
_COUNTED_STATES = frozenset({RequestState.WAITING, RequestState.SPEAKING, RequestState.HEARD})
_RESERVE_TEXT = QT_TRANSLATE_NOOP("Debate", "reserve")
_HEARD_FORMAT = QT_TRANSLATE_NOOP("Debate", "{count}× {time}")


class HeardCounts(Struct, frozen=True):
    """How often and how long each party and each delegate was heard; computed once for all rows."""

    parties: dict[Party, Tally]
    people: dict[DelegateId, Tally]


def candidate_texts(session: Session, candidates: Iterable[Candidate], now_ms: int) -> list[str]:
    """Return a text for each candidate: name, groups, number of speeches and time used; or that it is free text."""
    counts = HeardCounts(tally_by_party(session, now_ms), tally_by_delegate(session, now_ms))
    return [_candidate_text(session, candidate, counts) for candidate in candidates]


def _candidate_text(session: Session, candidate: Candidate, counts: HeardCounts) -> str:
    person = candidate.person
    parts = [labels.delegation_and_name(session, person)]
    if candidate.is_free_text:
        return " · ".join([*parts, translate("Debate", _ON_NO_LIST)])
    delegation = session.delegations.get(person.delegation)
    if delegation is not None and delegation.groups:
        parts.append(", ".join(delegation.groups))
    parts.append(_heard_text(session, person, counts))
    return " · ".join(parts)


def build_waiting_rows(session: Session, request_ids: Iterable[RequestId], counts: HeardCounts) -> tuple[TableRow, ...]:
    """Return the waiting requests ``request_ids`` as rows, in this order."""
    return _build_rows(session, [session.requests[request_id] for request_id in request_ids], counts)


def build_absent_rows(session: Session, states: frozenset[RequestState], counts: HeardCounts) -> tuple[TableRow, ...]:
    """Return the requests in these states as rows, in order of arrival."""
    requests = (request for request in session.requests.values() if request.state in states)
    return _build_rows(session, sorted(requests, key=lambda request: request.id), counts)


def _build_rows(session: Session, requests: Iterable[Request], counts: HeardCounts) -> tuple[TableRow, ...]:
    positions = _delegation_positions(session)
    return tuple(
        _request_row(session, number, request, positions, counts) for number, request in enumerate(requests, start=1)
    )


def count_heard(session: Session) -> HeardCounts:
    """Return how often and how long each party and each delegate was heard, in speeches that have ended."""
    speeches = [
        intervention
        for intervention in session.interventions.values()
        if intervention.kind is Kind.SPEECH and intervention.is_ended
    ]
    parties: dict[Party, Tally] = {}
    people: dict[DelegateId, Tally] = {}
    for speech in speeches:
        tally = Tally(1, spoken_seconds(speech, 0))
        party = party_of(session.person(speech.delegate))
        parties[party] = parties.get(party, Tally()) + tally
        if speech.delegate is not None:
            people[speech.delegate] = people.get(speech.delegate, Tally()) + tally
    return HeardCounts(parties, people)


def count_delegation_requests(session: Session, person: Person) -> int:
    """Return the number of speeches that the person's delegation requested: waiting, on the floor or heard.

    0 for a person without a delegation.
    """
    return sum(
        1
        for request in _counted_requests(session)
        if person.delegation and session.person(request.delegate).delegation == person.delegation
    )


def is_already_waiting(session: Session, person: Person, kind: str) -> bool:
    """Return whether this person waits already with a request of this kind; False for a person without a name."""
    waiting = (session.requests[request] for request in session.queue)
    return bool(person.name.strip()) and any(
        request.kind.value == kind and identity_of(session.person(request.delegate)) == identity_of(person)
        for request in waiting
    )


def _request_row(
    session: Session, number: int, request: Request, positions: dict[RequestId, str], counts: HeardCounts
) -> TableRow:
    person = session.person(request.delegate)
    origin = labels.delegation_name(session, person, labels.screen_language())
    is_quiet = request.state is not RequestState.WAITING
    cells = (str(number), origin, person.titled_name, _status_text(session, request, positions, counts))
    return TableRow(cells, request.id, is_quiet=is_quiet)


def _status_text(session: Session, request: Request, positions: dict[RequestId, str], counts: HeardCounts) -> str:
    marks = []
    if request.state is not RequestState.WAITING:
        marks.append(labels.enum_label(request.state))
    if request.reserve:
        marks.append(translate("Debate", _RESERVE_TEXT))
    if request.kind not in {Kind.SPEECH, Kind.REPLY}:
        marks.append(labels.enum_label(request.kind))
    if request.absences and request.state is RequestState.WAITING:
        marks.append(labels.enum_label(RequestState.ABSENT))
    numbers = [str(theme.number) for theme in session.themes if theme.id in request.themes]
    if numbers:
        marks.append("#" + " #".join(numbers))
    if request.id in positions:
        marks.append(positions[request.id])
    person = session.person(request.delegate)
    tally = counts.people.get(request.delegate) if person.name else counts.parties.get(party_of(person))
    if tally is not None:
        marks.append(_format_tally(tally))
    return " · ".join(marks)


def _delegation_positions(session: Session) -> dict[RequestId, str]:
    """Return "1/2" for the first of a delegation's two requests, and so on; no entry for a single request."""
    requests_by_delegation: dict[DelegationId, list[RequestId]] = {}
    for request in _counted_requests(session):
        delegation = session.person(request.delegate).delegation
        if delegation:
            requests_by_delegation.setdefault(delegation, []).append(request.id)
    return {
        request: f"{number}/{len(requests)}"
        for requests in requests_by_delegation.values()
        if len(requests) > 1
        for number, request in enumerate(sorted(requests), start=1)
    }


def _counted_requests(session: Session) -> list[Request]:
    """Return the requests for a speech that are waiting, on the floor or heard."""
    return [
        request
        for request in session.requests.values()
        if request.kind is Kind.SPEECH and request.state in _COUNTED_STATES
    ]


def _heard_text(session: Session, person: Person, counts: HeardCounts) -> str:
    if person.name:
        identity = identity_of(person)
        ids = [delegate.id for delegate in session.delegates.values() if identity_of(delegate.person) == identity]
        tally = sum((counts.people.get(number, Tally()) for number in ids), Tally())
    else:
        tally = counts.parties.get(party_of(person), Tally())
    return _format_tally(tally) if tally.count else "0×"


def _format_tally(tally: Tally) -> str:
    return translate("Debate", _HEARD_FORMAT).format(
        count=tally.count, time=labels.format_minutes_seconds(tally.seconds * 1000)
    )
