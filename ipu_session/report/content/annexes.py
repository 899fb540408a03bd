"""Annexes A to E: speakers, requests not heard, written contributions, procedure, theme × delegation matrix."""

from collections.abc import Iterable, Sequence

from ipu_session.domain.exchange.report_preview import SourceKind, SourceReference
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Contribution, Gender, Person, Request, RequestState, Session
from ipu_session.domain.model.stopwatch import round_to_seconds
from ipu_session.domain.queries.contribution_limits import contributions_by_date, is_late, is_too_long
from ipu_session.domain.queries.statistics import requests_not_heard
from ipu_session.domain.queries.tallies import spoken_seconds
from ipu_session.domain.queries.theme_matrix import CellCount
from ipu_session.report.content.anonymous_tables import drop_name_columns
from ipu_session.report.content.context import ReportContext, affiliation_name
from ipu_session.report.content.procedure_tables import build_lots_and_corrections, build_motions_table
from ipu_session.report.model import Block, Column, ColumnAlignment, Heading, Paragraph, ParagraphStyle, Table
from ipu_session.report.sanitize import sanitize_text

_MATRIX_SHARE = 30


def build_annex(context: ReportContext, name: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the heading of an annex, named as in `context.ANNEXES`, and its blocks."""
    title = context.catalog.text(f"annexes.{name}")
    text = context.catalog.text("format.annex", letter=context.annex_letter(name), title=title)
    return [Heading(1, text), *blocks]


def build_annexes(context: ReportContext) -> list[Block]:
    """Return annexes A to E, without statistics and corrections received; `build_next_steps` ends the page before."""
    return [
        *build_annex(context, "speakers", _speakers_blocks(context)),
        *build_annex(context, "not_heard", _not_heard_blocks(context)),
        *build_annex(context, "contributions", _contributions_blocks(context)),
        *build_annex(
            context,
            "procedure",
            [*_procedure_blocks(context), *build_motions_table(context), *build_lots_and_corrections(context)],
        ),
        *build_annex(context, "matrix", _matrix_blocks(context)),
    ]


def _speakers_blocks(context: ReportContext) -> list[Block]:
    words = context.catalog
    held = [each for each in context.interventions_by_time if each.kind is Kind.SPEECH]
    if not held:
        return [Paragraph(words.text("annexes.no_speakers"))]
    columns = (
        Column(words.text("columns.number"), 7, ColumnAlignment.END),
        Column(words.text("columns.time"), context.time_column_share(11), ColumnAlignment.END),
        Column(words.text("columns.delegation"), 21),
        Column(words.text("columns.name"), 22),
        Column(words.text("columns.category"), 16),
        Column(words.text("columns.gender"), 7, ColumnAlignment.CENTRE),
        Column(words.text("columns.duration"), 16, ColumnAlignment.END),
    )
    rows = [_build_speaker_row(context, number, speech) for number, speech in enumerate(held, start=1)]
    seconds = sum(spoken_seconds(speech, context.now.utc_ms) for speech in held)
    label = words.text("annexes.total")
    total = ("", "" if context.options.attributed else label, label, "", "", "", words.format_duration(seconds))
    caption, sources = words.text("annexes.speakers"), _intervention_sources(held)
    shown, shown_rows = drop_name_columns(context, columns, (*rows, total), (2, 3))
    table = Table("speakers", caption, shown, shown_rows, has_total_row=True, sources=sources)
    return [table, Paragraph(words.text("annexes.durations"), ParagraphStyle.REMARK)]


def _intervention_sources(held: Iterable[Intervention]) -> tuple[SourceReference, ...]:
    return tuple(SourceReference(SourceKind.INTERVENTION, each.id) for each in held)


def _build_speaker_row(context: ReportContext, number: int, speech: Intervention) -> tuple[str, ...]:
    words, person = context.catalog, context.speaker(speech)
    return (
        str(number),
        context.format_table_time(speech.started_ms),
        affiliation_name(context, person),
        context.person_name(person),
        words.text(f"categories.{person.category.value}"),
        _gender_letter(context, person),
        _format_time_used(context, speech),
    )


def _format_time_used(context: ReportContext, intervention: Intervention) -> str:
    words = context.catalog
    used = words.format_duration(spoken_seconds(intervention, context.now.utc_ms))
    if not intervention.has_limit:
        return used
    return f"{used} / {words.format_duration(round_to_seconds(intervention.limit_ms()))}"


def _gender_letter(context: ReportContext, person: Person) -> str:
    if person.gender is Gender.NOT_STATED:
        return context.catalog.text("annexes.none")
    key = "women_letter" if person.gender is Gender.WOMAN else "men_letter"
    return context.catalog.text(f"annexes.{key}")


def _not_heard_blocks(context: ReportContext) -> list[Block]:
    words, requests = context.catalog, _unheard_requests(context.session)
    rows = [_request_cells(context, request) for request in requests]
    if not rows:
        key = "all_heard" if context.session.requests else "nobody_registered"
        return [Paragraph(words.text(f"annexes.{key}"))]
    if not context.options.attributed:
        return [_not_heard_counts(context, [remark for *_, remark in rows])]
    columns = (
        Column(words.text("columns.number"), 8, ColumnAlignment.END),
        Column(words.text("columns.delegation"), 36),
        Column(words.text("columns.name"), 32),
        Column(words.text("columns.remark"), 24),
    )
    numbered = tuple((str(number), *row) for number, row in enumerate(rows, start=1))
    sources = tuple(SourceReference(SourceKind.REQUEST, request.id) for request in requests)
    return [Table("not_heard", words.text("annexes.not_heard"), columns, numbered, sources=sources)]


def _not_heard_counts(context: ReportContext, remarks: Sequence[str]) -> Table:
    words = context.catalog
    columns = (
        Column(words.text("columns.remark"), 70),
        Column(words.text("columns.delegates"), 30, ColumnAlignment.END),
    )
    rows = tuple((remark, words.format_number(remarks.count(remark))) for remark in dict.fromkeys(remarks))
    return Table("not_heard", words.text("annexes.not_heard"), columns, rows)


def _unheard_requests(session: Session) -> tuple[Request, ...]:
    """Return the requests not heard: those for speeches (waiting, absent, withdrawn), then others by time."""
    not_heard = requests_not_heard(session)
    unheard = {RequestState.WAITING, RequestState.ABSENT, RequestState.WITHDRAWN}
    others = (r for r in session.requests.values() if r.kind is not Kind.SPEECH and r.state in unheard)
    in_order = sorted(others, key=lambda request: (request.made_ms, request.id))
    return (*not_heard.waiting, *not_heard.absent, *not_heard.withdrawn, *in_order)


def _request_cells(context: ReportContext, request: Request) -> tuple[str, str, str]:
    words, person = context.catalog, context.requester(request)
    waiting_state = "waiting" if context.session.is_closed else "still_waiting"
    state = waiting_state if request.state is RequestState.WAITING else request.state.value
    remark = words.text(f"annexes.{state}")
    if request.kind is not Kind.SPEECH:
        kind = words.text(f"kinds.{request.kind.value}")
        remark = words.text("format.listed", what=remark, n=kind)
    return affiliation_name(context, person), context.person_name(person), remark


def _contributions_blocks(context: ReportContext) -> list[Block]:
    words, session = context.catalog, context.session
    entries = contributions_by_date(session)
    if not entries:
        return [Paragraph(words.plural("next.received", 0, annex=""))]
    columns = (
        Column(words.text("columns.received"), words.day_column_share(15)),
        Column(words.text("columns.delegation"), 18),
        Column(words.text("columns.title"), 26),
        Column(words.text("columns.pages"), 8, ColumnAlignment.END),
        Column(words.text("columns.themes"), 12),
        Column(words.text("columns.remark"), 21),
    )
    rows = tuple(_contribution_row(context, entry) for entry in entries)
    sources = tuple(SourceReference(SourceKind.CONTRIBUTION, entry.id) for entry in entries)
    shown, shown_rows = drop_name_columns(context, columns, rows, (1, 2))
    return [Table("contributions", words.text("annexes.contributions"), shown, shown_rows, sources=sources)]


def _contribution_row(context: ReportContext, entry: Contribution) -> tuple[str, ...]:
    words, details = context.catalog, context.session.details
    delegation = context.session.delegations.get(entry.delegation)
    numbers = [str(theme.number) for theme in context.session.themes if theme.id in entry.themes]
    remarks = []
    if is_late(details, entry):
        remarks.append(words.text("annexes.late"))
    if is_too_long(details, entry):
        pages = words.plural("format.pages", details.contributions_pages)
        remarks.append(words.text("annexes.too_long", pages=pages))
    return (
        words.format_day(entry.received),
        context.display_name(delegation) if delegation else entry.delegation,
        entry.title,
        str(entry.pages),
        words.join_with_commas(numbers) or words.text("annexes.none"),
        words.join_with_commas(remarks),
    )


def _procedure_blocks(context: ReportContext) -> list[Block]:
    words = context.catalog
    others = [each for each in context.interventions_by_time if each.kind is not Kind.SPEECH]
    rows = [
        (
            context.format_table_time(each.started_ms),
            words.text(f"kinds.{each.kind.value}"),
            represented_or_chair_name(context, each),
            words.text(f"rulings.{each.ruling.value or 'none'}"),
            _format_time_used(context, each),
        )
        for each in others
    ]
    if not rows:
        # An empty record shows that there was no interruption only if a sitting was held.
        key = "annexes.no_procedure" if context.session.sittings else "organization.no_sitting"
        return [Paragraph(words.text(key))]
    columns = (
        Column(words.text("columns.time"), context.time_column_share(12), ColumnAlignment.END),
        Column(words.text("columns.kind"), 22),
        Column(words.text("columns.delegation"), 30),
        Column(words.text("columns.ruling"), 18),
        Column(words.text("columns.duration"), 18, ColumnAlignment.END),
    )
    caption, sources = words.text("annexes.procedure"), _intervention_sources(others)
    shown, shown_rows = drop_name_columns(context, columns, tuple(rows), (2,))
    return [Table("procedure", caption, shown, shown_rows, sources=sources)]


def represented_or_chair_name(context: ReportContext, each: Intervention) -> str:
    """Return the party that a speaker represents; if the Chair spoke and no delegate is recorded, the Chair's name."""
    if each.kind is Kind.CHAIR and each.delegate is None:
        return context.localize_title(sanitize_text(context.session.details.chair)) or context.catalog.text(
            "annexes.none"
        )
    return context.represented_name(context.speaker(each))


def _matrix_blocks(context: ReportContext) -> list[Block]:
    words, matrix = context.catalog, context.matrix
    if not matrix.rows or not matrix.themes:
        return [Paragraph(words.text("annexes.no_matrix"))]
    share = max(4, (100 - _MATRIX_SHARE) // len(matrix.themes))
    columns = (
        Column(words.text("columns.delegation"), _MATRIX_SHARE),
        *(
            Column(words.text("columns.theme", number=theme.number), share, ColumnAlignment.CENTRE)
            for theme in matrix.themes
        ),
    )
    rows = sorted(
        ((context.party_name(party), *(_format_cell(count) for count in cells)) for party, cells in matrix.rows),
        key=lambda row: words.sort_key(row[0]),
    )
    if not context.options.attributed:
        rows = [(words.text("annexes.all_delegations"), *map(_format_cell, matrix.column_totals))]
    table = Table("matrix", words.text("annexes.matrix"), columns, tuple(rows))
    return [table, Paragraph(words.text("annexes.matrix_remark"), ParagraphStyle.REMARK)]


def _format_cell(count: CellCount) -> str:
    return f"{count.interventions} ({count.notes})" if count != CellCount() else ""
