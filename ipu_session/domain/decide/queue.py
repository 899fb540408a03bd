"""Rules of the speakers list (practice.md §2.2, §5). Nothing here touches a running clock."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import known, next_id, require
from ipu_session.domain.decide.roster import identified
from ipu_session.domain.decide.themes import check_themes
from ipu_session.domain.errors import Reason, RejectedError
from ipu_session.domain.evolve import evolve_all
from ipu_session.domain.findings import ListedSpeaker
from ipu_session.domain.ids import DelegateId, Moment, RequestId
from ipu_session.domain.rules import Category, Kind
from ipu_session.domain.state import Request, RequestState, Session

_TIMES_TO_THE_END = 1
"""Absent when called: to the end of the list so many times, then absent (practice.md §5, row 29)."""


def add_request(command: c.AddRequest, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Put a request at the end of the list; a closed list still takes replies."""
    check_themes(command.themes, session)
    require(command.kind is Kind.REPLY or not session.list_closed, Reason.LIST_CLOSED)
    observer = command.person.category is Category.OBSERVER
    require(not (observer and command.kind is Kind.REPLY), Reason.OBSERVER_HAS_NO_REPLY)
    delegate, made_known = identified(session, command.person)
    require(not _waits(session, delegate, command.kind), Reason.ALREADY_WAITING)
    request = RequestId(next_id(session, len(made_known)))
    return (*made_known, e.RequestMade(request, delegate, command.kind, command.themes))


def import_speakers(command: c.ImportSpeakers, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Put a list at the end, as one step; whoever waits already is passed over."""
    events: list[e.Event] = []
    for speaker in command.speakers:
        try:
            new = add_request(_request(speaker, session), session, now)
        except RejectedError as refusal:
            if refusal.reason is not Reason.ALREADY_WAITING:
                raise
            continue
        events += new
        session = evolve_all(session, new, now.utc_ms)
    return tuple(events)


def move_request(command: c.MoveRequest, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Move a waiting request."""
    require(command.request in session.queue, Reason.NOT_WAITING)
    position = max(0, min(command.position, len(session.queue) - 1))
    if session.queue.index(command.request) == position:
        return ()
    return (e.RequestMoved(command.request, position),)


def withdraw_request(command: c.WithdrawRequest, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Take a request off the list."""
    require(command.request in session.queue, Reason.NOT_WAITING)
    return (e.RequestWithdrawn(command.request),)


def mark_absent(command: c.MarkAbsent, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Send a request to the end the first time, and mark it absent the next."""
    request = known(session.requests, command.request)
    require(request.id in session.queue, Reason.NOT_WAITING)
    if request.absences < _TIMES_TO_THE_END:
        return (e.RequestPassedOver(request.id),)
    return (e.RequestAbsent(request.id),)


def restore_request(command: c.RestoreRequest, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Let a withdrawn or absent request wait again."""
    request = known(session.requests, command.request)
    require(request.state in {RequestState.WITHDRAWN, RequestState.ABSENT}, Reason.WAITING)
    require(not _waits(session, request.delegate, request.kind), Reason.ALREADY_WAITING)
    return (e.RequestRestored(request.id),)


def close_list(command: c.CloseList, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Take no more names."""
    require(not session.list_closed, Reason.LIST_CLOSED)
    return (e.ListClosed(len(session.queue)),)


def reopen_list(command: c.ReopenList, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Take names again."""
    require(session.list_closed, Reason.LIST_OPEN)
    return (e.ListReopened(),)


def _waits(session: Session, delegate: DelegateId, kind: Kind) -> bool:
    def same(request: Request) -> bool:
        return request.delegate == delegate and request.kind is kind

    return any(same(session.requests[request]) for request in session.queue)


def _request(speaker: ListedSpeaker, session: Session) -> c.AddRequest:
    themes = tuple(theme.id for theme in session.themes if theme.number in speaker.themes)
    return c.AddRequest(speaker.person, themes=themes)
