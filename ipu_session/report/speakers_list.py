"""The list of speakers for paper (product.md, R6): who waits, in order, and below who was heard."""

from ipu_session.domain.decide.allotment import allotment_ms, young_extra_ms
from ipu_session.domain.exchange.printable_list import ListPaper, PaperPart, PaperRow
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.model.ids import Moment, RequestId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import whole_seconds
from ipu_session.domain.queries.redaction import redacted
from ipu_session.domain.queries.statistics import participation, spoken_seconds
from ipu_session.report.content.context import Context, affiliation
from ipu_session.report.language.catalog import Wording
from ipu_session.report.sanitize import one_line

_BLANK = 6
"""Empty rows for names that come in while the list is on paper."""


def list_paper(session: Session, now: Moment, wording: Wording) -> ListPaper:
    """Return the list as it stands at ``now``."""
    session = redacted(session)
    context = Context(
        session, now, wording, participation(session, now.utc_ms), ReportChoice(wording.language)
    )
    words = wording
    return ListPaper(
        right_to_left=words.right_to_left,
        title=one_line(session.details.title) or words.text("masthead.kind"),
        heading=words.text("list.heading"),
        lines=(_where(context), _printed(context)),
        floor=_floor(context),
        columns=(
            words.text("columns.number"),
            words.text("columns.delegation"),
            words.text("list.allotted"),
            words.text("list.used"),
        ),
        parts=_parts(context),
        heard=words.text("list.heard"),
        heard_rows=_heard(context),
        page=(words.text("masthead.page_before"), words.text("masthead.page_of")),
    )


def _where(context: Context) -> str:
    """Return which sitting it is, and whether the list is open."""
    words, session = context.words, context.session
    sittings = len(session.sittings)
    sitting = words.text("list.sitting", k=sittings) if sittings else words.text("list.before")
    closed = words.text("list.closed" if session.list_closed else "list.open")
    return f"{sitting} · {closed}"


def _printed(context: Context) -> str:
    moment = context.moment(context.now.utc_ms)
    return context.words.text("list.printed", moment=moment, version=context.session.version)


def _floor(context: Context) -> str:
    words, floor = context.words, context.session.floor
    if floor is None:
        return ""
    person = context.who(floor)
    who = words.enumerated(dict.fromkeys(filter(None, (affiliation(context, person), context.name(person)))))
    used = words.duration(spoken_seconds(floor, context.now.utc_ms))
    if not floor.limited:
        return words.text("list.floor", who=one_line(who), used=used)
    limit = words.duration(whole_seconds(floor.limit_ms()))
    return words.text("list.floor_of", who=one_line(who), used=used, limit=limit)


def _parts(context: Context) -> tuple[PaperPart, ...]:
    session, words = context.session, context.words
    heading = words.count("list.waiting", len(session.speakers))
    speakers = PaperPart(heading, _rows(context, session.speakers), _BLANK)
    if not session.replies:
        return (speakers,)
    return (speakers, PaperPart(words.text("list.replies"), _rows(context, session.replies)))


def _rows(context: Context, requests: tuple[RequestId, ...]) -> tuple[PaperRow, ...]:
    return tuple(_row(context, number, request) for number, request in enumerate(requests, start=1))


def _row(context: Context, number: int, request_id: RequestId) -> PaperRow:
    words, session = context.words, context.session
    request = session.requests[request_id]
    person = context.asker(request)
    origin, name = one_line(affiliation(context, person)), one_line(context.name(person))
    kind = request.kind
    allotted = allotment_ms(session, request.delegate, kind)
    extra = young_extra_ms(session, request.delegate, kind)
    remarks = [one_line(person.function)] if person.function else []
    if request.reserve:
        remarks.append(words.text("list.reserve"))
    if kind not in {Kind.SPEECH, Kind.REPLY}:
        remarks.append(words.text(f"kinds.{kind.value}"))
    time = words.duration(whole_seconds(allotted + extra)) if allotted else words.text("annexes.none")
    return PaperRow(str(number), origin, "" if name == origin else name, time, words.enumerated(remarks))


def _heard(context: Context) -> tuple[tuple[str, str, str, str], ...]:
    words = context.words
    rows = []
    for each in context.in_order:
        if not each.ended or each.kind not in {Kind.SPEECH, Kind.REPLY}:
            continue
        person = context.who(each)
        used = words.duration(spoken_seconds(each, context.now.utc_ms))
        origin, name = one_line(affiliation(context, person)), one_line(context.name(person))
        rows.append((context.when_in_table(each.started_ms), origin, name, used))
    return tuple(rows)
