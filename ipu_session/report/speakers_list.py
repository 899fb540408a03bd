"""Printable speakers list (docs/rules.md#r6): waiting requests in order, then speeches and replies heard."""

from ipu_session.domain.decide.allotment import allotment_ms, young_extra_ms
from ipu_session.domain.exchange.printable_list import PrintableList, PrintableRow, PrintableSection
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.ids import RequestId, Timestamp
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import round_to_seconds
from ipu_session.domain.queries.redaction import redact
from ipu_session.domain.queries.statistics import participation
from ipu_session.domain.queries.tallies import spoken_seconds
from ipu_session.report.content.context import ReportContext, affiliation_name
from ipu_session.report.language.catalog import ReportCatalog
from ipu_session.report.sanitize import sanitize_line

_BLANK_ROWS = 6
"""Empty rows for names added by hand on paper."""


def build_printable_list(session: Session, now: Timestamp, wording: ReportCatalog) -> PrintableList:
    """Return the speakers list as it is at ``now``, in the language of ``wording``."""
    session = redact(session)
    context = ReportContext(session, now, wording, participation(session, now.utc_ms), ReportOptions(wording.language))
    words = wording
    return PrintableList(
        is_right_to_left=words.right_to_left,
        title=sanitize_line(session.details.title) or words.text("masthead.kind"),
        heading=words.text("list.heading"),
        header_lines=(_sitting_line(context), _printed_at_line(context)),
        floor=_floor_line(context),
        column_headings=(
            words.text("columns.number"),
            words.text("columns.delegation"),
            words.text("list.allotted"),
            words.text("list.used"),
        ),
        sections=_list_sections(context),
        heard_heading=words.text("list.heard"),
        heard_rows=_heard_rows(context),
        page_labels=(words.text("masthead.page_before"), words.text("masthead.page_of")),
    )


def _sitting_line(context: ReportContext) -> str:
    """Return the number of the sitting, and whether the list is open."""
    words, session = context.catalog, context.session
    sittings = len(session.sittings)
    sitting = words.text("list.sitting", k=sittings) if sittings else words.text("list.before")
    closed = words.text("list.closed" if session.is_list_closed else "list.open")
    return f"{sitting} · {closed}"


def _printed_at_line(context: ReportContext) -> str:
    moment = context.format_moment(context.now.utc_ms)
    return context.catalog.text("list.printed", moment=moment, version=context.session.version)


def _floor_line(context: ReportContext) -> str:
    words, floor = context.catalog, context.session.floor
    if floor is None:
        return ""
    person = context.speaker(floor)
    speaker = words.join_with_commas(
        dict.fromkeys(filter(None, (affiliation_name(context, person), context.person_name(person))))
    )
    used = words.format_duration(spoken_seconds(floor, context.now.utc_ms))
    if not floor.has_limit:
        return words.text("list.floor", who=sanitize_line(speaker), used=used)
    limit = words.format_duration(round_to_seconds(floor.limit_ms()))
    return words.text("list.floor_of", who=sanitize_line(speaker), used=used, limit=limit)


def _list_sections(context: ReportContext) -> tuple[PrintableSection, ...]:
    session, words = context.session, context.catalog
    heading = words.plural("list.waiting", len(session.speakers))
    speakers = PrintableSection(heading, _waiting_rows(context, session.speakers), _BLANK_ROWS)
    if not session.replies:
        return (speakers,)
    return (speakers, PrintableSection(words.text("list.replies"), _waiting_rows(context, session.replies)))


def _waiting_rows(context: ReportContext, requests: tuple[RequestId, ...]) -> tuple[PrintableRow, ...]:
    return tuple(_waiting_row(context, number, request) for number, request in enumerate(requests, start=1))


def _waiting_row(context: ReportContext, number: int, request_id: RequestId) -> PrintableRow:
    words, session = context.catalog, context.session
    request = session.requests[request_id]
    person = context.requester(request)
    origin, name = (sanitize_line(affiliation_name(context, person)), sanitize_line(context.person_name(person)))
    kind = request.kind
    allotted = allotment_ms(session, request.delegate, kind)
    extra = young_extra_ms(session, request.delegate, kind)
    remarks = [sanitize_line(person.function)] if person.function else []
    if request.reserve:
        remarks.append(words.text("list.reserve"))
    if kind not in {Kind.SPEECH, Kind.REPLY}:
        remarks.append(words.text(f"kinds.{kind.value}"))
    time = words.format_duration(round_to_seconds(allotted + extra)) if allotted else words.text("annexes.none")
    return PrintableRow(str(number), origin, "" if name == origin else name, time, words.join_with_commas(remarks))


def _heard_rows(context: ReportContext) -> tuple[tuple[str, str, str, str], ...]:
    words = context.catalog
    rows = []
    for each in context.interventions_by_time:
        if not each.is_ended or each.kind not in {Kind.SPEECH, Kind.REPLY}:
            continue
        person = context.speaker(each)
        used = words.format_duration(spoken_seconds(each, context.now.utc_ms))
        origin, name = (sanitize_line(affiliation_name(context, person)), sanitize_line(context.person_name(person)))
        rows.append((context.format_table_time(each.started_ms), origin, name, used))
    return tuple(rows)
