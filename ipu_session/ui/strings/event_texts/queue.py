"""Texts of the events of the speakers list."""

from collections.abc import Callable

from ipu_session.domain import events as e
from ipu_session.domain.model.rules import Kind
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.event_texts.registry import EventContext, describes, set_texts
from ipu_session.ui.strings.event_texts.sentences import describe_recorded, format_message
from ipu_session.ui.strings.event_texts.subjects import requester_name
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

RequestEvent = e.RequestMade | e.RequestMoved | e.RequestRestored


def _format_position(template: str, context: EventContext[RequestEvent]) -> str:
    """Fill ``template`` with the requester and the position on the list, from 1; "" if the request is not waiting."""
    request, session = context.event.request, context.after
    if request not in session.queue:
        return ""
    number = session.list_containing(request).index(request) + 1
    return format_message(template, who=requester_name(context.event, session), number=number)


def _describe_request(context: EventContext[e.RequestMade | e.RequestRestored]) -> str:
    if context.after.requests[context.event.request].kind is Kind.REPLY:
        template = QT_TRANSLATE_NOOP("Announcements", "{who} waits for a right of reply.")
        return format_message(template, who=requester_name(context.event, context.after))
    template = QT_TRANSLATE_NOOP("Announcements", "{who} is on the list as number {number}.")
    return _format_position(template, context)


set_texts(e.RequestMade, QT_TRANSLATE_NOOP("Wording", "name added"), _describe_request)
set_texts(e.RequestRestored, QT_TRANSLATE_NOOP("Wording", "back on the list"), _describe_request)


@describes(e.RequestMoved, QT_TRANSLATE_NOOP("Wording", "move on the list"))
def _describe_request_moved(context: EventContext[e.RequestMoved]) -> str:
    return _format_position(QT_TRANSLATE_NOOP("Announcements", "{who} is number {number} on the list."), context)


def _outcome_describer(template: str) -> Callable[[EventContext[e.Event]], str]:
    """Return a describer that fills ``template`` with the name of the requester."""

    def describe(context: EventContext[e.Event]) -> str:
        return format_message(template, who=requester_name(context.event, context.after))

    return describe


set_texts(
    e.RequestWithdrawn,
    QT_TRANSLATE_NOOP("Wording", "withdrawal"),
    _outcome_describer(QT_TRANSLATE_NOOP("Announcements", "{who} is off the list.")),
)
set_texts(
    e.RequestPassedOver,
    QT_TRANSLATE_NOOP("Wording", "absence"),
    _outcome_describer(QT_TRANSLATE_NOOP("Announcements", "{who} was not in the room and is at the end of the list.")),
)
set_texts(
    e.RequestAbsent,
    QT_TRANSLATE_NOOP("Wording", "absence"),
    _outcome_describer(QT_TRANSLATE_NOOP("Announcements", "{who} is absent.")),
)


@describes(e.RequestReserved, QT_TRANSLATE_NOOP("Wording", "reserve"))
def _describe_reserve(context: EventContext[e.RequestReserved]) -> str:
    template = (
        QT_TRANSLATE_NOOP("Announcements", "{who} is a reserve.")
        if context.event.reserve
        else QT_TRANSLATE_NOOP("Announcements", "{who} is no reserve any more.")
    )
    return format_message(template, who=requester_name(context.event, context.after))


@describes(e.RequestsSwapped, QT_TRANSLATE_NOOP("Wording", "exchange of places"))
def _describe_swap(context: EventContext[e.RequestsSwapped]) -> str:
    requests, session = context.after.requests, context.after
    first, second = (
        labels.delegation_and_name(session, session.person(requests[request].delegate))
        for request in (context.event.one, context.event.other)
    )
    return format_message(
        QT_TRANSLATE_NOOP("Announcements", "{one} and {other} exchanged places."), one=first, other=second
    )


def _describe_new_order(context: EventContext[e.LotsDrawn | e.OrderAccepted]) -> str:
    session = context.after
    if not session.calling_order:
        return describe_recorded(context)
    first = session.person(session.requests[session.calling_order[0]].delegate)
    template = QT_TRANSLATE_NOOP("Announcements", "The list has another order; first: {who}.")
    return format_message(template, who=labels.delegation_and_name(session, first))


set_texts(e.LotsDrawn, QT_TRANSLATE_NOOP("Wording", "drawing of lots"), _describe_new_order)
set_texts(e.OrderAccepted, QT_TRANSLATE_NOOP("Wording", "proposed order"), _describe_new_order)


@describes(e.ListClosingAnnounced, QT_TRANSLATE_NOOP("Wording", "announcement of the closing"))
def _describe_list_closing(context: EventContext[e.ListClosingAnnounced]) -> str:
    template = QT_TRANSLATE_NOOP("Announcements", "The list closes at {time}.")
    return format_message(template, time=context.format_time_at(context.event.closes_ms))


@describes(e.ListClosed, QT_TRANSLATE_NOOP("Wording", "list closed"))
def _describe_list_closed(context: EventContext[e.ListClosed]) -> str:
    template = QT_TRANSLATE_NOOP("Announcements", "The list is closed, {count} waiting.")
    return format_message(template, count=context.event.remaining)


@describes(e.ListReopened, QT_TRANSLATE_NOOP("Wording", "list reopened"))
def _describe_list_reopened(context: EventContext[e.ListReopened]) -> str:
    return format_message(QT_TRANSLATE_NOOP("Announcements", "The list is open again."))
